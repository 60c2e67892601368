"""A briefing as one workbook: contents, a sheet an exhibit, definitions, import report."""

import io
from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from promotion.briefing import Briefing, Figure
from promotion.exhibits.definitions import DEFINITIONS
from promotion.exports.exhibit_sheets import ExhibitSheets, SheetNames, write_exhibit
from promotion.exports.front_and_back import write_contents, write_definitions, write_import_report
from promotion.exports.sheet_names import link_to, sheet_name
from promotion.exports.sheets import Formats
from promotion.exports.spreadsheet import date_workbook, new_workbook
from promotion.language import _, use_language


def as_workbook(briefing: Briefing, import_rows: Sequence[dict[str, object]]) -> bytes:
    """The briefing as a workbook; `import_rows` are those of queries/data/files.sql."""
    file = io.BytesIO()
    with use_language(briefing.language), new_workbook(file) as workbook:
        date_workbook(workbook, briefing.title, briefing.headline.as_of)
        formats = Formats(workbook)
        contents = workbook.add_worksheet(_("Contents"))
        figures = _figures(briefing)
        written = []
        for number, figure in enumerate(figures, 1):
            names = SheetNames(
                sheet_name(number, figure.exhibit.title),
                f"{_('Chart data')} {number}",
                f"{_('Shaded table')} {number}",
            )
            sheets = write_exhibit(workbook, formats, figure.exhibit, briefing.colours, names)
            _link_back(sheets, formats, contents.name)
            written.append(sheets)
        definitions = workbook.add_worksheet(_("Definitions"))
        write_definitions(definitions, formats, figures, written, top=2)
        report = workbook.add_worksheet(_("Import report"))
        write_import_report(report, formats, import_rows, briefing.is_sample, top=2)
        for sheet in (definitions, report):
            sheet.write_string(0, 0, sheet.name, formats.title())
            _write_way_back(sheet, 1, formats, contents.name)
        write_contents(contents, formats, briefing, figures, written, (definitions, report))
        contents.activate()
    return file.getvalue()


def _figures(briefing: Briefing) -> tuple[Figure, ...]:
    """The briefing's figures, the key measures among them: first where they were not chosen."""
    name = briefing.headline.name
    if any(figure.exhibit.name == name for figure in briefing.figures):
        return briefing.figures
    definition = _(DEFINITIONS[name].words)
    return (Figure(briefing.headline, "", definition), *briefing.figures)


def _link_back(sheets: ExhibitSheets, formats: Formats, contents: str) -> None:
    """Nothing; above the headings, where it stays in sight, stands the way to the contents."""
    _write_way_back(sheets.rows, sheets.top - 1, formats, contents)
    if sheets.shaded is not None:
        _write_way_back(sheets.shaded, sheets.top - 1, formats, contents)
    if sheets.chart_data is not None:
        sheets.chart_data.hide()  # the chart's numbers are the rows' own, arranged for it


def _write_way_back(sheet: Worksheet, row: int, formats: Formats, contents: str) -> None:
    sheet.write_url(row, 0, link_to(contents), formats.link(), f"← {contents}")
