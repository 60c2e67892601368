"""A file's text in blocks of whole lines, so that no file need fit into memory."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from promotion.ingest.encodings import Encoding, decoded

BLOCK_BYTES = 1 << 26
_LINE_END = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True)
class Block:
    """Whole lines as UTF-8, the number of the first of them and how many there are."""

    first_line: int
    content: bytes
    line_count: int


def blocks_of(file: BinaryIO, encoding: Encoding, first_line: int) -> Iterator[Block]:
    """The lines of the file from first_line on, in blocks that end where a line ends."""
    line = 1
    for content in _whole_lines(_pieces(file, encoding)):
        count = _line_count(content)
        if line + count > first_line:
            skipped = max(first_line - line, 0)
            yield Block(line + skipped, _without_lines(content, skipped), count - skipped)
        line += count


def _line_count(content: bytes) -> int:
    """How many line ends there are, of any of the three sorts."""
    returns = content.count(b"\r")
    if returns:
        returns -= content.count(b"\r\n")
    return content.count(b"\n") + returns


def _pieces(file: BinaryIO, encoding: Encoding) -> Iterator[bytes]:
    if encoding.is_verified_utf_8:
        file.seek(encoding.mark_bytes)
        while piece := file.read(BLOCK_BYTES):
            yield piece
    else:
        for text in decoded(file, encoding):
            yield text.encode("utf-8", "replace")


def _whole_lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    rest: list[bytes | memoryview] = []
    for piece in pieces:
        cut = piece.rfind(b"\n") + 1
        if cut:
            yield b"".join([*rest, memoryview(piece)[:cut]])
            rest = []
        rest.append(piece[cut:])
    last = b"".join(rest)
    if last:
        yield last if last.endswith((b"\n", b"\r")) else last + b"\n"


def _without_lines(content: bytes, count: int) -> bytes:
    position = 0
    for _number in range(count):
        position = _LINE_END.search(content, position).end()
    return content[position:]
