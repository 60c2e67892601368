"""Which two districts, industries or periods stand side by side, and the filters of each."""

from dataclasses import dataclass, replace

from promotion import numbers
from promotion.database import Database
from promotion.exhibits.activity import activity_rows
from promotion.filters import NO_SIDES, SIDES, Filters, preset_period
from promotion.ingest.reference import UNCLASSIFIED
from promotion.language import use_language
from promotion.sides import CHOSEN, COMPARED, known_period, period_code, period_of

# The filter whose place a side takes, where it is one of several codes.
FILTERED = {"district": "districts", "industry": "industries"}


@dataclass(frozen=True)
class Side:
    """One of two sides: its code, its name in the reader's language, and its own filters.

    `colour` is the code of a district, which has its own, or the place: "left" or "right".
    """

    code: str
    name: str
    filters: Filters
    colour: str


@dataclass(frozen=True)
class BothSides:
    """Two sides, told apart `by` a key of SIDES."""

    by: str
    left: Side
    right: Side


def possible(data: Database) -> tuple[str, ...]:
    """By what two sides can be told apart, as SIDES has them: periods there always are."""
    return tuple(by for by in SIDES if by == "period" or len(data.codes(by)) > 1)


def told_apart_by(data: Database, filters: Filters) -> str:
    """The key of SIDES that the filters name, else the first by which there are two sides."""
    offered = possible(data)
    return filters.sides.by if filters.sides.by in offered else offered[0]


def both(data: Database, filters: Filters) -> BothSides:
    """The sides that the filters name; what they leave open, or is not there, is chosen.

    Of districts and industries those filtered by, then those with the most contacts; of periods
    the filter's and the one it is compared with.
    """
    return data.keep(("both sides", filters), lambda: _both(data, filters))


def _both(data: Database, filters: Filters) -> BothSides:
    by = told_apart_by(data, filters)
    codes = _periods(data, filters) if by == "period" else _members(data, filters, by)
    left, right = (
        _side(data, filters, by, code, place)
        for code, place in zip(codes, ("left", "right"), strict=True)
    )
    return BothSides(by, left, right)


def _side(data: Database, filters: Filters, by: str, code: str, place: str) -> Side:
    with use_language(filters.language):
        if by == "period":
            own = replace(filters, period=period_of(code, filters), sides=NO_SIDES)
            return Side(code, numbers.period_text(own.period), own, place)
        own = replace(filters, **{FILTERED[by]: (code,)}, sides=NO_SIDES)
        return Side(code, data.name_of(by, code), own, code if by == "district" else place)


def _members(data: Database, filters: Filters, by: str) -> tuple[str, str]:
    codes = data.codes(by)
    left = filters.sides.left if filters.sides.left in codes else ""
    right = filters.sides.right if filters.sides.right in codes else ""
    if right == left:
        right = ""
    if not left or not right:
        offered = _offered(data, filters, by)
        left = left or next(code for code in offered if code != right)
        right = right or next(code for code in offered if code != left)
    return left, right


def _offered(data: Database, filters: Filters, by: str) -> list[str]:
    """The codes: those filtered by, then by contacts, then in official order; what is of no
    industry comes last."""
    chosen = getattr(filters, FILTERED[by])
    rows = activity_rows(data, replace(filters, **{FILTERED[by]: ()}, sides=NO_SIDES), "this", by)
    contacts = dict(zip(rows[by], rows["contact_count"], strict=True))

    def place(code: str) -> tuple[int, bool, int]:
        filtered_by = chosen.index(code) if code in chosen else len(chosen)
        return filtered_by, code == UNCLASSIFIED, -(contacts.get(code) or 0)

    return sorted(data.codes(by), key=place)


def _periods(data: Database, filters: Filters) -> tuple[str, str]:
    left, right = filters.sides.left, filters.sides.right
    first = known_period(left, filters)
    if first is None:
        left, first = CHOSEN, filters.period
    if known_period(right, filters) in (None, first):
        latest = preset_period("latest", data.first_date, data.as_of)
        right = next(
            code
            for code in (COMPARED, CHOSEN, period_code(latest))
            if known_period(code, filters) not in (None, first)
        )
    return left, right
