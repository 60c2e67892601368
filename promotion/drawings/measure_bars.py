"""Bars of several measures, side by side or stacked, with a rate as a line."""

from promotion import numbers, theme
from promotion.descriptions import MeasureBars
from promotion.drawings.common import (
    COLUMN_HEIGHT,
    LEAST_HEIGHT,
    UNCHANGED_BY_CLICK,
    Drawing,
    month_axis,
    opacities,
    share_axis,
    share_line,
    short,
)
from promotion.exhibit import Exhibit
from promotion.figure_unit import largest
from promotion.measures import label_of, unit_of

Row = dict[str, object]
_STACK_PX, _BAR_PX, _GAP_PX, _LEGEND_PX = 32, 19, 12, 60
_LEAST_FONT_SIZE = theme.SMALL_FONT_SIZE - 1  # a thin bar is a little low for the full size
_NAME_WIDTH = 24  # Latin characters of a ledger's own names on a line
_ROOM_FOR_LABELS = 1.28  # beside the longest bar
# Beside the plot, for a telephone; and beside the longest bar, for pictures with their own margins.
_AMOUNT_PX, _ROOM_FOR_AMOUNT = 76, 1.2


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of bars of several measures for each category."""
    chart: MeasureBars = exhibit.chart
    return _sideways(exhibit, dark, marked) if chart.label else _columns(exhibit, dark)


def _columns(exhibit: Exhibit, dark: bool) -> Drawing:
    chart: MeasureBars = exhibit.chart
    rows = exhibit.rows()
    unit = unit_of(chart.values[0])
    divisor, words = numbers.axis_scale(largest(exhibit), unit)
    months = [numbers.month_tick(row[chart.category]) for row in rows]
    traces = [
        {
            "type": "bar",
            "name": label_of(name),
            "x": months,
            "y": [None if row[name] is None else row[name] / divisor for row in rows],
            "text": _texts(rows, name),
            "textposition": "none",
            "marker": {"color": colour},
            "hovertemplate": "%{x} · %{fullData.name}: %{text}<extra></extra>",
        }
        for name, colour in zip(chart.values, theme.measure_colours(dark), strict=False)
    ]
    layout = {
        "barmode": "stack" if chart.is_stacked else "group",
        "showlegend": True,
        "height": COLUMN_HEIGHT,
        "xaxis": month_axis([row[chart.category] for row in rows]),
        "yaxis": {"rangemode": "tozero", "nticks": 6, "title": {"text": words}},
    }
    if chart.line:
        rates = [_rate(row, chart) for row in rows]
        traces.append(share_line(months, rates, label_of(chart.line), dark))
        layout["yaxis2"] = share_axis()
    return traces, layout


def _rate(row: Row, chart: MeasureBars) -> float | None:
    is_small = chart.base is not None and (row[chart.base] or 0) < numbers.SMALL_BASE
    return None if is_small else row[chart.line]


def _sideways(exhibit: Exhibit, dark: bool, marked: tuple[str, ...]) -> Drawing:
    chart: MeasureBars = exhibit.chart
    rows = exhibit.rows()[: chart.most]
    codes = [row[chart.category] for row in rows]
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": label_of(name),
            "y": list(range(len(rows))),
            "x": [row[name] or 0 for row in rows],
            "text": _texts(rows, name),
            "textposition": "inside" if chart.is_stacked else "outside",
            # Beside a bar there is room; in one, what does not fit is hidden.
            "constraintext": "both" if chart.is_stacked else "none",
            "insidetextanchor": "middle",
            "textangle": 0,
            "textfont": {"size": theme.SMALL_FONT_SIZE},
            "cliponaxis": False,
            "hovertext": [row[chart.label] for row in rows],
            "customdata": codes,
            "marker": {"color": colour, "opacity": opacities(codes, marked)},
            **UNCHANGED_BY_CLICK,
            "hovertemplate": "%{hovertext} · %{fullData.name}: %{text}<extra></extra>",
        }
        for name, colour in zip(chart.values, theme.measure_colours(dark), strict=False)
    ]
    row_px = _STACK_PX if chart.is_stacked else _BAR_PX * len(chart.values) + _GAP_PX
    layout = {
        "barmode": "stack" if chart.is_stacked else "group",
        "showlegend": True,
        "height": max(LEAST_HEIGHT, row_px * len(rows) + _LEGEND_PX),
        "xaxis": {"visible": False, "range": [0, _longest(rows, chart) * _ROOM_FOR_LABELS or 1]},
        # Places rather than names: two categories may have the same one.
        "yaxis": {
            "autorange": "reversed",
            "showgrid": False,
            "tickvals": list(range(len(rows))),
            "ticktext": _names(rows, chart),
        },
        "uniformtext": {"minsize": _LEAST_FONT_SIZE, "mode": "hide"},
        "clickmode": "event+select",
        "dragmode": False,
    }
    if chart.is_stacked and chart.amount:
        traces.append(_amounts(rows, chart, dark))
        layout["xaxis"]["range"] = [0, _longest(rows, chart) * _ROOM_FOR_AMOUNT or 1]
        layout["margin"] = {"r": _AMOUNT_PX}
    elif chart.is_stacked:
        layout["xaxis"]["range"] = [0, _longest(rows, chart) * 1.02 or 1]
    return traces, layout


def _names(rows: list[Row], chart: MeasureBars) -> list[str]:
    """What the rows are called; names as a ledger has them may be long."""
    names = [row[chart.label] for row in rows]
    return [short(name, _NAME_WIDTH) for name in names] if chart.label == chart.category else names


def _amounts(rows: list[Row], chart: MeasureBars, dark: bool) -> dict[str, object]:
    """Each row's amount, written where its bars end."""
    return {
        "type": "scatter",
        "mode": "text",
        "y": list(range(len(rows))),
        "x": [_length(row, chart) for row in rows],
        "text": [f"  {text}" for text in _texts(rows, chart.amount)],
        "textposition": "middle right",
        "textfont": {"size": theme.SMALL_FONT_SIZE, "color": theme.palette(dark).muted_text},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _length(row: Row, chart: MeasureBars) -> float:
    return sum(row[name] or 0 for name in chart.values)


def _longest(rows: list[Row], chart: MeasureBars) -> float:
    together = sum if chart.is_stacked else max
    return max((together(row[name] or 0 for name in chart.values) for row in rows), default=0)


def _texts(rows: list[Row], name: str) -> list[str]:
    unit = unit_of(name)
    return [numbers.value_text(row[name], unit) for row in rows]
