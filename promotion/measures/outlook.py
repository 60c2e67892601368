"""The measures of the outlook: forecasts and what became of them."""

from promotion.language import N_
from promotion.measures.measure import Measure

MEASURES = {
    "so_far": Measure(
        N_("So far"),
        "by_metric",
        N_("The measure from the year's first day to the day of the forecast."),
    ),
    "from_pipeline": Measure(
        N_("Still to come of known projects"),
        "by_metric",
        N_(
            "Expected by the year's end from projects known on the day of the forecast: the sum "
            "of their chances, or of chance × amount; of capital, also from contracts signed."
        ),
    ),
    "from_new_projects": Measure(
        N_("Still to come of new projects"),
        "by_metric",
        N_("Expected by the year's end from projects not yet known on the day of the forecast."),
    ),
    "forecast": Measure(
        N_("Forecast"),
        "by_metric",
        N_(
            "For a year's end: so far + still to come of known and of new projects. In the test of "
            "past forecasts: what the two quarters after the day were to bring."
        ),
    ),
    "low": Measure(
        N_("Low end"),
        "by_metric",
        N_("One in ten repetitions of the forecast stays below it; counts are rounded down."),
    ),
    "high": Measure(
        N_("High end"),
        "by_metric",
        N_("One in ten repetitions of the forecast goes above it; counts are rounded up."),
    ),
    "completion_so_far": Measure(N_("Completion so far"), "share", N_("So far ÷ target.")),
    "completion_forecast": Measure(N_("Completion forecast"), "share", N_("Forecast ÷ target.")),
    "base_count": Measure(
        N_("Counted from"),
        "plain",
        N_(
            "Past events of the kind in the history: projects signed, signed with a known amount, "
            "landed, or contracts of which capital has arrived. Fewer than 20: no forecast."
        ),
    ),
    "remark": Measure(
        N_("Remark"), "text", N_("Whether the row holds a forecast, and else why not.")
    ),
    "forecast_date": Measure(
        N_("Made on"), "date", N_("The quarter end that the forecast is made at.")
    ),
    "until_date": Measure(
        N_("Until"), "date", N_("The quarter end two quarters later; both quarters are forecast.")
    ),
    "actual_until": Measure(
        N_("Actual"),
        "by_metric",
        N_("The measure from the day after the forecast to the day it is made for."),
    ),
    "forecast_error": Measure(
        N_("Error"),
        "change",
        N_("Forecast ÷ actual − 1, as a fraction; not given where the actual is below 5."),
    ),
    "is_within": Measure(
        N_("Within the interval"),
        "yes_no",
        N_("Whether the actual lies between the low and the high end."),
    ),
}
