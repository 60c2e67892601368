"""What a reader has chosen to see: period, comparison, districts, industries, capital, language."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from promotion.language import LANGUAGES, N_
from promotion.measures import ACTIVITY

CAPITALS = {
    "all": N_("All capital"),
    "foreign": N_("Foreign capital"),
    "domestic": N_("Domestic capital"),
}
COMPARISONS = {
    "previous": N_("The period before"),
    "year": N_("A year earlier"),
    "none": N_("Nothing"),
}
PRESETS = {
    "latest": N_("Latest complete period"),
    "last_week": N_("Last complete week"),
    "last_month": N_("Last complete month"),
    "last_quarter": N_("Last complete quarter"),
    "this_month": N_("This month"),
    "this_quarter": N_("This quarter"),
    "year_to_date": N_("Year to date"),
    "last_12_months": N_("Last 12 months"),
    "all": N_("All"),
    "custom": N_("Custom"),
}


# What two sides of a comparison can be.
SIDES = {
    "district": N_("Districts"),
    "industry": N_("Industries"),
    "period": N_("Periods"),
}


FIRST_YEAR = 1900  # ledgers of investment promotion do not reach so far


class FilterFault(ValueError):
    """A choice that cannot be; its text is a sentence for the reader."""


@dataclass(frozen=True)
class Period:
    """Days from the first to the last, both counted."""

    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.first_day > self.last_day:
            raise FilterFault(f"the period begins on {self.first_day}, after its end")
        if self.first_day.year < FIRST_YEAR:
            raise FilterFault(f"the period begins on {self.first_day}, before {FIRST_YEAR}")

    @property
    def is_whole_months(self) -> bool:
        """Whether it begins with a month's first day and ends with a month's last."""
        return self.first_day.day == 1 and self.last_day == month_end(self.last_day)

    @property
    def month_count(self) -> int:
        """The months it touches."""
        months_apart = (self.last_day.year - self.first_day.year) * 12
        return months_apart + self.last_day.month - self.first_day.month + 1


@dataclass(frozen=True)
class Sides:
    """Two districts, two industries or two periods to be put side by side.

    `by` is a key of SIDES; left and right are codes, of periods as promotion.sides has them. What
    is empty is left to promotion.exhibits.sides to choose.
    """

    by: str = ""
    left: str = ""
    right: str = ""

    def __post_init__(self) -> None:
        if self.by and self.by not in SIDES:
            raise FilterFault(f"unknown sides {self.by!r}: use one of {', '.join(SIDES)}")


NO_SIDES = Sides()


@dataclass(frozen=True)
class Filters:
    """Everything a view depends on besides the data. Empty districts or industries mean all."""

    period: Period
    compare: str = "previous"
    districts: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    capital: str = "all"
    language: str = "zh"
    measure: str = "contact_count"
    sides: Sides = NO_SIDES

    def __post_init__(self) -> None:
        for value, choices, what in (
            (self.compare, COMPARISONS, "comparison"),
            (self.capital, CAPITALS, "capital"),
            (self.language, LANGUAGES, "language"),
            (self.measure, ACTIVITY, "measure"),
        ):
            if value not in choices:
                raise FilterFault(f"unknown {what} {value!r}: use one of {', '.join(choices)}")

    @property
    def compared_period(self) -> Period | None:
        """The period compared with; None where none is chosen, or nothing can be before."""
        before = {"none": lambda _period: None, "year": year_before, "previous": period_before}
        try:
            return before[self.compare](self.period)
        except FilterFault:
            return None

    def parameters(self) -> dict[str, object]:
        """The values the queries' parameters take."""
        compared = self.compared_period
        return {
            "from": self.period.first_day,
            "to": self.period.last_day,
            "compare_from": compared.first_day if compared else None,
            "compare_to": compared.last_day if compared else None,
            "districts": list(self.districts),
            "industries": list(self.industries),
            "capital": self.capital,
        }


def month_end(day: date) -> date:
    """The last day of the month of a day."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_later(first_of_month: date, months: int) -> date:
    """The first day of the month so many months later (earlier where negative)."""
    years, month = divmod(first_of_month.month - 1 + months, 12)
    return date(first_of_month.year + years, month + 1, 1)


def period_before(period: Period) -> Period:
    """The period of the same length just before: whole months by months, else by days."""
    if period.is_whole_months:
        first_day = months_later(period.first_day, -period.month_count)
    else:
        length = period.last_day - period.first_day + timedelta(days=1)
        first_day = period.first_day - length
    return Period(first_day, period.first_day - timedelta(days=1))


def year_before(period: Period) -> Period:
    """The same days a year earlier; whole months stay whole."""
    first_day = _a_year_earlier(period.first_day)
    last_day = _a_year_earlier(period.last_day)
    if period.is_whole_months:
        last_day = month_end(last_day)
    return Period(first_day, last_day)


def _a_year_earlier(day: date) -> date:
    last_possible = calendar.monthrange(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1, day=min(day.day, last_possible))


def preset_period(preset: str, first_date: date, as_of: date) -> Period:
    """The days a preset means, given the data's first date and as-of date (never the clock).

    "latest" is the quarter that the as-of date ends, else the last complete month; the week,
    from Monday to Sunday, the month and the quarter are the last that the as-of date ends or
    comes after.
    """
    if preset == "latest":
        ends_quarter = as_of == month_end(as_of) and as_of.month % 3 == 0
        return _last_complete(as_of, 3 if ends_quarter else 1)
    if preset in _COMPLETE_MONTHS:
        return _last_complete(as_of, _COMPLETE_MONTHS[preset])
    month_start = as_of.replace(day=1)
    if preset == "last_week":
        sunday = as_of - timedelta(days=(as_of.weekday() + 1) % 7)
        return Period(sunday - timedelta(days=6), sunday)
    starts = {
        "this_month": month_start,
        "this_quarter": months_later(month_start, -((as_of.month - 1) % 3)),
        "year_to_date": as_of.replace(month=1, day=1),
        "last_12_months": months_later(month_start, -11),
        "all": min(first_date, as_of),
    }
    if preset not in starts:
        raise FilterFault(f"unknown period {preset!r}: use one of {', '.join(PRESETS)}")
    return Period(starts[preset], as_of)


_COMPLETE_MONTHS = {"last_month": 1, "last_quarter": 3}


def _last_complete(as_of: date, month_count: int) -> Period:
    """The last month or quarter (3) that is complete on the day."""
    after = as_of + timedelta(days=1)  # a period that the day ends is complete
    first_of_month = after.replace(day=1)
    end = months_later(first_of_month, -((after.month - 1) % month_count))
    return Period(months_later(end, -month_count), end - timedelta(days=1))
