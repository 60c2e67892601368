"""Ranges from a low to a high value with the middle marked."""

from promotion import numbers, theme
from promotion.descriptions import Ranges
from promotion.drawings.common import LEAST_HEIGHT, Drawing
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import label_of, unit_of

_ROW_PX = 54


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of a bar from low to high a category, and a mark at its middle."""
    chart: Ranges = exhibit.chart
    rows = exhibit.rows()
    drawn = [row for row in rows if (row[chart.base] or 0) >= numbers.SMALL_BASE]
    look = theme.palette(dark)
    unit = unit_of(chart.middle)
    words = [
        _("{middle} ({low}–{high})").format(
            middle=numbers.value_text(row[chart.middle], unit),
            low=numbers.value_text(row[chart.low], unit),
            high=numbers.value_text(row[chart.high], unit),
        )
        for row in drawn
    ]
    bars = {
        "type": "bar",
        "orientation": "h",
        "name": _("from the lower to the upper quartile"),
        "y": [row[chart.label] for row in drawn],
        "base": [row[chart.low] for row in drawn],
        "x": [row[chart.high] - row[chart.low] for row in drawn],
        "width": 0.42,
        "marker": {"color": look.scale[2]},
        "customdata": words,
        "hovertemplate": "%{y}: %{customdata}<extra></extra>",
    }
    middles = {
        "type": "scatter",
        "mode": "markers",
        "name": label_of(chart.middle),
        "y": [row[chart.label] for row in drawn],
        "x": [row[chart.middle] for row in drawn],
        "marker": {
            "symbol": "line-ns",
            "size": 22,
            "line": {"width": 4, "color": look.text},
            "color": look.text,
        },
        "customdata": words,
        "hovertemplate": "%{y}: %{customdata}<extra></extra>",
    }
    furthest = max((row[chart.high] for row in drawn), default=0)
    layout = {
        "height": max(LEAST_HEIGHT, _ROW_PX * len(rows) + 70),
        "showlegend": True,
        "xaxis": {"range": [0, furthest * 1.5 or 1], "nticks": 6, "title": {"text": exhibit.unit}},
        "yaxis": {
            "type": "category",
            "categoryorder": "array",
            "categoryarray": [row[chart.label] for row in rows],
            "autorange": "reversed",
            "showgrid": False,
        },
        "dragmode": False,
    }
    return [bars, middles, _labels(drawn, words, chart)], layout


def _labels(drawn: list[dict[str, object]], words: list[str], chart: Ranges) -> dict[str, object]:
    return {
        "type": "scatter",
        "mode": "text",
        "y": [row[chart.label] for row in drawn],
        "x": [row[chart.high] for row in drawn],
        "text": [f"  {text}" for text in words],
        "textposition": "middle right",
        "textfont": {"size": theme.SMALL_FONT_SIZE},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }
