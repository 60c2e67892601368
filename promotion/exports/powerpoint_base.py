"""The deck's own look, where the user gives no template: 16:9, fonts and colours of the theme."""

import io
from functools import cache

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part, XmlPart
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches

from promotion import theme
from promotion.exports.powerpoint_xml import LANGUAGE_TAGS, fill, node, root
from promotion.language import _, use_language

_WIDTH, _HEIGHT = 13.333, 7.5  # inches, 16:9
_LEFT, _TEXT_WIDTH = 0.6, 12.13
_PLACES = {  # left, top, width, height in inches
    PP_PLACEHOLDER.TITLE: (_LEFT, 0.5, _TEXT_WIDTH, 0.72),
    PP_PLACEHOLDER.BODY: (_LEFT, 1.5, _TEXT_WIDTH, 5.0),
    PP_PLACEHOLDER.OBJECT: (_LEFT, 1.5, _TEXT_WIDTH, 5.0),
    PP_PLACEHOLDER.DATE: (_LEFT, 7.08, 2.5, 0.3),
    PP_PLACEHOLDER.FOOTER: (4.4, 7.08, 4.5, 0.3),
    PP_PLACEHOLDER.SLIDE_NUMBER: (10.73, 7.08, 2.0, 0.3),
    PP_PLACEHOLDER.CENTER_TITLE: (1.0, 1.75, 11.3, 1.75),
    PP_PLACEHOLDER.SUBTITLE: (1.0, 3.95, 11.3, 2.3),
}
_KEPT_LAYOUTS = ("title", "obj", "titleOnly")
_BODY_SIZES = (2000, 1800, 1600, 1400, 1400)


@cache
def base(language: str) -> bytes:
    """An empty deck of the project's own look, its layouts named in this language."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(_WIDTH), Inches(_HEIGHT)
    master = deck.slide_master
    for layout in list(deck.slide_layouts):
        if layout._element.get("type") not in _KEPT_LAYOUTS:
            deck.slide_layouts.remove(layout)
    with use_language(language):
        names = {"title": _("Cover"), "obj": _("Key points"), "titleOnly": _("Figure")}
    for layout in deck.slide_layouts:
        layout._element.cSld.set("name", names[layout._element.get("type")])
        _set_places(layout.placeholders)
    _set_places(master.placeholders)
    _set_styles(deck)
    _decorate(deck)
    for owner in (master.part, deck.notes_master.part):
        part = owner.part_related_by(RELATIONSHIP_TYPE.THEME)
        _set_theme(part)
    for element in deck.element.iter():
        if element.get("lang"):
            element.set("lang", LANGUAGE_TAGS[language])
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _set_places(placeholders: object) -> None:
    for placeholder in placeholders:
        place = _PLACES.get(placeholder.placeholder_format.type)
        if place is not None:
            placeholder.left, placeholder.top = Inches(place[0]), Inches(place[1])
            placeholder.width, placeholder.height = Inches(place[2]), Inches(place[3])


def _set_styles(deck: Deck) -> None:
    """Nothing; titles stand left and bold, texts in readable sizes."""
    styles = deck.slide_master.element.find("{*}txStyles")
    title = styles.find("{*}titleStyle/{*}lvl1pPr")
    title.set("algn", "l")
    title.find("{*}defRPr").set("sz", "2600")
    title.find("{*}defRPr").set("b", "1")
    for level, size in zip(styles.find("{*}bodyStyle"), _BODY_SIZES, strict=False):
        level.find("{*}defRPr").set("sz", str(size))
        level.find("{*}spcBef/{*}spcPct").set("val", "50000")
    for placeholder in deck.slide_master.placeholders:
        if placeholder.placeholder_format.type == PP_PLACEHOLDER.TITLE:
            _text_box_of(placeholder).set("anchor", "b")
    (cover,) = (each for each in deck.slide_layouts if each._element.get("type") == "title")
    for placeholder in cover.placeholders:
        kind = placeholder.placeholder_format.type
        levels = placeholder._element.txBody.find("{*}lstStyle")
        if kind == PP_PLACEHOLDER.CENTER_TITLE:
            _text_box_of(placeholder).set("anchor", "b")
            levels.append(_level(node("a:defRPr", sz=4000, b=1)))
        elif kind == PP_PLACEHOLDER.SUBTITLE:
            for level in list(levels):
                levels.remove(level)
            levels.append(_level(node("a:buNone") + node("a:defRPr", sz=2000)))


def _level(inner: str) -> object:
    return parse_xml(root("a:lvl1pPr", inner, algn="l", marL=0, indent=0))


def _text_box_of(placeholder: object) -> object:
    return placeholder._element.txBody.find("{*}bodyPr")


def _decorate(deck: Deck) -> None:
    """Nothing; a short rule over each title, and a band down the cover."""
    _draw(deck.slide_master, "rule", (_LEFT + 0.1, 0.42, 0.6, 0.05))
    for layout in deck.slide_layouts:
        if layout._element.get("type") == "title":
            layout._element.set("showMasterSp", "0")
            _draw(layout, "band", (0, 0, 0.35, _HEIGHT))
            _draw(layout, "rule", (1.1, 3.66, 1.2, 0.06))


def _draw(owner: object, name: str, place: tuple[float, float, float, float]) -> None:
    tree = owner.shapes._spTree
    left, top, width, height = (Emu(Inches(each)) for each in place)
    number = max(int(each.get("id")) for each in tree.iter("{*}cNvPr")) + 1
    shape = root(
        "p:sp",
        node(
            "p:nvSpPr",
            node("p:cNvPr", id=number, name=name),
            node("p:cNvSpPr"),
            node("p:nvPr", userDrawn=1),
        ),
        node(
            "p:spPr",
            node("a:xfrm", node("a:off", x=left, y=top), node("a:ext", cx=width, cy=height)),
            node("a:prstGeom", node("a:avLst"), prst="rect"),
            fill(theme.LIGHT.accent),
            node("a:ln", node("a:noFill")),
        ),
    )
    tree.insert(2, parse_xml(shape))  # behind what is written


def _set_theme(part: Part) -> None:
    """Nothing; the theme has the project's own colours and fonts."""
    look = theme.LIGHT
    document = part._element if isinstance(part, XmlPart) else parse_xml(part.blob)
    latin, east_asian = theme.OFFICE_FONTS
    colours = {
        "dk1": look.text,
        "lt1": look.ground,
        "dk2": look.scale[-1],
        "lt2": look.panel,
        "accent1": look.accent,
        **{f"accent{place}": each for place, each in enumerate(theme.DISTRICT_COLOURS[:5], 2)},
        "hlink": look.accent,
        "folHlink": look.muted_text,
    }
    for name, value in colours.items():
        slot = document.find(f".//{{*}}clrScheme/{{*}}{name}")
        for child in list(slot):
            slot.remove(child)
        slot.append(parse_xml(root("a:srgbClr", val=value.removeprefix("#"))))
    for name in ("majorFont", "minorFont"):
        fonts = document.find(f".//{{*}}fontScheme/{{*}}{name}")
        fonts.find("{*}latin").set("typeface", latin)
        fonts.find("{*}ea").set("typeface", east_asian)
        for font in fonts.findall("{*}font"):
            if font.get("script") in ("Hans", "Hant"):
                font.set("typeface", east_asian)
    etree.cleanup_namespaces(document)
    if not isinstance(part, XmlPart):
        part.blob = etree.tostring(
            document, xml_declaration=True, encoding="UTF-8", standalone=True
        )
