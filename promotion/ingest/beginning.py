"""The first rows of a file, among which its headings are looked for."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

DELIMITERS = (",", ";", "\t")
_ROWS_LOOKED_AT = 50
_SHEET_CELLS_LOOKED_AT = 50_000


@dataclass(frozen=True)
class FirstRow:
    """One row of the file's beginning; next_line is where the row after it starts."""

    next_line: int
    cells: list[str]
    above: list[str]
    title_count: int


@dataclass(frozen=True)
class Beginning:
    """The first rows of a file as they are with cells told apart by the delimiter."""

    delimiter: str
    rows: list[FirstRow]


def beginnings_of_text(text: str) -> list[Beginning]:
    """The first rows of the text, once for every delimiter it may have."""
    return [Beginning(delimiter, _first_rows(text, delimiter)) for delimiter in DELIMITERS]


def beginning_of_sheet(rows: Iterable[list[str]]) -> Beginning:
    """The first rows of a sheet, whose cells no delimiter needs to tell apart."""
    first = _Above()
    cell_count = 0
    for number, cells in enumerate(islice(rows, _ROWS_LOOKED_AT), start=1):
        first.add(number + 1, cells)
        cell_count += len(cells)
        if cell_count > _SHEET_CELLS_LOOKED_AT:
            break
    return Beginning("", first.rows)


class _Above:
    """Rows in the order in which they are added, each with all that stands above it."""

    def __init__(self) -> None:
        self.rows: list[FirstRow] = []
        self._above: list[str] = []
        self._title_count = 0

    def add(self, next_line: int, cells: list[str]) -> None:
        self.rows.append(FirstRow(next_line, cells, list(self._above), self._title_count))
        filled = [cell for cell in cells if cell.strip()]
        self._above.extend(filled)
        self._title_count += bool(filled)


def _first_rows(text: str, delimiter: str) -> list[FirstRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    first = _Above()
    while len(first.rows) < _ROWS_LOOKED_AT:
        try:
            cells = next(reader)
        except (StopIteration, csv.Error):
            break
        first.add(reader.line_num + 1, cells)
    return first.rows
