"""The measures of two sides beside each other."""

from promotion.language import N_
from promotion.measures.measure import Measure

MEASURES = {
    "left": Measure(
        N_("Left side"),
        "by_metric",
        N_("The measure of the district, industry or period on the left, named first."),
    ),
    "right": Measure(
        N_("Right side"),
        "by_metric",
        N_("The measure of the district, industry or period on the right, named second."),
    ),
    "is_comparable": Measure(
        N_("Comparable"),
        "yes_no",
        N_(
            "Whether a change can be stated: both sides known, shares of 5 or more, and no period "
            "that begins before the measure's ledger does."
        ),
    ),
    "left_numerator": Measure(
        N_("Numerator on the left"), "number", N_("What the left side's share counts.")
    ),
    "left_denominator": Measure(
        N_("Denominator on the left"), "number", N_("What the left side's share is taken of.")
    ),
    "right_numerator": Measure(
        N_("Numerator on the right"), "number", N_("What the right side's share counts.")
    ),
    "right_denominator": Measure(
        N_("Denominator on the right"), "number", N_("What the right side's share is taken of.")
    ),
}
