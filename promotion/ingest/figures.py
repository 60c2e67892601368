"""Numbers as offices write them, exactly."""

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal

from promotion.ingest.faults import Remark
from promotion.ingest.words import plain
from promotion.language import N_

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d{1,4})?", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
_DIGITS_AND_MARKS = re.compile(r"[+-]?[\d.,']*\d[\d.,']*", re.ASCII)
_PLACES = Decimal("0.000001")
_LARGEST = Decimal(10) ** 12
_LARGEST_WHOLE = 2**31
# Room for every digit an office could write, so that no digit is lost on the way.
_EXACT = Context(prec=400)

_NO_NUMBER = N_(
    "{value} is no number; write digits only, such as 4900.5: the unit is the heading's"
)
_SEPARATORS = N_("the commas and points of {value} can be read in more than one way; write 4900.5")
_OTHER_CURRENCY = N_("{value} has the sign of another currency than its heading; correct one")
_TOO_SMALL = N_("{value} is less than {minimum}, the least it can be; correct it")
_TOO_LARGE = N_("{value} is too large to be true in this unit; correct it")
_NOT_WHOLE = N_("{value} is no whole number; correct it")


def read_decimal(
    text: str, factor: Decimal, minimum: Decimal | None, unit: str, signs: dict[str, str]
) -> Decimal | Remark:
    """The number the text names times the factor, to six places, or a remark why it is none.

    Signs are the currency signs and the unit that each belongs to.
    """
    number = _number(text, unit, signs)
    if isinstance(number, Remark):
        return number
    if number and number.adjusted() > 20:
        return Remark(_TOO_LARGE, {"value": text})
    number = _EXACT.multiply(number, factor)
    if minimum is not None and number < minimum:
        return Remark(_TOO_SMALL, {"value": text, "minimum": str(minimum)})
    if abs(number) >= _LARGEST:
        return Remark(_TOO_LARGE, {"value": text})
    rounded = number.quantize(_PLACES, ROUND_HALF_EVEN, _EXACT)
    return rounded if abs(rounded) < _LARGEST else Remark(_TOO_LARGE, {"value": text})


def read_whole(text: str, factor: Decimal, minimum: Decimal | None) -> int | Remark:
    """The whole number the text names times the factor, or a remark why it is none."""
    number = _number(text, "", {})
    if isinstance(number, Remark):
        return number
    if number and number.adjusted() > 20:
        return Remark(_TOO_LARGE, {"value": text})
    number = _EXACT.multiply(number, factor)
    if number != number.to_integral_value():
        return Remark(_NOT_WHOLE, {"value": text})
    if minimum is not None and number < minimum:
        return Remark(_TOO_SMALL, {"value": text, "minimum": str(minimum)})
    if abs(number) >= _LARGEST_WHOLE:
        return Remark(_TOO_LARGE, {"value": text})
    return int(number)


def _number(text: str, unit: str, signs: dict[str, str]) -> Decimal | Remark:
    written, sign = plain(text), None
    if not _NUMBER.fullmatch(written):  # most are numbers alone, and there are many signs
        written, sign = _without_sign(written, signs)
    if sign and signs[sign] != unit:
        return Remark(_OTHER_CURRENCY, {"value": text})
    if not _NUMBER.fullmatch(written) or not _DIGIT.search(written.lower().partition("e")[0]):
        looks_like_one = _DIGITS_AND_MARKS.fullmatch(written)
        return Remark(_SEPARATORS if looks_like_one else _NO_NUMBER, {"value": text})
    return Decimal(written.replace(",", ""))


def _without_sign(written: str, signs: dict[str, str]) -> tuple[str, str | None]:
    """The number without the currency sign before or after it, and that sign."""
    bare = written.lstrip("+-")
    minus = written[: len(written) - len(bare)]
    for sign in sorted(signs, key=len, reverse=True):
        if bare[: len(sign)].casefold() == sign:
            return minus + bare[len(sign) :].strip(), sign
        if bare[-len(sign) :].casefold() == sign:
            return minus + bare[: -len(sign)].strip(), sign
    return written, None
