"""What the exhibits of the outlook are called and show."""

from promotion.exhibits.definitions.definition import Definition
from promotion.language import N_

DEFINITIONS = {
    "year_end_forecast": Definition(
        N_("Forecast for the year's end"),
        N_(
            "What each district and all shown will have signed, landed and received by the "
            "year's end: what was reached so far, and what projects in the library and new ones "
            "are to add. Made with what was known at the period's end. The chance of a project "
            "that has stood at its stage for some days is that of past projects that stood as "
            "long (Aalen–Johansen estimate from the spells begun in the last three years, "
            "projects closed as another way out), times its amount; new projects come at the "
            "rate of the last twelve runs of thirty days; foreign capital arrives after signing "
            "as it did of past contracts. The interval holds four in five of 400 repetitions, "
            "in which the history and what becomes of each project are drawn anew. Nothing is "
            "forecast from fewer than 20 past events."
        ),
    ),
    "forecast_back_test": Definition(
        N_("Past forecasts and actuals"),
        N_(
            "The forecast as it would have been made at up to eight past quarter ends, with what "
            "was known then, of what the two quarters after it bring; beside it the actual, "
            "the error, and whether the interval held."
        ),
    ),
}
