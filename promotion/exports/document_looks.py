"""How each kind of paragraph of a document looks, as data: official in Chinese, plain in English.

In Chinese as GB/T 9704-2012 sets it: type sizes 2 (22 pt) and 3 (16 pt), 28 characters by 22
lines. Sizes are in points, indents in characters of the paragraph's own size.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from promotion import theme

_FONTS = Path(__file__).with_name("document_fonts.csv")

BODY_PT = {"zh": 16, "en": 11}
CHARACTERS, LINES = 28, 22
CHARACTER_SPACING_TWIPS = -6  # 28 characters of 16 pt are wider than 156 mm without it
LINE_TWIPS = 579  # 22 of them, and no more, fit the 225 mm between the margins
TABLE_PT, SMALL_TABLE_PT = 10.5, 9


@dataclass(frozen=True)
class Fonts:
    """The fonts of one kind of text: for Chinese, for Latin; what may stand in for the first."""

    east_asian: str
    latin: str
    family: str
    fallbacks: str


@dataclass(frozen=True)
class Look:
    """A paragraph style. `line_twips` is an exact line height, 0 as high as the text needs;
    `level` is its place in the navigation pane, from 0."""

    name: str
    role: str = "body"
    size: float = 0.0
    align: str = "left"
    line_twips: int = 0
    before: int = 0
    after: int = 0
    first_line: float = 0.0
    left: float = 0.0
    is_bold: bool = False
    colour: str = "auto"
    level: int | None = None
    with_next: bool = False
    on_new_page: bool = False
    is_whole: bool = False


@cache
def fonts_of(language: str) -> dict[str, Fonts]:
    """The fonts by what they are for: title, heading, second heading, body, foot of the page."""
    with _FONTS.open(encoding="utf-8", newline="") as file:
        return {
            row["role"]: Fonts(
                row["east_asian"],
                row["latin"],
                row["family"],
                row["fallbacks"].replace("|", ","),
            )
            for row in csv.DictReader(file)
            if row["language"] == language
        }


_OFFICIAL = (
    Look("Normal", size=16, align="both", line_twips=LINE_TWIPS),
    Look("Title", "title", 22, "center", 700, after=290),
    Look("Subtitle", "second", 16, "center", LINE_TWIPS),
    Look("Body Text", size=16, align="both", line_twips=LINE_TWIPS, first_line=2),
    Look("Heading 1", "heading", 16, "both", LINE_TWIPS, first_line=2, level=0, with_next=True),
    Look("Heading 2", "second", 16, "both", LINE_TWIPS, first_line=2, level=1, with_next=True),
    Look("Figure", size=12, align="center", before=60, with_next=True),
    Look("Caption", "heading", 12, "center", 400, with_next=True),
    Look("Table Caption", "heading", 12, "center", 400, before=180, after=60, with_next=True),
    Look("Source", size=10.5, line_twips=300, after=240, is_whole=True),
    Look("Table Heading", "heading", TABLE_PT, "center", before=20, after=20, with_next=True),
    Look("Table Text", size=TABLE_PT, before=20, after=20),
    Look("Table Number", size=TABLE_PT, align="right", before=20, after=20),
    Look("Annex List", size=16, line_twips=LINE_TWIPS, left=5, with_next=True),
    Look("Signature", size=16, align="right", line_twips=LINE_TWIPS),
    Look("Annex Number", "heading", 16, line_twips=LINE_TWIPS, on_new_page=True, with_next=True),
    Look("Annex Title", "title", 22, "center", 700, LINE_TWIPS, 290, level=0, with_next=True),
    Look("Sample", "heading", 16, "center", LINE_TWIPS, colour=theme.LIGHT.accent),
    Look("Header", "heading", 10.5, "right", colour=theme.LIGHT.accent),
    Look("Footer", "foot", 14),
)
_TEXT = theme.LIGHT.text
_ACCENT = theme.LIGHT.accent
_MUTED = theme.LIGHT.muted_text
_PLAIN = (
    Look("Normal", size=11, colour=_TEXT),
    Look("Title", "title", 22, before=0, after=80, is_bold=True, colour=_TEXT),
    Look("Subtitle", "second", 11, after=40, colour=_MUTED),
    Look("Body Text", size=11, after=120, colour=_TEXT),
    Look("Heading 1", "heading", 15, "left", 0, 320, 120, 0, 0, True, _ACCENT, 0, True),
    Look("Heading 2", "second", 12, "left", 0, 240, 80, 0, 0, True, _TEXT, 1, True),
    Look("Figure", size=11, align="center", before=60, with_next=True),
    Look("Caption", "heading", 10, before=40, is_bold=True, colour=_TEXT, with_next=True),
    Look("Table Caption", "heading", 10, "left", 0, 160, 60, is_bold=True, with_next=True),
    Look("Source", size=9, after=200, colour=_MUTED, is_whole=True),
    Look("Table Heading", "heading", TABLE_PT, before=30, after=30, is_bold=True, with_next=True),
    Look("Table Text", size=TABLE_PT, before=30, after=30, colour=_TEXT),
    Look("Table Number", size=TABLE_PT, align="right", before=30, after=30, colour=_TEXT),
    Look("Annex List", size=11, left=7, with_next=True),
    Look("Signature", size=11, align="right"),
    Look("Annex Number", "heading", 11, colour=_MUTED, on_new_page=True, with_next=True),
    Look("Annex Title", "title", 18, after=160, is_bold=True, level=0, with_next=True),
    Look("Sample", "heading", 11, after=120, is_bold=True, colour=_ACCENT),
    Look("Header", "heading", 9, "right", colour=_ACCENT),
    Look("Footer", "foot", 9, "center", colour=_MUTED),
)
LOOKS = {"zh": _OFFICIAL, "en": _PLAIN}
