"""A file's text in blocks of whole lines, so that no file need fit into memory."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from promotion.ingest.encodings import Encoding, decoded
from promotion.ingest.faults import FileRefused
from promotion.language import N_

BLOCK_BYTES = 1 << 26
LONGEST_LINE_BYTES = 1 << 27

TOO_LONG_A_LINE = N_(
    "a line of the file is longer than any row of a ledger; see that its rows have line ends"
)
_LINE_END = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True)
class Block:
    """Whole lines as UTF-8, the number of the first of them and how many there are.

    Cut where the file ends within its last line, which is given an end here.
    """

    first_line: int
    content: bytes
    line_count: int
    is_cut: bool = False


def blocks_of(file: BinaryIO, encoding: Encoding, first_line: int) -> Iterator[Block]:
    """The lines of the file from first_line on, in blocks that end where a line ends."""
    line = 1
    for content, is_cut in _whole_lines(_pieces(file, encoding)):
        count = _line_count(content)
        if line + count > first_line:
            skipped = max(first_line - line, 0)
            yield Block(line + skipped, _without_lines(content, skipped), count - skipped, is_cut)
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


def _whole_lines(pieces: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Whole lines, and whether the last of them has no end in the file."""
    rest: list[bytes | memoryview] = []
    for piece in pieces:
        cut = piece.rfind(b"\n") + 1
        if cut:
            yield b"".join([*rest, memoryview(piece)[:cut]]), False
            rest = []
        elif sum(map(len, rest)) > LONGEST_LINE_BYTES:
            # Lines that end in the returns of old are told apart only where there are any.
            cut = piece.rfind(b"\r", 0, -1) + 1
            if not cut:
                raise FileRefused(TOO_LONG_A_LINE)
            yield b"".join([*rest, memoryview(piece)[:cut]]), False
            rest = []
        rest.append(piece[cut:])
    last = b"".join(rest)
    if last:
        has_end = last.endswith((b"\n", b"\r"))
        yield (last if has_end else last + b"\n"), not has_end


def _without_lines(content: bytes, count: int) -> bytes:
    position = 0
    for _number in range(count):
        position = _LINE_END.search(content, position).end()
    return content[position:]
