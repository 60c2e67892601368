"""An exhibit on its slide: native chart, shaded table, picture or rows, with its words."""

import io
from dataclasses import replace

from pptx.slide import Slide
from pptx.util import Pt

from promotion import numbers
from promotion.chart_columns import shown_values
from promotion.descriptions import Calendar, Forecasts, HeatMap, TestedForecasts
from promotion.exhibit import Exhibit
from promotion.exports.exhibit_blocks import blocks_of
from promotion.exports.picture_files import PictureFault, picture
from promotion.exports.powerpoint_heat import add_heat
from promotion.exports.powerpoint_panels import (
    add_charts,
    drawn_count,
    name_shape,
    panel_boxes,
)
from promotion.exports.powerpoint_remarks import remarks_of
from promotion.exports.powerpoint_rows import add_rows
from promotion.exports.powerpoint_texts import (
    PADDING_PT,
    Box,
    Text,
    add_texts,
    cut_texts,
    text_height,
)
from promotion.exports.powerpoint_xml import MUTED
from promotion.exports.text_room import cut_to, one_line
from promotion.figure_unit import figure_unit
from promotion.language import _

FINDING_SIZES, PERIOD_SIZE, SOURCE_SIZE, SENTENCE_SIZE = (18, 16, 14, 12), 13, 10.5, 20
_MOST_LINES_OF_FINDING, _MOST_LINES_OF_NOTES, _MOST_LINES_OF_SOURCE = 3, 4, 2
_MOST_LINES_OF_ANNOTATIONS = 3
_SHORT_SOURCE_EMS = 20
_GAP_PT = 9


def add_figure(
    slide: Slide, room: Box, exhibit: Exhibit, finding: str, colours: dict[str, str]
) -> None:
    """Nothing; the exhibit stands in the room: finding and period, figure, notes and source."""
    language = exhibit.filters.language
    head = _head(exhibit, finding, room)
    add_texts(slide, room, head, language)
    inner = room.below(text_height(head, room.width) + _GAP_PT)
    blocks = blocks_of(exhibit, colours) if _has_values(exhibit) else ()
    unit = exhibit.unit if blocks else figure_unit(exhibit)
    if blocks:
        place = panel_boxes(inner, len(blocks))[0]
        drawn = max(drawn_count(exhibit, block, place) for block in blocks)
        fullest = max(blocks, key=lambda block: len(block.categories))
        said = remarks_of(exhibit, fullest, drawn)
        figure = inner.above(_foot_height(exhibit, said, unit, room))
        add_charts(slide, figure, exhibit, blocks, drawn)
    else:
        inner = inner.inset(PADDING_PT)
        # A line is kept for what is said of a table that does not fit.
        figure = inner.above(_foot_height(exhibit, ["\N{EN DASH}"], unit, room))
        said = _add_other(slide, figure, exhibit, colours)
    add_texts(slide, room, _foot(exhibit, said, unit, room), language, anchor="b")


def _head(exhibit: Exhibit, finding: str, room: Box) -> list[Text]:
    period = exhibit.period_line()
    compared = exhibit.filters.compared_period
    if compared is not None and exhibit.chart is None and "compared" in exhibit.table.columns:
        words = _("compared with {period}").format(period=numbers.period_text(compared))
        period = f"{period} · {words}"
    head = []
    if finding:
        sizes = [Text(finding, size) for size in FINDING_SIZES]
        fitting = (text for text in sizes if text_height([text], room.width) <= 2.6 * text.size)
        text = next(fitting, sizes[-1])
        head += cut_texts([text], room.width, _MOST_LINES_OF_FINDING)
    return head + cut_texts([Text(period, PERIOD_SIZE, MUTED)], room.width, 2)


def _foot(exhibit: Exhibit, said: list[str], unit: str, room: Box) -> list[Text]:
    notes = " ".join([*said, *exhibit.own_notes])
    texts = [Text(notes, SOURCE_SIZE, MUTED)] if notes else []
    foot = cut_texts(texts, room.width, _MOST_LINES_OF_NOTES)
    foot += _annotations(exhibit, room)
    return foot + cut_texts([source_text(exhibit, unit, room)], room.width, _MOST_LINES_OF_SOURCE)


