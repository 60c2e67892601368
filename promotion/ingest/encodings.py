"""In which encoding a file is, judged by its bytes."""

import codecs
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

import pyarrow as pa

from promotion.ingest.faults import FileRefused
from promotion.ingest.words import UNREADABLE
from promotion.language import N_

_PIECE_BYTES = 1 << 22
_LONGEST_CHARACTER_BYTES = 4
# The beginning that layout and encoding are judged by.
HEAD_BYTES = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "utf-8")
# Bytes no text holds but tab, line feed, form feed, carriage return and the old end mark.
_CONTROL = bytes(sorted(set(range(32)) - {9, 10, 12, 13, 26}))

EMPTY = N_("the file is empty; fill it in or take it out of the folder")
_ZIP = N_("the file is a workbook or an archive under another name; open it and save it as CSV")
_BINARY = N_("the file holds no text; open it in the program it comes from and save it as CSV")


@dataclass(frozen=True)
class Encoding:
    """How bytes become text: what cannot be decoded becomes the mark of an unreadable character.

    Verified: the bytes are known to be UTF-8 throughout and may be taken as they are.
    """

    name: str
    mark_bytes: int
    is_verified_utf_8: bool


def find_encoding(file: BinaryIO, count_recognised: Callable[[str], int]) -> Encoding:
    """The encoding of the file: by its mark, else the one that decodes it, else the better one.

    Better is what makes headings recognisable, then what leaves fewest characters unreadable.
    Raises FileRefused for a file that is empty or holds no text.
    """
    head = file.read(HEAD_BYTES)
    if not head:
        raise FileRefused(EMPTY)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise FileRefused(_ZIP)
    for mark, name in _MARKS:
        if head.startswith(mark):
            if len(head) == len(mark):
                raise FileRefused(EMPTY)
            is_clean = name == "utf-8" and _is_utf_8(file, len(mark))
            return Encoding(name, len(mark), is_clean)
    wide = _utf_16_without_mark(head)
    if wide and count_recognised(head.decode(wide, "replace")):
        return Encoding(wide, 0, False)
    is_likely_text = len(head.translate(None, _CONTROL)) > 0.98 * len(head)
    if is_likely_text and _is_utf_8(file, 0):
        return Encoding("utf-8", 0, True)
    recognised = {name: count_recognised(head.decode(name, "replace")) for name in _CANDIDATES}
    if not is_likely_text and not any(recognised.values()):
        raise FileRefused(_BINARY)
    if _decodes_but_for_its_end(file, "utf-8"):
        return Encoding("utf-8", 0, False)
    # Fewer unreadable characters are no proof where another encoding reads the headings.
    best = min(_CANDIDATES, key=lambda name: (-recognised[name], _bad_count(file, name)))
    return Encoding(best, 0, False)


def decoded(file: BinaryIO, encoding: Encoding) -> Iterator[str]:
    """The whole text of the file, piece by piece."""
    file.seek(encoding.mark_bytes)
    decoder = codecs.getincrementaldecoder(encoding.name)("replace")
    while piece := file.read(_PIECE_BYTES):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)


def head_text(file: BinaryIO, encoding: Encoding) -> str:
    """The beginning of the file as text."""
    file.seek(encoding.mark_bytes)
    return codecs.getincrementaldecoder(encoding.name)("replace").decode(file.read(HEAD_BYTES))


def _is_utf_8(file: BinaryIO, mark_bytes: int) -> bool:
    """Whether every byte from there on is UTF-8, found as fast as the file can be read."""
    file.seek(mark_bytes)
    rest = b""
    while piece := file.read(_PIECE_BYTES):
        whole = rest + piece
        end = _last_character_begins(whole)
        rest = whole[end:]
        if not _is_valid_utf_8(memoryview(whole)[:end]):
            return False
    return _is_valid_utf_8(memoryview(rest))


def _last_character_begins(content: bytes) -> int:
    """Where the last character, of which bytes may be missing, begins."""
    for back in range(1, min(len(content), _LONGEST_CHARACTER_BYTES) + 1):
        if content[-back] & 0b1100_0000 != 0b1000_0000:
            return len(content) - back
    return len(content)


def _is_valid_utf_8(content: memoryview) -> bool:
    bounds = pa.py_buffer(struct.pack("=qq", 0, len(content)))
    cell = pa.Array.from_buffers(pa.large_binary(), 1, [None, bounds, pa.py_buffer(content)])
    try:
        cell.cast(pa.large_string())
    except pa.ArrowInvalid:
        return False
    return True


def _decodes_but_for_its_end(file: BinaryIO, name: str) -> bool:
    """Whether every byte decodes, except that the file may be cut within its last character."""
    file.seek(0)
    decoder = codecs.getincrementaldecoder(name)("strict")
    try:
        while piece := file.read(_PIECE_BYTES):
            decoder.decode(piece)
    except UnicodeDecodeError:
        return False
    return True


def _bad_count(file: BinaryIO, name: str) -> int:
    """How many characters cannot be decoded."""
    return sum(text.count(UNREADABLE) for text in decoded(file, Encoding(name, 0, False)))


def _utf_16_without_mark(head: bytes) -> str | None:
    """The byte order of UTF-16, told by where the zeros of its Latin characters are."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    enough = len(head) // 100
    if odd > enough and odd > 10 * even:
        return "utf-16-le"
    if even > enough and even > 10 * odd:
        return "utf-16-be"
    return None
