"""The project library: its classes, their flow, cohorts, delays, and what needs attention."""

import pandas as pd

from promotion import exhibit, numbers
from promotion.database import Database
from promotion.descriptions import Flow, MeasureBars, Ranges, StackedBars
from promotion.exhibit import Exhibit, in_the_readers_language, with_names
from promotion.filters import Filters
from promotion.language import _
from promotion.measures import STAGES, STEPS, stage_name
from promotion.query import records_of

LIST_KINDS = ("projects", "contacts")


@in_the_readers_language
def project_library(data: Database, filters: Filters) -> Exhibit:
    """Projects and agreed investment of each district in each library class at the period's end.

    The four classes are those that are dispatched; a note counts the projects outside them.
    """
    answer = data.run("projects/project_library", **filters.parameters())
    outside = ["uncounted_lead_count", "uncounted_landed_count"]
    by_district = answer[["district", *outside]].drop_duplicates()
    leads, landed = (int(by_district[name].sum()) for name in outside)
    table = with_names(answer.drop(columns=outside), data.name_of, "district")
    note = _(
        "Outside the classes: leads not yet in talks {leads}, projects that have landed {landed}."
    )
    return exhibit.make(
        data,
        filters,
        name="project_library",
        title=_("Project library by class at the end of {day}").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit=numbers.unit_label("projects"),
        table=with_names(table, stage_name, "library_class"),
        chart=StackedBars(
            x="district",
            x_label="district_name",
            value="project_count",
            series="library_class",
            series_label="library_class_name",
        ),
        query="projects/project_library",
        kinds=("projects",),
        notes=(
            note.format(leads=numbers.count_text(leads), landed=numbers.count_text(landed)),
            *unknown_amounts_of(answer),
        ),
    )


def unknown_amounts_of(table: pd.DataFrame) -> tuple[str, ...]:
    """A note of how many projects counted have no known amount; none where all have."""
    unknown = sum(count or 0 for count in table["investment_unknown_count"])
    if not unknown:
        return ()
    note = _("Projects whose amount is unknown, not in the total: {count}.")
    return (note.format(count=numbers.count_text(unknown)),)


@in_the_readers_language
def stage_flow(data: Database, filters: Filters) -> Exhibit:
    """How many projects went from which stage on the day before the period to which at its end."""
    table = data.run("projects/stage_flow", **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="stage_flow",
        title=_("From stage to stage between the period's start and end"),
        unit=numbers.unit_label("projects"),
        table=with_names(table, stage_name, "from_stage", "to_stage"),
        chart=Flow(
            steps=("from_stage", "to_stage"),
            labels=("from_stage_name", "to_stage_name"),
            value="project_count",
            order=tuple(STAGES),
        ),
        query="projects/stage_flow",
        kinds=("projects",),
    )


@in_the_readers_language
def signing_cohorts(data: Database, filters: Filters) -> Exhibit:
    """Projects signed in each month of the period, and how many of them have landed.

    landing_rate = landed by the as-of date ÷ signed in the month (DESIGN.md).
    """
    return exhibit.make(
        data,
        filters,
        name="signing_cohorts",
        title=_("Landed by {day}, of the projects signed in each month").format(
            day=numbers.date_text(data.as_of)
        ),
        unit=_("projects; line: landing rate"),
        table=data.run("projects/signing_cohorts", **filters.parameters()),
        chart=MeasureBars(
            category="signed_month",
            values=("landed_of_signed_count", "not_landed_count"),
            is_stacked=True,
            line="landing_rate",
            base="signed_count",
        ),
        query="projects/signing_cohorts",
        kinds=("projects",),
    )


@in_the_readers_language
def stage_durations(data: Database, filters: Filters) -> Exhibit:
    """Median and quartile days of each step that projects made within the period."""
    answer = data.run("projects/stage_durations", **filters.parameters())
    slips = sum(answer["out_of_order_count"])
    few = [row for row in records_of(answer) if 0 < (row["step_count"] or 0) < numbers.SMALL_BASE]
    notes = []
    if slips:
        notes.append(
            _("Steps whose days are out of order, left out: {count}.").format(
                count=numbers.count_text(slips)
            )
        )
    if few:
        notes.append(
            _("Made by fewer than {base} projects and not drawn: {steps}.").format(
                base=numbers.count_text(numbers.SMALL_BASE),
                steps=_(", ").join(
                    f"{_(STEPS[row['stage_step']])} ({numbers.count_text(row['step_count'])})"
                    for row in few
                ),
            )
        )
    table = answer.drop(columns="out_of_order_count")
    return exhibit.make(
        data,
        filters,
        name="stage_durations",
        title=_("Days from stage to stage"),
        unit=numbers.unit_label("days"),
        table=with_names(table, lambda _list, step: _(STEPS[step]), "stage_step"),
        chart=Ranges(
            category="stage_step",
            label="stage_step_name",
            low="lower_quartile_days",
            middle="median_days",
            high="upper_quartile_days",
            base="step_count",
        ),
        query="projects/stage_durations",
        kinds=("projects",),
        notes=tuple(notes),
    )


@in_the_readers_language
def dispatch_list(data: Database, filters: Filters) -> Exhibit:
    """Projects that need attention at the period's end, a row a reason, the largest first."""
    answer = data.run("projects/dispatch_list", **filters.parameters())
    named = with_names(answer, data.name_of, "district", "industry", "dispatch_reason")
    reasons = records_of(data.run("projects/dispatch_reasons"))
    limits = _("; ").join(
        _("{reason}: {days}+ days").format(
            reason=data.name_of("dispatch_reason", row["dispatch_reason"]),
            days=numbers.count_text(row["least_days"]),
        )
        for row in reasons
    )
    return exhibit.make(
        data,
        filters,
        name="dispatch_list",
        title=_("Projects needing follow-up, the largest first"),
        unit="",
        table=with_names(named, stage_name, "stage"),
        chart=None,
        query="projects/dispatch_list",
        kinds=LIST_KINDS,
        notes=(_("{limits}.").format(limits=limits),),
    )


@in_the_readers_language
def record_staleness(data: Database, filters: Filters) -> Exhibit:
    """How long ago the records of each district's open projects were updated."""
    table = data.run("projects/record_staleness", **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="record_staleness",
        title=_("How fresh the records of open projects are"),
        unit=numbers.unit_label("projects"),
        table=with_names(table, data.name_of, "district"),
        chart=MeasureBars(
            category="district",
            label="district_name",
            values=(
                "updated_within_week_count",
                "updated_within_month_count",
                "updated_within_quarter_count",
                "updated_earlier_count",
                "undated_count",
            ),
            is_stacked=True,
            is_ordered=True,
        ),
        query="projects/record_staleness",
        kinds=("projects",),
        notes=(_("Days up to the period's end, as the ledgers say now."),),
    )


@in_the_readers_language
def repeated_signings(data: Database, filters: Filters) -> Exhibit:
    """Pairs of signings that look like one entered twice; all stay in every count."""
    answer = data.run("projects/repeated_signings", **filters.parameters())
    named = with_names(answer, data.name_of, "district")
    return exhibit.make(
        data,
        filters,
        name="repeated_signings",
        title=_("Signings that look repeated, by the end of {day}").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit="",
        table=with_names(
            named, lambda _list, code: data.name_of("district", code), "other_district"
        ),
        chart=None,
        query="projects/repeated_signings",
        kinds=("projects",),
        notes=(_("Same investor and amount, similar names: to be checked; all are counted."),),
    )
