"""An exhibit as a workbook: its words, its rows with number formats, and a native chart."""

import io
import re
from datetime import date, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from promotion import numbers
from promotion.descriptions import Calendar, HeatMap, Tiles
from promotion.exhibit import Exhibit, column_labels
from promotion.exports.blocks import Block
from promotion.exports.cells import plain_text, plain_value
from promotion.exports.chart_blocks import block_of
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
from promotion.language import _, use_language
from promotion.measures import unit_of

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_TEXT_UNITS = ("text", "date", "month")
_ROWS_ABOVE_CHART = 15  # a longer table has its chart beside it, in sight when the file opens
_STEM_LENGTH = 80


def file_stem(exhibit: Exhibit) -> str:
    """A file's name without its ending: title and period in the reader's language."""
    with use_language(exhibit.filters.language):
        title, period = _safe(exhibit.title), _safe(numbers.period_text(exhibit.period))
    return f"{title[: _STEM_LENGTH - len(period) - 1].rstrip(' .')} {period}"


def _safe(text: str) -> str:
    spaced = re.sub(r'[\\/:*?"<>|\s]+', " ", plain_text(text))
    return spaced.strip(" .")


def as_xlsx(exhibit: Exhibit, colours: dict[str, str] | None = None) -> bytes:
    """The exhibit as a workbook; `colours` gives each district's colour on the chart."""
    file = io.BytesIO()
    with use_language(exhibit.filters.language), Workbook(file, _OPTIONS) as workbook:
        workbook.set_properties(
            {
                "title": plain_text(exhibit.title),
                "created": datetime.combine(exhibit.as_of, time.min),
            }
        )
        formats = Formats(workbook)
        sheet = workbook.add_worksheet(_("Rows"))
        last_row = _write_exhibit(sheet, formats, exhibit)
        block = block_of(exhibit, colours or {})
        if block is not None:
            _add_chart(workbook, sheet, formats, exhibit, block, last_row)
        elif isinstance(exhibit.chart, Calendar | HeatMap | Tiles) and not exhibit.is_empty:
            shaded = workbook.add_worksheet(_("Shaded table"))
            write_shaded(shaded, formats, exhibit)
            set_paper(shaded)
    return file.getvalue()


def _write_exhibit(sheet: Worksheet, formats: Formats, exhibit: Exhibit) -> int:
    """The last row written: words, headings and rows, notes."""
    top = write_words(sheet, formats, exhibit) + 1
    last_row = _write_table(sheet, formats, exhibit, top)
    for note in exhibit.notes:
        last_row += 1
        sheet.write_string(last_row, 0, plain_text(note), formats.words())
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    set_paper(sheet)
    return last_row


def _write_table(sheet: Worksheet, formats: Formats, exhibit: Exhibit, top: int) -> int:
    labels = column_labels(exhibit.table)
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


def _add_chart(
    workbook: Workbook,
    sheet: Worksheet,
    formats: Formats,
    exhibit: Exhibit,
    block: Block,
    last_row: int,
) -> None:
    data = workbook.add_worksheet(_("Chart data"))
    write_block(data, formats, block)
    set_paper(data)
    # A chart is copied to where the words above the rows do not follow it.
    caption = [exhibit.title, exhibit.period_line(), *([_("sample data")] * exhibit.is_sample)]
    caption_row = len(block.categories) + 2
    data.write_string(caption_row, 0, plain_text(" · ".join(caption)), formats.words())
    chart = native_chart(workbook, data, block, title=[data.name, caption_row, 0])
    if len(exhibit.table) > _ROWS_ABOVE_CHART:
        first_row = last_row + 1 - len(exhibit.notes) - len(exhibit.table)
        place = (first_row, len(exhibit.table.columns) + 1)
    else:
        place = (last_row + 2, 0)
        sheet.fit_to_pages(1, 1)  # a chart torn between two pages is of no use
    words = {"description": plain_text(exhibit.text_alternative())}
    sheet.insert_chart(*place, chart, words)
