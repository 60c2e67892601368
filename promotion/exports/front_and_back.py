"""The sheets around a workbook's exhibits: contents, definitions, import report."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from promotion import code_book, numbers
from promotion.briefing import Briefing, Figure
from promotion.exhibit import Exhibit
from promotion.exports.cells import plain_text, plain_value
from promotion.exports.exhibit_sheets import ExhibitSheets
from promotion.exports.sheet_names import link_to
from promotion.exports.sheets import Formats, lines_of, set_paper, set_widths
from promotion.language import _
from promotion.measures import definition_of, label_of, unit_of

_LINE_HEIGHT = 16  # points
_CONTENTS_WIDTHS = (5, 60, 62, 9, 20)
_DEFINITION_WIDTHS = (38, 20, 88)


def write_contents(
    sheet: Worksheet,
    formats: Formats,
    briefing: Briefing,
    figures: Sequence[Figure],
    written: Sequence[ExhibitSheets],
    others: Sequence[Worksheet],
) -> None:
    """Nothing; title, key points, and each exhibit's sheet with its finding, as links."""
    top = _write_title(sheet, formats, briefing)
    top = _write_points(sheet, formats, briefing.points, top)
    looks = ({}, {}, {}, {"align": "right"}, {"indent": 1})
    headings = ("", _("Figure"), _("Finding"), _("Rows"), _("Shaded table"))
    for column, (heading, look) in enumerate(zip(headings, looks, strict=True)):
        sheet.write_string(top, column, heading, formats.heading(**look))
    for number, (figure, sheets) in enumerate(zip(figures, written, strict=True), 1):
        _write_entry(sheet, top + number, formats, number, figure, sheets)
    row = top + len(figures) + 1
    for place, other in enumerate(others):
        sheet.write_url(row + place, 1, link_to(other.name), formats.link(), other.name)
    if any(sheets.chart_data is not None for sheets in written):
        words = _("The numbers behind each chart stand on hidden sheets, arranged for it.")
        sheet.write_string(row + len(others) + 1, 1, words, formats.words())
    _set_columns(sheet, _CONTENTS_WIDTHS)
    set_paper(sheet)


def _write_entry(
    sheet: Worksheet,
    row: int,
    formats: Formats,
    number: int,
    figure: Figure,
    sheets: ExhibitSheets,
) -> None:
    title, finding = plain_text(figure.exhibit.title), plain_text(figure.finding)
    sheet.write_number(row, 0, number, formats.cell("0", align="left"))
    sheet.write_url(row, 1, link_to(sheets.rows.name), formats.link(text_wrap=True), title)
    sheet.write_string(row, 2, finding, formats.cell("@", text_wrap=True))
    sheet.write_number(row, 3, len(figure.exhibit.table), formats.cell("#,##0"))
    if sheets.shaded is not None:
        link = link_to(sheets.shaded.name)
        sheet.write_url(row, 4, link, formats.link(indent=1), _("Shaded table"))
    widths = zip((title, finding), _CONTENTS_WIDTHS[1:], strict=False)
    _set_height(sheet, row, max(lines_of(text, width) for text, width in widths))


def _write_title(sheet: Worksheet, formats: Formats, briefing: Briefing) -> int:
    signed = " · ".join(filter(None, (briefing.department, numbers.date_text(briefing.day))))
    lines = [
        (briefing.title, formats.title()),
        (briefing.subtitle, formats.words()),
        (signed, formats.words()),
        (briefing.headline.source_line(), formats.words()),
    ]
    if briefing.is_sample:
        lines.insert(1, (_("sample data"), formats.sample_mark()))
    if briefing.link:
        lines.append((briefing.link, formats.words()))
    for row, (text, shown) in enumerate(lines):
        sheet.write_string(row, 0, plain_text(text), shown)
    return len(lines) + 1


def _write_points(sheet: Worksheet, formats: Formats, points: Sequence[str], top: int) -> int:
    """The first free row below the key points."""
    if not points:
        return top
    sheet.write_string(top, 0, _("Key points"), formats.subtitle())
    for number, point in enumerate(points, 1):
        row = top + number
        sheet.write_number(row, 0, number, formats.cell("0", align="left"))
        text = plain_text(point)
        wrapped = formats.cell("@", text_wrap=True)
        sheet.merge_range(row, 1, row, len(_CONTENTS_WIDTHS) - 1, "", wrapped)
        sheet.write_string(row, 1, text, wrapped)
        _set_height(sheet, row, lines_of(text, sum(_CONTENTS_WIDTHS[1:])))
    return top + len(points) + 2


