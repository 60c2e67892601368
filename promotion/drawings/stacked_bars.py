"""Stacked columns over months, or stacked bars over categories, with a share as a line."""

from promotion import numbers, theme
from promotion.descriptions import StackedBars
from promotion.drawings.common import (
    COLUMN_HEIGHT,
    LEAST_HEIGHT,
    STACK_HEIGHT,
    UNCHANGED_BY_CLICK,
    UNIFORM_TEXT,
    Drawing,
    Row,
    first_rows,
    label_ticks,
    month_axis,
    opacities,
    share_axis,
    share_line,
    within_bar,
)
from promotion.exhibit import Exhibit
from promotion.figure_totals import totals_told
from promotion.measures import label_of, unit_of

_MOST_LABELLED = 6  # series; the parts of more are too small for their labels
_ROOM_ABOVE = 1.05  # of the highest stack, where two figures share a scale
_ROOM_FOR_TOTALS, _ROOM_FOR_UNKNOWN = 1.3, 1.7  # beside the longest bar


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of stacked columns over months or bars over categories."""
    chart: StackedBars = exhibit.chart
    sideways = chart.x_label is not None
    rows = first_rows(exhibit.rows(), chart.x, chart.most)
    palette = theme.series_colours(chart.series, dark)
    positions = series_names(rows, chart)
    traces = []
    for place, (code, name) in enumerate(positions.items()):
        members = [row for row in rows if row[chart.series] == code]
        members = members or _none_of(rows, chart, code, name)
        if not members or not is_drawn(chart, code, members):
            continue
        colour = palette[place % len(palette)]
        trace = _series(chart, members, colour, theme.palette(dark), marked)
        if sideways and len(positions) <= _MOST_LABELLED:
            trace |= within_bar(colour)
        traces.append(trace)
    values = {"nticks": 6, "tickformat": ",d"} | (
        {"range": [0, chart.scale.largest * _ROOM_ABOVE or 1]}
        if chart.scale
        else {"rangemode": "tozero"}
    )
    layout = {
        "barmode": "stack",
        "showlegend": True,
        "height": COLUMN_HEIGHT,
        "xaxis": {} if sideways else _months(rows, chart),
        "yaxis": values,
        "clickmode": "event+select",
        "dragmode": False,
    }
    if sideways:
        layout |= {
            "uniformtext": UNIFORM_TEXT,
            "bargap": 0.2,
            "height": max(LEAST_HEIGHT, STACK_HEIGHT * len({row[chart.x] for row in rows}) + 70),
            "xaxis": values,
            "yaxis": {
                "type": "category",
                "autorange": "reversed",
                "showgrid": False,
                "categoryorder": "array",
                "categoryarray": list(dict.fromkeys(row[chart.x_label] for row in rows)),
                **label_ticks([row[chart.x_label] for row in rows]),
            },
        }
    if chart.total:
        totals, longest = _totals(exhibit, rows, theme.palette(dark).text)
        traces.append(totals)
        layout["xaxis"]["range"] = [0, longest]
    if chart.line:
        by_x = {row[chart.x]: row[chart.line] for row in rows}
        months = [numbers.month_tick(day) for day in by_x]
        traces.append(share_line(months, list(by_x.values()), label_of(chart.line), dark))
        layout["yaxis2"] = share_axis()
    return traces, layout


def series_names(rows: list[Row], chart: StackedBars) -> dict[str, str]:
    """The name of every series by its code, in order; those of the figure beside it come last."""
    names = {row[chart.series]: row[chart.series_label] for row in rows}
    return (
        names
        if chart.scale is None
        else names | {code: name for code, name in chart.scale.series if code not in names}
    )


def is_drawn(chart: StackedBars, code: str, members: list[Row]) -> bool:
    """Whether a series has any value, here or in the figure beside this one."""
    if chart.scale:
        return code in dict(chart.scale.series)
    return any(row[chart.value] for row in members)


def _none_of(rows: list[Row], chart: StackedBars, code: str, name: str) -> list[Row]:
    """Rows of a series that only the figure beside this one has: the legends must be alike."""
    places = {row[chart.x]: row for row in rows}
    nothing = {chart.series: code, chart.series_label: name, chart.value: 0}
    return [row | nothing for row in places.values()]


def _months(rows: list[Row], chart: StackedBars) -> dict[str, object]:
    months = list(dict.fromkeys(row[chart.x] for row in rows))
    places = chart.scale.place_count if chart.scale else 0
    axis = month_axis(months, places)
    if places > len(months):
        axis["range"] = [-0.5, places - 0.5]
    return axis


def _series(
    chart: StackedBars,
    members: list[Row],
    colour: str,
    look: theme.Palette,
    marked: tuple[str, ...],
) -> dict[str, object]:
    sideways = chart.x_label is not None
    along = [
        row[chart.x_label] if sideways else numbers.month_tick(row[chart.x]) for row in members
    ]
    values = [row[chart.value] for row in members]
    axis = "y" if sideways else "x"
    codes = [row[chart.x] if sideways else row[chart.series] for row in members]
    return {
        "type": "bar",
        "orientation": "h" if sideways else "v",
        "name": members[0][chart.series_label],
        "x": values if sideways else along,
        "y": along if sideways else values,
        "customdata": codes,
        "text": numbers.texts_alike(values, unit_of(chart.value)),
        "textposition": "none",
        "marker": {
            "color": colour,
            "line": {"width": 0.5, "color": look.ground},
            **({"opacity": opacities(codes, marked)} if sideways else {}),
        },
        **UNCHANGED_BY_CLICK,
        "hovertemplate": f"%{{{axis}}} · %{{fullData.name}}: %{{text}}<extra></extra>",
    }


def _totals(exhibit: Exhibit, rows: list[Row], colour: str) -> tuple[dict[str, object], float]:
    """The totals written at the end of the bars, and how long an axis they need."""
    chart: StackedBars = exhibit.chart
    drawn = {row[chart.x]: row for row in rows}
    texts = totals_told(exhibit)
    trace = {
        "type": "scatter",
        "mode": "text",
        "showlegend": False,
        "x": [row[chart.total] or 0 for row in drawn.values()],
        "y": [row[chart.x_label] for row in drawn.values()],
        "text": [f"  {texts[code]}" for code in drawn],
        "textposition": "middle right",
        "textfont": {"size": theme.FONT_SIZE - 1, "color": colour},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    room = _ROOM_FOR_UNKNOWN if any(row[chart.value] is None for row in rows) else _ROOM_FOR_TOTALS
    return trace, max(trace["x"], default=0) * room or 1
