"""Horizontal bars, sorted, each labelled with its value."""

from promotion import numbers, theme
from promotion.descriptions import Bars
from promotion.drawings.common import (
    BESIDE_BAR,
    LEAST_HEIGHT,
    ROW_HEIGHT,
    UNCHANGED_BY_CLICK,
    Drawing,
    Row,
    opacities,
    own_colour,
)
from promotion.exhibit import Exhibit
from promotion.figure_unit import AMOUNTS
from promotion.measures import unit_of

# A bar takes this share of its row, and no more pixels than these.
WIDEST_SHARE, WIDEST_BAR_PX = 0.72, 48
# The axis's length, in that of the longest bar: room for its label, which of amounts is long.
_ROOM, _ROOM_FOR_AMOUNTS = 1.3, 1.65


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of horizontal bars, sorted, each labelled with its value."""
    chart: Bars = exhibit.chart
    rows = drawn_rows(exhibit)
    values = [row[chart.value] or 0 for row in rows]
    largest = chart.scale.largest if chart.scale else max([*values, 0])
    codes = [row[chart.category] for row in rows]
    texts = [
        numbers.measure_text(row, chart.value, unit_of(chart.value, row.get("metric")))
        for row in rows
    ]
    room = _ROOM_FOR_AMOUNTS if unit_of(chart.value) in AMOUNTS else _ROOM
    look = theme.palette(dark)
    height = max(LEAST_HEIGHT, ROW_HEIGHT * len(rows) + 40)
    fill = (
        [colours.get(code, look.accent) for code in codes]
        if chart.coloured_by_district
        else own_colour(chart, colours, dark)
    )
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": [row[chart.label] for row in rows],
        "x": values,
        "text": texts,
        "texttemplate": BESIDE_BAR,
        "textposition": "outside",
        "width": min(WIDEST_SHARE, WIDEST_BAR_PX * len(rows) / height),
        "cliponaxis": False,
        "constraintext": "none",
        "customdata": codes,
        "marker": {"color": fill, "opacity": opacities(codes, marked)},
        **UNCHANGED_BY_CLICK,
        "hovertemplate": "%{y}: %{text}<extra></extra>",
    }
    layout = {
        "height": height,
        "showlegend": False,
        "xaxis": {"visible": False, "range": [0, largest * room or 1]},
        "yaxis": {"autorange": "reversed", "showgrid": False, "type": "category"},
        "margin": {"t": 8, "b": 8},
        "clickmode": "event+select",
        "dragmode": False,
    }
    return [trace], layout


def drawn_rows(exhibit: Exhibit) -> list[Row]:
    """The rows that have bars, the longest first; beside another figure in the order of both."""
    chart: Bars = exhibit.chart
    rows = [row for row in exhibit.rows() if row[chart.category] not in chart.leave_out]
    if chart.scale is None:
        rows.sort(key=lambda row: -(row[chart.value] or 0))
    else:
        rows.sort(key=lambda row: chart.scale.categories.index(row[chart.category]))
    return rows[: chart.most]
