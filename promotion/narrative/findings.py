"""What one figure shows, in a sentence made from its rows by the kind of its chart."""

from collections.abc import Callable
from functools import reduce

from promotion import numbers
from promotion.descriptions import (
    Bars,
    Bullets,
    Calendar,
    Flow,
    Forecasts,
    Funnel,
    HeatMap,
    Lines,
    MeasureBars,
    Ranges,
    StackedBars,
    TestedForecasts,
    Tiles,
)
from promotion.exhibit import Exhibit
from promotion.figure_totals import totals_told
from promotion.language import _
from promotion.measures import label_of, unit_of
from promotion.narrative.activity import target_point
from promotion.narrative.comparison import comparison_points
from promotion.narrative.outlook import forecast_point, tested_point

Row = dict[str, object]
_MOST_TOTALS = 6  # of a sentence
UNKNOWN = "unknown"  # the code of what a cell does not state
_ADD_UP = {"contacts", "person_times", "tips", "projects", "wan_cny", "wan_usd", "concerns", "m2"}


def finding(exhibit: Exhibit) -> str:
    """One sentence on the exhibit, true under any filter; empty where there is nothing to say."""
    if exhibit.chart is None:
        return _list_finding(exhibit)
    return _FINDINGS[type(exhibit.chart)](exhibit)


def _list_finding(exhibit: Exhibit) -> str:
    if "is_comparable" in exhibit.table.columns:
        return reduce(_and_then, comparison_points(exhibit))
    if "metric" in exhibit.table.columns or exhibit.is_empty:
        return ""
    return _("Rows: {count}.").format(count=numbers.count_text(len(exhibit.table)))


def _and_then(said: str, sentence: str) -> str:
    return _("{said} {sentence}").format(said=said, sentence=sentence)


def _largest(rows: list[Row], name_of: Callable[[Row], str], value: str, unit: str) -> str:
    known = [row for row in rows if row[value]]
    if not known:
        return ""
    first = max(known, key=lambda row: row[value])
    words = _("{name} leads with {value}")
    total = sum(row[value] for row in known)
    if unit in _ADD_UP and len(known) > 1 and _enough(total, unit):
        words = _("{name} leads with {value}, {share} of the whole")
    return _("{measure}: {sentence}.").format(
        measure=label_of(value),
        sentence=words.format(
            name=name_of(first),
            value=numbers.value_text(first[value], unit),
            share=numbers.share_text(first[value] / total),
        ),
    )


def _enough(total: float, unit: str) -> bool:
    """Whether a percentage of the total says something: amounts always, counts of a base."""
    return unit in ("wan_cny", "wan_usd", "m2") or total >= numbers.SMALL_BASE


def _bars(exhibit: Exhibit) -> str:
    chart: Bars | Tiles = exhibit.chart
    if chart.value == "share_of_whole":
        return ""  # each bar is another measure
    rows = [row for row in exhibit.rows() if not _has_small_base(row, chart.value)]
    return _largest(rows, lambda row: row[chart.label], chart.value, unit_of(chart.value))


def _has_small_base(row: Row, value: str) -> bool:
    return value == "online_share" and (row["channel_known_count"] or 0) < numbers.SMALL_BASE


def _heat_map(exhibit: Exhibit) -> str:
    chart: HeatMap = exhibit.chart
    rows = [
        row
        for row in exhibit.rows()
        if not _has_small_base(row, chart.value)
        and (chart.base is None or (row[chart.base] or 0) >= numbers.SMALL_BASE)
    ]

    def name_of(row: Row) -> str:
        return f"{row[chart.column_label]} · {row[chart.row_label]}"

    return _largest(rows, name_of, chart.value, unit_of(chart.value))


def _stacked_bars(exhibit: Exhibit) -> str:
    chart: StackedBars = exhibit.chart
    if chart.total:
        return _totals(exhibit)
    return _largest_sum(exhibit, chart.series, chart.series_label, chart.value)


def _totals(exhibit: Exhibit) -> str:
    """The first totals over what they are of: of different wholes, none is called the most."""
    chart: StackedBars = exhibit.chart
    names = {row[chart.x]: row[chart.x_label] for row in exhibit.rows()}
    parts = [
        _("{name} {value}").format(name=names[code], value=words)
        for code, words in totals_told(exhibit).items()
    ]
    listed = _("; ").join(parts[:_MOST_TOTALS])
    if len(parts) > _MOST_TOTALS:
        more = numbers.count_text(len(parts) - _MOST_TOTALS)
        listed = _("{sources} and {count} more").format(sources=listed, count=more)
    if not parts:
        return ""
    return _("{measure}: {sentence}.").format(measure=label_of(chart.total), sentence=listed)


