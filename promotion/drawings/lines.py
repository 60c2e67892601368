"""A line over months, another behind it to compare with."""

from promotion import numbers, theme
from promotion.descriptions import Lines
from promotion.drawings.common import COLUMN_HEIGHT, Drawing, month_axis
from promotion.exhibit import Exhibit
from promotion.figure_unit import largest
from promotion.measures import label_of, unit_of


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of a line over months."""
    chart: Lines = exhibit.chart
    rows = exhibit.rows()
    unit = unit_of(chart.value)
    divisor, _words = numbers.axis_scale(largest(exhibit), unit)
    colour = colours.get(exhibit.filters.districts[0]) if exhibit.filters.districts else None
    look = theme.palette(dark)
    traces = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": label_of(name),
            "x": [numbers.month_tick(row[chart.x]) for row in rows],
            "y": [None if row[name] is None else row[name] / divisor for row in rows],
            "text": [numbers.value_text(row[name], unit) for row in rows],
            "line": line,
            "hovertemplate": "%{x} · %{fullData.name}: %{text}<extra></extra>",
        }
        for name, line in (
            (chart.other, {"color": look.muted_text, "width": 1.5, "dash": "dot"}),
            (chart.value, {"color": colour or look.accent, "width": 2.5}),
        )
        if name
    ]
    layout = {
        "height": COLUMN_HEIGHT,
        "showlegend": chart.other is not None,
        "xaxis": month_axis([row[chart.x] for row in rows]),
        "yaxis": {"rangemode": "tozero", "nticks": 6},
    }
    return traces, layout
