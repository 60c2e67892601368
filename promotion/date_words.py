"""How days, months and periods read, in Chinese and English; promotion.numbers offers them too."""

from datetime import date, datetime

from promotion.filters import Period, month_end
from promotion.language import N_, _

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_MOST_WITH_WORD = 8  # of an axis's months, on a telephone
_QUARTERS = (N_("Q1 {year}"), N_("Q2 {year}"), N_("Q3 {year}"), N_("Q4 {year}"))


def date_text(day: date) -> str:
    """A day in full: 2020年3月3日, 3 March 2020."""
    return _("{day} {month_name} {year}").format(
        day=day.day, month=day.month, month_name=_(_MONTHS[day.month - 1]), year=day.year
    )


def moment_text(moment: datetime) -> str:
    """A day and time: 2020年3月3日 14:05."""
    return f"{date_text(moment.date())} {moment:%H:%M}"


def month_text(day: date) -> str:
    """A month in full: 2020年3月, March 2020."""
    return _("{month_name} {year}").format(
        month=day.month, month_name=_(_MONTHS[day.month - 1]), year=day.year
    )


def month_tick(day: date) -> str:
    """A month as an axis writes it: 2020-03."""
    return f"{day.year}-{day.month:02d}"


def months_of_axis(days: list[date], places: int = 0) -> list[tuple[str, bool]]:
    """Each month's number along an axis, and whether the year stands with it.

    The year stands with the first and each January. In Chinese a number has its word, 4月; of more
    months than so many places have room for only those with the year do, as their room is wider.
    """
    is_wide = max(len(days), places) <= _MOST_WITH_WORD
    begin_year = [place == 0 or day.month == 1 for place, day in enumerate(days)]
    return [
        (
            _("{month_number}").format(month_number=day.month)
            if is_wide or has_year
            else str(day.month),
            has_year,
        )
        for day, has_year in zip(days, begin_year, strict=True)
    ]


def weekday_names() -> list[str]:
    """The days of the week, short, from Monday on."""
    return [_(name) for name in _WEEKDAYS]


def period_text(period: Period) -> str:
    """A period in the fewest words: 2020年第二季度, June 2020, 3 March 2020 – 5 June 2020."""
    first_day, last_day = period.first_day, period.last_day
    if first_day == last_day:
        return date_text(first_day)
    if not period.is_whole_months:
        return _("{start} – {end}").format(start=date_text(first_day), end=date_text(last_day))
    if first_day.year == last_day.year:
        if (first_day.month, last_day.month) == (1, 12):
            return _("the year {year}").format(year=first_day.year)
        if period.month_count == 3 and first_day.month % 3 == 1:
            return _(_QUARTERS[first_day.month // 3]).format(year=first_day.year)
    if last_day == month_end(first_day):
        return month_text(first_day)
    if first_day.year == last_day.year:
        return _("{first_month_name} – {last_month_name} {year}").format(
            first_month=first_day.month,
            first_month_name=_(_MONTHS[first_day.month - 1]),
            last_month=last_day.month,
            last_month_name=_(_MONTHS[last_day.month - 1]),
            year=first_day.year,
        )
    return _("{start} – {end}").format(start=month_text(first_day), end=month_text(last_day))
