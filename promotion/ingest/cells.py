"""The cells of one column as Arrow values, judged once for every distinct text."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from promotion.ingest.faults import Remark
from promotion.ingest.layout import Placed
from promotion.ingest.readers import CONTROL_REMOVED, UNREADABLE_TEXT, Reader, error_remark
from promotion.ingest.words import ERROR_VALUE, INVISIBLE, UNREADABLE

TYPES = {
    "text": pa.string(),
    "code": pa.string(),
    "country": pa.string(),
    "yes_no": pa.bool_(),
    "date": pa.date32(),
    "decimal": pa.decimal128(18, 6),
    "whole": pa.int32(),
}
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x{FFFE}\x{FFFF}]"
_CONTROL_BYTES = bytes(sorted(set(range(32)) - {9, 10, 13}))
_WHITE_OR_INVISIBLE = " \t\r\n\u00a0\u2000-\u200a\u3000" + INVISIBLE
# A date with a possible time behind it: cut off where almost every cell has its own.
_DATE_WITH_TIME = (
    r"^([^\sT:]{6,})[T ](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$|^(\d{5})\.\d+$"
)
_MANY_DISTINCT = 2_000


@dataclass(frozen=True)
class Mark:
    """What is to be said of one cell; lost: its value became unknown."""

    position: int
    text: str
    remark: Remark
    is_lost: bool


@dataclass(frozen=True)
class Judged:
    """A column, typed, null where blank or unreadable, and what is to be said of its cells.

    Text that repeats stays the distinct values and where they stand.
    """

    values: pa.Array
    marks: list[Mark]

    def null_positions(self) -> list[int]:
        """Where the value is unknown."""
        if not self.values.null_count:
            return []
        return np.flatnonzero(self.values.is_null()).tolist()


def judge(cells: pa.ChunkedArray, placed: Placed, read: Reader, blanks: pa.Array) -> Judged:
    """The column typed as the data contract says; read is its reader.

    Blanks are the ways of writing an empty cell, for columns of text.
    """
    texts, positions = _distinct(cells)
    if placed.column.type == "text":
        cleaned, remarks = _clean(texts, placed.column.is_id, blanks)
        return Judged(_spread(cleaned, positions), _marks(texts, positions, remarks))
    if placed.column.type == "date" and len(texts) > _MANY_DISTINCT:
        cut = pc.replace_substring_regex(texts, _DATE_WITH_TIME, r"\1\2").dictionary_encode()
        texts = cut.dictionary
        positions = cut.indices if positions is None else cut.indices.take(positions)
    typed, remarks = [], {}
    for number, text in enumerate(texts.to_pylist()):
        value, remark = read(text)
        typed.append(value)
        if remark:
            remarks[number] = (remark, value is None)
    values = pa.array(typed, TYPES[placed.column.type])
    return Judged(_spread(values, positions), _marks(texts, positions, remarks))


def _spread(distinct: pa.Array, positions: pa.Array | None) -> pa.Array:
    """The values of all cells from those of the distinct ones."""
    if positions is None:
        return distinct
    if not pa.types.is_string(distinct.type):
        return distinct.take(positions)
    if distinct.null_count:
        # Arrow joins batches only where no null is among the distinct values themselves.
        is_null = distinct.is_null().to_numpy(zero_copy_only=False)
        numbers = positions.to_numpy()
        positions = pa.array(numbers, mask=is_null[numbers])
        distinct = distinct.fill_null("")
    return pa.DictionaryArray.from_arrays(positions, distinct)


def _distinct(cells: pa.ChunkedArray) -> tuple[pa.Array, pa.Array | None]:
    """The distinct texts and which of them each cell is; no positions where they are the cells."""
    if pa.types.is_dictionary(cells.type):
        whole = cells.unify_dictionaries().combine_chunks()
        if isinstance(whole, pa.ChunkedArray):
            whole = whole.chunk(0) if whole.num_chunks else pa.array([], whole.type)
        return whole.dictionary, whole.indices
    whole = cells.combine_chunks()
    if isinstance(whole, pa.ChunkedArray):
        whole = whole.chunk(0) if whole.num_chunks else pa.array([], whole.type)
    return whole, None


def _clean(
    texts: pa.Array, is_id: bool, blanks: pa.Array
) -> tuple[pa.Array, dict[int, tuple[Remark, bool]]]:
    """The texts without what is unseen at their ends, null where blank or unreadable."""
    remarks: dict[int, tuple[Remark, bool]] = {}
    content = b"".join(buffer.to_pybytes() for buffer in texts.buffers()[2:] if buffer)
    if _has_control(content):
        found = pc.match_substring_regex(texts, _CONTROL)
        for number in pc.indices_nonzero(found).to_pylist():
            remarks[number] = (Remark(CONTROL_REMOVED), False)
        texts = pc.replace_substring_regex(texts, _CONTROL, "")
    if is_id and not content.isascii():
        texts = pc.utf8_normalize(texts, form="NFKC")
    texts = pc.utf8_trim_whitespace(texts)
    if any(mark.encode() in content for mark in INVISIBLE):
        texts = pc.utf8_trim(texts, characters=_WHITE_OR_INVISIBLE)
    lost = pc.is_in(texts, blanks)
    if UNREADABLE.encode() in content:
        unreadable = pc.match_substring(texts, UNREADABLE)
        for number in pc.indices_nonzero(unreadable).to_pylist():
            remarks[number] = (Remark(UNREADABLE_TEXT, {"value": texts[number].as_py()}), True)
        lost = pc.or_(lost, unreadable)
    if b"#" in content:
        is_error = pc.match_substring_regex(texts, ERROR_VALUE)
        for number in pc.indices_nonzero(is_error).to_pylist():
            remarks[number] = (error_remark(texts[number].as_py()), True)
        lost = pc.or_(lost, is_error)
    if pc.any(lost).as_py():
        texts = pc.if_else(lost, None, texts)
    return texts, remarks


def _has_control(content: bytes) -> bool:
    return (
        len(content.translate(None, _CONTROL_BYTES)) < len(content)
        or b"\xef\xbf\xbe" in content
        or b"\xef\xbf\xbf" in content
    )


def _marks(
    texts: pa.Array, positions: pa.Array | None, remarks: dict[int, tuple[Remark, bool]]
) -> list[Mark]:
    """A mark for every cell that holds one of the texts remarked on."""
    if not remarks:
        return []
    numbers = np.arange(len(texts)) if positions is None else positions.to_numpy()
    is_remarked = np.zeros(len(texts), dtype=bool)
    is_remarked[list(remarks)] = True
    marks = []
    for position in np.flatnonzero(is_remarked[numbers]).tolist():
        number = int(numbers[position])
        marks.append(Mark(position, texts[number].as_py(), *remarks[number]))
    return marks
