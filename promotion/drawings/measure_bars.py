"""Bars of several measures, side by side or stacked, with a rate as a line."""

from promotion import numbers, theme
from promotion.descriptions import MeasureBars
from promotion.drawings.common import (
    BESIDE_BAR,
    COLUMN_HEIGHT,
    LEAST_HEIGHT,
    STACK_HEIGHT,
    UNCHANGED_BY_CLICK,
    UNIFORM_TEXT,
    Drawing,
    Row,
    month_axis,
    opacities,
    share_axis,
    share_line,
    short,
    within_bar,
)
from promotion.exhibit import Exhibit
from promotion.figure_unit import AMOUNTS, largest
from promotion.language import _
from promotion.measures import STAGES, label_of, unit_of

_BAR_PX, _GAP_PX, _LEGEND_PX = 19, 12, 60
_LEGEND_LINE_PX = 22  # three names side by side seldom fit: else the bars lose it, and their labels
_NAME_WIDTH = 24  # Latin characters of a name on a line
_ROOM_FOR_LABELS, _ROOM_FOR_AMOUNTS = 1.28, 1.75  # beside the longest bar
_ROOM_FOR_UNKNOWN = 1.6  # beside a bar of which a part is unknown
# Beside the plot, for a telephone; and beside the longest bar, for pictures with their own margins.
_ASIDE_PX, _ROOM_FOR_ASIDES = 76, 1.2

_BESIDE = {
    "texttemplate": BESIDE_BAR,
    "textposition": "outside",
    "constraintext": "none",
    "textfont": {"size": theme.SMALL_FONT_SIZE},
}


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of bars of several measures for each category."""
    chart: MeasureBars = exhibit.chart
    return _sideways(exhibit, dark, marked) if chart.label else _columns(exhibit, dark)


def _columns(exhibit: Exhibit, dark: bool) -> Drawing:
    chart: MeasureBars = exhibit.chart
    rows = exhibit.rows()
    unit = unit_of(chart.values[0])
    divisor, _words = numbers.axis_scale(largest(exhibit), unit)
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
        for name, colour in colour_of_measures(chart, dark).items()
    ]
    layout = {
        "barmode": "stack" if chart.is_stacked else "group",
        "showlegend": True,
        "height": COLUMN_HEIGHT,
        "xaxis": month_axis([row[chart.category] for row in rows]),
        "yaxis": {"rangemode": "tozero", "nticks": 6},
    }
    if chart.line:
        rates = [_rate(row, chart.line, chart.base) for row in rows]
        traces.append(share_line(months, rates, label_of(chart.line), dark))
        layout["yaxis2"] = share_axis()
    return traces, layout


def colour_of_measures(chart: MeasureBars, dark: bool = False) -> dict[str, str]:
    """The colour of each measure; where measures are stages, those stages' colours."""
    if not chart.stages:
        return theme.colour_of_measures(chart.values, chart.achieved, dark, chart.is_ordered)
    by_stage = theme.stage_colours(tuple(STAGES)[1:], dark)
    return {name: by_stage[stage] for name, stage in zip(chart.values, chart.stages, strict=True)}


def _rate(row: Row, rate: str, base: str | None) -> float | None:
    return None if _is_small(row, base) else row[rate]


def _is_small(row: Row, base: str | None) -> bool:
    return base is not None and (row[base] or 0) < numbers.SMALL_BASE


def drawn_rows(exhibit: Exhibit) -> list[Row]:
    """The rows that have bars; of bars lying sideways the first ones whose base is not small."""
    chart: MeasureBars = exhibit.chart
    if chart.label is None:
        return exhibit.rows()
    base = None if chart.rate else chart.base
    return [row for row in exhibit.rows() if not _is_small(row, base)][: chart.most]


