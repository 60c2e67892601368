"""An exhibit on sheets of a workbook: its words, its rows with number formats, a native chart."""

import re
from dataclasses import dataclass
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from promotion import numbers
from promotion.descriptions import Calendar, HeatMap, Tiles
from promotion.exhibit import Exhibit, column_labels
from promotion.exports.blocks import Block
from promotion.exports.cells import plain_text, plain_value
from promotion.exports.exhibit_blocks import blocks_of
from promotion.exports.native_charts import native_chart, write_block
from promotion.exports.number_formats import number_format
from promotion.exports.shaded_tables import write_shaded
from promotion.exports.sheets import (
    HEADING_HEIGHT,
    Formats,
    set_paper,
    set_widths,
    two_lines,
    write_words,
)
from promotion.language import _
from promotion.measures import unit_of

_TEXT_UNITS = ("text", "date", "month")
_CHARTS_BESIDE, _GAP_PX = 2, 12
_ROWS_ABOVE_CHART = 15  # a longer table has its chart beside it, in sight when the file opens


@dataclass(frozen=True)
class SheetNames:
    """What the sheets of one exhibit are called: its rows, its chart's data, its shaded table."""

    rows: str
    chart_data: str
    shaded: str


@dataclass(frozen=True)
class ExhibitSheets:
    """The sheets that an exhibit was written on; `top` is the row of the table's headings."""

    rows: Worksheet
    top: int
    chart_data: Worksheet | None = None
    shaded: Worksheet | None = None


def write_exhibit(
    workbook: Workbook,
    formats: Formats,
    exhibit: Exhibit,
    colours: dict[str, str],
    names: SheetNames,
) -> ExhibitSheets:
    """The exhibit's sheets, written; `colours` gives each district's colour on the chart."""
    sheet = workbook.add_worksheet(names.rows)
    top, last_row = _write_rows(sheet, formats, exhibit)
    blocks = blocks_of(exhibit, colours)
    if blocks:
        data = workbook.add_worksheet(names.chart_data)
        _add_charts(workbook, (sheet, data), formats, exhibit, blocks, last_row)
        return ExhibitSheets(sheet, top, chart_data=data)
    if isinstance(exhibit.chart, Calendar | HeatMap | Tiles) and not exhibit.is_empty:
        shaded = workbook.add_worksheet(names.shaded)
        write_shaded(shaded, formats, exhibit)
        set_paper(shaded)
        return ExhibitSheets(sheet, top, shaded=shaded)
    return ExhibitSheets(sheet, top)


def _write_rows(sheet: Worksheet, formats: Formats, exhibit: Exhibit) -> tuple[int, int]:
    """The row of the headings and the last row written: words, headings and rows, notes."""
    top = write_words(sheet, formats, exhibit) + 1
    last_row = _write_table(sheet, formats, exhibit, top)
    for note in exhibit.notes:
        last_row += 1
        sheet.write_string(last_row, 0, plain_text(note), formats.words())
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    set_paper(sheet)
    return top, last_row


def _write_table(sheet: Worksheet, formats: Formats, exhibit: Exhibit, top: int) -> int:
    labels = column_labels(exhibit.table, exhibit.headings)
    names = list(labels)
    sheet.set_row(top, HEADING_HEIGHT)
    for column, name in enumerate(names):
        align = "left" if unit_of(name) in _TEXT_UNITS else "right"
        sheet.write_string(top, column, plain_text(labels[name]), formats.heading(align=align))
    texts = [two_lines(labels[name]) for name in names]
    row = top
    for row, cells in enumerate(exhibit.rows(), top + 1):
        for column, name in enumerate(names):
            value = plain_value(cells[name])
            metric = cells.get("metric") if isinstance(cells.get("metric"), str) else None
            align = {"align": "left"} if unit_of(name) in _TEXT_UNITS else {}
            shown = formats.cell(number_format(name, metric), **align)
            texts[column].append(_write_cell(sheet, (row, column), value, shown))
    set_widths(sheet, texts)
    return row


def _write_cell(sheet: Worksheet, place: tuple[int, int], value: object, shown: object) -> str:
    """About what the cell shows, to know its width; unknown is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        sheet.write_string(*place, value, shown)
        return value
    if isinstance(value, date):
        sheet.write_datetime(*place, value, shown)
        return value.isoformat()
    if isinstance(value, bool):
        sheet.write_boolean(*place, value, shown)
        return str(value)
    sheet.write_number(*place, value, shown)
    unit_words = "".join(re.findall('"([^"]*)"', shown.num_format)[:1])
    return f"{numbers.count_text(value)}.0{unit_words}"


def _add_charts(
    workbook: Workbook,
    sheets: tuple[Worksheet, Worksheet],
    formats: Formats,
    exhibit: Exhibit,
    blocks: tuple[Block, ...],
    last_row: int,
) -> None:
    """Nothing; the blocks stand on their sheet; under the rows their charts, two beside each other,
    or beside many rows the one chart."""
    sheet, data = sheets
    set_paper(data)
    row, column = last_row + 2, 0
    if len(blocks) == 1 and len(exhibit.table) > _ROWS_ABOVE_CHART:
        row = last_row + 1 - len(exhibit.notes) - len(exhibit.table)
        column = len(exhibit.table.columns) + 1
    else:
        sheet.fit_to_pages(1, 1)  # a chart torn between two pages is of no use
    top = 0
    for place, block in enumerate(blocks):
        write_block(data, formats, block, top)
        # A chart is copied to where the words above the rows do not follow it.
        caption = [
            *([block.title] if block.title else []),
            exhibit.title,
            exhibit.period_line(),
            *([_("sample data")] * exhibit.is_sample),
        ]
        caption_row = top + len(block.categories) + 2
        data.write_string(caption_row, 0, plain_text(" · ".join(caption)), formats.words())
        chart = native_chart(workbook, data, block, [data.name, caption_row, 0], top)
        words = ": ".join(filter(None, (block.title, exhibit.text_alternative())))
        sheet.insert_chart(
            row,
            column,
            chart,
            {
                "description": plain_text(words),
                "x_offset": place % _CHARTS_BESIDE * (chart.width + _GAP_PX),
                "y_offset": place // _CHARTS_BESIDE * (chart.height + _GAP_PX),
            },
        )
        top = caption_row + 3
