"""The looks of a document as Word styles."""

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from promotion import theme
from promotion.exports.document_looks import (
    BODY_PT,
    CHARACTER_SPACING_TWIPS,
    LOOKS,
    Fonts,
    Look,
    fonts_of,
)
from promotion.exports.document_xml import element, set_fonts_known

TABLE_STYLE = "Briefing Table"
CELL_MARGIN_TWIPS = 85  # 1.5 mm at each side
_ONE_LINE = 240  # as high as its text
_TWIPS = 20  # of a point
_CHARACTER = 100  # Word counts indents in hundredths of a character


def set_styles(document: Document, language: str) -> None:
    """Nothing; the document has the styles and fonts of the language, and no others."""
    fonts = fonts_of(language)
    known = {each.east_asian: (each.family, each.fallbacks) for each in fonts.values()}
    known |= {each.latin: (each.family, "") for each in fonts.values() if each.latin not in known}
    set_fonts_known(document.part, known)
    styles = document.styles.element
    styles.clear()
    tongue = {"val": "en-US" if language == "zh" else "en-GB", "eastAsia": "zh-CN"}
    usual = element("rPr", _fonts(fonts["body"]), *_sizes(BODY_PT[language]))
    usual.append(element("lang", bidi="ar-SA", **tongue))
    styles.append(
        element(
            "docDefaults",
            element("rPrDefault", usual),
            element(
                "pPrDefault",
                element("pPr", element("spacing", after=0, line=_ONE_LINE, lineRule="auto")),
            ),
        )
    )
    styles.append(
        _style("character", "Default Paragraph Font", element("uiPriority", val=1), default=1)
    )
    styles.append(_style("table", "Normal Table", _cell_margins(0), default=1))
    for look in LOOKS[language]:
        styles.append(_paragraph_style(look, fonts[look.role], language))
    styles.append(_table_style(language))


def _paragraph_style(look: Look, fonts: Fonts, language: str) -> BaseOxmlElement:
    is_first = look.name == "Normal"
    style = _style("paragraph", look.name, **({"default": 1} if is_first else {}))
    if not is_first:
        style.append(element("basedOn", val="Normal"))
    if look.level is not None:
        style.append(element("next", val=_id("Body Text")))
    style.append(element("qFormat"))
    style.append(_paragraph_properties(look))
    properties = element("rPr", _fonts(fonts), element("b", val=int(look.is_bold)))
    colour = element("color", val=look.colour.removeprefix("#"))
    if language == "zh":
        # LibreOffice gives a character wider than the grid's cell two cells: the pitch of the
        # grid is set as spacing instead, in Word too.
        squeezed = CHARACTER_SPACING_TWIPS if look.size == BODY_PT[language] else 0
        properties.append(element("snapToGrid", val=0))
        properties.append(colour)
        properties.append(element("spacing", val=squeezed))
    else:
        properties.append(colour)
    properties.extend(_sizes(look.size))
    style.append(properties)
    return style


def _paragraph_properties(look: Look) -> BaseOxmlElement:
    line = look.line_twips or _ONE_LINE
    rule = "exact" if look.line_twips else "auto"
    properties = element(
        "pPr",
        element("keepNext", val=int(look.with_next)),
        element("keepLines", val=int(look.is_whole)),
        element("pageBreakBefore", val=int(look.on_new_page)),
        element("widowControl", val=int(not look.line_twips)),
        # Digits stand beside Chinese without a gap, so that a line holds its 28 characters.
        element("autoSpaceDE", val=0),
        element("autoSpaceDN", val=0),
        element("snapToGrid", val=0),
        element("spacing", before=look.before, after=look.after, line=line, lineRule=rule),
    )
    properties.append(
        element(
            "ind",
            **_indent("left", look.left, look.size),
            **_indent("firstLine", look.first_line, look.size),
        )
    )
    properties.append(element("jc", val=look.align))
    if look.level is not None:
        properties.append(element("outlineLvl", val=look.level))
    return properties


def _indent(side: str, characters: float, size: float) -> dict[str, int]:
    """The indent in characters, which Word goes by in Chinese, and in twips."""
    return {
        f"{side}Chars": round(characters * _CHARACTER),
        side: round(characters * size * _TWIPS),
    }


def indent(paragraph: Paragraph, language: str, **characters: float) -> None:
    """Nothing; the paragraph stands in by so many characters of body text at these sides."""
    attributes: dict[str, int] = {}
    for side, count in characters.items():
        attributes |= _indent(side, count, BODY_PT[language])
    paragraph._p.get_or_add_pPr().append(element("ind", **attributes))


def _style(kind: str, name: str, *children: BaseOxmlElement, **more: int) -> BaseOxmlElement:
    # Word knows its own styles by names in small letters.
    known = name.lower() if name.startswith(("Heading", "Caption", "Header", "Footer")) else name
    attributes = {"type": kind, "styleId": _id(name), **more}
    return element("style", element("name", val=known), *children, **attributes)


def _id(name: str) -> str:
    return name.replace(" ", "")


def _fonts(fonts: Fonts) -> BaseOxmlElement:
    latin = fonts.latin
    return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=fonts.east_asian, cs=latin)


def _sizes(points: float) -> list[BaseOxmlElement]:
    half_points = round(points * 2)
    return [element("sz", val=half_points), element("szCs", val=half_points)]


def _cell_margins(sides: int) -> BaseOxmlElement:
    margins = {"top": 0, "left": sides, "bottom": 0, "right": sides}
    return element(
        "tblPr",
        element("tblInd", w=0, type="dxa"),
        element(
            "tblCellMar", *(element(side, w=width, type="dxa") for side, width in margins.items())
        ),
    )


def _table_style(language: str) -> BaseOxmlElement:
    colour = "auto" if language == "zh" else theme.LIGHT.faint.removeprefix("#")
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    if language != "zh":
        sides = ("top", "bottom", "insideH")
    borders = element(
        "tblBorders",
        *(element(side, val="single", sz=4, space=0, color=colour) for side in sides),
    )
    properties = _cell_margins(CELL_MARGIN_TWIPS)
    properties.insert(1, borders)
    return _style("table", TABLE_STYLE, element("basedOn", val=_id("Normal Table")), properties)
