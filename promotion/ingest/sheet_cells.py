"""The value of a sheet's cell as the text that a ledger would have in its place."""

import math
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal

# From a day number of the calendar that begins in 1904 to the one that begins in 1900.
DAYS_FROM_1904_TO_1900 = 1_462
_SHOWN = Context(prec=15)
_FEWER_DIGITS = 3

CellValue = bool | int | float | str | date | datetime | time | timedelta


def text_of(value: CellValue) -> str:
    """The value as text; dates as ISO, whole numbers without a point, yes and no as TRUE, FALSE."""
    read = _TEXTS.get(type(value))
    return read(value) if read else str(value)


def text_of_day_from_1904(value: CellValue) -> str:
    """As text_of, for a cell of a date column in a workbook whose day numbers begin in 1904."""
    return text_of(value + DAYS_FROM_1904_TO_1900 if type(value) in (int, float) else value)


def _number_text(value: float) -> str:
    """The shortest text that means this number, without the noise of binary fractions.

    A spreadsheet shows 15 digits: 0.1 + 0.2 is 0.3 there, though the file says
    0.30000000000000004. A number that has more digits of its own keeps them.
    """
    if not math.isfinite(value):
        return str(value)
    if value.is_integer():
        return str(int(Decimal(repr(value))))
    shortest = Decimal(repr(value))
    shown = _SHOWN.create_decimal(shortest).normalize()
    is_noise = _digit_count(shown) + _FEWER_DIGITS <= _digit_count(shortest)
    return str(shown if is_noise else shortest)


def _digit_count(number: Decimal) -> int:
    return len(number.as_tuple().digits)


def _date_time_text(value: datetime) -> str:
    return value.isoformat(sep=" ")


_TEXTS: dict[type, Callable[[CellValue], str]] = {
    str: str,
    float: _number_text,
    bool: lambda value: "TRUE" if value else "FALSE",
    datetime: _date_time_text,
    date: date.isoformat,
    time: time.isoformat,
}
