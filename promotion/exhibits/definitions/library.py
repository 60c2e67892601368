"""What the exhibits of the project library are called and show."""

from promotion.exhibits.definitions.definition import Definition
from promotion.language import N_

DEFINITIONS = {
    "project_library": Definition(
        N_("Project library by class"),
        N_(
            "Projects in the four classes of the library at the period's end, with their "
            "agreed investment; any past day can be chosen as the end."
        ),
    ),
    "stage_flow": Definition(
        N_("Flow from stage to stage"),
        N_(
            "How many projects went from which stage, on the day before the period, to which "
            "at its end."
        ),
    ),
    "signing_cohorts": Definition(
        N_("Landing by signing month"),
        N_(
            "Projects signed in each month of the period, those of them landed by the as-of "
            "date, and landed ÷ signed."
        ),
    ),
    "stage_durations": Definition(
        N_("Days from stage to stage"),
        N_(
            "Median and quartile days between two stage dates, of the projects that reached "
            "the later one within the period."
        ),
    ),
    "dispatch_list": Definition(
        N_("Projects needing follow-up"),
        N_(
            "Projects whose follow-up is overdue, without contact for too long, or signed and"
            " not landed for too long, at the period's end; a row a reason, the largest "
            "investment first."
        ),
    ),
    "record_staleness": Definition(
        N_("Freshness of records"),
        N_("Open projects of each district by the days since their record was last updated."),
    ),
    "repeated_signings": Definition(
        N_("Signings that look repeated"),
        N_(
            "Pairs of signed projects of one investor, with the same amount and similar "
            "names: to be checked, never removed from the counts."
        ),
    ),
}
