"""A table of words as a Word table as wide as the page's text."""

import re
from dataclasses import dataclass

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt, Twips
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from promotion.exports.cells import plain_text
from promotion.exports.document_looks import SMALL_TABLE_PT, TABLE_PT
from promotion.exports.document_styles import CELL_MARGIN_TWIPS, TABLE_STYLE
from promotion.exports.document_xml import element
from promotion.exports.text_tables import MOST_ROWS, Column, TextTable
from promotion.text_widths import text_width

TEXT_WIDTH_MM = 156
# Of its size what a digit takes, a little more than the fonts need, and bold headings.
_DIGIT_WIDE = {"zh": 0.53, "en": 0.61}
_NARROWEST_TEXT, _WIDEST_TEXT = 17, 100  # in widths of a digit: words wrap, a date does not
_HEADING_LINES, _BOLD = 2, 1.12
_MEETING = re.compile(r"[\u2e80-\uffef](?=[!-~])|[!-~](?=[\u2e80-\uffef])")
_GAP = 0.5  # which LibreOffice leaves where Chinese and digits meet
_PIECE = re.compile(r"[\u2e80-\uffef]|[^\s\u2e80-\uffef]+")


@dataclass(frozen=True)
class _Room:
    """A column's least width and the one it would like, in twips."""

    least: float
    liked: float


def add_table(document: Document, table: TextTable, language: str) -> tuple[Column, ...]:
    """The columns left out for want of room; the others now stand at the document's end."""
    for size in (TABLE_PT, SMALL_TABLE_PT):
        digit = size * _DIGIT_WIDE[language] * (Pt(1) / Twips(1))
        kept, left_out = _fitting(table.columns, digit)
        if not left_out:
            break
    widths = _widths(kept, digit)
    drawn = document.add_table(len(table.rows) + 1, len(kept), TABLE_STYLE)
    drawn.alignment = WD_TABLE_ALIGNMENT.CENTER
    drawn.autofit = False
    for row in drawn.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))
    drawn.rows[0]._tr.trPr.append(element("tblHeader"))
    for place, (column, width) in enumerate(zip(kept, widths, strict=True)):
        drawn.columns[place].width = width
        cells = drawn.columns[place].cells
        style = "Table Number" if column.is_number else "Table Text"
        _write(cells[0], column.heading, "Table Heading", size, width)
        if column.is_number:
            cells[0].paragraphs[0]._p.get_or_add_pPr().append(element("jc", val="right"))
        for line, (cell, words) in enumerate(zip(cells[1:], column.cells, strict=True), 1):
            paragraph = _write(cell, words, style, size, width)
            # A short table stays on one page, and any table's last row with its source.
            if len(column.cells) <= MOST_ROWS or line == len(column.cells):
                paragraph.paragraph_format.keep_with_next = True
    return left_out


def _write(cell: _Cell, words: str, style: str, size: float, width: Twips) -> Paragraph:
    cell.width = width
    cell._tc.get_or_add_tcPr().append(element("vAlign", val="center"))
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    run = paragraph.add_run(plain_text(words))
    if size != TABLE_PT:
        run.font.size = Pt(size)
    return paragraph


def _fitting(columns: tuple[Column, ...], digit: float) -> tuple[tuple[Column, ...], ...]:
    """The columns that fit side by side, and those that must be left out."""
    kept, left_out = list(columns), []
    while sum(_room(column, digit).least for column in kept) > _text_width():
        spare = max(kept, key=lambda column: column.spare)
        if not spare.spare:
            break
        kept.remove(spare)
        left_out.append(spare)
    return tuple(kept), tuple(column for column in columns if column in left_out)


def _widths(columns: tuple[Column, ...], digit: float) -> list[Twips]:
    """The columns' widths: what each needs and a share of the rest, as it would like."""
    rooms = [_room(column, digit) for column in columns]
    needed = sum(room.least for room in rooms)
    rest = _text_width() - needed
    wishes = [room.liked - room.least for room in rooms]
    if 0 < rest < sum(wishes):
        widths = [
            room.least + rest * wish / sum(wishes) for room, wish in zip(rooms, wishes, strict=True)
        ]
    else:
        liked = [room.liked if rest > 0 else room.least for room in rooms]
        widths = [width * _text_width() / sum(liked) for width in liked]
    return [Twips(int(width)) for width in widths]


def _text_width() -> float:
    return Mm(TEXT_WIDTH_MM) / Twips(1)


def _room(column: Column, digit: float) -> _Room:
    longest = max(map(_width, column.cells), default=0)
    heading = _BOLD * _width(column.heading)
    piece = _BOLD * max(map(_width, _PIECE.findall(column.heading)), default=0)
    least_heading = max(piece, heading / _HEADING_LINES)
    least = longest if column.is_number else min(longest, _NARROWEST_TEXT)
    liked = longest if column.is_number else min(longest, _WIDEST_TEXT)
    return _Room(
        _twips(max(least, least_heading), digit),
        _twips(max(liked, min(heading, _WIDEST_TEXT)), digit),
    )


def _width(text: str) -> float:
    return text_width(text) + _GAP * len(_MEETING.findall(text))


def _twips(digits: float, digit: float) -> float:
    return digits * digit + 2 * CELL_MARGIN_TWIPS
