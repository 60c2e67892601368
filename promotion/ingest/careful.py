"""The careful parser: quotes, cells of several lines, rows of any length, unclosed quotes."""

import csv
import io
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

import pyarrow as pa

from promotion.ingest.blocks import Block
from promotion.ingest.faults import Remark
from promotion.ingest.layout import Layout
from promotion.language import N_

# A cell longer than this is no cell but a quote that never closes.
_LONGEST_CELL = 1 << 26
_ROWS_AT_ONCE = 50_000
_SHOWN_LENGTH = 200

NEVER_CLOSED = N_(
    "a quotation mark on line {line} is never closed and swallows this row; remove or double it"
)
TOO_MANY_CELLS = N_("the row has more cells than there are headings, so its cells have shifted")
CUT_OFF = N_(
    "the file ends in the middle of this row, so that its last cell may be cut off too; complete "
    "the file, or end the row with a new line"
)


@dataclass
class Parsed:
    """Rows as text with their lines, and the lines that are refused before they are rows."""

    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    refused: list[tuple[int, str, Remark]] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Whether its rows are enough to be judged together."""
        return len(self.rows) >= _ROWS_AT_ONCE

    def add(self, cells: list[str], number: int, width: int, is_cut: bool = False) -> None:
        """Nothing; keeps the row at the headings' width, or refuses it where it is wider or cut."""
        if len(cells) > width:
            beyond = next((cell.strip() for cell in cells[width:] if cell.strip()), None)
            if beyond is not None:
                self.refused.append((number, beyond[:_SHOWN_LENGTH], Remark(TOO_MANY_CELLS)))
                return
            del cells[width:]
        elif len(cells) < width:
            if is_cut and any(cell.strip() for cell in cells):
                self.refused.append((number, cells[-1].strip()[:_SHOWN_LENGTH], Remark(CUT_OFF)))
                return
            cells.extend([""] * (width - len(cells)))
        self.rows.append(cells)
        self.lines.append(number)

    def table(self, layout: Layout) -> tuple[pa.Table, pa.Array]:
        """The rows' cells as text in columns, and the line of each row."""
        columns = zip(*self.rows, strict=True) if self.rows else [()] * layout.width
        keys = {one.position for one in layout.placed if one.column.is_key}
        arrays = {}
        for position, column in enumerate(columns):
            cells = pa.array(column, pa.string())
            arrays[str(position)] = cells if position in keys else cells.dictionary_encode()
        return pa.table(arrays), pa.array(self.lines, pa.int64())


def parse_carefully(block: Block, following: Iterator[Block], layout: Layout) -> Iterator[Parsed]:
    """The rows of the block, and of as many that follow as a cell at its end reaches into."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = _Lines(block, following)
    parsed = Parsed()
    while lines.has_more_in_block():
        lines.taken.clear()
        line = next(lines)
        number = lines.number
        if '"' in line:
            cells = _quoted_record(line, lines, layout, parsed)
        else:
            cells = line.rstrip("\r\n").split(layout.delimiter)
        if cells is not None:
            parsed.add(cells, number, layout.width, lines.is_cut())
        if parsed.is_full:
            yield parsed
            parsed = Parsed()
    yield parsed


class _Lines:
    """The lines of the blocks one by one; remembers those that the record in hand has taken."""

    def __init__(self, block: Block, following: Iterator[Block]) -> None:
        self._following = following
        self.taken: list[tuple[int, str]] = []
        self.is_ended = False
        self._open(block)

    def _open(self, block: Block) -> None:
        text = io.StringIO(block.content.decode("utf-8", "replace"), newline="")
        self._waiting = deque(text)
        self._block_is_cut = block.is_cut
        self.number = block.first_line - 1

    def is_cut(self) -> bool:
        """Whether the file ends within the line that was given last."""
        return self._block_is_cut and not self._waiting

    def has_more_in_block(self) -> bool:
        return bool(self._waiting)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        while not self._waiting:
            block = next(self._following, None)
            if block is None:
                self.is_ended = True
                raise StopIteration
            self._open(block)
        line = self._waiting.popleft()
        self.number += 1
        self.taken.append((self.number, line))
        return line


def _quoted_record(line: str, lines: _Lines, layout: Layout, parsed: Parsed) -> list[str] | None:
    """The cells of the record that begins with the line, None where its quote never closes."""
    reader = csv.reader(chain([line], lines), delimiter=layout.delimiter, strict=True)
    try:
        cells = next(reader)
    except csv.Error:
        if len(lines.taken) == 1 and not lines.is_ended:
            # Something stands between a quotation mark and the next cell: take it as text.
            return next(csv.reader([line], delimiter=layout.delimiter))
        cells = None
    if cells is None or _swallows_rows(lines.taken, cells, layout):
        first_line = lines.taken[0][0]
        for number, text in lines.taken:
            if text.strip().strip(layout.delimiter):
                remark = Remark(NEVER_CLOSED, {"line": first_line})
                parsed.refused.append((number, text.strip()[:_SHOWN_LENGTH], remark))
        return None
    return cells


def _swallows_rows(taken: list[tuple[int, str]], cells: list[str], layout: Layout) -> bool:
    """Whether a line inside the record has the cells of a whole row of its own.

    The last line of a record whose first cell has several lines holds all other cells.
    """
    inner = taken[1:-1] if "\n" in cells[0] else taken[1:]
    return any(_delimiter_count(text, layout) >= layout.width - 1 for _number, text in inner)


def _delimiter_count(line: str, layout: Layout) -> int:
    """How many delimiters part cells in a line that begins within quotes, or stand in them.

    Those within the quotes of a later cell, as in "1,000", are part of its text.
    """
    if '"' not in line:
        return line.count(layout.delimiter)
    first, *others = next(csv.reader(['"' + line], delimiter=layout.delimiter))
    return first.count(layout.delimiter) + len(others)
