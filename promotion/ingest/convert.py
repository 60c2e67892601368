"""A batch of rows as text becomes a typed batch, and a report of what was wrong in it."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from promotion.ingest.cells import TYPES, Mark, judge
from promotion.ingest.faults import Fault, Remark
from promotion.ingest.layout import Layout
from promotion.ingest.readers import Reader
from promotion.ingest.reference import Reference
from promotion.ingest.rows import DataRows
from promotion.language import N_

MISSING = N_("the cell {heading} is empty; fill it in")


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
    for placed in layout.placed:
        column = placed.column
        cells = rows.cells.column(str(placed.position))
        judged = judge(cells, placed, readers.get(column.name), blanks)
        values[column.name] = judged.values
        if not column.is_required:
            blanked.extend((column.name, mark) for mark in judged.marks)
            continue
        lost = {mark.position: mark for mark in judged.marks if mark.is_lost}
        blanked.extend((column.name, mark) for mark in judged.marks if not mark.is_lost)
        empty = Remark(MISSING, {"heading": placed.heading})
        for position in judged.null_positions():
            mark = lost.get(position)
            text, remark = (mark.text, mark.remark) if mark else (None, empty)
            refused.setdefault(position, []).append((column.name, text, remark))
    batch = pa.table({**values, "line": rows.lines})
    if refused:
        keep = np.ones(count, dtype=bool)
        keep[list(refused)] = False
        batch = batch.filter(pa.array(keep))
    return Converted(
        batch,
        [
            Fault(
                file,
                rows.lines[position].as_py(),
                found[0][0],
                found[0][1],
                tuple(remark for _column, _text, remark in found),
            )
            for position, found in sorted(refused.items())
        ],
        [
            Fault(file, rows.lines[mark.position].as_py(), column, mark.text, (mark.remark,))
            for column, mark in blanked
            if mark.position not in refused
        ],
    )
