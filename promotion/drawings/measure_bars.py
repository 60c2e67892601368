"""Bars of several measures, side by side or stacked, with a rate as a line."""

from promotion import numbers, theme
from promotion.descriptions import MeasureBars
from promotion.drawings.common import (
    COLUMN_HEIGHT,
    LEAST_HEIGHT,
    UNCHANGED_BY_CLICK,
    Drawing,
    Row,
    month_axis,
    opacities,
    share_axis,
    share_line,
    short_label,
)
from promotion.exhibit import Exhibit
from promotion.figure_unit import largest
from promotion.language import _
from promotion.measures import label_of, unit_of

_STACK_PX, _BAR_PX, _GAP_PX, _LEGEND_PX = 29, 19, 12, 60
_STACK_GAP = 0.18  # leaves bars high enough for their texts
_ROOM_FOR_LABELS = 1.28  # beside the longest bar
_ROOM_FOR_UNKNOWN = 1.6  # beside a bar of which a part is unknown


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
            "ticktext": [short_label(row[chart.label]) for row in rows],
        },
        "uniformtext": {"minsize": theme.SMALL_FONT_SIZE, "mode": "hide"},
        "clickmode": "event+select",
        "dragmode": False,
    }
    if chart.is_stacked:
        unknown_words = _unknown_words(rows, chart, dark)
        room = _ROOM_FOR_UNKNOWN if any(unknown_words["x"]) else 1.02
        layout["xaxis"]["range"] = [0, _longest(rows, chart) * room or 1]
        layout["bargap"] = _STACK_GAP
        if unknown_words["text"]:
            traces.append(unknown_words)
    return traces, layout


def _unknown_words(rows: list[Row], chart: MeasureBars, dark: bool) -> dict[str, object]:
    """Words over the rows with an unknown part: without them a bar would look whole, or zero."""
    unknown = {
        place: names
        for place, row in enumerate(rows)
        if (names := [name for name in chart.values if row[name] is None])
    }
    return {
        "type": "scatter",
        "mode": "text",
        "x": [sum(rows[place][name] or 0 for name in chart.values) for place in unknown],
        "y": list(unknown),
        "text": [
            _("unknown")
            if len(names) == len(chart.values)
            else _("{parts} unknown").format(parts=_(", ").join(map(label_of, names)))
            for names in unknown.values()
        ],
        "textposition": "middle right",
        "textfont": {"size": theme.SMALL_FONT_SIZE, "color": theme.palette(dark).muted_text},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _longest(rows: list[Row], chart: MeasureBars) -> float:
    together = sum if chart.is_stacked else max
    return max((together(row[name] or 0 for name in chart.values) for row in rows), default=0)


def _texts(rows: list[Row], name: str) -> list[str]:
    unit = unit_of(name)
    return [numbers.value_text(row[name], unit) for row in rows]
