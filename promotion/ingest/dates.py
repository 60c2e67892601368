"""Dates as offices write them."""

import re
from datetime import date, timedelta

from promotion.ingest.faults import Remark
from promotion.ingest.reference import shipped_marks
from promotion.ingest.words import plain
from promotion.language import N_

_MARKS = shipped_marks()
_YEAR, _MONTH, _DAY = _MARKS["year"], _MARKS["month"], _MARKS["day"]
_TIME = r"(?:[T\s]\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)?"
_YEAR_FIRST = re.compile(r"(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})" + _TIME, re.ASCII)
_IN_WORDS = re.compile(
    rf"(\d{{4}})\s*({_YEAR})\s*(\d{{1,2}})\s*{_MONTH}\s*(\d{{1,2}})\s*{_DAY}"
    + _TIME.replace(r"[T\s]\s*", r"\s*"),
    re.ASCII,
)
_EIGHT_DIGITS = re.compile(r"(\d{4})()(\d{2})(\d{2})" + _TIME, re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:\.\d*)?", re.ASCII)
_YEAR_LATER = re.compile(
    r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{1,2})" + _TIME, re.ASCII
)
_NO_DAY = re.compile(
    rf"\d{{4}}{_YEAR}?|\d{{4}}\s*(?:[-/.]|{_YEAR})\s*\d{{1,2}}\s*{_MONTH}?|\d{{6}}", re.ASCII
)
# Day 0 of a spreadsheet's calendar, and the days of 1970 and 2099 between which a bare
# five-figure number is taken for a date.
_SPREADSHEET_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 25_569, 73_050
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

_IMPOSSIBLE = N_("there is no such day or time as {value}; correct it")
_UNCLEAR_YEAR = N_("the year {year} of the date {value} cannot be right; correct it")
_INCOMPLETE = N_("the date {value} names no day; write year, month and day, such as 2020-03-03")
_TWO_WAYS = N_("the date {value} can be read as {readings}; write it with the year first")
_YEAR_LAST = N_("the date {value} does not have the year first; if it is {reading}, write it so")
_BAD_SERIAL = N_("{value} is no date; write year, month and day, such as 2020-03-03")


def read_date(text: str) -> date | Remark:
    """The day that the text names, or a remark that says why it names none.

    A date that could be read two ways is never guessed.
    """
    written = plain(text)
    for pattern in (_YEAR_FIRST, _IN_WORDS, _EIGHT_DIGITS):
        found = pattern.fullmatch(written)
        if found:
            year, month, day = int(found[1]), int(found[3]), int(found[4])
            return _day(text, year, month, day, found)
    serial = _SERIAL.fullmatch(written)
    if serial and _FIRST_SERIAL <= int(serial[1]) <= _LAST_SERIAL:
        return _SPREADSHEET_EPOCH + timedelta(days=int(serial[1]))
    unclear = _YEAR_LATER.fullmatch(written)
    if unclear:
        return _unclear(text, unclear[1], unclear[2], unclear[3])
    return Remark(_INCOMPLETE if _NO_DAY.fullmatch(written) else _BAD_SERIAL, {"value": text})


def _day(text: str, year: int, month: int, day: int, found: re.Match) -> date | Remark:
    time_is_possible = (
        int(found["hour"] or 0) < 24
        and int(found["minute"] or 0) < 60
        and int(found["second"] or 0) < 60
    )
    read = _possible(year, month, day)
    if read is None or not time_is_possible:
        return Remark(_IMPOSSIBLE, {"value": text})
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Remark(_UNCLEAR_YEAR, {"value": text, "year": year})
    return read


def _unclear(text: str, first: str, second: str, third: str) -> Remark:
    """What a date without its year in front could mean."""
    orders = [(third, first, second), (third, second, first)]
    if len(third) < 3:
        orders.append((first, second, third))
    readings = sorted(
        {
            read.isoformat()
            for year, month, day in orders
            if (read := _possible(_whole_year(year), int(month), int(day)))
        }
    )
    if not readings:
        return Remark(_IMPOSSIBLE, {"value": text})
    if len(readings) == 1:
        return Remark(_YEAR_LAST, {"value": text, "reading": readings[0]})
    return Remark(_TWO_WAYS, {"value": text, "readings": " / ".join(readings)})


def _whole_year(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
