"""A slide and the room on it: its title, its page number, and what is written elsewhere."""

from copy import deepcopy
from dataclasses import dataclass

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide, SlideLayout
from pptx.util import Pt

from promotion.exports.powerpoint_template import TITLES
from promotion.exports.powerpoint_texts import PADDING_PT, Box, Text, add_texts
from promotion.exports.powerpoint_xml import LANGUAGE_TAGS
from promotion.exports.text_room import BOLDER, LINE_HEIGHT, cut_to, height_of, one_line

_USUAL_SIZES = {"titleStyle": 44, "bodyStyle": 28}  # where a template does not say
_LEAST_SIZE = 14
_SHRINKING = (1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
_LOWEST_TITLE, _LOWEST_TEXT, _FOOT = 0.42, 0.955, 0.8  # of the slide's height


@dataclass(frozen=True)
class Page:
    """A layout and the room on it: where the title stands and in which size, what is under it."""

    layout: SlideLayout
    title: Box
    title_size: float
    room: Box
    is_cover: bool = False


def page_of(deck: Deck, layout: SlideLayout, is_cover: bool = False) -> Page:
    """The layout with its room; its title where it stands, if that leaves room."""
    width, height = deck.slide_width / Pt(1), deck.slide_height / Pt(1)
    titles = [each for each in layout.placeholders if each.placeholder_format.type in TITLES]
    place = place_of(titles[0]) if titles else None
    if place is None or (
        not is_cover and (place.bottom > height * _LOWEST_TITLE or place.width < width / 2)
    ):
        margin = width * 0.045
        top = height * (0.3 if is_cover else 0.05)
        place = Box(margin, top, width - 2 * margin, height * (0.2 if is_cover else 0.11))
    feet = [
        each.top
        for each in map(place_of, layout.placeholders)
        if each is not None and each.top > height * _FOOT
    ]
    bottom = min([height * _LOWEST_TEXT, *feet])
    room = Box(place.left, place.bottom, place.width, max(bottom - place.bottom, 1))
    return Page(layout, place, usual_size(layout, TITLES, "titleStyle"), room, is_cover)


def add_slide(deck: Deck, page: Page, title: str, language: str) -> Slide:
    """A slide with its title; to be finished when all else stands on it."""
    slide = deck.slides.add_slide(page.layout)
    holder = slide.shapes.title
    size, shown = _fitted(one_line(title), page.title, page.title_size)
    if holder is None:
        add_texts(slide, page.title, [Text(shown, size, is_bold=True)], language)
    else:
        if place_of(holder) != page.title:
            holder.left, holder.top, holder.width, holder.height = page.title.emu()
        write(holder, [shown], language, None if size == page.title_size else size)
    return slide


def place_of(holder: object) -> Box | None:
    """Where a placeholder is, its layout's place if it has none of its own; None if nowhere."""
    if holder is None or holder.left is None or holder.width is None:
        return None
    return Box(*(each / Pt(1) for each in (holder.left, holder.top, holder.width, holder.height)))


def usual_size(layout: SlideLayout, kinds: tuple[PP_PLACEHOLDER, ...], style: str) -> float:
    """The size in points in which the layout sets these placeholders."""
    master = layout.slide_master
    looks = [
        holder._element.find(".//{*}lstStyle/{*}lvl1pPr/{*}defRPr")
        for owner in (layout, master)
        for holder in owner.placeholders
        if holder.placeholder_format.type in kinds
    ]
    looks.append(master.element.find(f"{{*}}txStyles/{{*}}{style}/{{*}}lvl1pPr/{{*}}defRPr"))
    for look in looks:
        if look is not None and look.get("sz"):
            return int(look.get("sz")) / 100
    return _USUAL_SIZES[style]


def _fitted(text: str, place: Box, usual: float) -> tuple[float, str]:
    """The size at which the title fits its place, and the title, cut where none is small enough."""
    width, height = (place.width - 2 * PADDING_PT) / BOLDER, place.height
    size = usual
    for share in _SHRINKING:
        size = max(round(usual * share), min(_LEAST_SIZE, usual))
        if height_of([text], width, size) <= height:
            return size, text
    return size, cut_to(text, width / size, max(int(height / (size * LINE_HEIGHT)), 1))


def write(holder: object, texts: list[str], language: str, size: float | None = None) -> None:
    """Nothing; the placeholder says these paragraphs, in its own size unless one is given."""
    frame = holder.text_frame
    for place, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        piece = paragraph.add_run()
        piece.text = one_line(text)
        piece._r.get_or_add_rPr().set("lang", LANGUAGE_TAGS[language])
        if size is not None:
            piece.font.size = Pt(size)


def _number(slide: Slide, layout: SlideLayout) -> None:
    """Nothing; the slide shows its number where the layout has a place for it."""
    for holder in layout.placeholders:
        if holder.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            copied = deepcopy(holder._element)
            tree = slide.shapes._spTree
            used = [int(each.get("id")) for each in tree.iter("{*}cNvPr")]
            copied.nvSpPr.cNvPr.set("id", str(max(used) + 1))
            tree.append(copied)


def finish(slide: Slide, page: Page) -> None:
    """Nothing; the slide has its number, and no placeholder that asks the reader to click."""
    for holder in list(slide.placeholders):
        if not (holder.has_text_frame and holder.text_frame.text):
            holder._element.getparent().remove(holder._element)
    if not page.is_cover:
        _number(slide, page.layout)
