"""How much of a page's height is left to a picture by the words that stand with it."""

from collections.abc import Iterable

from promotion.exports.document_looks import LOOKS, Look
from promotion.exports.text_room import LINE_HEIGHT, line_count

_POINTS_PER_MM = 72 / 25.4
_TWIPS_PER_POINT = 20
# A picture is made no smaller than so much of its width: its smallest letters are still read.
SMALLEST = 0.7

Words = tuple[str, str]  # the paragraph's style, its text


def picture_scale(
    picture_mm: float, page_mm: tuple[float, float], words: Iterable[Words], language: str
) -> float:
    """How much smaller a picture is drawn so that it shares a page with its words: 1 is not at all.

    `page_mm` are the width and height of the page's text.
    """
    looks = {look.name: look for look in LOOKS[language]}
    width_mm, height_mm = page_mm
    taken_pt = sum(
        _height_pt(text, looks[style], width_mm * _POINTS_PER_MM) for style, text in words
    )
    left_mm = height_mm - taken_pt / _POINTS_PER_MM
    return min(max(left_mm / picture_mm, SMALLEST), 1.0)


def _height_pt(text: str, look: Look, width_pt: float) -> float:
    line_pt = look.line_twips / _TWIPS_PER_POINT or look.size * LINE_HEIGHT
    ems = width_pt / look.size - look.first_line
    lines = sum(line_count(paragraph, ems) for paragraph in text.split("\n"))
    return lines * line_pt + (look.before + look.after) / _TWIPS_PER_POINT
