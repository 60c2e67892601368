"""The XML of a worksheet, checked for what it would cost to parse, and mended.

The parser keeps a sheet as one rectangle and leaves the cells out whose value is an error; here
their number is limited, and errors become text that says what they are.
"""

import re
from itertools import pairwise

from promotion.ingest.faults import FileRefused
from promotion.ingest.words import NEVER_CALCULATED
from promotion.language import N_

MOST_CELLS = 8_000_000
_MOST_ROWS = 1_048_576
_LETTERS = 26
# So much is looked at together, to bound how many cell names are held at a time.
_PIECE_BYTES = 1 << 25

DAMAGED = N_(
    "the workbook is damaged or incomplete; open it in a spreadsheet program and save it again"
)
_DISORDERED = N_(
    "the workbook holds a row or a cell twice; open it in a spreadsheet program, look it through "
    "and save it again"
)
_TOO_MANY_CELLS = N_(
    "the sheets of the workbook reach over more than {millions} million cells; take out what "
    "stands far from the rows, or save the sheets as CSV"
)

_END = re.compile(rb"</(?:\w+:)?worksheet\s*>")
_END_BYTES = 1_000
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br\s*=[^>]*/>")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_NAMELESS_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>/])(?![^>]*\sr\s*=)")
_NAMED_CELL = re.compile(rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*[\"']([A-Za-z]{1,4}\d{1,9})[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
_NUMBERED_ROW = re.compile(rb"<(?:\w+:)?row\s(?:[^>]*?\s)?r\s*=\s*[\"'](\d{1,9})[\"']")
_ERROR_TYPE = re.compile(rb"(<(?:\w+:)?c\s(?:[^>]*?\s)?t\s*=\s*)[\"']e[\"']")
# A formula without a value; an empty text (t="str") is one.
_NEVER_CALCULATED = re.compile(
    rb"<((?:\w+:)?)c\b((?:(?!\st\s*=)[^>])*)(?:\st=\"n\")?((?:(?!\st\s*=)[^>])*)>"
    rb"\s*<\1f\b(?:[^>]*/>|[^>]*>[^<]*</\1f>)"
    rb"\s*(?:<\1v\s*/>|<\1v>\s*</\1v>)?\s*</\1c>"
)
_SAYS_SO = rb'<\1c\2\3 t="str"><\1v>' + NEVER_CALCULATED.encode() + rb"</\1v></\1c>"


def mended(content: bytes) -> tuple[bytes, int]:
    """The part with errors as text, if it is a worksheet, and over how many cells it reaches.

    As it is, if it is none. Raises FileRefused where it is cut off, or a row or
    cell stands there twice.
    """
    if b"sheetData" not in content:
        return content, 0
    if not _END.search(content, len(content) - _END_BYTES):
        raise FileRefused(DAMAGED)
    if b"/>" in content and not _NAMELESS_CELL.search(content):
        content = _EMPTY_CELL.sub(b"", content)
    cell_count = _cell_count(content)
    if b'"e"' in content or b"'e'" in content:
        content = _ERROR_TYPE.sub(rb'\1"str"', content)
    if b"<f" in content or b":f" in content:
        content = _NEVER_CALCULATED.sub(_SAYS_SO, content)
    return content, cell_count


def too_many_cells() -> FileRefused:
    """The refusal of a workbook whose sheets reach over more cells than are read."""
    return FileRefused(_TOO_MANY_CELLS, millions=MOST_CELLS // 1_000_000)


def _cell_count(content: bytes) -> int:
    """How many cells the rectangle has from the first cell of the sheet to its last."""
    rows = [int(number) for number in _NUMBERED_ROW.findall(content)]
    if any(later <= earlier for earlier, later in pairwise(rows)):
        raise FileRefused(_DISORDERED)
    columns, last_row = _extent(content)
    if _NAMELESS_CELL.search(content):
        # Cells without a name stand behind the one before them, rows likewise.
        last_row += len(_ROW.findall(content)) + max(
            map(int, _NUMBERED_ROW.findall(content)), default=0
        )
        columns += max(len(_CELL.findall(row)) for row in _ROW.split(content))
    if last_row > _MOST_ROWS:
        raise too_many_cells()
    return columns * last_row


def _extent(content: bytes) -> tuple[int, int]:
    """The last column and the last row of cells that say where they stand."""
    last_column, last_row, start = 0, 0, 0
    while start < len(content):
        end = _piece_end(content, start)
        names = _NAMED_CELL.findall(content, start, end)
        distinct = set(names)
        if len(distinct) < len(names):
            raise FileRefused(_DISORDERED)
        letters = {name.rstrip(b"0123456789") for name in distinct}
        numbers = {name.lstrip(name.rstrip(b"0123456789")) for name in distinct}
        last_column = max([last_column, *map(_column_number, letters)])
        last_row = max([last_row, *map(int, numbers)])
        start = end
    return last_column, last_row


def _piece_end(content: bytes, start: int) -> int:
    """Where a piece ends that cuts no element in two."""
    end = start + _PIECE_BYTES
    if end >= len(content):
        return len(content)
    cut = content.rfind(b"<", start + 1, end)
    return cut if cut > start else len(content)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + letter - ord("A") + 1
    return number
