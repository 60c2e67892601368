"""The pages of a document: paper, margins, grid of characters, head and foot."""

from docx.document import Document
from docx.section import _Header
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from promotion.exports.document_looks import BODY_PT, CHARACTERS, LINE_TWIPS
from promotion.exports.document_xml import add_field, element
from promotion.language import _

# Top, bottom, left, right: 156 mm are left between the sides in both languages.
_MARGINS_MM = {"zh": (37, 35, 28, 26), "en": (25, 25, 27, 27)}
# From the paper's foot to that of the page number, whose dashes stand 7 mm under the text.
_FOOTER_MM = {"zh": 25.5, "en": 14}
_HEADER_MM = 15
_FOOTER_CHARACTER_TWIPS = 280
_GRID_UNIT = 4096  # of a point, in which Word counts what a grid adds to a character
_WORD_2013 = 15  # older modes say so in Word's title bar
_WORD = "http://schemas.microsoft.com/office/word"
_PAPER_MM = (210, 297)


def text_height_mm(language: str) -> float:
    """The height between the margins of a page."""
    top, bottom, _left, _right = _MARGINS_MM[language]
    return _PAPER_MM[1] - top - bottom


def set_pages(document: Document, language: str, is_sample: bool) -> None:
    """Nothing; the document's pages are as the language's documents have them."""
    _set_settings(document, language)
    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, _PAPER_MM)
    top, bottom, left, right = _MARGINS_MM[language]
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.header_distance, section.footer_distance = Mm(_HEADER_MM), Mm(_FOOTER_MM[language])
    if language == "zh":
        _set_grid(document)
        _number(section.footer, "right")
        _number(section.even_page_footer, "left")
    else:
        _number(section.footer, None)
    if is_sample:
        for header in (section.header, section.even_page_header)[: 2 if language == "zh" else 1]:
            _only_paragraph(header, "Header").add_run(_("sample data"))


def _set_grid(document: Document) -> None:
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    added = int(width / CHARACTERS / Pt(1) * _GRID_UNIT) - BODY_PT["zh"] * _GRID_UNIT
    properties = section._sectPr
    for grid in properties.xpath("w:docGrid"):
        properties.remove(grid)
    properties.append(
        element("docGrid", type="linesAndChars", linePitch=LINE_TWIPS, charSpace=added)
    )


def _number(footer: _Header, side: str | None) -> None:
    """The page's number: between dashes one character in from its outer side, or centred."""
    paragraph = _only_paragraph(footer, "Footer")
    if side is None:
        add_field(paragraph, "PAGE", "1")
        return
    paragraph.add_run("\N{EM DASH} ")
    add_field(paragraph, "PAGE", "1")
    paragraph.add_run(" \N{EM DASH}")
    properties = paragraph._p.get_or_add_pPr()
    characters = {f"{side}Chars": 100, side: _FOOTER_CHARACTER_TWIPS}
    properties.append(element("ind", **characters))
    properties.append(element("jc", val=side))


def _only_paragraph(part: _Header, style: str) -> Paragraph:
    part.is_linked_to_previous = False
    paragraph = part.paragraphs[0]
    paragraph.style = style
    return paragraph


def _set_settings(document: Document, language: str) -> None:
    settings = document.settings.element
    settings.clear()
    squeezed = "compressPunctuation" if language == "zh" else "doNotCompress"
    settings.extend(
        [
            element("zoom", percent=100),
            element("defaultTabStop", val=420),
            element("evenAndOddHeaders", val=int(language == "zh")),
            element("characterSpacingControl", val=squeezed),
            element(
                "compat",
                element("compatSetting", name="compatibilityMode", uri=_WORD, val=_WORD_2013),
            ),
            element("themeFontLang", val="en-US", eastAsia="zh-CN"),
            element("decimalSymbol", val="."),
            element("listSeparator", val=","),
        ]
    )
