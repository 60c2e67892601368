"""Elements of a Word document that its library has no words for: fields, settings, fonts."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart
from docx.text.paragraph import Paragraph

FONT_TABLE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_GB2312 = "86"  # the character set of simplified Chinese, as Windows numbers it
# What the library's template brings and no document of ours needs.
_NEEDLESS = ("/customXml", "/stylesWithEffects", "/numbering", "/thumbnail", "/extended-properties")


def element(tag: str, *children: BaseOxmlElement, **attributes: object) -> BaseOxmlElement:
    """An element of WordprocessingML: element("jc", val="center") is <w:jc w:val="center"/>."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Nothing; the paragraph ends with a field that Word counts anew, `shown` until it does."""
    for content in (
        element("fldChar", fldCharType="begin"),
        element("instrText"),
        element("fldChar", fldCharType="separate"),
        None,
        element("fldChar", fldCharType="end"),
    ):
        run = paragraph.add_run(shown if content is None else "")
        if content is None:
            continue
        if content.tag == qn("w:instrText"):
            content.set(qn("xml:space"), "preserve")
            content.text = f" {instruction} "
        run._r.append(content)


def set_fonts_known(part: DocumentPart, fonts: dict[str, tuple[str, str]]) -> None:
    """Nothing; the document's font table names each font's family and its fallbacks."""
    table = element("fonts")
    for name, (family, fallbacks) in fonts.items():
        font = element("font", name=name)
        if fallbacks:
            font.append(element("altName", val=fallbacks))
            font.append(element("charset", val=_GB2312))
        font.append(element("family", val=family))
        font.append(element("pitch", val="variable"))
        table.append(font)
    _drop(part.rels, "/fontTable")
    content = serialize_part_xml(table)
    made = Part(PackURI("/word/fontTable.xml"), FONT_TABLE, content, part.package)
    part.relate_to(made, RELATIONSHIP_TYPE.FONT_TABLE)


def drop_needless_parts(part: DocumentPart) -> None:
    """Nothing; what the template brings besides styles and settings is gone."""
    _drop(part.rels, *_NEEDLESS)
    _drop(part.package.rels, *_NEEDLESS)


def _drop(relationships: dict[str, object], *endings: str) -> None:
    for key, relationship in list(relationships.items()):
        if relationship.reltype.endswith(endings):
            del relationships[key]
