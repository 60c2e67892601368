"""Districts as tiles on a grid: a map without borders."""

from collections.abc import Iterable

from promotion import numbers, theme
from promotion.descriptions import Tiles
from promotion.drawings.common import (
    CATCHER,
    INVISIBLE_AFTER_CLICK,
    TILE_HEIGHT,
    Drawing,
    Row,
    in_lines,
    short,
)
from promotion.exhibit import Exhibit
from promotion.figure_unit import largest
from promotion.measures import unit_of

# As many tiles fit at the least.
LEAST_COLUMNS, LEAST_ROWS = 4, 2
# Latin characters that fit side by side on all tiles of a row, and on one at the least.
_ROW_WIDTH, _LEAST_WIDTH = 48, 6


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of districts as tiles on a grid: a map without borders."""
    chart: Tiles = exhibit.chart
    rows = [row for row in exhibit.rows() if row["grid_row"] is not None]
    look = theme.palette(dark)
    scale = theme.colour_scale(dark)
    full = largest(exhibit) or 1
    left, right = _ends(row["grid_column"] for row in rows)
    top, bottom = _ends(row["grid_row"] for row in rows)
    values = [[None] * (right - left + 1) for _row in range(top, bottom + 1)]
    for row in rows:
        values[row["grid_row"] - top][row["grid_column"] - left] = row[chart.value]
    trace = {
        "type": "heatmap",
        "x0": left,
        "y0": top,
        "z": values,
        "xgap": 6,
        "ygap": 6,
        "zmin": 0,
        "zmax": full,
        "showscale": False,
        "hoverinfo": "skip",
        "colorscale": scale,
    }
    words = _words(rows, chart, max(right - left + 1, LEAST_COLUMNS), full, dark)
    hidden = {"visible": False}
    layout = {
        "height": TILE_HEIGHT,
        "xaxis": hidden | {"range": _wide(left, right, LEAST_COLUMNS)},
        "yaxis": hidden | {"range": _wide(top, bottom, LEAST_ROWS)[::-1]},
        "hoverdistance": -1,
        "clickmode": "event+select",
        "dragmode": False,
    }
    frames = [_frame(row, look.text) for row in rows if row[chart.category] in marked]
    return [trace, words], layout | ({"shapes": frames} if frames else {})


def _words(
    rows: list[Row], chart: Tiles, column_count: int, full: float, dark: bool
) -> dict[str, object]:
    """Each tile's name and value, legible on its shade; they catch the clicks as well."""
    unit = unit_of(chart.value)
    scale = theme.colour_scale(dark)
    line_width = max(_ROW_WIDTH // column_count, _LEAST_WIDTH)
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [row["grid_column"] for row in rows],
        "y": [row["grid_row"] for row in rows],
        "customdata": [row[chart.category] for row in rows],
        "text": [
            f"{short(row[chart.label], line_width)}<br>"
            f"{in_lines(numbers.measure_text(row, chart.value, unit), line_width)}"
            for row in rows
        ],
        "textfont": {
            "size": theme.FONT_SIZE if column_count <= LEAST_COLUMNS else theme.SMALL_FONT_SIZE,
            "color": [
                theme.palette(dark).text
                if row[chart.value] is None
                else theme.text_on(scale, row[chart.value] / full)
                for row in rows
            ],
        },
        "marker": CATCHER,
        **INVISIBLE_AFTER_CLICK,
        "hovertemplate": "%{text}<extra></extra>",
        "showlegend": False,
    }


def _frame(row: Row, colour: str) -> dict[str, object]:
    """A line around a tile."""
    column, line = row["grid_column"], row["grid_row"]
    return {
        "type": "rect",
        "x0": column - 0.5,
        "x1": column + 0.5,
        "y0": line - 0.5,
        "y1": line + 0.5,
        "line": {"color": colour, "width": 3},
    }


def _ends(places: Iterable[int]) -> tuple[int, int]:
    known = list(places)
    return min(known, default=0), max(known, default=0)


def _wide(first: int, last: int, least: int) -> list[float]:
    """The range of an axis of tiles, so wide that a single tile does not fill the figure."""
    missing = max(0, least - (last - first + 1)) / 2
    return [first - 0.55 - missing, last + 0.55 + missing]
