"""Periods as one of two sides: their codes in links, and the ones a reader may choose from."""

from datetime import date

from promotion.filters import (
    FilterFault,
    Filters,
    Period,
    month_end,
    months_later,
    period_before,
)

# The filter's own period and the one it is compared with: they follow the filter.
CHOSEN, COMPARED = "period", "compared"
_PARTED_BY = "_"
MOST_YEARS = 20  # that periods are offered of
LAST_YEAR = 2200


def period_code(period: Period) -> str:
    """The period as links have it: 2020-04-01_2020-06-30."""
    return _PARTED_BY.join((period.first_day.isoformat(), period.last_day.isoformat()))


def period_of(code: str, filters: Filters) -> Period:
    """The period of a code; raises FilterFault where it is none."""
    if code == CHOSEN:
        return filters.period
    if code == COMPARED:
        return filters.compared_period or period_before(filters.period)
    return days_of(code)


def known_period(code: str, filters: Filters) -> Period | None:
    """The period of a code; None where it is none, or before all that can be."""
    try:
        return period_of(code, filters)
    except FilterFault:
        return None


def days_of(code: str) -> Period:
    """The period of a code that names days; raises FilterFault where it is none."""
    try:
        first_day, last_day = map(date.fromisoformat, code.split(_PARTED_BY))
    except ValueError:
        words = f"{code!r} is no period; write it as 2020-04-01_2020-06-30"
        raise FilterFault(words) from None
    if last_day.year > LAST_YEAR:
        raise FilterFault(f"the period ends on {last_day}, after {LAST_YEAR}")
    return Period(first_day, last_day)


def complete_periods(first_date: date, as_of: date) -> list[Period]:
    """Years, quarters and months that are complete on the day, the newest first.

    After the years, where the last one is not complete, each year up to the same day.
    """
    first_year = max(first_date.year, as_of.year - MOST_YEARS + 1)
    years = range(as_of.year, first_year - 1, -1)
    found = [*_parts(years, 12)]
    if as_of != date(as_of.year, 12, 31):
        found += [Period(date(year, 1, 1), _same_day(as_of, year)) for year in years]
    found += [*_parts(years, 3), *_parts(years, 1)]
    return [each for each in found if each.last_day <= as_of and each.last_day >= first_date]


def _parts(years: range, month_count: int) -> list[Period]:
    """The years in parts of so many months, the newest first."""
    starts = [
        months_later(date(year, 1, 1), months)
        for year in years
        for months in range(12 - month_count, -1, -month_count)
    ]
    return [Period(day, month_end(months_later(day, month_count - 1))) for day in starts]


def _same_day(as_of: date, year: int) -> date:
    """The day in that year; a month's last stays its last."""
    month = as_of.replace(day=1, year=year)
    if as_of == month_end(as_of):
        return month_end(month)
    return month.replace(day=min(as_of.day, month_end(month).day))
