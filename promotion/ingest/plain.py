"""The quick parser: for rows of one line with as many cells as headings and quotes in pairs."""

import re
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from promotion.ingest.blocks import Block
from promotion.ingest.layout import Layout

_PARSED_AT_ONCE_BYTES = 1 << 20
# Text columns whose values seldom repeat; all others are stored as the distinct values and
# where they stand, so that each distinct value is judged once.
_DISTINCT = pa.string()
_REPEATED = pa.dictionary(pa.int32(), pa.string())


def parse_plain(block: Block, layout: Layout) -> tuple[pa.Table, pa.Array] | None:
    """The block's cells as text and the line of each row, or None where it needs more care."""
    content = block.content
    if _has_lone_return(content) or not _is_well_quoted(content, layout.delimiter):
        return None
    names = [str(position) for position in range(len(layout.cells))]
    keys = {str(one.position) for one in layout.placed if one.column.is_key}
    try:
        table = pyarrow.csv.read_csv(
            pa.BufferReader(content),
            read_options=pyarrow.csv.ReadOptions(
                column_names=names, block_size=_PARSED_AT_ONCE_BYTES
            ),
            parse_options=pyarrow.csv.ParseOptions(
                delimiter=layout.delimiter, ignore_empty_lines=False
            ),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types={name: _DISTINCT if name in keys else _REPEATED for name in names},
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:  # a row with more or fewer cells, or a line longer than Arrow takes
        return None
    if table.num_rows != block.line_count or _has_cells_beyond(table, layout):
        return None
    lines = pa.array(np.arange(block.first_line, block.first_line + table.num_rows, dtype=np.int64))
    return table.select(names[: layout.width]), lines


def _is_well_quoted(content: bytes, delimiter: str) -> bool:
    """Whether every line that holds quotes has whole cells between them, quotes within doubled."""
    well_quoted = _well_quoted_line(delimiter)
    quote = content.find(b'"')
    while quote >= 0:
        start = content.rfind(b"\n", 0, quote) + 1
        end = content.find(b"\n", quote)
        if not well_quoted.fullmatch(content, start, end if end >= 0 else len(content)):
            return False
        quote = content.find(b'"', end) if end >= 0 else -1
    return True


@cache
def _well_quoted_line(delimiter: str) -> re.Pattern[bytes]:
    mark = re.escape(delimiter)
    cell = rf'(?:"[^"]*(?:""[^"]*)*"|[^"{mark}]*)'
    return re.compile(rf"{cell}(?:{mark}{cell})*\r?".encode())


def _has_lone_return(content: bytes) -> bool:
    return b"\r" in content and content.count(b"\r") != content.count(b"\r\n")


def _has_cells_beyond(table: pa.Table, layout: Layout) -> bool:
    """Whether a cell is filled where there is no heading any more."""
    return any(
        pc.any(pc.not_equal(table.column(position).cast(pa.string()), "")).as_py()
        for position in range(layout.width, table.num_columns)
    )
