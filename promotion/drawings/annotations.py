"""Notes on a chart over months: a thin upright line at the month, its numbers above the plot."""

from promotion import numbers, theme
from promotion.annotations import marks_by_month
from promotion.chart_columns import month_column
from promotion.exhibit import Exhibit

_STRIP_PX = 18  # what a row of numbers takes above the plot
_USUAL_PLOT_PX = 220  # how high a plot is on a page
_WIDE_MONTHS = 6  # of up to so many months each has room for its numbers beside the others'
_PLOT_MARGIN_PX = 8


def with_annotations(layout: dict[str, object], exhibit: Exhibit, dark: bool) -> dict[str, object]:
    """The layout of the exhibit's chart with its notes marked; as it is where none falls on it."""
    marks, levels = marks_by_month(exhibit.annotations), _levels(exhibit)
    if not levels:
        return layout
    look = theme.palette(dark)
    lines = [
        {
            "type": "line",
            "x0": month,
            "x1": month,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "layer": "below",
            "line": {"color": look.muted_text, "width": 1, "dash": "dot"},
        }
        for month in levels
    ]
    signs = [
        {
            "text": marks[month],
            "x": month,
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "yshift": level * _STRIP_PX,
            "showarrow": False,
            "borderpad": 0,
            "font": {"size": theme.FONT_SIZE, "color": look.text},
        }
        for month, level in levels.items()
    ]
    return layout | {
        "shapes": lines,
        "annotations": signs,
        "legend": legend_above(exhibit, _USUAL_PLOT_PX),
        "margin": layout.get("margin", {}) | {"t": _PLOT_MARGIN_PX + strip_px(exhibit)},
    }


def strip_px(exhibit: Exhibit) -> int:
    """How much room the notes' numbers take above the plot; none where no note falls on it."""
    return _STRIP_PX * max((level + 1 for level in _levels(exhibit).values()), default=0)


def legend_above(exhibit: Exhibit, plot_px: int) -> dict[str, object]:
    """Where the legend stands above the numbers, of a plot so high."""
    return {"y": theme.LEGEND_ABOVE + strip_px(exhibit) / plot_px}


def _levels(exhibit: Exhibit) -> dict[str, int]:
    """The row of numbers of each month with notes; where room is short, neighbours differ."""
    marks = marks_by_month(exhibit.annotations)
    column = month_column(exhibit.chart)
    axis = list(dict.fromkeys(numbers.month_tick(row[column]) for row in exhibit.rows()))
    levels: dict[str, int] = {}
    for before, month in zip((None, *axis), axis, strict=False):
        if month in marks:
            is_beside = len(axis) > _WIDE_MONTHS and levels.get(before) == 0
            levels[month] = 1 if is_beside else 0
    return levels
