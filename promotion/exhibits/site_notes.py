"""What the figures of sites say under them: what is unknown, left out, or not drawn."""

from datetime import timedelta

import pandas as pd

from promotion import missing_ledger, numbers
from promotion.database import Database
from promotion.exhibits.library import unknown_amounts_of
from promotion.filters import Filters
from promotion.language import N_, _
from promotion.query import records_of

_LEFT_OUT = {
    "other_kind_count": N_(
        "Sites that are neither building, park nor parcel, or do not say, and stand only under "
        "viewings and projects: {count}."
    ),
    "unlisted_viewing_count": N_(
        "Viewings of sites that the carriers ledger does not hold, in all districts: {count}."
    ),
    "unlisted_project_count": N_(
        "Projects going to sites that the carriers ledger does not hold, in all districts: {count}."
    ),
}


def without_ledger(data: Database) -> str:
    """Which file to add, in a sentence; empty where the ledgers hold sites."""
    if "carriers" in data.kinds:
        return ""
    return missing_ledger.sentence("carriers")


def notes_of(
    data: Database, filters: Filters, *own: str, left_out: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """A figure's own notes, what else it leaves out, and how the filters choose; or what to add.

    `left_out` names the counts of queries/sites/left_out.sql that the figure leaves out.
    """
    missing = without_ledger(data)
    if missing:
        return (missing,)
    counts = records_of(data.run("sites/left_out", **filters.parameters()))[0]
    notes = [
        _(_LEFT_OUT[name]).format(count=numbers.count_text(counts[name]))
        for name in left_out
        if counts[name]
    ]
    if filters.districts or filters.industries or filters.capital != "all":
        notes.append(
            _(
                "Districts choose the sites, by where they stand; industries and capital choose "
                "the viewings and projects."
            )
        )
    return (*own, *notes)


def building_notes(answer: pd.DataFrame) -> tuple[str, ...]:
    """Which areas, viewings and amounts of the buildings are unknown."""
    rows = records_of(answer)
    notes = []
    if rows and rows[0]["viewing_count"] is None:
        notes.append(_("Viewings are unknown: no contacts ledger covers the period."))
    if rows and rows[0]["pipeline_project_count"] is None:
        notes.append(_("Projects are unknown: there is no projects ledger."))
    unknown = sum(row["available_area_m2"] is None for row in rows)
    if unknown:
        note = _("Buildings whose area on offer is unknown: {count}.")
        if any(map(_is_overfull, rows)):
            note = _(
                "Buildings whose area on offer is unknown: {count}, of which more let than there "
                "is: {overfull}."
            )
        notes.append(
            note.format(
                count=numbers.count_text(unknown),
                overfull=numbers.count_text(sum(map(_is_overfull, rows))),
            )
        )
    return (*notes, *unknown_amounts_of(answer))


def _is_overfull(row: dict[str, object]) -> bool:
    areas = row["leased_area_m2"], row["total_area_m2"]
    return None not in areas and areas[0] > areas[1]


def not_drawn(count: int) -> tuple[str, ...]:
    """How many sites the figure leaves to its rows; nothing where it draws all."""
    if count <= 0:
        return ()
    note = _("Further sites, not drawn but in the rows: {count}.")
    return (note.format(count=numbers.count_text(count)),)


def viewing_notes(
    data: Database, filters: Filters, answer: pd.DataFrame, most: int
) -> tuple[str, ...]:
    """The sites not drawn with their viewings, and the weeks that are covered only in part."""
    rows = records_of(answer)
    if not rows:
        return ()
    notes = []
    drawn = list(dict.fromkeys(row["carrier_id"] for row in rows))[:most]
    others = [row for row in rows if row["carrier_id"] not in drawn]
    if others:
        note = _(
            "Further sites, not drawn but in the rows: {count}; their viewings in all: {viewings}."
        )
        notes.append(
            note.format(
                count=numbers.count_text(len({row["carrier_id"] for row in others})),
                viewings=numbers.count_text(sum(row["viewing_count"] for row in others)),
            )
        )
    covered = records_of(data.run("sites/covered_days", **filters.parameters()))[0]
    partial = [
        numbers.date_text(week)
        for week in sorted({row["week"] for row in rows})
        if week < covered["first_day"] or week + timedelta(days=6) > covered["last_day"]
    ]
    if partial:
        note = _("Weeks of which only some days count: those from {weeks}.")
        notes.append(note.format(weeks=_(", ").join(partial)))
    return tuple(notes)


def output_notes(answer: pd.DataFrame) -> tuple[str, ...]:
    """How many projects have no known land or output, and how the figure is ordered."""
    rows = records_of(answer)
    notes = [_("Those furthest below the requirement come first; closed projects do not count.")]
    if rows and rows[0]["project_count"] is None:
        notes.append(_("Projects are unknown: there is no projects ledger."))
    unknown = sum((row["project_count"] or 0) - (row["counted_project_count"] or 0) for row in rows)
    if unknown:
        note = _("Projects whose land or planned output is unknown, not counted: {count}.")
        notes.append(note.format(count=numbers.count_text(unknown)))
    incomparable = sum(row["meets_requirement"] is None for row in rows)
    if incomparable:
        note = _("Parks and parcels not compared, as one of the two is unknown: {count}.")
        notes.append(note.format(count=numbers.count_text(incomparable)))
    return tuple(notes)
