"""What a heading means: the column it names and the unit its figures are in."""

import re
from dataclasses import dataclass
from decimal import Decimal

from promotion.ingest.reference import Column, Reference, shipped_marks
from promotion.ingest.words import heading_key

# The base and its unit: amount(unit), amount[unit], amount/unit, amount:unit. Brackets may be
# the square ones of Chinese print.
_BRACKET = re.compile("(?P<base>.+?)[(\\[\u3010](?P<unit>[^()\\[\\]\u3010\u3011]*)[)\\]\u3011]")
_AFTER_MARK = re.compile(r"(?P<base>[^/:]+)[/:](?P<unit>.+)")
# The word for unit, as it stands before a unit in a heading or in a title.
_UNIT = shipped_marks()["unit"]
_UNIT_WORD = re.compile(f"^{_UNIT}:?")
_UNIT_IN_TITLE = re.compile(_UNIT + ":([^()\\[\\]\u3010\u3011]+)")
_BETWEEN_UNITS = re.compile("[\u3001,;]")


@dataclass(frozen=True)
class Recognised:
    """The column a heading names and its unit's factor.

    Factor is None where the heading states no unit; is_other_unit where it states one that
    is no unit of the column.
    """

    column: Column
    factor: Decimal | None
    is_other_unit: bool = False


@dataclass(frozen=True)
class Headings:
    """Every way of writing every heading."""

    whole: dict[tuple[str, str], Recognised]
    base: dict[tuple[str, str], Column]
    units: dict[tuple[str, str], Decimal]


def index_headings(reference: Reference) -> Headings:
    """The headings of all columns, ready to be looked up."""
    whole: dict[tuple[str, str], Recognised] = {}
    base: dict[tuple[str, str], Column] = {}
    for kind, columns in reference.columns.items():
        for column in columns:
            for heading in column.headings:
                key = heading_key(heading)
                split = _BRACKET.fullmatch(key) if column.unit else None
                if split:
                    factor = reference.units.get((split["unit"], column.unit))
                    whole.setdefault((kind, key), Recognised(column, factor))
                    key = split["base"]
                # A column's own name states its unit, so no title may change it.
                own = Decimal(1) if heading == column.name else None
                whole.setdefault((kind, key), Recognised(column, own))
                base.setdefault((kind, key), column)
    return Headings(whole, base, reference.units)


def recognise(cell: str, kind: str, headings: Headings) -> Recognised | None:
    """What the cell means as a heading of this kind of ledger, None where it means nothing."""
    if len(cell) > 200:
        return None
    key = heading_key(cell)
    if (kind, key) in headings.whole:
        return headings.whole[kind, key]
    for pattern in (_BRACKET, _AFTER_MARK):
        split = pattern.fullmatch(key)
        if split and (kind, split["base"]) in headings.base:
            column = headings.base[kind, split["base"]]
            if not column.unit:
                return Recognised(column, None)
            unit = _UNIT_WORD.sub("", split["unit"])
            factor = headings.units.get((unit, column.unit))
            return Recognised(column, factor, is_other_unit=factor is None)
    return None


def title_factor(titles: list[str], column: Column, headings: Headings) -> Decimal | None:
    """The factor of the one unit of this column that the rows above the headings state."""
    factors = {
        headings.units[unit, column.unit]
        for title in titles
        for stated in _UNIT_IN_TITLE.findall(heading_key(title))
        for unit in _BETWEEN_UNITS.split(stated)
        if (unit, column.unit) in headings.units
    }
    return factors.pop() if len(factors) == 1 else None
