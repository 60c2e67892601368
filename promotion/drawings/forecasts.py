"""What a year is to reach as shares of its targets: so far, forecast and interval."""

from promotion import numbers, theme
from promotion.descriptions import Forecasts
from promotion.drawings.common import LEAST_HEIGHT, Drawing
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import unit_of

Row = dict[str, object]

_LANE_PX, _ROOM_PX = 17, 150
_BAND = 0.8  # of a measure's place that its lanes fill
_FURTHEST = 3.0  # what lies beyond is drawn at the edge, its number in the words


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout: a band a measure, in it a lane for all shown and each district."""
    chart: Forecasts = exhibit.chart
    look = theme.palette(dark)
    rows = [row for row in exhibit.rows() if row[chart.target] and row[chart.so_far] is not None]
    metrics = list(dict.fromkeys(row[chart.metric] for row in rows))
    members = {metric: [row for row in rows if row[chart.metric] == metric] for metric in metrics}
    most = max((len(each) for each in members.values()), default=0)
    places = {
        (row[chart.metric], row[chart.category]): place + (lane + 0.5) / most * _BAND - _BAND / 2
        for place, metric in enumerate(metrics)
        for lane, row in enumerate(members[metric])
    }
    furthest = max([1.0, *(_share(chart, row, chart.high) or 0 for row in rows)])
    furthest = max([furthest, *(_share(chart, row, chart.so_far) for row in rows)])
    edge = min(furthest, _FURTHEST) * 1.05
    traces = []
    for code in dict.fromkeys(row[chart.category] for row in rows):
        own = [row for row in rows if row[chart.category] == code]
        at = [places[row[chart.metric], code] for row in own]
        traces += _lane(chart, own, at, colours.get(code, look.text), edge, _BAND / most)
    if rows:
        traces += _lines(rows[0][chart.pace], len(metrics), look)
    names = [_axis_words(chart, members[metric][0]) for metric in metrics]
    layout = {
        "height": max(LEAST_HEIGHT, _LANE_PX * most * len(metrics) + _ROOM_PX),
        "showlegend": True,
        "xaxis": {"range": [0, edge], "tickformat": ".0%", "nticks": 6},
        "yaxis": {
            "range": [len(metrics) - 0.5, -0.5],
            "showgrid": False,
            "zeroline": False,
            "tickvals": list(range(len(metrics))),
            "ticktext": names,
        },
        "barmode": "overlay",
        "dragmode": False,
        "margin": {"b": 8, "t": 8},
    }
    return traces, layout


def _share(chart: Forecasts, row: Row, column: str) -> float | None:
    return None if row[column] is None else row[column] / row[chart.target]


def _axis_words(chart: Forecasts, row: Row) -> str:
    """The measure, and under it the completion that the first of its lanes is to reach."""
    if row[chart.middle] is None:
        return f"{row[chart.metric_label]}<br>" + _("too few to forecast")
    low, middle, high = (
        numbers.share_text(_share(chart, row, column))
        for column in (chart.low, chart.middle, chart.high)
    )
    words = _("{middle} ({low}–{high})").format(middle=middle, low=low, high=high)
    return f"{row[chart.metric_label]}<br>{words}"


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
        "x": [min(_share(chart, row, chart.so_far), edge) for row in rows],
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
    middles = [min(_share(chart, row, chart.middle), edge) for row, _place, _text in known]
    highs = [min(_share(chart, row, chart.high), edge) for row, _place, _text in known]
    lows = [min(_share(chart, row, chart.low), edge) for row, _place, _text in known]
    dots = {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "y": [place for _row, place, _text in known],
        "x": middles,
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [max(high - at, 0) for high, at in zip(highs, middles, strict=True)],
            "arrayminus": [max(at - low, 0) for low, at in zip(lows, middles, strict=True)],
            "color": colour,
            "thickness": 2,
            "width": 3,
        },
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
        (_("target"), 1.0, {"color": look.muted_text, "width": 2}),
        (
            _("pace {share}").format(share=numbers.share_text(pace)),
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
