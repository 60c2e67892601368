"""A batch of rows as text becomes a typed batch, and a report of what was wrong in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from promotion.ingest.cells import TYPES, Judged, Mark, judge
from promotion.ingest.faults import Fault, Remark
from promotion.ingest.layout import Layout, Placed
from promotion.ingest.readers import Reader
from promotion.ingest.reference import Reference
from promotion.ingest.rows import DataRows
from promotion.language import N_

MISSING = N_("the cell {heading} is empty; fill it in")
MISSING_ALL = N_("the cells {headings} are all empty; fill in one of them")


@dataclass(frozen=True)
class Converted:
    """The rows that load, typed in the data contract's columns; and what was wrong."""

    batch: pa.Table
    refused: list[Fault]
    blanked: list[Fault]


def convert(
    rows: DataRows,
    file: str,
    layout: Layout,
    reference: Reference,
    readers: dict[str, Reader],
    blanks: pa.Array,
) -> Converted:
    """The rows typed; a row that lacks a required value is refused, with every reason."""
    count = len(rows.lines)
    placed_names = {placed.column.name for placed in layout.placed}
    values = {
        column.name: pa.nulls(count, TYPES[column.type])
        for column in reference.columns[layout.kind]
        if column.name not in placed_names
    }
    for column in layout.blank:
        values[column.name] = pa.repeat(column.blank_value, count).cast(TYPES[column.type])
    if layout.district:
        values["district"] = pa.repeat(layout.district, count)
    refused: dict[int, list[tuple[str, str | None, Remark]]] = {}
    blanked: list[tuple[str, Mark]] = []
    one_of: list[tuple[Placed, Judged]] = []
    for placed in layout.placed:
        column = placed.column
        cells = rows.cells.column(str(placed.position))
        judged = judge(cells, placed, readers.get(column.name), blanks)
        values[column.name] = judged.values
        is_needed = column.is_required or column.refuses_unread
        blanked += [
            (column.name, each) for each in judged.marks if not (is_needed and each.is_lost)
        ]
        if is_needed:
            for position, text, remark in _wanting(placed, judged):
                refused.setdefault(position, []).append((column.name, text, remark))
        if column.is_one_of:
            one_of.append((placed, judged))
    for position, found in _wanting_all(one_of):
        refused.setdefault(position, []).extend(found)
    batch = pa.table({**values, "line": rows.lines})
    if refused:
        keep = np.ones(count, dtype=bool)
        keep[list(refused)] = False
        batch = batch.filter(pa.array(keep))
    return Converted(
        batch,
        [
            _refusal(file, rows.lines[position].as_py(), found)
            for position, found in sorted(refused.items())
        ],
        [
            Fault(file, rows.lines[mark.position].as_py(), column, mark.text, (mark.remark,))
            for column, mark in blanked
            if mark.position not in refused
        ],
    )


def _wanting(placed: Placed, judged: Judged) -> Iterator[tuple[int, str | None, Remark]]:
    """The rows that the column's cells refuse, with what stands there and why.

    An empty cell refuses none where blank has a meaning of its own.
    """
    lost = {mark.position: mark for mark in judged.marks if mark.is_lost}
    empty = Remark(MISSING, {"heading": placed.heading})
    for position in judged.null_positions() if placed.column.is_required else sorted(lost):
        mark = lost.get(position)
        yield (position, mark.text, mark.remark) if mark else (position, None, empty)


def _wanting_all(
    one_of: Sequence[tuple[Placed, Judged]],
) -> Iterator[tuple[int, list[tuple[str, str | None, Remark]]]]:
    """The rows of which no cell of these columns is known, with what is wrong in each."""
    if not one_of:
        return
    headings = [placed.heading for placed, _judged in one_of]
    empty = Remark(MISSING_ALL, {"headings": " / ".join(headings)})
    if len(headings) == 1:
        empty = Remark(MISSING, {"heading": headings[0]})
    lost: dict[int, list[tuple[str, str | None, Remark]]] = {}
    for placed, judged in one_of:
        for mark in judged.marks:
            if mark.is_lost:
                found = (placed.column.name, mark.text, mark.remark)
                lost.setdefault(mark.position, []).append(found)
    unknown = set.intersection(*(set(judged.null_positions()) for _placed, judged in one_of))
    for position in sorted(unknown):
        yield position, lost.get(position) or [(one_of[0][0].column.name, None, empty)]


def _refusal(file: str, line: int, found: list[tuple[str, str | None, Remark]]) -> Fault:
    column, text, _remark = found[0]
    return Fault(file, line, column, text, tuple(remark for _column, _text, remark in found))
