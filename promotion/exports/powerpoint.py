"""A briefing as a PowerPoint deck: cover, key points, one exhibit a slide as a native chart."""

import io
from datetime import date, datetime, time

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck

from promotion import numbers
from promotion.briefing import Briefing, Figure
from promotion.exports.drawn_pictures import Tell
from promotion.exports.fixed_zip import with_fixed_times
from promotion.exports.powerpoint_figures import add_figure
from promotion.exports.powerpoint_notes import figure_notes, shared_notes, write_notes
from promotion.exports.powerpoint_points import add_points
from promotion.exports.powerpoint_slides import (
    Page,
    add_slide,
    finish,
    page_of,
    place_of,
    usual_size,
    write,
)
from promotion.exports.powerpoint_template import PowerPointFault, open_deck
from promotion.exports.powerpoint_texts import PADDING_PT, Text, add_texts, cut_texts
from promotion.exports.text_room import cut_to, largest_size, one_line
from promotion.language import _, use_language

_SUBTITLES = (PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY)
_SUBTITLE_SIZES = (20, 18, 16, 14, 12)
_MOST_LINES = 3  # of what stands under the title
_GAP_PT = 12
_LONGEST_PROPERTY = 255

__all__ = ["PowerPointFault", "as_pptx", "figure_as_pptx"]


def as_pptx(briefing: Briefing, template: bytes | None = None, tell: Tell | None = None) -> bytes:
    """The briefing as a deck, in the look of the user's template where one is given.

    Raises PowerPointFault where the template is no presentation.
    """
    with use_language(briefing.language):
        deck, layouts = open_deck(template, briefing.language)
        _add_cover(deck, page_of(deck, layouts.cover, is_cover=True), briefing)
        if briefing.points:
            add_points(deck, page_of(deck, layouts.points), briefing)
        page = page_of(deck, layouts.figure)
        for made, figure in enumerate(briefing.figures, 1):
            _add_figure(deck, page, figure, briefing.colours)
            if tell is not None:
                tell(made, len(briefing.figures))
        subject = one_line(briefing.subtitle)
        _set_properties(deck, briefing.title, subject, briefing.department, briefing.day)
        return _saved(deck)


def figure_as_pptx(figure: Figure, colours: dict[str, str]) -> bytes:
    """One figure as a deck of one slide, without a cover."""
    exhibit = figure.exhibit
    with use_language(exhibit.filters.language):
        deck, layouts = open_deck(None, exhibit.filters.language)
        _add_figure(deck, page_of(deck, layouts.figure), figure, colours)
        _set_properties(deck, exhibit.title, exhibit.period_line(), "", exhibit.as_of)
        return _saved(deck)


def _add_cover(deck: Deck, page: Page, briefing: Briefing) -> None:
    slide = add_slide(deck, page, briefing.title, briefing.language)
    day = numbers.date_text(briefing.day)
    lines = [briefing.subtitle, " · ".join(filter(None, (briefing.department, day)))]
    if briefing.is_sample:
        lines.append(_("Sample data: all names and figures are invented."))
    lines = [one_line(line) for line in lines if one_line(line)]
    holders = [each for each in slide.placeholders if each.placeholder_format.type in _SUBTITLES]
    if holders:
        holder = holders[0]
        usual = usual_size(page.layout, _SUBTITLES, "bodyStyle")
        place = place_of(holder) or page.room
        sizes = [usual, *(size for size in _SUBTITLE_SIZES if size < usual)]
        size = largest_size(lines, place.width - 2 * PADDING_PT, place.height * 0.85, sizes)
        width = (place.width - 2 * PADDING_PT) / size
        shown = [cut_to(line, width, _MOST_LINES) for line in lines]
        write(holder, shown, briefing.language, None if size == usual else size)
    else:
        texts = [Text(line, _SUBTITLE_SIZES[-1]) for line in lines]
        room = page.room.below(_GAP_PT)
        add_texts(slide, room, cut_texts(texts, room.width, _MOST_LINES), briefing.language)
    finish(slide, page)
    shared = shared_notes(briefing.headline, briefing.link)
    write_notes(slide, [one_line(briefing.title), *lines, *shared])


def _add_figure(deck: Deck, page: Page, figure: Figure, colours: dict[str, str]) -> None:
    exhibit = figure.exhibit
    slide = add_slide(deck, page, exhibit.title, exhibit.filters.language)
    add_figure(slide, page.room, exhibit, figure.finding, colours)
    finish(slide, page)
    write_notes(slide, figure_notes(figure))


def _set_properties(deck: Deck, title: str, subject: str, author: str, day: date) -> None:
    """Nothing; the file says what it is and whose, and no time but the briefing's day."""
    properties = deck.core_properties
    moment = datetime.combine(day, time.min)
    properties.created = properties.modified = properties.last_printed = moment
    for name, words in {
        "title": title,
        "subject": subject,
        "author": author,
        "last_modified_by": author,
        "comments": "",
        "keywords": "",
        "category": "",
    }.items():
        setattr(properties, name, one_line(words)[:_LONGEST_PROPERTY])
    properties.revision = 1


def _saved(deck: Deck) -> bytes:
    file = io.BytesIO()
    deck.save(file)
    return with_fixed_times(file.getvalue())
