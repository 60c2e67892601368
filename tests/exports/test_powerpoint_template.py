"""Decks in the look of a user's own presentation."""

import io
import zipfile
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.util import Inches

from promotion.exports.powerpoint import PowerPointFault, as_pptx
from promotion.language import use_language
from tests.exports.decks import (
    CONTENT_TYPES,
    briefing,
    chart_of,
    deck_of,
    notes_of,
    parts_of,
    texts,
)
from tests.exports.figures import bars, heat_map

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def saved(deck) -> bytes:
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


@pytest.fixture
def users():
    """A presentation of 10 × 7.5 inches with two slides and all that may point at them."""
    deck = Presentation()
    for number in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"Old secret {number}"
        slide.notes_slide.notes_text_frame.text = "Old secret note"
    ids = deck.slides._sldIdLst
    listed = "".join(f'<p14:sldId id="{each.get("id")}"/>' for each in ids)
    section = f'<p14:section name="Old secret" id="{{0}}"><p14:sldIdLst>{listed}</p14:sldIdLst>'
    deck.element.append(
        parse_xml(
            f'<p:extLst {NAMESPACES}><p:ext uri="{{0}}"><p14:sectionLst xmlns:p14="{P14}">'
            f"{section}</p14:section></p14:sectionLst></p:ext></p:extLst>"
        )
    )
    deck.element.find("{*}notesSz").addnext(
        parse_xml(
            f'<p:custShowLst {NAMESPACES}><p:custShow name="Old secret" id="0"><p:sldLst>'
            f'<p:sld r:id="{ids[0].rId}"/></p:sldLst></p:custShow></p:custShowLst>'
        )
    )
    views = deck.part.part_related_by(RELATIONSHIP_TYPE.VIEW_PROPS)
    views.relate_to(deck.slides[0].part, RELATIONSHIP_TYPE.SLIDE)
    layout = deck.slide_layouts[5]
    key = layout.part.relate_to(deck.slides[1].part, RELATIONSHIP_TYPE.SLIDE)
    layout.placeholders[0]._element.nvSpPr.cNvPr.append(
        parse_xml(f'<a:hlinkClick {NAMESPACES} r:id="{key}" action="ppaction://hlinksldjump"/>')
    )
    return deck


def test_its_layouts_size_and_theme_are_used_and_its_slides_dropped(users):
    content = as_pptx(briefing(bars(), heat_map()), saved(users))
    deck = Presentation(io.BytesIO(content))

    assert (deck.slide_width, deck.slide_height) == (Inches(10), Inches(7.5))
    assert [slide.slide_layout.name for slide in deck.slides] == [
        "Title Slide",
        "Title and Content",
        "Title Only",
        "Title Only",
    ]
    parts = parts_of(content)
    assert b"Old secret" not in b"".join(parts.values())
    assert b'<a:latin typeface="Calibri"/>' in parts["ppt/theme/theme1.xml"]
    assert len([name for name in parts if name.startswith("ppt/slides/slide")]) == 4
    assert chart_of(deck.slides[2]) is not None
    assert "Filters: none" in notes_of(deck.slides[2])


def test_everything_that_is_referred_to_is_in_the_file(users):
    parts = parts_of(as_pptx(briefing(bars()), saved(users)))

    for name, content in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = name.split("_rels/")[0]
        for relation in parse_xml(content):
            target = relation.get("Target")
            path = target.lstrip("/") if target.startswith("/") else folder + target
            while "/../" in path:
                before, after = path.split("/../", 1)
                path = "/".join(filter(None, (before.rpartition("/")[0], after)))
            assert path in parts, f"{name} names {target}"


def test_the_same_template_gives_the_same_bytes(users):
    template = saved(users)

    assert as_pptx(briefing(bars()), template) == as_pptx(briefing(bars()), template)


def test_a_template_whose_layouts_are_unusual_does_too(users):
    for layout in list(users.slide_layouts)[:7]:
        if layout.name not in ("Section Header", "Blank") and layout.used_by_slides == ():
            users.slide_layouts.remove(layout)
    for layout in users.slide_layouts:
        layout._element.attrib.pop("type", None)
    deck = deck_of(bars(), template=saved(users))

    assert "Weekly briefing" in texts(deck.slides[0])
    assert {"Contacts rose.", "Signings fell."} <= set(texts(deck.slides[1]))
    assert "Contacts by district" in texts(deck.slides[2])
    for slide in deck.slides:
        assert all(each.text_frame.text for each in slide.placeholders if each.has_text_frame)


def test_a_template_without_any_title_does_too(users):
    for layout in list(users.slide_layouts):
        if layout.name != "Blank" and layout.used_by_slides == ():
            users.slide_layouts.remove(layout)
    for slide_id in list(users.slides._sldIdLst):
        users.slides._sldIdLst.remove(slide_id)
    for layout in list(users.slide_layouts):
        if layout.name != "Blank":
            users.slide_layouts.remove(layout)
    deck = deck_of(bars(), template=saved(users))

    assert [texts(slide)[0] for slide in deck.slides] == [
        "Weekly briefing",
        "Key points",
        "Contacts by district",
    ]


def zipped(**parts) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return file.getvalue()


def damaged(content: bytes, name: str, new: bytes | None) -> bytes:
    """The zip file with one part replaced, or left out."""
    parts = parts_of(content)
    parts.pop(name)
    return zipped(**(parts if new is None else parts | {name: new}))


def of_kind(content: bytes, kind: bytes) -> bytes:
    types = parts_of(content)[CONTENT_TYPES]
    main = b"presentationml.presentation.main"
    assert main in types
    return damaged(content, CONTENT_TYPES, types.replace(main, kind))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda content: b"", "not a PowerPoint presentation"),
        (lambda content: b"nonsense", "not a PowerPoint presentation"),
        (lambda content: content[:-900], "not a PowerPoint presentation"),
        (lambda content: zipped(a="b"), "not a PowerPoint presentation"),
        (lambda content: damaged(content, "ppt/presentation.xml", None), "not a PowerPoint"),
        (lambda content: damaged(content, "ppt/presentation.xml", b"<a"), "not a PowerPoint"),
        (
            lambda content: damaged(content, "ppt/slideMasters/slideMaster1.xml", b"<a/>"),
            "not a PowerPoint",
        ),
        (lambda content: of_kind(content, b"wordprocessingml.document.main"), "not a PowerPoint"),
        (lambda content: of_kind(content, b"presentationml.template.main"), ".potx"),
        (lambda content: bytes.fromhex("d0cf11e0a1b11ae1") + content, "password"),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence(users, spoil, words):
    with pytest.raises(PowerPointFault, match=words) as fault:
        as_pptx(briefing(bars()), spoil(saved(users)))

    assert str(fault.value).endswith(".")


def test_the_sentence_is_in_the_readers_language(users):
    chinese = briefing(bars())
    chinese = replace(chinese, filters=replace(chinese.filters, language="zh"))
    with use_language("en"), pytest.raises(PowerPointFault, match="请选用"):
        as_pptx(chinese, b"nonsense")
