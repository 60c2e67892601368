"""What stands in a slide's notes: all that is true of its figure, in full."""

from pptx.oxml import parse_xml
from pptx.slide import Slide

from promotion import numbers
from promotion.briefing import Figure
from promotion.exhibit import Exhibit
from promotion.exports.powerpoint_xml import node, root
from promotion.exports.text_room import one_line
from promotion.language import _


def figure_notes(figure: Figure) -> list[str]:
    """Lines on what the figure counts, over what, from where."""
    exhibit, definition = figure.exhibit, figure.definition
    unit = exhibit.unit
    lines = [
        exhibit.title,
        figure.finding,
        _("Definition: {definition}").format(definition=definition) if definition else "",
        _("Unit of the rows: {unit}").format(unit=unit) if unit else "",
        *exhibit.notes,
    ]
    return [*(one_line(line) for line in lines if line), *shared_notes(exhibit, figure.link)]


def shared_notes(exhibit: Exhibit, link: str) -> list[str]:
    """Lines on period, filters, source and link, which all figures of a briefing share."""
    compared = exhibit.filters.compared_period
    lines = [
        _("Period: {period}").format(period=numbers.period_text(exhibit.period)),
        _("Compared with: {period}").format(period=numbers.period_text(compared))
        if compared
        else "",
        _("Filters: {filters}").format(filters=" · ".join(exhibit.scope) or _("none")),
        _("Source: {source}").format(source=exhibit.source) if exhibit.sources else "",
        _("As of: {date}").format(date=numbers.date_text(exhibit.as_of)),
        _("Sample data: all names and figures are invented.") if exhibit.is_sample else "",
        _("Link: {link}").format(link=link) if link else "",
    ]
    return [one_line(line) for line in lines if line]


def write_notes(slide: Slide, lines: list[str]) -> None:
    """Nothing; the slide's notes are these lines."""
    notes = slide.notes_slide
    frame = notes.notes_text_frame
    if frame is None:  # the template's notes have no place for text
        notes.shapes._spTree.append(parse_xml(_TEXT_PLACE))
        frame = notes.notes_text_frame
    frame.text = "\n".join(lines)


_TEXT_PLACE = root(
    "p:sp",
    node(
        "p:nvSpPr",
        node("p:cNvPr", id=99, name="Notes"),
        node("p:cNvSpPr"),
        node("p:nvPr", node("p:ph", type="body", idx=1)),
    ),
    node("p:spPr"),
    node("p:txBody", node("a:bodyPr"), node("a:lstStyle"), node("a:p")),
)
