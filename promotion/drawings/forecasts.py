"""What a year is to reach as shares of its targets: so far, forecast and interval."""

from promotion import numbers, theme
from promotion.descriptions import Forecasts
from promotion.drawings.common import Drawing
from promotion.drawings.lanes import FURTHEST, interval, lanes_of
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import unit_of

Row = dict[str, object]

_LANE_PX, _ROOM_PX = 17, 150
_BAND = 0.8  # of a measure's place that its lanes fill


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout: a band a measure, in it a lane for all shown and each district."""
    chart: Forecasts = exhibit.chart
    look = theme.palette(dark)
    rows = drawn_rows(exhibit)
    lanes = lanes_of(rows, chart.metric, chart.category, _BAND)
    edge = min(furthest(chart, rows), FURTHEST) * 1.05
    traces = []
    for code in dict.fromkeys(row[chart.category] for row in rows):
        own = [row for row in rows if row[chart.category] == code]
        at = [lanes.places[row[chart.metric], code] for row in own]
        traces += _lane(chart, own, at, colours.get(code, look.text), edge, lanes.breadth)
    metric_count = len(lanes.of_metric)
    if rows:
        traces += _lines(rows[0][chart.pace], metric_count, look)
    names = [_axis_words(chart, members[0]) for members in lanes.of_metric.values()]
    layout = {
        "height": lanes.height(_LANE_PX, _ROOM_PX),
        "showlegend": True,
        "xaxis": {"range": [0, edge], "tickformat": ".0%", "nticks": 6},
        "yaxis": lanes.axis(range(metric_count), names),
        "barmode": "overlay",
        "dragmode": False,
        "margin": {"b": 8, "t": 8},
    }
    return traces, layout


def drawn_rows(exhibit: Exhibit) -> list[Row]:
    """The rows that have a share: a target, and what is reached of it."""
    chart: Forecasts = exhibit.chart
    return [row for row in exhibit.rows() if row[chart.target] and row[chart.so_far] is not None]


def share(chart: Forecasts, row: Row, column: str) -> float | None:
    """The column's value as a share of the row's target; None where it is unknown."""
    return None if row[column] is None else row[column] / row[chart.target]


def furthest(chart: Forecasts, rows: list[Row]) -> float:
    """The largest share that the rows show, the target among them."""
    ends = (share(chart, row, column) for row in rows for column in (chart.so_far, chart.high))
    return max([1.0, *(end for end in ends if end is not None)])


def interval_words(chart: Forecasts, row: Row) -> str:
    """The completion that the row is to reach, and its interval."""
    if row[chart.middle] is None:
        return _("too few to forecast")
    return _("{middle} ({low}–{high})").format(**_interval(chart, row))


def _interval(chart: Forecasts, row: Row) -> dict[str, str]:
    ends = {"low": chart.low, "middle": chart.middle, "high": chart.high}
    return {name: numbers.share_text(share(chart, row, column)) for name, column in ends.items()}


def pace_words(pace: float) -> str:
    """What the line of the pace of time is called."""
    return _("Pace {share}").format(share=numbers.share_text(pace))


def _axis_words(chart: Forecasts, row: Row) -> str:
    """The measure, and under it the completion that the first of its lanes is to reach."""
    if row[chart.middle] is None:
        return f"{row[chart.metric_label]}<br>{interval_words(chart, row)}"
    # In three lines: a telephone needs the room for the plot.
    words = _("{measure}<br>{middle}<br>({low}–{high})")
    return words.format(measure=row[chart.metric_label], **_interval(chart, row))


def _lane(
    chart: Forecasts, rows: list[Row], places: list[float], colour: str, edge: float, width: float
) -> list[dict[str, object]]:
    name = rows[0][chart.label]
    words = [_words(chart, row) for row in rows]
    bars = {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "showlegend": False,
        "y": places,
        "x": [min(share(chart, row, chart.so_far), edge) for row in rows],
        "width": width * 0.82,
        "marker": {"color": colour, "opacity": 0.4},
        "customdata": words,
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    known = [
        (row, place, text)
        for row, place, text in zip(rows, places, words, strict=True)
        if row[chart.middle] is not None
    ]
    middles = [min(share(chart, row, chart.middle), edge) for row, _place, _text in known]
    highs = [min(share(chart, row, chart.high), edge) for row, _place, _text in known]
    lows = [min(share(chart, row, chart.low), edge) for row, _place, _text in known]
    dots = {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "y": [place for _row, place, _text in known],
        "x": middles,
        "error_x": interval(lows, middles, highs, colour),
        "marker": {"size": 8, "color": colour},
        "customdata": [text for _row, _place, text in known],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    return [bars, dots]


def _words(chart: Forecasts, row: Row) -> str:
    def amount(column: str) -> str:
        return numbers.value_text(row[column], unit_of(column, row[chart.metric]))

    if row[chart.middle] is None:
        return _("{district} · {metric}: so far {so_far} of {target}; too few to forecast").format(
            district=row[chart.label],
            metric=row[chart.metric_label],
            so_far=amount(chart.so_far),
            target=amount(chart.target),
        )
    return _(
        "{district} · {metric}: so far {so_far}, forecast {middle} ({low}–{high}), target {target}"
    ).format(
        district=row[chart.label],
        metric=row[chart.metric_label],
        so_far=amount(chart.so_far),
        middle=amount(chart.middle),
        low=amount(chart.low),
        high=amount(chart.high),
        target=amount(chart.target),
    )


def _lines(pace: float, metric_count: int, look: theme.Palette) -> list[dict[str, object]]:
    """The target and the pace of time as upright lines, named in the legend."""
    named = (
        (_("Target"), 1.0, {"color": look.muted_text, "width": 2}),
        (
            pace_words(pace),
            pace,
            {"color": look.text, "width": 2, "dash": "dot"},
        ),
    )
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": name,
            "x": [at, at],
            "y": [-0.5, metric_count - 0.5],
            "line": line,
            "hoverinfo": "skip",
        }
        for name, at, line in named
    ]