def _largest_sum(exhibit: Exhibit, code: str, label: str, value: str) -> str:
    sums: dict[object, Row] = {}
    for row in exhibit.rows():
        if row[code] == UNKNOWN:
            continue
        member = sums.setdefault(row[code], {label: row[label], value: 0})
        member[value] += row[value] or 0
    return _largest(list(sums.values()), lambda row: row[label], value, unit_of(value))


def _funnel(exhibit: Exhibit) -> str:
    chart: Funnel = exhibit.chart
    return _largest(exhibit.rows(), lambda row: row[chart.stage_label], chart.value, "projects")


def _lines(exhibit: Exhibit) -> str:
    chart: Lines = exhibit.chart
    known = [row for row in exhibit.rows() if row[chart.value] is not None]
    if not known or not any(row[chart.value] for row in known):
        return ""
    unit = unit_of(chart.value)
    peak, last = max(known, key=lambda row: row[chart.value]), known[-1]
    return _("{measure}: {last} in {last_month}; most in {peak_month}, {peak}.").format(
        measure=label_of(chart.value),
        last=numbers.value_text(last[chart.value], unit),
        last_month=numbers.month_text(last[chart.x]),
        peak_month=numbers.month_text(peak[chart.x]),
        peak=numbers.value_text(peak[chart.value], unit),
    )


def _measure_bars(exhibit: Exhibit) -> str:
    chart: MeasureBars = exhibit.chart
    unit = unit_of(chart.values[0])
    if unit in _ADD_UP:
        totals = [
            _("{measure} {total}").format(
                measure=label_of(name), total=numbers.value_text(_total(exhibit, name), unit)
            )
            for name in chart.values
        ]
        return _("In all: {totals}.").format(totals=_(", ").join(totals))
    if chart.label is None:
        return ""
    return _largest(exhibit.rows(), lambda row: row[chart.label], chart.values[0], unit)


def _total(exhibit: Exhibit, name: str) -> float | None:
    known = [row[name] for row in exhibit.rows() if row[name] is not None]
    return sum(known) if known else None


def _flow(exhibit: Exhibit) -> str:
    chart: Flow = exhibit.chart
    moved = [row for row in exhibit.rows() if row[chart.steps[0]] != row[chart.steps[-1]]]

    def name_of(row: Row) -> str:
        return " → ".join(row[label] for label in chart.labels)

    if not any(row[chart.value] for row in moved):
        return ""
    most = max(moved, key=lambda row: row[chart.value] or 0)
    return _("Most moved {way}: {count}.").format(
        way=name_of(most), count=numbers.value_text(most[chart.value], unit_of(chart.value))
    )


def _calendar(exhibit: Exhibit) -> str:
    chart: Calendar = exhibit.chart
    return _largest(
        exhibit.rows(),
        lambda row: numbers.date_text(row[chart.day]),
        chart.value,
        unit_of(chart.value),
    )


def _ranges(exhibit: Exhibit) -> str:
    chart: Ranges = exhibit.chart
    parts = [
        _("{name} {value}").format(
            name=row[chart.label],
            value=numbers.value_text(row[chart.middle], unit_of(chart.middle)),
        )
        for row in exhibit.rows()
        if (row[chart.base] or 0) >= numbers.SMALL_BASE
    ]
    if not parts:
        return ""
    return _("{measure} ({unit}): {parts}.").format(
        measure=label_of(chart.middle), unit=exhibit.unit, parts=_(", ").join(parts)
    )


_FINDINGS: dict[type, Callable[[Exhibit], str]] = {
    Bars: _bars,
    Tiles: _bars,
    HeatMap: _heat_map,
    StackedBars: _stacked_bars,
    Funnel: _funnel,
    Bullets: target_point,
    Lines: _lines,
    MeasureBars: _measure_bars,
    Flow: _flow,
    Calendar: _calendar,
    Ranges: _ranges,
    Forecasts: forecast_point,
    TestedForecasts: tested_point,
}
