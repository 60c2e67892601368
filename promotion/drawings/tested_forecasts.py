"""Past forecasts and their intervals as shares of what came."""

from datetime import date

from promotion import numbers, theme
from promotion.descriptions import TestedForecasts
from promotion.drawings.common import LEAST_HEIGHT, Drawing
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import label_of, unit_of

Row = dict[str, object]

_LANE_PX, _ROOM_PX = 20, 130
_BAND = 0.84  # of a measure's place that its lanes fill
_FURTHEST = 3.0  # what lies beyond is drawn at the edge, its number in the words


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout: a band a measure, in it a lane for each day of a forecast."""
    chart: TestedForecasts = exhibit.chart
    look = theme.palette(dark)
    rows = [row for row in exhibit.rows() if row[chart.middle] is not None and row[chart.actual]]
    metrics = list(dict.fromkeys(row[chart.metric] for row in rows))
    members = {metric: [row for row in rows if row[chart.metric] == metric] for metric in metrics}
    most = max((len(each) for each in members.values()), default=0)
    places = {
        (metric, row[chart.day]): place + (lane + 0.5) / most * _BAND - _BAND / 2
        for place, metric in enumerate(metrics)
        for lane, row in enumerate(members[metric])
    }
    furthest = max([1.0, *(row[chart.high] / row[chart.actual] for row in rows)])
    edge = min(furthest, _FURTHEST)
    kinds = ((True, _("holds what came"), look.accent), (False, _("does not"), look.below))
    traces = [
        _lines(
            chart,
            [
                (row, places[row[chart.metric], row[chart.day]])
                for row in rows
                if row[chart.is_within] is holds
            ],
            name,
            colour,
            edge,
        )
        for holds, name, colour in kinds
    ]
    traces.append(
        {
            "type": "scatter",
            "mode": "lines",
            "name": label_of(chart.actual),
            "x": [1, 1],
            "y": [-0.5, max(len(metrics), 1) - 0.5],
            "line": {"color": look.text, "width": 2},
            "hoverinfo": "skip",
        }
    )
    layout = {
        "height": max(LEAST_HEIGHT, _LANE_PX * most * len(metrics) + _ROOM_PX),
        "showlegend": True,
        "xaxis": {"range": [0, edge * 1.05], "tickformat": ".0%", "nticks": 6},
        "yaxis": {
            "range": [max(len(metrics), 1) - 0.5, -0.5],
            "showgrid": False,
            "zeroline": False,
            "tickvals": list(places.values()),
            "ticktext": [_lane_name(chart, members[metric], day) for metric, day in places],
        },
        "dragmode": False,
        "margin": {"b": 8, "t": 8},
    }
    return traces, layout


def _lane_name(chart: TestedForecasts, members: list[Row], day: date) -> str:
    """The month of the day; before the first of a measure's, the measure."""
    month = numbers.month_tick(day)
    first = members[0]
    return f"{first[chart.metric_label]} {month}" if first[chart.day] == day else month


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
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [max(high - at, 0) for high, at in zip(highs, middles, strict=True)],
            "arrayminus": [max(at - low, 0) for low, at in zip(lows, middles, strict=True)],
            "color": colour,
            "thickness": 2,
            "width": 3,
        },
        "marker": {"color": colour, "size": 8},
        "customdata": [_words(chart, row) for row, _place in placed],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _words(chart: TestedForecasts, row: Row) -> str:
    def amount(column: str) -> str:
        return numbers.value_text(row[column], unit_of(column, row[chart.metric]))

    return _("{metric}, made on {day}: forecast {middle} ({low}–{high}), came {actual}").format(
        metric=row[chart.metric_label],
        day=numbers.date_text(row[chart.day]),
        middle=amount(chart.middle),
        low=amount(chart.low),
        high=amount(chart.high),
        actual=amount(chart.actual),
    )
