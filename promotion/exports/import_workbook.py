"""What reading found, as a workbook to send back to whoever keeps the ledgers."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from xlsxwriter import Workbook

from promotion import code_book, numbers
from promotion.checks import detail_in_words, run_checks
from promotion.database import Database
from promotion.exports.cells import plain_text
from promotion.exports.sheets import Formats, lines_of, set_paper
from promotion.exports.spreadsheet import date_workbook, new_workbook
from promotion.import_report import MOST_ROWS, fault_rows, file_cells, file_headings, file_rows
from promotion.language import _
from promotion.query import records_of

_LINE_HEIGHT = 16  # points
_FILES_WIDTHS = (40, 16, 9, 9, 9, 12, 70)
_FAULTS_WIDTHS = (40, 8, 22, 30, 90)
_CHECKS_WIDTHS = (40, 40, 8, 14, 18, 60)


@dataclass(frozen=True)
class _Table:
    title: str
    headings: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[str | int | None]]
    left_out: int = 0


def as_workbook(data: Database, files: tuple[str, ...] = ()) -> bytes:
    """The files, refused rows, blanked cells and rows that checks list, in the language in use.

    Of the files named; of all where none is.
    """
    content = io.BytesIO()
    with new_workbook(content) as workbook:
        title = _("Import report")
        date_workbook(workbook, title, data.as_of)
        formats = Formats(workbook)
        for table in (_files(data, files), *_faults(data, files), _checks(data, files)):
            _write(workbook, formats, table, data.as_of, data.is_sample)
    return content.getvalue()


def _files(data: Database, files: tuple[str, ...]) -> _Table:
    rows = [file_cells(row) for row in file_rows(data) if not files or row.file in files]
    return _Table(_("Ledgers read"), file_headings(), _FILES_WIDTHS, rows)


def _faults(data: Database, files: tuple[str, ...]) -> tuple[_Table, _Table]:
    """The rows refused, and the cells that became unknown."""
    names = code_book.column_names(data.folder)
    found, count = fault_rows(data, files)
    headings = (_("File"), _("Line"), _("Column"), _("As written"), _("Reason"))
    titles = {True: _("Refused rows"), False: _("Cells that became unknown")}
    cells: dict[bool, list[tuple[str | int | None, ...]]] = {True: [], False: []}
    for row in found:
        column = names.get((row.kind, row.column), row.column)
        cells[row.is_refused].append((row.file, row.line, column, row.value, row.reason))
    refused, blanked = (
        _Table(title, headings, _FAULTS_WIDTHS, cells[is_refused], count - len(found))
        for is_refused, title in titles.items()
    )
    return refused, blanked


def _checks(data: Database, files: tuple[str, ...]) -> _Table:
    checks = run_checks(data)
    rows = [
        (
            check.title,
            row["file"],
            row["line"],
            data.name_of("district", row["district"]),
            row["id"],
            detail_in_words(data, row["detail"]),
        )
        for check in checks
        for row in records_of(check.rows)
        if not files or row["file"] in files
    ]
    left_out = sum(check.count - len(check.rows) for check in checks)
    headings = (_("Check"), _("File"), _("Line"), _("District"), _("Number"), _("Detail"))
    return _Table(_("Checks"), headings, _CHECKS_WIDTHS, rows, left_out)


def _write(
    workbook: Workbook, formats: Formats, table: _Table, as_of: date, is_sample: bool
) -> None:
    sheet = workbook.add_worksheet(table.title)
    words = [_("as of {date}").format(date=numbers.date_text(as_of))]
    words += [_("sample data")] * is_sample
    if table.left_out:
        words.append(
            _("the first {count}; {left_out} more are not listed").format(
                count=numbers.count_text(MOST_ROWS), left_out=numbers.count_text(table.left_out)
            )
        )
    elif not table.rows:
        words.append(_("none"))
    sheet.write_string(0, 0, table.title, formats.title())
    sheet.write_string(1, 0, " · ".join(words), formats.words())
    for column, (heading, width) in enumerate(zip(table.headings, table.widths, strict=True)):
        sheet.write_string(3, column, heading, formats.heading())
        sheet.set_column(column, column, width)
    for number, row in enumerate(table.rows, 4):
        lines = 1
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(number, column, value, formats.cell("0"))
            elif value is not None:
                text = plain_text(value)
                shown = formats.cell("@", text_wrap=True)
                sheet.write_string(number, column, text, shown)
                lines = max(lines, lines_of(text, table.widths[column]))
        sheet.set_row(number, _LINE_HEIGHT * lines + 4)
    sheet.freeze_panes(4, 0)
    sheet.autofilter(3, 0, 3 + len(table.rows), len(table.headings) - 1)
    sheet.repeat_rows(3)
    set_paper(sheet)
