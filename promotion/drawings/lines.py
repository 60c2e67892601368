"""A line over months."""

from promotion import numbers, theme
from promotion.descriptions import Lines
from promotion.drawings.common import COLUMN_HEIGHT, Drawing, month_axis
from promotion.exhibit import Exhibit
from promotion.figure_unit import largest
from promotion.measures import unit_of


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of a line over months."""
    chart: Lines = exhibit.chart
    rows = exhibit.rows()
    unit = unit_of(chart.value)
    divisor, words = numbers.axis_scale(largest(exhibit), unit)
    colour = colours.get(exhibit.filters.districts[0]) if exhibit.filters.districts else None
    trace = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [numbers.month_tick(row[chart.x]) for row in rows],
        "y": [None if row[chart.value] is None else row[chart.value] / divisor for row in rows],
        "text": [numbers.value_text(row[chart.value], unit) for row in rows],
        "line": {"color": colour or theme.palette(dark).accent, "width": 2.5},
        "hovertemplate": "%{x}: %{text}<extra></extra>",
    }
    layout = {
        "height": COLUMN_HEIGHT,
        "showlegend": False,
        "xaxis": month_axis([row[chart.x] for row in rows]),
        "yaxis": {"rangemode": "tozero", "nticks": 6, "title": {"text": words}},
    }
    return [trace], layout
