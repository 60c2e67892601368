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

# Names may have a prefix. No pattern looks beyond the next bracket, so that each is done with a
# part in one pass, whatever stands there.
_OPEN = rb"<(?:[^\s<>/!?:]+:)?"
_ATTRIBUTE = rb"""(?:\s+[^\s<>"'=/]+\s*=\s*(?:"[^"'<>]*"|'[^"'<>]*'))"""
_END = re.compile(rb"</(?:[^\s<>/!?:]+:)?worksheet\s*>")
_END_BYTES = 1_000
_CELL = re.compile(_OPEN + rb"c[\s>/]")
_EMPTY_CELL = re.compile(_OPEN + rb"c\s[^<>]*/>")
_NAMED_CELL = re.compile(_OPEN + rb"c\s(?:[^<>]*?\s)?r\s*=\s*[\"']([A-Za-z]+)(\d+)[\"']")
# As programs write them: the name first.
_UNUSUAL_CELL = re.compile(
    _OPEN + rb'c(?=[\s>/])(?! r="[A-Z]{1,3}\d{1,7}"(?: [a-z]+="[^"\'<>]*")*/?>)'
)
_BROKEN_CELL = re.compile(_OPEN + rb"c(?=[\s>/])(?!" + _ATTRIBUTE + rb"*\s*/?>)")
_ODDLY_NAMED_CELL = re.compile(
    _OPEN + rb"c\s(?:[^<>]*?\s)?r\s*=(?!\s*[\"'][A-Za-z]{1,3}\d{1,7}[\"'])"
)
_NAMELESS_CELL = re.compile(_OPEN + rb"c(?=[\s>/])(?![^<>]*\sr\s*=)")
_ROW = re.compile(_OPEN + rb"row[\s>/]")
_NUMBERED_ROW = re.compile(_OPEN + rb"row\s(?:[^<>]*?\s)?r\s*=\s*[\"'](\d{1,9})[\"']")
_ERROR_TYPE = re.compile(rb"(" + _OPEN + rb"c\s(?:[^<>]*?\s)?t\s*=\s*)[\"']e[\"']")
_FORMULA_WITHOUT_VALUE = re.compile(
    rb"<((?:[^\s<>/!?:]+:)?)c\b([^<>]*)>\s*<\1f\b(?:[^<>]*/>|[^<>]*>[^<]*</\1f>)\s*"
    rb"(?:(?:<\1v\s*/>|<\1v>\s*</\1v>)\s*)?</\1c>"
)
_TYPE = re.compile(rb"\st\s*=\s*[\"'](\w*)[\"']")


def mended(content: bytes) -> tuple[bytes, int]:
    """The part with errors as text, if it is a worksheet, and over how many cells it reaches.

    As it is, if it is none. Raises FileRefused where it is cut off, or a row or
    cell stands there twice.
    """
    if b"sheetData" not in content:
        return content, 0
    if not _END.search(content, len(content) - _END_BYTES):
        raise FileRefused(DAMAGED)
    has_nameless = False
    if _UNUSUAL_CELL.search(content):
        if _BROKEN_CELL.search(content) or _ODDLY_NAMED_CELL.search(content):
            raise FileRefused(DAMAGED)
        has_nameless = bool(_NAMELESS_CELL.search(content))
    if b"/>" in content and not has_nameless:
        content = _EMPTY_CELL.sub(b"", content)
    cell_count = _cell_count(content, has_nameless)
    if b"<f" in content or b":f" in content:
        content = _FORMULA_WITHOUT_VALUE.sub(_never_calculated, content)
    if b'"e"' in content or b"'e'" in content:
        content = _ERROR_TYPE.sub(rb'\1"str"', content)
    return content, cell_count


def _never_calculated(cell: re.Match[bytes]) -> bytes:
    """The cell with the words that say so for its value, unless its value is an empty text."""
    prefix, attributes = cell[1], cell[2]
    kind = _TYPE.search(attributes)
    if kind and kind[1] not in (b"n", b"e"):
        return cell[0]
    value = b"<%bv>%b</%bv>" % (prefix, NEVER_CALCULATED.encode(), prefix)
    attributes = _TYPE.sub(b"", attributes)
    return b'<%bc%b t="str">%b</%bc>' % (prefix, attributes, value, prefix)


def too_many_cells() -> FileRefused:
    """The refusal of a workbook whose sheets reach over more cells than are read."""
    return FileRefused(_TOO_MANY_CELLS, millions=MOST_CELLS // 1_000_000)


def _cell_count(content: bytes, has_nameless: bool) -> int:
    """How many cells the rectangle has from the first cell of the sheet to its last."""
    rows = [int(number) for number in _NUMBERED_ROW.findall(content)]
    if any(later <= earlier for earlier, later in pairwise(rows)):
        raise FileRefused(_DISORDERED)
    columns, last_row = _extent(content)
    if has_nameless:
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
        if distinct:
            letters, numbers = zip(*distinct, strict=True)
            last_column = max([last_column, *map(_column_number, set(letters))])
            last_row = max([last_row, *map(int, set(numbers))])
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
