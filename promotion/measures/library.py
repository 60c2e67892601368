"""The measures of the project library."""

from promotion.language import N_
from promotion.measures.measure import Measure

MEASURES = {
    "library_class": Measure(
        N_("Library class"),
        "text",
        N_(
            "In talks, in key talks, signed and not landed, or no further follow-up. Leads not yet "
            "in talks and projects that have landed stand in none of them."
        ),
    ),
    "from_stage": Measure(
        N_("Stage at the start"),
        "text",
        N_("Where the project stood on the day before the period; new where it was not known yet."),
    ),
    "to_stage": Measure(
        N_("Stage at the end"), "text", N_("Where the project stood at the period's end.")
    ),
    "signed_month": Measure(N_("Signing month"), "month"),
    "landing_rate": Measure(
        N_("Landing rate"),
        "share",
        N_("Projects landed by the as-of date ÷ projects signed in the month."),
    ),
    "landed_of_signed_count": Measure(
        N_("Landed by the as-of date"),
        "projects",
        N_("Of the projects signed in the month; the numerator of the landing rate."),
    ),
    "not_landed_count": Measure(
        N_("Not landed yet"),
        "projects",
        N_("Of the projects signed in the month, those not landed by the as-of date."),
    ),
    "stage_step": Measure(
        N_("Step"), "text", N_("From one dated stage to the next that is dated.")
    ),
    "step_count": Measure(
        N_("Projects that made it"),
        "projects",
        N_("Projects that reached the step's end within the period, both its days known in order."),
    ),
    "lower_quartile_days": Measure(
        N_("Lower quartile"),
        "days",
        N_("A quarter of the projects took at most so many days."),
    ),
    "median_days": Measure(
        N_("Median"), "days", N_("Half of those counted took at most so many days.")
    ),
    "upper_quartile_days": Measure(
        N_("Upper quartile"),
        "days",
        N_("Three quarters of the projects took at most so many days."),
    ),
    "dispatch_reason": Measure(
        N_("Reason"),
        "text",
        N_(
            "Follow-up overdue: its day has passed. No recent contact: none for so many days, of "
            "projects that have not landed. Landing outstanding: signed so many days ago and not "
            "landed. The numbers of days are set in reference/dispatch_reasons.csv."
        ),
    ),
    "waiting_days": Measure(
        N_("Days"),
        "whole_days",
        N_(
            "Days since the follow-up was due, since the last contact (the lead where there was "
            "none), or since the signing."
        ),
    ),
    "last_contact_date": Measure(
        N_("Last contact"), "date", N_("The project's newest contact by the period's end.")
    ),
    "next_follow_up_date": Measure(
        N_("Next follow-up"), "date", N_("The day that the ledger names for the next follow-up.")
    ),
    "owner": Measure(N_("Owner"), "text", N_("Who answers for the project; personal data.")),
    "open_project_count": Measure(
        N_("Open projects"),
        "projects",
        N_("Projects known by the period's end and neither in production nor closed."),
    ),
    "updated_within_week_count": Measure(
        N_("Updated within 7 days"),
        "projects",
        N_("Open projects whose record was updated at most 7 days before the period's end."),
    ),
    "updated_within_month_count": Measure(
        N_("8–30 days ago"),
        "projects",
        N_("Open projects whose record was last updated 8 to 30 days before the period's end."),
    ),
    "updated_within_quarter_count": Measure(
        N_("31–90 days ago"),
        "projects",
        N_("Open projects whose record was last updated 31 to 90 days before the period's end."),
    ),
    "updated_earlier_count": Measure(
        N_("More than 90 days ago"),
        "projects",
        N_("Open projects whose record was last updated more than 90 days before the end."),
    ),
    "undated_count": Measure(
        N_("No update date"),
        "projects",
        N_("Open projects whose record does not say when it was updated."),
    ),
    "median_record_age_days": Measure(
        N_("Median age of the record"),
        "days",
        N_("Median days since the last update, of open projects whose record says when."),
    ),
    "other_project_id": Measure(N_("Signed again as"), "text"),
    "other_project_name": Measure(N_("Name there"), "text"),
    "other_district": Measure(N_("District there"), "text"),
    "other_signed_date": Measure(N_("Signed there"), "date"),
    "name_similarity": Measure(
        N_("Similarity of the names"),
        "share",
        N_(
            "Jaro–Winkler similarity of the project names without spaces and case; 1 where they "
            "are the same, listed from 0.85 on. Source: Winkler (1990)."
        ),
    ),
}
