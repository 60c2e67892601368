"""Which columns of an exhibit its chart shows."""

from promotion.descriptions import (
    Bullets,
    Chart,
    Forecasts,
    Lines,
    MeasureBars,
    Ranges,
    StackedBars,
    TestedForecasts,
)


def shown_values(chart: Chart) -> tuple[str, ...]:
    """The columns whose numbers the chart shows."""
    if isinstance(chart, Bullets):
        return ("completion",)
    if isinstance(chart, MeasureBars):
        return chart.values
    if isinstance(chart, Ranges):
        return (chart.low, chart.middle, chart.high)
    if isinstance(chart, Forecasts):
        return ("completion_so_far", "completion_forecast")
    if isinstance(chart, TestedForecasts):
        return (chart.middle,)
    return (chart.value,)


def month_column(chart: Chart | None) -> str | None:
    """The column of months along the chart's axis; None where it is no chart over months."""
    if isinstance(chart, StackedBars) and chart.x_label is None:
        return chart.x
    if isinstance(chart, Lines):
        return chart.x
    if isinstance(chart, MeasureBars) and chart.label is None:
        return chart.category
    return None
