"""What has to be said under a native chart, since the chart cannot show it."""

from promotion import numbers
from promotion.chart_columns import shown_values
from promotion.descriptions import (
    Bars,
    Bullets,
    Forecasts,
    Funnel,
    Lines,
    MeasureBars,
    Ranges,
    StackedBars,
    TestedForecasts,
)
from promotion.exhibit import Exhibit
from promotion.exports.blocks import Block
from promotion.exports.powerpoint_charts import drawn_series
from promotion.exports.text_room import one_line
from promotion.language import _
from promotion.measures import label_of, unit_of

_MOST_NAMES = 6

Row = dict[str, object]


def remarks_of(exhibit: Exhibit, block: Block, drawn: int) -> list[str]:
    """Sentences on what is not drawn: further categories, other columns, the unknown."""
    said = []
    if drawn < len(block.categories):
        said.append(
            _("Drawn: the first {shown} of {count}; the chart's data hold all.").format(
                shown=numbers.count_text(drawn), count=numbers.count_text(len(block.categories))
            )
        )
    shown = {
        *drawn_series(block),
        *(place for series in block.series for place in series.interval or ()),
    }
    undrawn = [series.name for place, series in enumerate(block.series) if place not in shown]
    if undrawn:
        said.append(
            _("In the chart's data, not drawn: {names}.").format(names=_(", ").join(undrawn))
        )
    if isinstance(exhibit.chart, Forecasts | TestedForecasts):
        said += _without_share(exhibit)
    else:
        said += _without_value(exhibit)
    small = [
        exhibit.rows()[index]
        for _place, index in sorted(hidden_points(exhibit, block))
        if isinstance(exhibit.chart, MeasureBars) and index < drawn
    ]
    if small:
        said.append(
            _("{measure} not drawn where it is of fewer than {base}: {names}.").format(
                measure=label_of(exhibit.chart.line),
                base=numbers.count_text(numbers.SMALL_BASE),
                names=_listed([_category(row, exhibit.chart) for row in small]),
            )
        )
    return said


def hidden_points(exhibit: Exhibit, block: Block) -> frozenset[tuple[int, int]]:
    """The points (series, category) whose base is too small to be drawn."""
    chart = exhibit.chart
    if not isinstance(chart, Ranges | MeasureBars) or chart.base is None:
        return frozenset()
    rows = [(row[chart.base] or 0) < numbers.SMALL_BASE for row in exhibit.rows()]
    return frozenset(
        (place, index)
        for place in drawn_series(block)
        if isinstance(chart, Ranges) or block.series[place].is_line
        for index, is_small in enumerate(rows)
        if is_small and block.series[place].values[index] is not None
    )


def point_words(exhibit: Exhibit, block: Block) -> dict[tuple[int, int], str]:
    """The points (series, category) labelled with counts, as their share is of a small base."""
    chart = exhibit.chart
    if not isinstance(chart, Bars) or chart.value != "online_share":
        return {}
    unit = unit_of(chart.value)
    # As the block sorts its rows.
    rows = sorted(exhibit.rows(), key=lambda row: -(row[chart.value] or 0))
    return {
        (0, index): numbers.measure_text(row, chart.value, unit)
        for index, row in enumerate(rows)
        if row[chart.value] is not None and row["channel_known_count"] < numbers.SMALL_BASE
    }


def _without_value(exhibit: Exhibit) -> list[str]:
    """Which categories have no value, which an empty place would not tell from zero."""
    chart = exhibit.chart
    left_out = chart.leave_out if isinstance(chart, Bars) else ()
    values = shown_values(chart)
    lacking, unknown = [], []
    for row in exhibit.rows():
        if isinstance(chart, Bars) and row[chart.category] in left_out:
            lacking.append(_category(row, chart))
            continue
        missing = [name for name in values if row[name] is None]
        if len(missing) == len(values):
            unknown.append(_category(row, chart))
        else:
            unknown += [f"{_category(row, chart)} · {label_of(name)}" for name in missing]
    said = []
    if lacking:
        said.append(_("Has no such value: {names}.").format(names=_listed(lacking)))
    if unknown and not isinstance(chart, Ranges):
        said.append(_("Unknown: {names}.").format(names=_listed(unknown)))
    return said


def _without_share(exhibit: Exhibit) -> list[str]:
    """Which forecasts are not drawn, as there is nothing that they could be a share of."""
    chart: Forecasts | TestedForecasts = exhibit.chart
    if isinstance(chart, Forecasts):
        words, whole = _("No target, so not drawn: {names}."), chart.target
        known, lacking = chart.so_far, _("Unknown: {names}.")
    else:
        words, whole = _("The actual is zero, so there is no share of it: {names}."), chart.actual
        known, lacking = chart.middle, _("Not tested: {names}.")
    rows = exhibit.rows()
    unknown = [_category(row, chart) for row in rows if row[known] is None]
    without = [_category(row, chart) for row in rows if row[known] is not None and not row[whole]]
    said = [words.format(names=_listed(without))] if without else []
    if unknown:
        said.append(lacking.format(names=_listed(unknown)))
    return said


def _listed(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    shown = _(", ").join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    if more <= 0:
        return shown
    return _("{sources} and {count} more").format(sources=shown, count=numbers.count_text(more))


def _category(row: Row, chart: object) -> str:
    if isinstance(chart, Lines):
        names = [numbers.month_text(row[chart.x])]
    elif isinstance(chart, MeasureBars):
        names = [row[chart.label] if chart.label else numbers.month_text(row[chart.category])]
    elif isinstance(chart, StackedBars):
        place = row[chart.x_label] if chart.x_label else numbers.month_text(row[chart.x])
        names = [place, row[chart.series_label]]
    elif isinstance(chart, Funnel):
        names = [row[chart.stage_label]]
    elif isinstance(chart, TestedForecasts):
        names = [row[chart.metric_label], numbers.month_text(row[chart.day])]
    elif isinstance(chart, Bullets | Forecasts):
        names = [row[chart.metric_label], row[chart.label]]
    else:
        names = [row[chart.label]]
    return " · ".join(one_line(str(name)) for name in names)
