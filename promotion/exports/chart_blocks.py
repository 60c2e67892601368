"""A chart description and an exhibit's rows → the block of cells that a native chart is drawn from.

Blocks are data: exports/native_charts.py draws them with the spreadsheet's own charts.
"""

from collections.abc import Callable
from dataclasses import replace

from promotion import numbers, theme
from promotion.descriptions import (
    Bars,
    Bullets,
    Funnel,
    Lines,
    MeasureBars,
    Ranges,
    StackedBars,
)
from promotion.drawings import bars, stacked_bars
from promotion.drawings.common import own_colour
from promotion.drawings.measure_bars import colour_of_measures, drawn_rows
from promotion.exhibit import Exhibit
from promotion.exports.blocks import Block, Series, axis_title, axis_top, cell_text, month_names
from promotion.exports.cells import plain_value
from promotion.exports.number_formats import number_format
from promotion.figure_totals import totals_told
from promotion.figure_unit import AMOUNTS
from promotion.language import _
from promotion.measures import label_of, unit_of

Row = dict[str, object]


def block_of(exhibit: Exhibit, colours: dict[str, str]) -> Block | None:
    """What the exhibit's native chart shows; None where it has none, or no rows."""
    make = _BLOCKS.get(type(exhibit.chart))
    return None if make is None or exhibit.is_empty else make(exhibit, colours)


def _bars(exhibit: Exhibit, colours: dict[str, str]) -> Block:
    chart: Bars = exhibit.chart
    rows = (
        bars.drawn_rows(exhibit)
        if chart.scale
        else sorted(exhibit.rows(), key=lambda row: -(plain_value(row[chart.value]) or 0))[
            : chart.most
        ]
    )
    own = own_colour(chart, colours, dark=False)
    series = Series(
        label_of(chart.value),
        tuple(plain_value(row[chart.value]) for row in rows),
        number_format(chart.value),
        own,
        tuple(colours.get(row[chart.category], own) for row in rows)
        if chart.coloured_by_district
        else (),
    )
    categories = tuple(cell_text(row, chart.label) for row in rows)
    return Block(
        "bar",
        label_of(chart.category),
        categories,
        (series,),
        axis_title(chart.value),
        top=axis_top(chart.scale),
    )


def _lines(exhibit: Exhibit, colours: dict[str, str]) -> Block:
    chart: Lines = exhibit.chart
    district = next(iter(exhibit.filters.districts), None)
    series = [_column(exhibit, chart.value, colours.get(district, theme.LIGHT.accent))]
    if chart.other:
        series.append(_column(exhibit, chart.other, theme.LIGHT.faint))
    months = month_names(exhibit, [row[chart.x] for row in exhibit.rows()])
    return Block("line", label_of(chart.x), months, tuple(series), axis_title(chart.value))


def _column(exhibit: Exhibit, name: str, colour: str, **more: bool) -> Series:
    return _series(exhibit.rows(), name, colour, **more)


def _series(rows: list[Row], name: str, colour: str, **more: bool) -> Series:
    values = tuple(plain_value(row[name]) for row in rows)
    return Series(label_of(name), values, number_format(name), colour, **more)


def _undrawn(rows: list[Row], name: str) -> Series:
    """A measure that the chart does not draw, under its name and, of an amount, its unit."""
    series = _series(rows, name, theme.LIGHT.accent, is_drawn=False)
    if unit_of(name) not in AMOUNTS:
        return series
    unit = numbers.unit_label(unit_of(name))
    return replace(series, name=_("{column} ({unit})").format(column=series.name, unit=unit))


def _measure_bars(exhibit: Exhibit, colours: dict[str, str]) -> Block:
    chart: MeasureBars = exhibit.chart
    rows = drawn_rows(exhibit)
    series = [_series(rows, name, colour) for name, colour in colour_of_measures(chart).items()]
    if chart.line:
        series.append(_series(rows, chart.line, theme.LIGHT.text, is_line=True))
    if chart.aside:
        series.append(_undrawn(rows, chart.aside))
    return Block(
        "bar" if chart.label else "column",
        label_of(chart.label or chart.category),
        tuple(cell_text(row, chart.label) for row in rows)
        if chart.label
        else month_names(exhibit, [row[chart.category] for row in rows]),
        tuple(series),
        axis_title(chart.values[0]),
        is_stacked=chart.is_stacked,
    )


