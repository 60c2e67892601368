"""One ledger file, from its bytes to typed batches and what was wrong with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO

import pyarrow as pa

from promotion.ingest.beginning import beginnings_of_text
from promotion.ingest.blocks import blocks_of
from promotion.ingest.careful import CUT_OFF, Parsed, parse_carefully
from promotion.ingest.convert import convert
from promotion.ingest.encodings import Encoding, find_encoding, head_text
from promotion.ingest.faults import Fault, Remark
from promotion.ingest.headings import Headings
from promotion.ingest.layout import Layout, count_recognised, find_layout
from promotion.ingest.plain import parse_plain
from promotion.ingest.readers import reader_of
from promotion.ingest.reference import Reference
from promotion.ingest.rows import data_rows
from promotion.ingest.workbook import WORKBOOKS, Sheet, open_workbook, parse_sheet
from promotion.language import N_

_NO_ROWS = N_("the file has headings and no row below them")
_TOTALS = N_("rows of totals passed over: {count}")
_REPEATED_HEADINGS = N_("rows that repeat the headings passed over: {count}")
ENDS_WITHIN_A_ROW = N_("the file ends in the middle of a row; it may not be complete")


@dataclass
class Ledger:
    """What reading a file has found so far; it is a text in an encoding, or a workbook's sheet."""

    file: str
    layout: Layout
    encoding: Encoding | None = None
    sheet: Sheet | None = None
    row_count: int = 0
    total_count: int = 0
    heading_count: int = 0
    refused: list[Fault] = field(default_factory=list)
    blanked: list[Fault] = field(default_factory=list)

    def notes(self) -> tuple[Remark, ...]:
        """What was not read, though nothing is wrong with it."""
        notes = list(self.layout.notes)
        if self.total_count:
            notes.append(Remark(_TOTALS, {"count": self.total_count}))
        if self.heading_count:
            notes.append(Remark(_REPEATED_HEADINGS, {"count": self.heading_count}))
        if any(fault.reason == CUT_OFF for fault in self.refused):
            notes.append(Remark(ENDS_WITHIN_A_ROW))
        if not self.row_count:
            notes.append(Remark(_NO_ROWS))
        return tuple(notes)


def open_ledger(stream: BinaryIO, file: str, reference: Reference, headings: Headings) -> Ledger:
    """What kind of ledger the file is and how it is laid out; raises FileRefused."""
    laid_out = partial(find_layout, file=file, reference=reference, headings=headings)
    if PurePosixPath(file).suffix.lower() in WORKBOOKS:
        sheet, layout = open_workbook(stream, laid_out)
        return Ledger(file, layout, sheet=sheet)
    recognised = partial(count_recognised, reference=reference, headings=headings)
    encoding = find_encoding(stream, recognised)
    layout = laid_out(beginnings_of_text(head_text(stream, encoding)))
    return Ledger(file, layout, encoding)


def batches_of(stream: BinaryIO, ledger: Ledger, reference: Reference) -> Iterator[pa.Table]:
    """The rows that load, batch by batch; the ledger keeps count of all others."""
    readers = {
        one.column.name: reader_of(one, reference)
        for one in ledger.layout.placed
        if one.column.type != "text"
    }
    blanks = pa.array(sorted(reference.blank_texts()), pa.string())
    for cells, lines in _parsed(stream, ledger):
        rows = data_rows(cells, lines, ledger.layout, reference)
        converted = convert(rows, ledger.file, ledger.layout, reference, readers, blanks)
        ledger.row_count += len(rows.lines)
        ledger.total_count += rows.total_count
        ledger.heading_count += rows.heading_count
        ledger.refused.extend(converted.refused)
        ledger.blanked.extend(converted.blanked)
        yield converted.batch


def _parsed(stream: BinaryIO, ledger: Ledger) -> Iterator[tuple[pa.Table, pa.Array]]:
    """Cells as text and the line of each row, block by block: quickly where that is safe."""
    if ledger.sheet:
        yield from _counted(parse_sheet(ledger.sheet, ledger.layout), ledger)
        return
    blocks = blocks_of(stream, ledger.encoding, ledger.layout.first_line)
    for block in blocks:
        plain = parse_plain(block, ledger.layout)
        if plain:
            yield plain
        else:
            yield from _counted(parse_carefully(block, blocks, ledger.layout), ledger)


def _counted(pieces: Iterable[Parsed], ledger: Ledger) -> Iterator[tuple[pa.Table, pa.Array]]:
    """The pieces as tables; the ledger keeps what was refused before it was a row."""
    for parsed in pieces:
        for line, text, remark in parsed.refused:
            ledger.row_count += 1
            ledger.refused.append(Fault(ledger.file, line, None, text, (remark,)))
        yield parsed.table(ledger.layout)
