"""A table of shaded cells."""

from promotion import numbers, theme
from promotion.descriptions import HeatMap
from promotion.drawings.common import (
    CATCHER,
    INVISIBLE_AFTER_CLICK,
    LEAST_HEIGHT,
    ROW_HEIGHT,
    Drawing,
)
from promotion.exhibit import Exhibit
from promotion.figure_unit import largest
from promotion.measures import unit_of

Row = dict[str, object]


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of a table of shaded cells."""
    chart: HeatMap = exhibit.chart
    rows = exhibit.rows()
    names = list(dict.fromkeys(row[chart.row_label] for row in rows))
    columns = list(dict.fromkeys(row[chart.column_label] for row in rows))
    values = {
        (row[chart.row_label], row[chart.column_label]): shaded_value(row, chart) for row in rows
    }
    full = chart.centre * 2 if chart.centre else largest(exhibit)
    scale = theme.parting_scale(dark) if chart.centre else theme.colour_scale(dark)
    cells = {
        "type": "heatmap",
        "x": columns,
        "y": names,
        "z": [[values.get((name, column)) for column in columns] for name in names],
        "xgap": 2,
        "ygap": 2,
        "zmin": 0,
        "zmax": full or 1,
        "showscale": False,
        "hoverinfo": "skip",
        "colorscale": scale,
    }
    layout = {
        "height": max(LEAST_HEIGHT, ROW_HEIGHT * len(names) + 50),
        "xaxis": {
            "side": "top",
            "showgrid": False,
            "type": "category",
            "tickangle": 0,
            "tickfont": {"size": theme.SMALL_FONT_SIZE},
        },
        "yaxis": {"autorange": "reversed", "showgrid": False, "type": "category"},
        "hoverdistance": -1,
        "clickmode": "event+select",
        "dragmode": False,
    }
    return [cells, _words(exhibit, scale, full, dark)], layout


def _words(exhibit: Exhibit, scale: theme.Scale, full: float, dark: bool) -> dict[str, object]:
    """The cells' values, each legible on its shade; they catch the clicks as well."""
    chart, rows = exhibit.chart, exhibit.rows()
    unit, known_largest = unit_of(chart.value), largest(exhibit)
    shades = [
        theme.text_on(scale, (value or 0) / (full or 1))
        if value is not None
        else theme.palette(dark).muted_text
        for value in (shaded_value(row, chart) for row in rows)
    ]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [row[chart.column_label] for row in rows],
        "y": [row[chart.row_label] for row in rows],
        "customdata": [[row[chart.column], row[chart.row]] for row in rows],
        "text": [cell_text(row, chart, unit, known_largest) for row in rows],
        "textfont": {"color": shades, "size": theme.FONT_SIZE - 1},
        "hovertext": [numbers.measure_text(row, chart.value, unit) for row in rows],
        "marker": CATCHER,
        **INVISIBLE_AFTER_CLICK,
        "hovertemplate": "%{x} · %{y}: %{hovertext}<extra></extra>",
        "showlegend": False,
    }


def shaded_value(row: Row, chart: HeatMap) -> float | None:
    """The value that shades a cell; none where it is unknown or its base is small."""
    return None if _small_base(row, chart) else row[chart.value]


def _small_base(row: Row, chart: HeatMap) -> bool:
    return chart.base is not None and (row[chart.base] or 0) < numbers.SMALL_BASE


def cell_text(row: Row, chart: HeatMap, unit: str, known_largest: float) -> str:
    """A cell's value, scaled like the largest; of a small base the base in brackets."""
    if _small_base(row, chart):
        return f"({numbers.value_text(row[chart.base], unit_of(chart.base))})"
    if chart.value == "online_share" and (row["channel_known_count"] or 0) < numbers.SMALL_BASE:
        return f"({numbers.value_text(row['online_count'], 'contacts')})"
    return numbers.cell_text(row[chart.value], unit, known_largest)
