"""Values as files hold them: unknown as None, text that no program can take for anything else."""

import re
from datetime import date
from decimal import Decimal

import numpy as np

# What breaks an Office file, or no encoding can write.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# A spreadsheet takes text that begins so for a formula; the last four are full-width.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

Cell = str | int | float | bool | date | None


def plain_value(value: object) -> Cell:
    """The value as plain Python; None where it is unknown, NaN too."""
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or value != value:
        return None
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bool | int | float | date):
        return value
    raise TypeError(f"a file cannot hold {value!r}, a {type(value).__name__}")


def plain_text(text: str) -> str:
    """The text without characters that files cannot hold."""
    return _CONTROL.sub("", text)


def inert_text(text: str) -> str:
    """The text such that a spreadsheet opening a CSV file never takes it for a formula."""
    text = plain_text(text)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
