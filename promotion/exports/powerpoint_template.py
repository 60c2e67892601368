"""The deck that slides are added to: the project's own, or a user's template without its slides."""

import io
import zipfile
import zlib
from dataclasses import dataclass

from lxml.etree import XMLSyntaxError
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import XmlPart
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from promotion.exports.powerpoint_base import base
from promotion.language import _

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
TEXTS = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY)
FOOTERS = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_OLD_OR_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")  # how .ppt files and locked ones begin
_MOST_BYTES = 400_000_000  # unpacked
_MOST_PARTS = 20_000
# What reading a damaged file can come to.
_DAMAGE = (
    PythonPptxError,
    XMLSyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    AttributeError,
    AssertionError,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    TypeError,
    ValueError,
)
_LEFT_OUT = (RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.THUMBNAIL)
_SECTIONS = "{http://schemas.microsoft.com/office/powerpoint/2010/main}sectionLst"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class PowerPointFault(ValueError):
    """A template that no deck can be made from; its text is a sentence for the reader."""


@dataclass(frozen=True)
class Layouts:
    """The layouts that the deck's slides are made from."""

    cover: SlideLayout
    points: SlideLayout
    figure: SlideLayout


def open_deck(template: bytes | None, language: str) -> tuple[Deck, Layouts]:
    """A deck without slides and its layouts; raises PowerPointFault where the template is none."""
    if template is None:
        deck = Presentation(io.BytesIO(base(language)))
        _drop_leftovers(deck)
        return deck, _layouts(deck)
    _check(template)
    try:
        deck = Presentation(io.BytesIO(template))
        _drop_slides(deck)
        _drop_leftovers(deck)
        return deck, _layouts(deck)
    except PowerPointFault:
        raise
    except _DAMAGE:
        raise PowerPointFault(_no_presentation()) from None


def _no_presentation() -> str:
    return _("The template is not a PowerPoint presentation: choose a file saved as .pptx.")


def _check(content: bytes) -> None:
    if content.startswith(_OLD_OR_LOCKED):
        raise PowerPointFault(
            _(
                "The template is locked with a password or in the old .ppt format: save it as "
                ".pptx without a password."
            )
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            parts = file.infolist()
            kinds = file.read("[Content_Types].xml")
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError):
        raise PowerPointFault(_no_presentation()) from None
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise PowerPointFault(_("The template is too large to be used."))
    if b"macroEnabled" in kinds or b"presentationml.template" in kinds:
        raise PowerPointFault(
            _("The template is a .potx or .pptm file: save it as .pptx in PowerPoint.")
        )


def _drop_slides(deck: Deck) -> None:
    """Nothing; the deck's slides are gone, with whatever pointed at them."""
    root = deck.element
    for custom_shows in root.findall("{*}custShowLst"):
        root.remove(custom_shows)
    for sections in list(root.iter(_SECTIONS)):
        extension = sections.getparent()
        extensions = extension.getparent()
        extensions.remove(extension)
        if not len(extensions):
            extensions.getparent().remove(extensions)
    slide_ids = deck.slides._sldIdLst
    for slide_id in list(slide_ids):
        slide_ids.remove(slide_id)
        deck.part.drop_rel(slide_id.rId)
    for part in list(deck.part.package.iter_parts()):
        for key, relation in list(part.rels.items()):
            if relation.reltype == RELATIONSHIP_TYPE.SLIDE and not part.partname.startswith(
                "/ppt/slides/"
            ):
                _unlink(part, key)
    for key, relation in list(deck.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.VIEW_PROPS:
            deck.part.rels.pop(key)


def _unlink(part: object, key: str) -> None:
    if isinstance(part, XmlPart):
        for element in [each for each in part._element.iter() if each.get(_LINK) == key]:
            element.getparent().remove(element)
    part.rels.pop(key)


def _drop_leftovers(deck: Deck) -> None:
    """Nothing; no preview and no list of titles of the slides that were in the file."""
    package = deck.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype in _LEFT_OUT:
            package._rels.pop(key)


def _layouts(deck: Deck) -> Layouts:
    if not len(deck.slide_masters) or not len(deck.slide_layouts):
        raise PowerPointFault(_("The template has no slide layouts."))
    return Layouts(
        cover=_layout(deck, "title", 1, (PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE)),
        points=_layout(deck, "obj", 1, (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.OBJECT)),
        figure=_layout(deck, "titleOnly", 0, (PP_PLACEHOLDER.TITLE,)),
    )


def _layout(deck: Deck, name: str, others: int, kinds: tuple[PP_PLACEHOLDER, ...]) -> SlideLayout:
    """The layout of this standard kind; else the nearest by what it holds."""
    layouts = list(deck.slide_layouts)
    for layout in layouts:
        if layout._element.get("type") == name and kinds[0] in _kinds(layout):
            return layout

    def distance(layout: SlideLayout) -> tuple[int, int]:
        held = _kinds(layout)
        missing = sum(kind not in held for kind in kinds)
        has_title = any(kind in held for kind in TITLES)
        return (0 if has_title else 1) + missing, abs(len(held) - 1 - others)

    return min(layouts, key=distance)


def _kinds(layout: SlideLayout) -> list[PP_PLACEHOLDER]:
    """The kinds of the layout's placeholders, without its footers."""
    kinds = [each.placeholder_format.type for each in layout.placeholders]
    return [kind for kind in kinds if kind not in FOOTERS]
