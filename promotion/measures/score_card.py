"""The measures of the score card."""

from promotion.language import N_
from promotion.measures.measure import Measure

MEASURES = {
    "counted_completion": Measure(
        N_("Completion counted"),
        "share",
        N_("The completion, but no more than 120%, so that one metric cannot make up for others."),
    ),
    "weight": Measure(
        N_("Weight"),
        "points",
        N_("Points for reaching the target exactly. Source: score card ledger."),
    ),
    "points": Measure(
        N_("Points"),
        "points",
        N_(
            "Weight × completion counted. Unknown without a target for the year, and where the "
            "actual is unknown."
        ),
    ),
    "district_points": Measure(
        N_("Total points"),
        "points",
        N_("The points of the district's metrics, added up; unknown ones add nothing."),
    ),
    "district_counted_weight": Measure(
        N_("Weights counted"),
        "points",
        N_("The weights of the district's metrics whose points are known: what its total is of."),
    ),
    "district_weight": Measure(
        N_("Total weight"),
        "points",
        N_("The weights of all metrics on the district's score card."),
    ),
}
