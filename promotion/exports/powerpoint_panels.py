"""An exhibit's native charts in their box on a slide: one, or several in a grid."""

from math import ceil

from pptx.slide import Slide

from promotion.descriptions import Bars
from promotion.exhibit import Exhibit
from promotion.exports.blocks import Block
from promotion.exports.powerpoint_charts import NativeChart, drawn_series
from promotion.exports.powerpoint_look import ChartLook
from promotion.exports.powerpoint_remarks import hidden_points, point_words
from promotion.exports.powerpoint_texts import Box
from promotion.exports.text_room import one_line

_LABELLED_SERIES = 2  # beyond these, labels would cover each other
_MOST_LABELS, _MOST_LINE_LABELS = 26, 12  # side by side
_LEAST_ROW_PT = 12  # of a lying bar's category
_LEAST_PLACE_PT = 18  # of a column's category, where charts share a slide
_LARGEST_TEXT, _SMALLEST_TEXT, _TEXT_OF_SEVERAL = 12, 8, 9
_MOST_BESIDE = 2
_GAP_PT = 6


def panel_boxes(box: Box, count: int) -> list[Box]:
    """The boxes of so many charts: two beside each other, as high as the rows of them allow."""
    beside = min(count, _MOST_BESIDE)
    below = ceil(count / _MOST_BESIDE)
    width = (box.width - _GAP_PT * (beside - 1)) / beside
    height = (box.height - _GAP_PT * (below - 1)) / below
    return [
        Box(
            box.left + place % beside * (width + _GAP_PT),
            box.top + place // beside * (height + _GAP_PT),
            width,
            height,
        )
        for place in range(count)
    ]


def drawn_count(exhibit: Exhibit, block: Block, box: Box) -> int:
    """How many categories the block's chart draws in the box, the first ones."""
    count = len(block.categories)
    count = min(count, getattr(exhibit.chart, "most", None) or count)
    if block.kind == "bar":
        count = min(count, int(box.height * 0.8 / _LEAST_ROW_PT))
    elif block.title:
        count = min(count, int(box.width * 0.9 / _LEAST_PLACE_PT))
    return max(count, 1)


def add_charts(
    slide: Slide, box: Box, exhibit: Exhibit, blocks: tuple[Block, ...], drawn: int
) -> None:
    """Nothing; a chart for each block stands in the box, its first categories drawn."""
    for block, place in zip(blocks, panel_boxes(box, len(blocks)), strict=True):
        _add_chart(slide, place, exhibit, block, min(drawn, len(block.categories)))


def name_shape(shape: object, exhibit: Exhibit, title: str = "") -> None:
    """Nothing; the shape is called by the exhibit, and said in words to who cannot see it."""
    shape.name = one_line(title or exhibit.title)
    names = shape._element.xpath(".//p:cNvPr")
    told = exhibit.text_alternative()
    names[0].set("descr", one_line(f"{title}: {told}" if title else told))


def _add_chart(slide: Slide, box: Box, exhibit: Exhibit, block: Block, drawn: int) -> None:
    bars = [
        place
        for place in drawn_series(block)
        if not block.series[place].is_line and not block.series[place].mark
    ]
    has_room = block.kind == "bar" or len(bars) * drawn <= _MOST_LABELS
    row = box.height * 0.8 / drawn if block.kind == "bar" else _LARGEST_TEXT * 2
    if block.kind == "bar" and not block.is_stacked:
        row = max(row / len(bars), row * 0.55)
    largest = _TEXT_OF_SEVERAL if block.title else _LARGEST_TEXT
    look = ChartLook(
        exhibit.filters.language,
        drawn,
        min(max(round(row * 0.62), _SMALLEST_TEXT), largest),
        has_labels=len(bars) <= _LABELLED_SERIES and has_room and not block.title,
        has_line_labels=drawn <= _MOST_LINE_LABELS,
        hidden=hidden_points(exhibit, block),
        labels=point_words(exhibit, block) if isinstance(exhibit.chart, Bars) else {},
        panel=(box.width, box.height) if block.title else None,
    )
    chart = NativeChart(block, look, exhibit.as_of)
    shape = slide.shapes.add_chart(None, *box.emu(), chart)
    name_shape(shape, exhibit, block.title)
