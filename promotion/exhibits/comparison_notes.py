"""What is said under a comparison: amounts unknown, and what keeps two periods from being alike."""

from datetime import date

from promotion import numbers
from promotion.database import Database
from promotion.exhibits.activity import ACTIVITY_KINDS, kinds_of, unknown_amounts
from promotion.filters import Period
from promotion.language import _
from promotion.query import records_of

Whole = dict[str, object]


def first_months(data: Database) -> dict[str, date]:
    """The first day of the month in which each kind of ledger begins."""
    return {
        row["kind"]: row["first_date"].replace(day=1)
        for row in records_of(data.run("data/coverage"))
    }


def is_covered(metric: str, period: Period, begun: dict[str, date]) -> bool:
    """Whether the measure's ledger has begun by the period's first day: what the headline asks of
    a compared period."""
    return all(kind in begun and begun[kind] <= period.first_day for kind in kinds_of(metric))


def of_unknown_amounts(names: tuple[str, str], wholes: tuple[Whole, Whole]) -> tuple[str, ...]:
    """For each side how many signed projects have no known amount; none where all have."""
    return tuple(
        _("{side}: {title}").format(side=name, title=note)
        for name, whole in zip(names, wholes, strict=True)
        for note in unknown_amounts([whole])
    )


def of_periods(data: Database, left: Period, right: Period) -> tuple[str, ...]:
    """What keeps two periods from being alike: their lengths, a ledger that begins in one, days
    of the right one after the as-of date."""
    notes = []
    lengths = _lengths(left, right)
    if lengths[0] != lengths[1]:
        notes.append(
            _("The periods are of different lengths: {left} against {right}.").format(
                left=lengths[0], right=lengths[1]
            )
        )
    first_day = min(left.first_day, right.first_day)
    begun = first_months(data)
    if any(begun.get(kind, first_day) > first_day for kind in ACTIVITY_KINDS):
        notes.append(
            _("Not compared: measures whose ledger begins after the first day of a period.")
        )
    if right.last_day > data.as_of >= left.last_day:  # of the left one every exhibit says so
        notes.append(
            _("The data stand as of {day}; the rest of the period is not known yet.").format(
                day=numbers.date_text(data.as_of)
            )
        )
    return tuple(notes)


def _lengths(left: Period, right: Period) -> list[str]:
    """How long each is, in words: in months where both are whole months."""
    if left.is_whole_months and right.is_whole_months:
        return [
            _("months: {count}").format(count=numbers.count_text(period.month_count))
            for period in (left, right)
        ]
    counts = [(period.last_day - period.first_day).days + 1 for period in (left, right)]
    return [_("days: {count}").format(count=numbers.count_text(count)) for count in counts]