def _sideways(exhibit: Exhibit, dark: bool, marked: tuple[str, ...]) -> Drawing:
    chart: MeasureBars = exhibit.chart
    rows = drawn_rows(exhibit)
    longest = _longest(rows, chart)
    traces = _bars(rows, chart, dark, marked)
    row_px = STACK_HEIGHT if chart.is_stacked else _BAR_PX * len(chart.values) + _GAP_PX
    is_long = unit_of(chart.values[0]) in AMOUNTS
    room = _ROOM_FOR_AMOUNTS if is_long else _ROOM_FOR_LABELS
    more_names = max(0, len(chart.values) - 2)
    layout = {
        "barmode": "stack" if chart.is_stacked else "group",
        "showlegend": True,
        "height": max(LEAST_HEIGHT, row_px * len(rows) + _LEGEND_PX + _LEGEND_LINE_PX * more_names),
        "xaxis": {"visible": False, "range": [0, longest * room or 1]},
        # Places rather than names: two categories may have the same one.
        "yaxis": {
            "autorange": "reversed",
            "showgrid": False,
            "tickvals": list(range(len(rows))),
            "ticktext": [_label(row, chart) for row in rows],
        },
        "uniformtext": UNIFORM_TEXT,
        "clickmode": "event+select",
        "dragmode": False,
    }
    if chart.is_stacked:
        unknown_words = _unknown_words(rows, chart, dark)
        room = _ROOM_FOR_ASIDES if chart.aside else 1.02
        if any(unknown_words["x"]):
            room = _ROOM_FOR_UNKNOWN
        layout["xaxis"]["range"] = [0, longest * room or 1]
        if unknown_words["text"] and not chart.aside:
            traces.append(unknown_words)
    if chart.aside:
        traces.append(_asides(rows, chart, theme.palette(dark).muted_text))
        layout["margin"] = {"r": _ASIDE_PX}
    return traces, layout


def _bars(
    rows: list[Row], chart: MeasureBars, dark: bool, marked: tuple[str, ...]
) -> list[dict[str, object]]:
    """The lying bars of each measure, each labelled."""
    codes = [row[chart.category] for row in rows]
    ground = theme.palette(dark).ground
    return [
        {
            "type": "bar",
            "orientation": "h",
            "name": label_of(name),
            "y": list(range(len(rows))),
            "x": [row[name] or 0 for row in rows],
            "text": _texts(rows, name),
            **(within_bar(colour) if chart.is_stacked else _BESIDE),
            "cliponaxis": False,
            "hovertext": [row[chart.label] for row in rows],
            "customdata": codes,
            "marker": {
                "color": colour,
                "opacity": opacities(codes, marked),
                "line": {"width": 0.5 if chart.is_stacked else 0, "color": ground},
            },
            **UNCHANGED_BY_CLICK,
            "hovertemplate": "%{hovertext} · %{fullData.name}: %{text}<extra></extra>",
        }
        for name, colour in colour_of_measures(chart, dark).items()
    ]


def _asides(rows: list[Row], chart: MeasureBars, colour: str) -> dict[str, object]:
    """The measure written at the end of each stack; nothing where it is unknown."""
    unit = unit_of(chart.aside)
    values = [row[chart.aside] for row in rows]
    texts = [
        "" if value is None else numbers.with_unit(text, unit) if unit == "days" else text
        for value, text in zip(values, numbers.texts_alike(values, unit), strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "text",
        "showlegend": False,
        "x": [sum(row[name] or 0 for name in chart.values) for row in rows],
        "y": list(range(len(rows))),
        "text": [f"  {text}" for text in texts],
        "textposition": "middle right",
        "textfont": {"size": theme.SMALL_FONT_SIZE, "color": colour},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


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


def _label(row: Row, chart: MeasureBars) -> str:
    """What a row of bars is called, with its rate; a long name in two lines."""
    name = short(row[chart.label], _NAME_WIDTH)
    rate = _rate(row, chart.rate, chart.base) if chart.rate else None
    if rate is None:
        return name
    return f"{name}<br>{numbers.value_text(rate, unit_of(chart.rate))}"


def _longest(rows: list[Row], chart: MeasureBars) -> float:
    together = sum if chart.is_stacked else max
    return max((together(row[name] or 0 for name in chart.values) for row in rows), default=0)


def _texts(rows: list[Row], name: str) -> list[str]:
    return numbers.texts_alike([row[name] for row in rows], unit_of(name))
