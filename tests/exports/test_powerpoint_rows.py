"""The data behind each slide's chart are the exhibit's rows."""

import pytest

from promotion import numbers
from promotion.choices import choose_filters
from promotion.descriptions import (
    Bars,
    Bullets,
    Funnel,
    Lines,
    MeasureBars,
    Ranges,
    StackedBars,
)
from promotion.exhibits import EXHIBITS
from promotion.exports.powerpoint import as_pptx
from promotion.measures import label_of, unit_of
from tests.exports.decks import behind, briefing, chart_of, drawn, opened

NATIVE = (Bars, Bullets, Funnel, Lines, MeasureBars, Ranges, StackedBars)


def cells_of(exhibit) -> dict[tuple[str, str], float]:
    """What the exhibit's chart shows, told from the rows alone: by category and series."""
    cells = {}
    for row in _drawn_rows(exhibit):
        cells |= _cells(row, exhibit)
    return {place: value for place, value in cells.items() if value is not None}


def _drawn_rows(exhibit):
    """The rows of the categories that the chart draws: of many, the first or the largest."""
    chart, rows = exhibit.chart, exhibit.rows()
    most = getattr(chart, "most", None)
    if isinstance(chart, Bars) and most:
        return sorted(rows, key=lambda row: -(row[chart.value] or 0))[:most]
    if isinstance(chart, MeasureBars) and chart.label:
        is_small = chart.base and not chart.rate
        return [row for row in rows if not is_small or (row[chart.base] or 0) >= 5][:most]
    return rows


def _undrawn_name(column):
    """What a measure beside the chart is called; an amount with its unit."""
    unit = {"wan_cny": " (10,000 yuan)", "wan_usd": " (10,000 US dollars)"}
    return label_of(column) + unit.get(unit_of(column), "")


def _month(exhibit, day):
    """A month as the chart names it: with the signs of the notes that fall on it."""
    month = numbers.month_tick(day)
    signs = [each.mark for each in exhibit.annotations if numbers.month_tick(each.day) == month]
    return " ".join([month, "".join(signs)]) if signs else month


def _stack(row, exhibit):
    """A stack as the chart names it: one with a total says it, as nothing stands at its end."""
    chart = exhibit.chart
    if chart.x_label is None:
        return _month(exhibit, row[chart.x])
    if chart.total is None:
        return row[chart.x_label]
    total, whole = (numbers.decimal_text(row[name]) for name in (chart.total, chart.whole))
    return f"{row[chart.x_label]} {total} / {whole}"


def _cells(row, exhibit):
    chart = exhibit.chart
    if isinstance(chart, Bars):
        return {(row[chart.label], label_of(chart.value)): row[chart.value]}
    if isinstance(chart, Lines):
        columns = [chart.value, *([chart.other] if chart.other else [])]
        month = _month(exhibit, row[chart.x])
        return {(month, label_of(column)): row[column] for column in columns}
    if isinstance(chart, StackedBars):
        place = _stack(row, exhibit)
        cells = {(place, row[chart.series_label]): row[chart.value]}
        return cells | ({(place, label_of(chart.line)): row[chart.line]} if chart.line else {})
    if isinstance(chart, MeasureBars):
        place = row[chart.label] if chart.label else _month(exhibit, row[chart.category])
        columns = [*chart.values, *([chart.line] if chart.line else [])]
        cells = {(place, label_of(column)): row[column] for column in columns}
        return cells | (
            {(place, _undrawn_name(chart.aside)): row[chart.aside]} if chart.aside else {}
        )
    if isinstance(chart, Ranges):
        columns = (chart.low, chart.middle, chart.high)
        return {(row[chart.label], label_of(column)): row[column] for column in columns}
    if isinstance(chart, Funnel):
        names = ("Now at this stage", label_of(chart.reached), "Agreed investment (10,000 yuan)")
        columns = (chart.value, chart.reached, chart.amount)
        stage = row[chart.stage_label]
        return {(stage, name): row[column] for name, column in zip(names, columns, strict=True)}
    metric = row[chart.metric_label]
    return {(metric, row[chart.label]): row["completion"], (metric, "Pace of time"): row["pace"]}


def _nonzero(cells):
    """Without the series that are zero throughout: a stack has no part for them."""
    kept = {name for (_category, name), value in cells.items() if value}
    return {place: value for place, value in cells.items() if place[1] in kept}


@pytest.mark.parametrize("measure", ["contact_count", "online_share", "signed_investment_wan_cny"])
@pytest.mark.parametrize("ledgers", ["small", "sample"])
def test_the_chart_data_are_the_exhibits_rows(request, ledgers, measure):
    data = request.getfixturevalue(ledgers)
    filters = choose_filters(data, language="en", measure=measure)
    exhibits = [EXHIBITS[name](data, filters) for name in EXHIBITS]
    native = [each for each in exhibits if isinstance(each.chart, NATIVE) and cells_of(each)]
    slides = list(opened(as_pptx(briefing(*native, points=()))).slides)[1:]

    assert len(slides) == len(native) >= 14
    for exhibit, slide in zip(native, slides, strict=True):
        chart = chart_of(slide)
        expected = cells_of(exhibit)
        if isinstance(exhibit.chart, StackedBars):
            expected = _nonzero(expected)
        # A workbook holds sixteen digits.
        assert behind(chart) == pytest.approx(expected, rel=1e-15), exhibit.name
        shown = drawn(chart)
        assert shown.items() <= expected.items(), exhibit.name
        # Of many stacks the slide draws the first and says so; their data are all behind it.
        categories = {category for category, _name in shown}
        missing = expected.keys() - shown.keys()
        undrawn = {name for category, name in missing if category in categories}
        aside = getattr(exhibit.chart, "aside", None)
        told = {"Agreed investment (10,000 yuan)", *([_undrawn_name(aside)] if aside else [])}
        assert undrawn <= told, exhibit.name
