"""A table of shaded cells."""

from datetime import date, timedelta

from promotion import numbers, theme
from promotion.descriptions import HeatMap
from promotion.drawings.calendar import month_places, month_words
from promotion.drawings.common import (
    CATCHER,
    INVISIBLE_AFTER_CLICK,
    LEAST_HEIGHT,
    ROW_HEIGHT,
    Drawing,
    Row,
    begins_span,
    first_rows,
    label_ticks,
)
from promotion.exhibit import Exhibit
from promotion.figure_unit import largest
from promotion.language import _
from promotion.measures import unit_of

_MOST_WEEKS_WITH_FIGURES = 16
_MOST_WEEKS_BY_MONTH, _MOST_WEEKS_BY_QUARTER = 26, 120
_NARROW_GAP_PX, _GAP_PX = 0.5, 2


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of a table of shaded cells."""
    chart: HeatMap = exhibit.chart
    rows = first_rows(exhibit.rows(), chart.row, chart.most)
    names = list(dict.fromkeys(row[chart.row_label] for row in rows))
    columns = list(dict.fromkeys(row[chart.column_label] for row in rows))
    has_figures = not chart.is_weekly or len(columns) <= _MOST_WEEKS_WITH_FIGURES
    values = {
        (row[chart.row_label], row[chart.column_label]): shaded_value(row, chart) for row in rows
    }
    full = chart.centre * 2 if chart.centre else largest(exhibit)
    scale = theme.parting_scale(dark) if chart.centre else theme.colour_scale(dark)
    cells = {
        "type": "heatmap",
        "x": [_category(column) for column in columns],
        "y": names,
        "z": [[values.get((name, column)) for column in columns] for name in names],
        "xgap": _GAP_PX if has_figures else _NARROW_GAP_PX,
        "ygap": _GAP_PX,
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
            # Set, as the markers that catch clicks would else widen it.
            "range": [-0.5, len(columns) - 0.5],
            "tickangle": 0,
            "tickfont": {"size": theme.SMALL_FONT_SIZE},
            **(_month_ticks(columns, exhibit.filters.period.last_day) if chart.is_weekly else {}),
        },
        "yaxis": {
            "range": [len(names) - 0.5, -0.5],
            "showgrid": False,
            "type": "category",
            **label_ticks(names),
        },
        "hoverdistance": -1,
        "clickmode": "event+select",
        "dragmode": False,
    }
    words = _words(exhibit, rows, scale, full, dark)
    return [cells, words if has_figures else words | {"mode": "markers"}], layout


def _category(column: object) -> object:
    return column.isoformat() if isinstance(column, date) else column


def _month_ticks(weeks: list[date], last_day: date) -> dict[str, object]:
    """A tick for each month; of many weeks for each quarter's first, of very many each year's."""
    every = 1 if len(weeks) <= _MOST_WEEKS_BY_MONTH else 3
    if len(weeks) > _MOST_WEEKS_BY_QUARTER:
        every = 12
    firsts = [weeks[place] for place in month_places(weeks, max([last_day, *weeks[-1:]]))]
    ticks = [week for week in firsts if begins_span(week + timedelta(days=6), every)]
    return {"tickvals": [week.isoformat() for week in ticks], "ticktext": month_words(ticks)}


def _words(
    exhibit: Exhibit, rows: list[Row], scale: theme.Scale, full: float, dark: bool
) -> dict[str, object]:
    """The cells' values, each legible on its shade; they catch the clicks as well."""
    chart = exhibit.chart
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
        "x": [_category(row[chart.column_label]) for row in rows],
        "y": [row[chart.row_label] for row in rows],
        "customdata": [[_category(row[chart.column]), row[chart.row]] for row in rows],
        "text": [cell_text(row, chart, unit, known_largest) for row in rows],
        "textfont": {"color": shades, "size": theme.FONT_SIZE - 1},
        "hovertext": [_hover_text(row, chart, unit) for row in rows],
        "marker": CATCHER,
        **INVISIBLE_AFTER_CLICK,
        "hovertemplate": f"{'%{y}' if chart.is_weekly else '%{x} · %{y}'}: "
        "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _hover_text(row: Row, chart: HeatMap, unit: str) -> str:
    value = numbers.measure_text(row, chart.value, unit)
    if not chart.is_weekly:
        return value
    day = numbers.date_text(row[chart.column])
    return _("{value} in the week from {day}").format(value=value, day=day)


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
