"""Which rows of a file are data: not the empty ones, totals and headings said again."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from promotion.ingest.layout import Layout
from promotion.ingest.reference import Reference
from promotion.ingest.words import key_of

# From a letter to its full-width form.
_TO_FULL_WIDTH = 0xFEE0
_WHITE_STARTS = " \t\u3000\u00a0\u200b\ufeff:\uff1a"


@dataclass(frozen=True)
class DataRows:
    """The data rows as text, their lines, and how many rows were passed over for what."""

    cells: pa.Table
    lines: pa.Array
    total_count: int
    heading_count: int


def data_rows(cells: pa.Table, lines: pa.Array, layout: Layout, reference: Reference) -> DataRows:
    """The rows that hold data; empty rows are passed over uncounted."""
    empty, totals, repeated = [], [], []
    headings = [key_of(cell) for cell in layout.cells[: layout.width]]
    for position in _suspects(cells.column("0"), layout.cells[0], reference):
        keys = [key_of(cell) for cell in cells.slice(position, 1).to_pylist()[0].values()]
        first = next((key for key in keys if key), None)
        if first is None:
            empty.append(position)
        elif first.replace(":", "") in reference.total_words:
            totals.append(position)
        elif keys == headings:
            repeated.append(position)
    if empty or totals or repeated:
        keep = np.ones(len(lines), dtype=bool)
        keep[empty + totals + repeated] = False
        kept = pa.array(keep)
        cells, lines = cells.filter(kept), lines.filter(kept)
    return DataRows(cells, lines, len(totals), len(repeated))


def _suspects(first: pa.ChunkedArray, heading: str, reference: Reference) -> list[int]:
    """Positions of the rows whose first cell is empty, a word for a total or the heading."""
    starts = {"", *_WHITE_STARTS}
    for word in reference.total_words:
        starts |= {word[0], word[0].upper()}
        if word[0].isascii():
            starts |= {chr(ord(letter) + _TO_FULL_WIDTH) for letter in (word[0], word[0].upper())}
    first = first.cast(pa.string())
    beginnings = pc.utf8_slice_codeunits(first, 0, 1)
    is_suspect = pc.or_(pc.is_in(beginnings, pa.array(sorted(starts))), pc.equal(first, heading))
    found = pc.indices_nonzero(is_suspect)
    texts = first.take(found).to_pylist()
    meant = {"", key_of(heading), *reference.total_words}
    return [
        position
        for position, text in zip(found.to_pylist(), texts, strict=True)
        if key_of(text).replace(":", "") in meant
    ]
