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
    places = [rows.index(row) for row in drawn]
    look = theme.palette(dark)
    unit = unit_of(chart.middle)
    named = (chart.middle, chart.low, chart.high)
    texts = iter(numbers.texts_alike([row[name] for row in drawn for name in named], unit))
    words = [
        _("{middle} ({low}–{high})").format(middle=next(texts), low=next(texts), high=next(texts))
        for _row in drawn
    ]
    bars = {
        "type": "bar",
        "orientation": "h",
        "name": _("from the lower to the upper quartile"),
        "y": places,
        "base": [row[chart.low] for row in drawn],
        "x": [row[chart.high] - row[chart.low] for row in drawn],
        "width": 0.42,
        "marker": {"color": look.scale[2]},
        "customdata": words,
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    middles = {
        "type": "scatter",
        "mode": "markers",
        "name": label_of(chart.middle),
        "y": places,
        "x": [row[chart.middle] for row in drawn],
        "marker": {
            "symbol": "line-ns",
            "size": 22,
            "line": {"width": 4, "color": look.text},
            "color": look.text,
        },
        "customdata": words,
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    furthest = max((row[chart.high] for row in drawn), default=0)
    layout = {
        "height": max(LEAST_HEIGHT, _ROW_PX * len(rows) + 70),
        "showlegend": True,
        "xaxis": {"range": [0, furthest * 1.05 or 1], "nticks": 6},
        "yaxis": {
            "range": [len(rows) - 0.5, -0.5],
            "showgrid": False,
            "tickvals": places,
            "ticktext": [
                f"{row[chart.label]}<br>{text}" for row, text in zip(drawn, words, strict=True)
            ],
        },
        "dragmode": False,
    }
    return [bars, middles], layout
