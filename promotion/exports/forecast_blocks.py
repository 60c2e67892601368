"""Forecasts as blocks of cells: a block a measure, its rows' shares, their intervals around them.

A share is of one row's target or of what came, so no chart has two units on one axis.
"""

from collections.abc import Callable, Mapping
from math import ceil
from typing import TypeVar

from promotion import numbers, theme
from promotion.descriptions import Forecasts, TestedForecasts
from promotion.drawings import forecasts, tested_forecasts
from promotion.drawings.lanes import by_metric
from promotion.exhibit import Exhibit
from promotion.exports.blocks import Block, Series, cell_text
from promotion.exports.number_formats import number_format
from promotion.language import _
from promotion.measures import label_of

Row = dict[str, object]
Chart = TypeVar("Chart", Forecasts, TestedForecasts)
Shares = tuple[float | None, ...]

_FORMAT = number_format("completion_forecast")
_COMMON = 2.0  # what reaches further than twice the whole has an axis of its own
_STEP, _LONG_STEP = 0.2, 0.5  # that axes end at a multiple of, up to there and beyond


def year_blocks(exhibit: Exhibit, colours: dict[str, str]) -> tuple[Block, ...]:
    """A block for each measure with targets: so far, forecast, target and pace of time."""
    chart: Forecasts = exhibit.chart
    drawn = by_metric(forecasts.drawn_rows(exhibit), chart.metric)
    tops = _tops(chart, drawn, forecasts.furthest)
    return tuple(
        _year_block(chart, rows, colours, tops[metric])
        for metric, rows in by_metric(exhibit.rows(), chart.metric).items()
        if metric in drawn
    )


def _year_block(chart: Forecasts, rows: list[Row], colours: dict[str, str], top: float) -> Block:
    def shares(column: str) -> Shares:
        return tuple(
            forecasts.share(chart, row, column) if row[chart.target] else None for row in rows
        )

    look = theme.LIGHT
    series = (
        Series(
            label_of(chart.so_far),
            shares(chart.so_far),
            _FORMAT,
            look.scale[2],
            tuple(colours.get(row[chart.category], look.scale[2]) for row in rows),
        ),
        *_with_interval(
            label_of(chart.middle),
            shares(chart.low),
            shares(chart.middle),
            shares(chart.high),
            look.text,
            place=1,
        ),
        _rule(_("Target"), 1.0, len(rows), look.muted_text, "rule"),
        _rule(
            forecasts.pace_words(rows[0][chart.pace]),
            rows[0][chart.pace],
            len(rows),
            look.text,
            "dotted rule",
        ),
    )
    first = next(row for row in rows if row[chart.target] and row[chart.so_far] is not None)
    names = " · ".join(cell_text(first, name) for name in (chart.metric_label, chart.label))
    return Block(
        "column",
        label_of(chart.category),
        tuple(cell_text(row, chart.label) for row in rows),
        series,
        "",
        top=top,
        title=f"{names} {forecasts.interval_words(chart, first)}",
    )


def tested_blocks(exhibit: Exhibit, colours: dict[str, str]) -> tuple[Block, ...]:
    """A block for each measure forecast: what held what came, what did not, against what came."""
    chart: TestedForecasts = exhibit.chart
    drawn = by_metric(tested_forecasts.drawn_rows(exhibit), chart.metric)
    tops = _tops(chart, drawn, tested_forecasts.furthest)
    return tuple(
        _tested_block(
            chart,
            rows,
            drawn[metric],
            tops[metric],
        )
        for metric, rows in by_metric(exhibit.rows(), chart.metric).items()
        if metric in drawn
    )


def _tested_block(chart: TestedForecasts, rows: list[Row], drawn: list[Row], top: float) -> Block:
    """Of all days of the measure, so that the measures' charts have the same ones."""
    series: list[Series] = []
    for holds, name, colour in tested_forecasts.kinds_of(theme.LIGHT):
        lows, middles, highs = (
            tuple(
                row[column] / row[chart.actual]
                if row in drawn and row[chart.is_within] is holds
                else None
                for row in rows
            )
            for column in (chart.low, chart.middle, chart.high)
        )
        series += _with_interval(name, lows, middles, highs, colour, place=len(series))
    series.append(_rule(label_of(chart.actual), 1.0, len(rows), theme.LIGHT.text, "rule"))
    held = sum(row[chart.is_within] for row in drawn)
    words = _("{held} of {count} held").format(
        held=numbers.count_text(held), count=numbers.count_text(len(drawn))
    )
    return Block(
        "line",
        label_of(chart.day),
        tuple(numbers.month_tick(row[chart.day]) for row in rows),
        tuple(series),
        "",
        top=top,
        title=f"{cell_text(rows[0], chart.metric_label)} · {words}",
    )


def _with_interval(
    name: str, lows: Shares, middles: Shares, highs: Shares, colour: str, place: int
) -> list[Series]:
    """Points, and how far their intervals reach up and down; `place` is that of the points."""
    lengths = (
        (_("{name}, up to the upper end"), highs, 1),
        (_("{name}, down to the lower end"), lows, -1),
    )
    return [
        Series(name, middles, _FORMAT, colour, mark="dot", interval=(place + 1, place + 2)),
        *(
            Series(
                words.format(name=name),
                tuple(
                    None if at is None or end is None else max((end - at) * way, 0.0)
                    for at, end in zip(middles, ends, strict=True)
                ),
                _FORMAT,
                colour,
                is_drawn=False,
            )
            for words, ends, way in lengths
        ),
    ]


def _rule(name: str, at: float, count: int, colour: str, mark: str) -> Series:
    return Series(name, (at,) * count, _FORMAT, colour, mark=mark)


def _tops(
    chart: Chart,
    drawn: Mapping[object, list[Row]],
    furthest: Callable[[Chart, list[Row]], float],
) -> dict[object, float]:
    """Where each measure's axis ends: all at one place but those that reach too far for it."""
    ends = [furthest(chart, [row]) for rows in drawn.values() for row in rows]
    common = _top(max((end for end in ends if end <= _COMMON), default=1.0))
    return {metric: max(common, _top(furthest(chart, rows))) for metric, rows in drawn.items()}


def _top(end: float) -> float:
    step = _STEP if end <= _COMMON else _LONG_STEP
    return round(ceil(round(end / step, 6)) * step, 6)
