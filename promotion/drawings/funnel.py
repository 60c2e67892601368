"""Projects standing at each stage, before how many got so far."""

from promotion import numbers, theme
from promotion.descriptions import Funnel
from promotion.drawings.common import COLUMN_HEIGHT, Drawing, own_colour
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import label_of, unit_of


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of projects standing at each stage, before how many got so far."""
    chart: Funnel = exhibit.chart
    rows = exhibit.rows()
    look = theme.palette(dark)
    names = [row[chart.stage_label] for row in rows]
    amounts = [numbers.value_text(row[chart.amount], unit_of(chart.amount)) for row in rows]
    shared = {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "hovertemplate": "%{y} · %{fullData.name}: %{customdata}<extra></extra>",
    }
    counts = [numbers.value_text(row[chart.value], unit_of(chart.value)) for row in rows]
    of_reached = [
        _("{numerator} of {denominator}").format(
            numerator=count,
            denominator=numbers.value_text(row[chart.reached], unit_of(chart.reached)),
        )
        for row, count in zip(rows, counts, strict=True)
    ]
    standing_texts = [
        f"{count}<br>{amount}" for count, amount in zip(of_reached, amounts, strict=True)
    ]
    reached = shared | {
        "name": label_of(chart.reached),
        "x": [row[chart.reached] for row in rows],
        "width": 0.78,
        "marker": {"color": look.faint},
        "customdata": [
            numbers.value_text(row[chart.reached], unit_of(chart.reached)) for row in rows
        ],
    }
    standing = shared | {
        "name": _("Now at this stage"),
        "x": [row[chart.value] for row in rows],
        "width": 0.42,
        "marker": {"color": own_colour(chart, colours, dark)},
        "customdata": standing_texts,
    }
    largest = max((row[chart.reached] or 0 for row in rows), default=0)
    if chart.scale:
        largest = chart.scale.largest
    layout = {
        "height": COLUMN_HEIGHT,
        "barmode": "overlay",
        "showlegend": True,
        "xaxis": {"visible": False, "range": [0, largest * 1.85 or 1]},
        "yaxis": {"autorange": "reversed", "showgrid": False, "type": "category"},
    }
    ends = [row[chart.reached] or 0 for row in rows]
    return [reached, standing, _labels(names, ends, standing_texts)], layout


def _labels(names: list[str], ends: list[float], texts: list[str]) -> dict[str, object]:
    """Words of two lines at the bars' ends; a bar's own would have its lines centred."""
    return {
        "type": "scatter",
        "mode": "text",
        "showlegend": False,
        "x": ends,
        "y": names,
        # Each line stands a little off the bar.
        "text": [f" {text.replace('<br>', '<br> ')}" for text in texts],
        "textposition": "middle right",
        "textfont": {"size": theme.SMALL_FONT_SIZE},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
