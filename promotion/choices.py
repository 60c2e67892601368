"""Choices as someone types them → Filters; a choice that cannot be is told with those that can."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from promotion.database import Database
from promotion.filters import NO_SIDES, FilterFault, Filters, Period, Sides, preset_period
from promotion.query import records_of
from promotion.sides import period_of


class ChoiceFault(ValueError):
    """Something was asked for that there is not; its text says what there is."""


def choose_filters(
    data: Database,
    first_day: date | None = None,
    last_day: date | None = None,
    districts: Iterable[str] = (),
    industries: Iterable[str] = (),
    period: str = "latest",
    sides: Sides = NO_SIDES,
    **others: str,
) -> Filters:
    """The filters of these choices, districts and industries given as codes or as names.

    Without days the period of the preset; with one, from or to the data's own end.
    """
    if first_day is None and last_day is None:
        days = preset_period(period, data.first_date, data.as_of)
    else:
        days = _period(first_day or data.first_date, last_day or data.as_of)
    filters = Filters(
        period=days,
        districts=_codes(data, "district", districts),
        industries=_codes(data, "industry", industries),
    )
    return replace(filters, sides=_sides(data, filters, sides), **others)


def _sides(data: Database, filters: Filters, sides: Sides) -> Sides:
    """The sides, codes in place of names; raises a fault for one that there is not."""
    if not sides.by:
        return NO_SIDES

    def known(text: str) -> object:
        if sides.by == "period":
            return period_of(text, filters)
        return _codes(data, sides.by, [text])[0]

    left, right = (text and known(text) for text in (sides.left, sides.right))
    if left and left == right:
        raise ChoiceFault(f"both sides are {sides.left}: name two")
    return sides if sides.by == "period" else Sides(sides.by, left, right)


def _period(first_day: date, last_day: date) -> Period:
    if first_day > last_day:
        raise FilterFault(f"the period begins on {first_day}, after its end on {last_day}")
    return Period(first_day, last_day)


def _codes(data: Database, code_list: str, given: Iterable[str]) -> tuple[str, ...]:
    names = {}
    for row in records_of(data.run("data/names")):
        if row["list"] == code_list:
            for name in (row["name_zh"], row["name_en"], row["code"]):
                names[str(name).casefold()] = row["code"]
    codes = []
    for text in given:
        if text.strip().casefold() not in names:
            raise ChoiceFault(f"unknown {code_list} {text!r}: {_offer(data.codes(code_list))}")
        codes.append(names[text.strip().casefold()])
    return tuple(dict.fromkeys(codes))


def choose(what: str, text: str, names: Collection[str]) -> str:
    """The text where it is one of the names; raises ChoiceFault with close ones where it is not."""
    if text in names:
        return text
    close = get_close_matches(text, names, n=3, cutoff=0.5)
    raise ChoiceFault(f"unknown {what} {text!r}: {_offer(close or names)}")


def _offer(names: Iterable[str]) -> str:
    return f"use one of {', '.join(names)}"
