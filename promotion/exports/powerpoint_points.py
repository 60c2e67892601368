"""The key points of a briefing on slides: as large as they fit, on as many as they need."""

from pptx.presentation import Presentation as Deck

from promotion import numbers
from promotion.briefing import Briefing
from promotion.exports.powerpoint_figures import SOURCE_SIZE, source_text
from promotion.exports.powerpoint_notes import shared_notes, write_notes
from promotion.exports.powerpoint_slides import (
    Page,
    add_slide,
    finish,
    place_of,
    usual_size,
    write,
)
from promotion.exports.powerpoint_template import TEXTS
from promotion.exports.powerpoint_texts import (
    PADDING_PT,
    Box,
    Text,
    add_texts,
    cut_texts,
)
from promotion.exports.powerpoint_xml import MUTED
from promotion.exports.text_room import LINE_HEIGHT, cut_to, line_count, one_line
from promotion.language import _

_SIZES = (20, 18, 16, 14)
_SPACE = 0.6  # between points, of the font's size
_BULLET_PT = 27  # indented so far
_GAP_PT = 12
_LINES_AT_THE_FOOT = 5


def add_points(deck: Deck, page: Page, briefing: Briefing) -> None:
    """Nothing; the key points stand on slides of their own."""
    points = [one_line(point) for point in briefing.points if one_line(point)]
    place = _place(page)
    usual = usual_size(page.layout, TEXTS, "bodyStyle")
    sizes = [size for size in (usual, *_SIZES) if size <= max(usual, _SIZES[-1])]
    fitting = (size for size in sizes if _height(points, place, size) <= place.height)
    size = next(fitting, sizes[-1])
    parts = _parts(points, place, size)
    for number, part in enumerate(parts, 1):
        title = _("Key points")
        if len(parts) > 1:
            title = _("Key points ({number} of {count})").format(
                number=numbers.count_text(number), count=numbers.count_text(len(parts))
            )
        slide = add_slide(deck, page, title, briefing.language)
        holders = [each for each in slide.placeholders if each.placeholder_format.type in TEXTS]
        shown = [cut_to(point, _ems(place, size), _most_lines(place, size)) for point in part]
        if holders:
            write(holders[0], shown, briefing.language, None if size == usual else size)
            _set_place(holders[0], place)
        else:
            texts = [Text(f"\N{BULLET} {point}", size) for point in shown]
            add_texts(slide, place, texts, briefing.language)
        foot = _foot(briefing, page.room)
        add_texts(slide, page.room, foot, briefing.language, anchor="b")
        finish(slide, page)
        write_notes(slide, [*part, *shared_notes(briefing.headline, briefing.link)])


def _foot(briefing: Briefing, room: Box) -> list[Text]:
    headline = briefing.headline
    period = Text(headline.period_line(), SOURCE_SIZE, MUTED)
    return cut_texts([period, source_text(headline, "", room)], room.width, 2)


def _place(page: Page) -> Box:
    """Where the points stand: the layout's place for text, above what is said at the foot."""
    room = page.room
    holders = [each for each in page.layout.placeholders if each.placeholder_format.type in TEXTS]
    place = place_of(holders[0]) if holders else None
    if place is None or place.height < room.height / 3 or place.width < room.width / 3:
        place = room.below(_GAP_PT)
    lowest = room.bottom - _LINES_AT_THE_FOOT * SOURCE_SIZE * LINE_HEIGHT
    return place.above(max(place.bottom - lowest, 0))


def _ems(place: Box, size: float) -> float:
    return (place.width - 2 * PADDING_PT - _BULLET_PT) / size


def _height(points: list[str], place: Box, size: float) -> float:
    lines = sum(line_count(point, _ems(place, size)) for point in points)
    return (lines * LINE_HEIGHT + len(points) * _SPACE) * size


def _most_lines(place: Box, size: float) -> int:
    return max(int((place.height / size - _SPACE) / LINE_HEIGHT), 1)


def _parts(points: list[str], place: Box, size: float) -> list[list[str]]:
    """The points in order, as many together as fit."""
    parts: list[list[str]] = []
    for point in points:
        if parts and _height([*parts[-1], point], place, size) <= place.height:
            parts[-1].append(point)
        else:
            parts.append([point])
    return parts


def _set_place(holder: object, place: Box) -> None:
    if place_of(holder) != place:
        holder.left, holder.top, holder.width, holder.height = place.emu()
