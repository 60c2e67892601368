"""What the figures of cloud promotion say under them: what has no rate, what is not drawn."""

from promotion import numbers
from promotion.database import Database
from promotion.filters import months_later
from promotion.language import _

MONTHS_OF_YEAR = 12
Row = dict[str, object]


def share_notes(rows: list[Row]) -> tuple[str, ...]:
    """From when on there is a year before, and how many points rest on too few to be drawn."""
    notes = []
    bases = ("channel_known_count", "year_before_channel_known_count")
    compared = [row["month"] for row in rows if row[bases[1]] is not None]
    is_drawn = any(row["year_before_online_share"] is not None for row in rows)
    if is_drawn and len(compared) < len(rows):
        notes.append(
            _(
                "The year before is shown from {month} on: the contacts ledger begins in {first}."
            ).format(
                month=numbers.month_text(min(compared)),
                first=numbers.month_text(months_later(min(compared), -MONTHS_OF_YEAR)),
            )
        )
    few = sum(0 < (row[each] or 0) < numbers.SMALL_BASE for row in rows for each in bases)
    if few:
        notes.append(
            _(
                "Points of fewer than {base} contacts whose channel is known, not drawn: {count}."
            ).format(base=numbers.count_text(numbers.SMALL_BASE), count=numbers.count_text(few))
        )
    return tuple(notes)


def yield_notes(data: Database, rows: list[Row]) -> tuple[str, ...]:
    """Which contacts may still yield, how signings count, and which channels have no rate."""
    notes = []
    recent = sum(row["recent_contact_count"] or 0 for row in rows)
    if recent and any(row["signed_within_90_days_count"] is not None for row in rows):
        notes.append(
            _(
                "Contacts that had fewer than 90 days by {day}, so that signings may still come "
                "of them: {recent} of {all}."
            ).format(
                day=numbers.date_text(data.as_of),
                recent=numbers.count_text(recent),
                all=numbers.count_text(sum(row["contact_count"] or 0 for row in rows)),
            )
        )
    if any(row["signed_within_90_days_count"] for row in rows):
        notes.append(_("A signing counts for each channel used in the 90 days up to it."))
    few = [row for row in rows if 0 < (row["contact_count"] or 0) < numbers.SMALL_BASE]
    if few:
        notes.append(
            _("With fewer than {base} contacts and no rate: {channels}.").format(
                base=numbers.count_text(numbers.SMALL_BASE),
                channels=_(", ").join(
                    f"{row['channel_name']} ({numbers.count_text(row['contact_count'])})"
                    for row in few
                ),
            )
        )
    return tuple(notes)


def origin_notes(rows: list[Row], most: int) -> tuple[str, ...]:
    """How many origins the figure leaves to its rows; the contacts of an origin not stated."""
    notes = []
    named = [row for row in rows if row["origin_country"] != "unknown"]
    left_out = rows[most:]
    others = [row["contact_count"] for row in left_out if row["origin_country"] != "unknown"]
    not_stated = [row["contact_count"] for row in left_out if row["origin_country"] == "unknown"]
    if others:
        notes.append(
            _(
                "Drawn: the {drawn} largest of {all} origins; contacts of the others: {count}."
            ).format(
                drawn=numbers.count_text(len(named) - len(others)),
                all=numbers.count_text(len(named)),
                count=numbers.count_text(sum(others)),
            )
        )
    if not_stated:
        notes.append(
            _("Not drawn: contacts whose origin is not stated, {count}.").format(
                count=numbers.count_text(sum(not_stated))
            )
        )
    return tuple(notes)