def write_definitions(
    sheet: Worksheet,
    formats: Formats,
    figures: Sequence[Figure],
    written: Sequence[ExhibitSheets],
    top: int,
) -> None:
    """Nothing; from the row `top` what each figure and each of their measures counts."""
    _write_row(sheet, top, (_("Figure"), _("Sheet"), _("What it shows and how it counts")), formats)
    for number, (figure, sheets) in enumerate(zip(figures, written, strict=True), 1):
        texts = (figure.exhibit.title, "", figure.definition)
        _write_row(sheet, top + number, texts, formats, is_heading=False)
        link = link_to(sheets.rows.name)
        sheet.write_url(top + number, 1, link, formats.link(), str(number))
    below = top + len(figures) + 2
    _write_row(sheet, below, (_("Measure"), _("Unit"), _("Definition")), formats)
    for row, texts in enumerate(_measures_of(figures), below + 1):
        _write_row(sheet, row, texts, formats, is_heading=False)
    _set_columns(sheet, _DEFINITION_WIDTHS)
    sheet.freeze_panes(top, 0)
    set_paper(sheet)


def _measures_of(figures: Sequence[Figure]) -> list[tuple[str, str, str]]:
    """Name, unit and definition of each measure that the figures' rows hold, as they come."""
    columns = [
        column
        for figure in figures
        for column in (*figure.exhibit.table.columns, *_metrics(figure.exhibit))
        if not column.endswith("_name")
    ]
    return [
        (label_of(column), numbers.unit_label(unit_of(column)), definition_of(column))
        for column in dict.fromkeys(columns)
        if definition_of(column)
    ]


def _metrics(exhibit: Exhibit) -> list[str]:
    is_by_metric = "metric" in exhibit.table.columns
    return [row["metric"] for row in exhibit.rows()] if is_by_metric else []


def _write_row(
    sheet: Worksheet, row: int, texts: Sequence[str], formats: Formats, is_heading: bool = True
) -> None:
    shown = formats.heading() if is_heading else formats.cell("@", text_wrap=True)
    for column, text in enumerate(texts):
        sheet.write_string(row, column, plain_text(text), shown)
    widths = zip(texts, _DEFINITION_WIDTHS, strict=True)
    _set_height(sheet, row, max(lines_of(text, width) for text, width in widths))


def write_import_report(
    sheet: Worksheet,
    formats: Formats,
    import_rows: Sequence[dict[str, object]],
    is_sample: bool,
    top: int,
) -> None:
    """Nothing; from the row `top` each ledger file with its rows, how many loaded and refused."""
    headings = (_("File"), _("Kind"), _("Row count"), _("Loaded"), _("Refused"))
    counted = ("row_count", "loaded_count", "refused_count")
    files = [
        (row["file"], code_book.kind_name(row["kind"]), *(row[name] for name in counted))
        for row in import_rows
    ]
    totals = [sum(row[name] or 0 for row in import_rows) for name in counted]
    texts = [[heading] for heading in headings]
    for column, heading in enumerate(headings):
        align = "left" if column < len(headings) - len(counted) else "right"
        sheet.write_string(top, column, heading, formats.heading(align=align))
    lines = [(cells, {}) for cells in files] + [((_("Total"), None, *totals), {"bold": True})]
    for row, (cells, look) in enumerate(lines, top + 1):
        for column, cell in enumerate(cells):
            value = plain_value(cell)
            if isinstance(value, str):
                sheet.write_string(row, column, value, formats.cell("@", **look))
                texts[column].append(value)
            elif value is not None:
                sheet.write_number(row, column, value, formats.cell("#,##0", **look))
    words = [_("sample data")] * is_sample
    words.append(_("`python -m promotion check` lists every refused row, and why."))
    for row, sentence in enumerate(words, top + len(lines) + 2):
        sheet.write_string(row, 0, sentence, formats.words())
    set_widths(sheet, texts)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    set_paper(sheet)


def _set_columns(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)


def _set_height(sheet: Worksheet, row: int, lines: int) -> None:
    sheet.set_row(row, _LINE_HEIGHT * lines + 4)
