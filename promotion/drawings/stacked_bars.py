"""Stacked columns over months, or stacked bars over categories, with a share as a line."""

from promotion import numbers, theme
from promotion.descriptions import StackedBars
from promotion.drawings.common import (
    COLUMN_HEIGHT,
    LEAST_HEIGHT,
    ROW_HEIGHT,
    UNCHANGED_BY_CLICK,
    Drawing,
    Row,
    first_rows,
    label_ticks,
    month_axis,
    opacities,
    share_axis,
    share_line,
)
from promotion.exhibit import Exhibit
from promotion.figure_totals import totals_told
from promotion.measures import label_of, unit_of

_ROOM_FOR_TOTALS, _ROOM_FOR_UNKNOWN = 1.3, 1.7  # beside the longest bar


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of stacked columns over months or bars over categories."""
    chart: StackedBars = exhibit.chart
    sideways = chart.x_label is not None
    rows = first_rows(exhibit.rows(), chart.x, chart.most)
    palette = theme.series_colours(chart.series, dark)
    positions = list(dict.fromkeys(row[chart.series] for row in rows))
    traces = []
    for place, code in enumerate(positions):
        members = [row for row in rows if row[chart.series] == code]
        if not any(row[chart.value] for row in members):
            continue
        colour = palette[place % len(palette)]
        traces.append(_series(chart, members, colour, theme.palette(dark), marked))
    layout = {
        "barmode": "stack",
        "showlegend": True,
        "height": COLUMN_HEIGHT,
        "xaxis": {} if sideways else month_axis(list(dict.fromkeys(row[chart.x] for row in rows))),
        "yaxis": {"rangemode": "tozero", "nticks": 6, "tickformat": ",d"},
        "clickmode": "event+select",
        "dragmode": False,
    }
    if sideways:
        layout |= {
            "height": max(LEAST_HEIGHT, ROW_HEIGHT * len({row[chart.x] for row in rows}) + 70),
            "xaxis": {"rangemode": "tozero", "nticks": 6, "tickformat": ",d"},
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
        "text": [numbers.value_text(value, unit_of(chart.value)) for value in values],
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