def _ranges(exhibit: Exhibit, colours: dict[str, str]) -> Block:
    chart: Ranges = exhibit.chart
    drawn = zip((chart.low, chart.middle, chart.high), theme.PLAIN_SERIES_COLOURS, strict=False)
    return Block(
        "bar",
        label_of(chart.category),
        tuple(cell_text(row, chart.label) for row in exhibit.rows()),
        tuple(_column(exhibit, name, colour) for name, colour in drawn),
        axis_title(chart.middle),
    )


def _funnel(exhibit: Exhibit, colours: dict[str, str]) -> Block:
    chart: Funnel = exhibit.chart
    rows = exhibit.rows()

    def series(column: str, name: str, colour: str) -> Series:
        values = tuple(plain_value(row[column]) for row in rows)
        return Series(name, values, number_format(column), colour)

    return Block(
        "bar",
        label_of(chart.stage),
        tuple(cell_text(row, chart.stage_label) for row in rows),
        (
            series(chart.value, _("Now at this stage"), own_colour(chart, colours, dark=False)),
            series(chart.reached, label_of(chart.reached), theme.LIGHT.faint),
            _undrawn(rows, chart.amount),
        ),
        axis_title(chart.value),
        top=axis_top(chart.scale),
    )


def _stacked_bars(exhibit: Exhibit, colours: dict[str, str]) -> Block:
    chart: StackedBars = exhibit.chart
    rows = exhibit.rows()
    sideways = chart.x_label is not None
    places = {row[chart.x]: cell_text(row, chart.x_label or chart.x) for row in rows}
    categories = tuple(places.values()) if sideways else month_names(exhibit, list(places))
    if chart.total:  # no native chart writes at the end of a stack
        told = totals_told(exhibit)
        categories = tuple(f"{name} {told[code]}" for code, name in places.items())
    cells = {(row[chart.x], row[chart.series]): plain_value(row[chart.value]) for row in rows}
    names = stacked_bars.series_names(rows, chart)
    palette = theme.series_colours(chart.series)
    series = [
        Series(
            str(plain_value(names[code]) or ""),
            tuple(cells.get((place, code)) for place in places),
            number_format(chart.value),
            palette[position % len(palette)],
        )
        for position, code in enumerate(names)
        if stacked_bars.is_drawn(chart, code, [row for row in rows if row[chart.series] == code])
    ]
    if chart.line:
        shares = {row[chart.x]: plain_value(row[chart.line]) for row in rows}
        series.append(
            Series(
                label_of(chart.line),
                tuple(shares.values()),
                number_format(chart.line),
                theme.LIGHT.text,
                is_line=True,
            )
        )
    return Block(
        "bar" if sideways else "column",
        label_of(chart.x_label or chart.x),
        categories,
        tuple(series),
        axis_title(chart.value),
        is_stacked=True,
        top=axis_top(chart.scale),
    )


def _bullets(exhibit: Exhibit, colours: dict[str, str]) -> Block:
    chart: Bullets = exhibit.chart
    rows = exhibit.rows()
    metrics = {row[chart.metric]: cell_text(row, chart.metric_label) for row in rows}
    districts = {row[chart.category]: cell_text(row, chart.label) for row in rows}
    done = {
        (row[chart.metric], row[chart.category]): plain_value(row["completion"]) for row in rows
    }
    pace = plain_value(rows[0]["pace"])
    plain = theme.PLAIN_SERIES_COLOURS
    series = [
        Series(
            name,
            tuple(done.get((metric, code)) for metric in metrics),
            number_format("completion"),
            colours.get(code, plain[place % len(plain)]),
        )
        for place, (code, name) in enumerate(districts.items())
    ]
    paces = (pace,) * len(metrics)
    series.append(Series(label_of("pace"), paces, number_format("pace"), theme.LIGHT.faint))
    return Block(
        "bar", label_of("metric"), tuple(metrics.values()), tuple(series), label_of("completion")
    )


_BLOCKS: dict[type, Callable[[Exhibit, dict[str, str]], Block]] = {
    Bars: _bars,
    Lines: _lines,
    Funnel: _funnel,
    StackedBars: _stacked_bars,
    Bullets: _bullets,
    MeasureBars: _measure_bars,
    Ranges: _ranges,
}
