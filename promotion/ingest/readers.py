"""How the text of one cell becomes a value: a function for every column."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial

from promotion.ingest.dates import read_date
from promotion.ingest.faults import Remark
from promotion.ingest.figures import read_decimal, read_whole
from promotion.ingest.layout import Placed
from promotion.ingest.reference import CODE_TABLES, Reference
from promotion.ingest.words import ERROR_VALUE, NEVER_CALCULATED, UNREADABLE, key_of
from promotion.language import N_

Value = bool | date | Decimal | int | str | None
Reader = Callable[[str], tuple[Value, Remark | None]]

UNKNOWN_CODE = N_("{value} is not in the list {table}; correct it, or add it there as an alias")
UNREADABLE_TEXT = N_("{value} holds characters that cannot be read; save the file as UTF-8 again")
CONTROL_REMOVED = N_("control characters were removed; the rest of the cell was read")

_ERROR = N_(
    "{value} is an error of the spreadsheet; correct the formula, or write the value itself"
)
_NEVER_CALCULATED = N_(
    "the formula of this cell was never calculated; open the file in a spreadsheet program and "
    "save it"
)

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ERROR_VALUE = re.compile(ERROR_VALUE)
_REMEMBERED = 200_000


def error_remark(text: str) -> Remark:
    """What is to be said of a cell that holds an error of the spreadsheet for a value."""
    if text == NEVER_CALCULATED:
        return Remark(_NEVER_CALCULATED)
    return Remark(_ERROR, {"value": text})


def reader_of(placed: Placed, reference: Reference) -> Reader:
    """The function that reads the column's cells: the value, and a remark where there is one."""
    return lru_cache(_REMEMBERED)(
        partial(
            _read,
            read=_typed_reader(placed, reference),
            blanks=reference.blanks,
            blank_value=placed.column.blank_value,
        )
    )


def _read(
    text: str,
    read: Callable[[str], Value | Remark],
    blanks: frozenset[str],
    blank_value: int | None,
) -> tuple[Value, Remark | None]:
    removed = None
    if CONTROL.search(text):
        text = CONTROL.sub("", text)
        removed = Remark(CONTROL_REMOVED)
    if key_of(text) in blanks:
        return blank_value, removed
    if UNREADABLE in text:
        return None, Remark(UNREADABLE_TEXT, {"value": text.strip()})
    if _ERROR_VALUE.match(text.strip()):
        return None, error_remark(text.strip())
    value = read(text.strip())
    return (None, value) if isinstance(value, Remark) else (value, removed)


def _typed_reader(placed: Placed, reference: Reference) -> Callable[[str], Value | Remark]:
    column = placed.column
    match column.type:
        case "date":
            return read_date
        case "whole":
            return partial(read_whole, factor=placed.factor, minimum=column.minimum)
        case "decimal":
            return partial(
                read_decimal,
                factor=placed.factor,
                minimum=column.minimum,
                unit=column.unit,
                signs=reference.currency_signs,
            )
        case "yes_no":
            codes = reference.code_of[column.list]
            is_yes = {key: code == "yes" for key, code in codes.items()}
            return partial(_read_code, code_of=is_yes, table=CODE_TABLES[column.list])
        case _:
            return partial(
                _read_code,
                code_of=reference.code_of[column.list],
                table=CODE_TABLES[column.list],
            )


def _read_code(text: str, code_of: dict[str, Value], table: str) -> Value | Remark:
    value = code_of.get(key_of(text))
    return Remark(UNKNOWN_CODE, {"value": text, "table": table}) if value is None else value
