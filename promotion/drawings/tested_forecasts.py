"""Past forecasts and their intervals as shares of what came."""

from promotion import numbers, theme
from promotion.descriptions import TestedForecasts
from promotion.drawings.common import Drawing
from promotion.drawings.lanes import FURTHEST, Lanes, by_metric, interval, lanes_of, most_lanes
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import label_of, unit_of

Row = dict[str, object]

_LANE_PX, _ROOM_PX = 22, 130


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout: a band a measure, in it a lane for each day of a forecast."""
    chart: TestedForecasts = exhibit.chart
    look = theme.palette(dark)
    rows = drawn_rows(exhibit)
    most = most_lanes(by_metric(rows, chart.metric))
    lanes = lanes_of(rows, chart.metric, chart.day, most / (most + 1))  # one is left for its name
    edge = min(furthest(chart, rows), FURTHEST)
    traces = [
        _lines(
            chart,
            [
                (row, lanes.places[row[chart.metric], row[chart.day]])
                for row in rows
                if row[chart.is_within] is holds
            ],
            name,
            colour,
            edge,
        )
        for holds, name, colour in kinds_of(look)
    ]
    traces.append(
        {
            "type": "scatter",
            "mode": "lines",
            "name": label_of(chart.actual),
            "x": [1, 1],
            "y": [-0.5, max(len(lanes.of_metric), 1) - 0.5],
            "line": {"color": look.text, "width": 2},
            "hoverinfo": "skip",
        }
    )
    layout = {
        "height": lanes.height(_LANE_PX, _ROOM_PX),
        "showlegend": True,
        "xaxis": {"range": [0, edge * 1.05], "tickformat": ".0%", "nticks": 6},
        "yaxis": _axis(chart, lanes),
        "dragmode": False,
        "margin": {"b": 8, "t": 8},
    }
    return traces, layout


def drawn_rows(exhibit: Exhibit) -> list[Row]:
    """The rows that have a share: a forecast, and something that came."""
    chart: TestedForecasts = exhibit.chart
    return [row for row in exhibit.rows() if row[chart.middle] is not None and row[chart.actual]]


def furthest(chart: TestedForecasts, rows: list[Row]) -> float:
    """The largest share that the rows show, the whole among them."""
    return max([1.0, *(row[chart.high] / row[chart.actual] for row in rows)])


def kinds_of(look: theme.Palette) -> tuple[tuple[bool, str, str], ...]:
    """Whether an interval holds what came, how that is called, and its colour."""
    return (
        (True, _("Actual inside the interval"), look.accent),
        (False, _("Actual outside it"), look.below),
    )


def _axis(chart: TestedForecasts, lanes: Lanes) -> dict[str, object]:
    """The axis of bands: the month of each lane, and above a measure's first the measure.

    Beside it, a telephone would have little room left for the plot.
    """
    named: dict[float, str] = {}
    for metric, members in lanes.of_metric.items():
        first = lanes.places[metric, members[0][chart.day]]
        named[first - lanes.breadth] = members[0][chart.metric_label]
        for row in members:
            named[lanes.places[metric, row[chart.day]]] = numbers.month_tick(row[chart.day])
    axis = lanes.axis(named.keys(), named.values())
    bottom, top = axis["range"]
    return axis | {"range": [bottom, top - lanes.breadth / 2]}


def _lines(
    chart: TestedForecasts, placed: list[tuple[Row, float]], name: str, colour: str, edge: float
) -> dict[str, object]:
    """Dots with their intervals as lines."""

    def shares(column: str) -> list[float]:
        return [min(row[column] / row[chart.actual], edge) for row, _place in placed]

    lows, middles, highs = (shares(each) for each in (chart.low, chart.middle, chart.high))
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": middles,
        "y": [place for _row, place in placed],
        "error_x": interval(lows, middles, highs, colour),
        "marker": {"color": colour, "size": 8},
        "customdata": [_words(chart, row) for row, _place in placed],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _words(chart: TestedForecasts, row: Row) -> str:
    def amount(column: str) -> str:
        return numbers.value_text(row[column], unit_of(column, row[chart.metric]))

    return _("{metric}, made on {day}: forecast {middle} ({low}–{high}), actual {actual}").format(
        metric=row[chart.metric_label],
        day=numbers.date_text(row[chart.day]),
        middle=amount(chart.middle),
        low=amount(chart.low),
        high=amount(chart.high),
        actual=amount(chart.actual),
    )
