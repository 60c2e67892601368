"""A block of cells → PowerPoint's own chart, with the rows in a workbook behind it."""

import io
from dataclasses import dataclass
from datetime import date, datetime, time

from xlsxwriter import Workbook

from promotion.exports.blocks import Block
from promotion.exports.cells import FORMULA_STARTS, plain_text
from promotion.exports.powerpoint_axes import (
    MAIN_AXES,
    SECOND_AXES,
    main_axes,
    second_axes,
    title_node,
)
from promotion.exports.powerpoint_layout import legend_layout, plot_layout
from promotion.exports.powerpoint_look import TEXT, ChartLook, text_look
from promotion.exports.powerpoint_marks import mark_series
from promotion.exports.powerpoint_series import SHEET, bar_series, line_series
from promotion.exports.powerpoint_xml import fill, line, node, root

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDEST_COLUMN = 42
_GAPS = {1: 320, 2: 160, 3: 110, 4: 80}  # between bars, in hundredths of a bar
_USUAL_GAP = 45


@dataclass(frozen=True)
class NativeChart:
    """A chart as python-pptx takes it: its XML, and its workbook, which holds all categories."""

    block: Block
    look: ChartLook
    day: date

    def xml_bytes(self, _chart_type: object) -> bytes:
        """The chart's XML."""
        return _chart_space(self.block, self.look).encode()

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook that opens for editing the chart's data."""
        file = io.BytesIO()
        with Workbook(file, _OPTIONS) as workbook:
            workbook.set_properties({"created": datetime.combine(self.day, time.min)})
            _write(workbook, self.block)
        return file.getvalue()


def is_line(block: Block, place: int) -> bool:
    """Whether the series is drawn as a line over columns; over lying bars there is none."""
    return block.series[place].is_line and block.kind != "bar"


def drawn_series(block: Block) -> list[int]:
    """The places of the series that the chart draws; the others are in its data alone."""
    return [
        place
        for place, series in enumerate(block.series)
        if series.is_drawn and (not series.is_line or is_line(block, place))
    ]


def _write(workbook: Workbook, block: Block) -> None:
    """Nothing; the block stands on the workbook's sheet, categories first, a column a series."""
    sheet = workbook.add_worksheet(SHEET)
    plain = workbook.add_format({"num_format": "@"})
    # Text that looks like a formula stays text even where someone edits its cell.
    quoted = workbook.add_format({"num_format": "@", "quote_prefix": True})

    def put(row: int, column: int, text: str) -> None:
        text = plain_text(text)
        shown = quoted if text.startswith(FORMULA_STARTS) else plain
        sheet.write_string(row, column, text, shown)

    put(0, 0, block.heading)
    for row, category in enumerate(block.categories, 1):
        put(row, 0, category)
    for column, series in enumerate(block.series, 1):
        put(0, column, series.name)
        shown = workbook.add_format({"num_format": series.number_format})
        for row, value in enumerate(series.values, 1):
            if value is not None:
                sheet.write_number(row, column, value, shown)
    longest = max(map(len, block.categories), default=0)
    sheet.set_column(0, 0, min(max(2 * longest, 12), _WIDEST_COLUMN))
    sheet.set_column(1, len(block.series), 14)


def _chart_space(block: Block, look: ChartLook) -> str:
    drawn = drawn_series(block)
    lines = [place for place in drawn if is_line(block, place)]
    marks = [place for place in drawn if block.series[place].mark]
    bars = [place for place in drawn if place not in (*lines, *marks)]
    plots = []
    if block.kind != "line":
        plots.append(_bars(block, [bar_series(block, place, look) for place in bars], look))
    elif bars:
        plots.append(_lines([line_series(block, place, look) for place in bars], MAIN_AXES))
    if marks:
        plots.append(_lines([mark_series(block, place, look) for place in marks], MAIN_AXES))
    axes = [main_axes(block, look)]
    if lines:
        plots.append(_lines([line_series(block, place, look) for place in lines], SECOND_AXES))
        axes.append(second_axes([block.series[place] for place in lines], look))
    legend = node(
        "c:legend",
        node("c:legendPos", val="b"),
        *legend_layout(look),
        node("c:overlay", val=0),
        text_look(look),
    )
    return root(
        "c:chartSpace",
        node("c:date1904", val=0),
        node("c:roundedCorners", val=0),
        node(
            "c:chart",
            *title_node(block.title, look, TEXT),
            node("c:autoTitleDeleted", val=int(not block.title)),
            node("c:plotArea", plot_layout(look), *plots, *axes, node("c:spPr", fill(None))),
            *([legend] if len(drawn) > 1 else []),
            node("c:plotVisOnly", val=1),
            node("c:dispBlanksAs", val="gap"),
        ),
        node("c:spPr", fill(None), line(None)),
        text_look(look),
    )


def _bars(block: Block, inner: list[str], look: ChartLook) -> str:
    gap = _GAPS.get(look.drawn, _USUAL_GAP)
    return node(
        "c:barChart",
        node("c:barDir", val="bar" if block.kind == "bar" else "col"),
        node("c:grouping", val="stacked" if block.is_stacked else "clustered"),
        node("c:varyColors", val=0),
        *inner,
        node("c:gapWidth", val=gap),
        node("c:overlap", val=100 if block.is_stacked else 0),
        *(node("c:axId", val=axis) for axis in MAIN_AXES),
    )


def _lines(inner: list[str], axes: tuple[int, int]) -> str:
    return node(
        "c:lineChart",
        node("c:grouping", val="standard"),
        node("c:varyColors", val=0),
        *inner,
        node("c:marker", val=1),
        *(node("c:axId", val=axis) for axis in axes),
    )