def _annotations(exhibit: Exhibit, room: Box) -> list[Text]:
    """The notes that the figure marks, as many as have room, and how many more there are."""
    for shown in range(len(exhibit.annotations), 0, -1):
        lines = [each.short_line for each in exhibit.annotations[:shown]]
        more = len(exhibit.annotations) - shown
        if more:
            lines += ["·", _more_annotations(more)]
        text = Text(one_line(" ".join(lines)), SOURCE_SIZE, MUTED)
        if cut_texts([text], room.width, _MOST_LINES_OF_ANNOTATIONS)[0] == text:
            return [text]
    if not exhibit.annotations:
        return []
    return [Text(_more_annotations(len(exhibit.annotations)), SOURCE_SIZE, MUTED)]


def _more_annotations(count: int) -> str:
    return _("Further notes, in the slide's own notes: {count}.").format(
        count=numbers.count_text(count)
    )


def source_text(exhibit: Exhibit, unit: str, room: Box) -> Text:
    """Unit, source and day; long names of sources give way to the day and 'sample data'."""
    text = Text(exhibit.source_line(unit), SOURCE_SIZE, MUTED)
    if cut_texts([text], room.width, _MOST_LINES_OF_SOURCE)[0] == text:
        return text
    short = tuple(cut_to(one_line(each), _SHORT_SOURCE_EMS, 1) for each in exhibit.sources)
    return replace(text, words=replace(exhibit, sources=short).source_line(unit))


def _foot_height(exhibit: Exhibit, said: list[str], unit: str, room: Box) -> float:
    return text_height(_foot(exhibit, said, unit, room), room.width) + _GAP_PT


def _has_values(exhibit: Exhibit) -> bool:
    """Whether any value of the figure is known."""
    if exhibit.chart is None:
        return not exhibit.is_empty
    values = shown_values(exhibit.chart)
    return any(row[value] is not None for row in exhibit.rows() for value in values)


def _add_other(slide: Slide, box: Box, exhibit: Exhibit, colours: dict[str, str]) -> list[str]:
    """What has to be said under it; a table, a picture or a sentence stands in the box."""
    language = exhibit.filters.language
    is_forecast = isinstance(exhibit.chart, Forecasts | TestedForecasts)
    if is_forecast and not exhibit.is_empty:  # without anything that they are shares of
        return add_rows(slide, box, exhibit, language)
    if not _has_values(exhibit):
        sentence = (
            _("No rows under these filters.")
            if exhibit.is_empty
            else _("No value is known under these filters.")
        )
        add_texts(slide, box, [Text(sentence, SENTENCE_SIZE, MUTED)], language, anchor="ctr")
        return []
    if isinstance(exhibit.chart, HeatMap | Calendar):
        return add_heat(slide, box, exhibit, language)
    if exhibit.chart is None:
        return add_rows(slide, box, exhibit, language)
    try:
        _add_picture(slide, box, picture(exhibit, colours, "png", "panel"), exhibit)
    except PictureFault as fault:
        why = cut_texts([Text(str(fault), PERIOD_SIZE)], box.width, 3)
        add_texts(slide, box, why, language)
        below = box.below(text_height(why, box.width) + _GAP_PT)
        return add_rows(slide, below, exhibit, language)
    return []


def _add_picture(slide: Slide, box: Box, content: bytes, exhibit: Exhibit) -> None:
    shape = slide.shapes.add_picture(io.BytesIO(content), 0, 0)
    width, height = shape.image.size
    scale = min(box.width / width, box.height / height)
    shape.width, shape.height = int(Pt(width * scale)), int(Pt(height * scale))
    shape.left = int(Pt(box.left + (box.width - width * scale) / 2))
    shape.top = int(Pt(box.top + (box.height - height * scale) / 2))
    name_shape(shape, exhibit)
