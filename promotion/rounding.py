"""Rounding as an office does it by hand and its spreadsheets do: a half goes away from zero.

Python and NumPy round a half to the even digit: 5 of 16 would be 31.2% on a page and 31.3% in the
workbook taken from it.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

# The digits that a spreadsheet keeps; beyond them is what binary fractions add.
_AS_WRITTEN = Context(prec=15)


def half_up(number: float, decimals: int) -> Decimal:
    """The number with so many decimals."""
    written = _AS_WRITTEN.create_decimal_from_float(float(number))
    return written.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
