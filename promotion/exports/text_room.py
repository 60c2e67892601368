"""How much room text takes on a slide, estimated from its characters."""

import math
import re
from collections.abc import Sequence

from promotion.exports.cells import plain_text
from promotion.text_widths import SEAMS, WIDE, ems

LINE_HEIGHT = 1.3  # of the size, as Chinese fonts have it
BOLDER = 1.08  # so much wider are bold letters
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
# A line may break before and after any Chinese character, and between words.
_PIECES = re.compile(rf"[{WIDE}]|[^\s{WIDE}]+\s*|\s+")
_SPARE = 0.97  # of a line: closing marks never begin the next one


def one_line(text: str) -> str:
    """The text without breaks and without what a file cannot hold."""
    return " ".join(plain_text(text).split())


def line_count(text: str, width: float) -> int:
    """How many lines the text takes where a line holds so many ems."""
    count, used = 1, 0.0
    width *= _SPARE
    for piece in _PIECES.findall(SEAMS.sub(r"\g<0> ", text)):
        size = ems(piece.rstrip()) if len(piece) > 1 else ems(piece)
        if used and used + size > width:
            count, used = count + 1, 0.0
        if size > width:  # a word longer than the line is broken where the line ends
            count += math.ceil(size / width) - 1
            size %= width
        used += size + (ems(" ") if piece[-1:].isspace() and len(piece) > 1 else 0)
    return count


def height_of(texts: Sequence[str], width_pt: float, size: float) -> float:
    """The height in points of these paragraphs set in this size."""
    return sum(line_count(text, width_pt / size) for text in texts) * size * LINE_HEIGHT


def largest_size(
    texts: Sequence[str], width_pt: float, height_pt: float, sizes: Sequence[float]
) -> float:
    """The first of the sizes, from the largest, at which the paragraphs fit; else the last."""
    for size in sizes:
        if height_of(texts, width_pt, size) <= height_pt:
            return size
    return sizes[-1]


def cut_to(text: str, width: float, lines: int) -> str:
    """The text, cut so that it takes at most so many lines of so many ems."""
    if line_count(text, width) <= lines:
        return text
    kept, low, high = "", 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        tried = text[:middle].rstrip() + _ELLIPSIS
        if line_count(tried, width) <= lines:
            kept, low = tried, middle
        else:
            high = middle - 1
    return kept or _ELLIPSIS
