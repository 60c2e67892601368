"""What reading the ledgers found: files, refused rows and blanked cells, checks, freshness."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from components import access, pager, recorded, text_table
from promotion import code_book, numbers
from promotion.checks import detail_in_words, run_checks
from promotion.database import Database
from promotion.exports import import_workbook
from promotion.exports.spreadsheet import safe_name
from promotion.filters import Filters
from promotion.import_report import FileRow, fault_rows, file_cells, file_headings, file_rows
from promotion.language import _, set_language

PAGE_SIZE = 20
CHECK_PAGE_SIZE = 12
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_read(data: Database, filters: Filters) -> None:
    """Nothing; draws every ledger of the data folder, when it was read, and what was refused."""
    rows = file_rows(data)
    title = _("Ledgers read on {time}").format(time=numbers.moment_text(data.built_at))
    show_files("files", title, rows)
    show_faults("faults", data, with_faults(rows), filters)


def with_faults(rows: Iterable[FileRow]) -> tuple[str, ...]:
    """The files that were refused, or in which a row was refused or a cell became unknown."""
    return tuple(row.file for row in rows if row.kind is None or row.refused or row.blanked_cells)


def show_files(name: str, title: str, rows: Iterable[FileRow]) -> None:
    """Nothing; draws the files with what came of their rows."""
    text_table.show(
        name,
        title,
        file_headings(),
        ((text_table.AsWritten(row.file), *file_cells(row)[1:]) for row in rows),
    )


@st.fragment
def show_faults(name: str, data: Database, files: tuple[str, ...], filters: Filters) -> None:
    """Nothing; draws the refused rows and unknown cells of a file that is chosen, and their file.

    Of all the files named where none is chosen.
    """
    access.still_allowed()
    set_language(filters.language)
    with st.container(key=f"card_{name}"):
        text_table.show_title(_("Rows refused and cells that became unknown"))
        if not files:
            text_table.show_sentence(_("No row was refused and no cell became unknown."))
            return
        with st.container(horizontal=True, vertical_alignment="bottom"):
            chosen = st.selectbox(
                _("File"),
                files,
                index=None,
                placeholder=_("All"),
                key=f"{name}_file",
            )
            _download(name, data, (chosen,) if chosen else files, chosen, filters)
        _show_page(name, data, (chosen,) if chosen else files, chosen)


def _download(
    name: str, data: Database, files: tuple[str, ...], chosen: str | None, filters: Filters
) -> None:
    def made() -> bytes:
        set_language(filters.language)
        return import_workbook.as_workbook(data, files)

    if not recorded.is_possible():
        return
    stem = _("Import report") + (f" {safe_name(chosen)}" if chosen else "")
    st.download_button(
        _("Report as XLSX"),
        data=recorded.exporting(made, data, ["import_report", *files], "xlsx", filters),
        file_name=f"{stem}.xlsx",
        mime=XLSX_TYPE,
        on_click="ignore",
        icon=":material/download:",
        key=f"{name}_xlsx",
    )


def _show_page(name: str, data: Database, files: tuple[str, ...], chosen: str | None) -> None:
    state = f"{name}_page_{hash((data.version, chosen))}"
    _rows, count = fault_rows(data, files, most=1)
    page = pager.page_shown(state, count, PAGE_SIZE)
    rows, count = fault_rows(data, files, page * PAGE_SIZE, PAGE_SIZE)
    names = code_book.column_names(data.folder)
    outcomes = {True: _("row refused"), False: _("cell unknown")}
    text_table.show_plain(
        _("Rows refused and cells that became unknown"),
        (_("File"), _("Line"), _("Column"), _("As written"), _("Outcome"), _("Reason")),
        (
            (
                text_table.AsWritten(row.file),
                "" if row.line is None else row.line,
                text_table.AsWritten(names.get((row.kind, row.column), row.column) or ""),
                text_table.AsWritten(row.value or ""),
                outcomes[row.is_refused],
                row.reason,
            )
            for row in rows
        ),
    )
    pager.show(state, page, count, PAGE_SIZE)


def show_checks(data: Database, language: str) -> None:
    """Nothing; draws each check with how many rows it lists, and the rows of one chosen."""
    checks = run_checks(data, most_rows=1)
    text_table.show(
        "checks",
        _("Checks: rows that are kept and should be looked at"),
        (_("Check"), _("Row count")),
        ((check.title, check.count) for check in checks),
    )
    found = {check.name: check.title for check in checks if check.count}
    if found:
        _show_check_rows(data, found, language)


@st.fragment
def _show_check_rows(data: Database, found: dict[str, str], language: str) -> None:
    access.still_allowed()
    set_language(language)
    chosen = st.selectbox(
        _("Rows of the check"), list(found), format_func=found.__getitem__, key="check_shown"
    )
    check = next(each for each in run_checks(data) if each.name == chosen)
    state = f"check_page_{hash((data.version, chosen))}"
    page = pager.page_shown(state, len(check.rows), CHECK_PAGE_SIZE)
    shown = check.rows.iloc[page * CHECK_PAGE_SIZE : (page + 1) * CHECK_PAGE_SIZE]
    text_table.show_plain(
        check.title,
        (_("File"), _("Line"), _("District"), _("Number"), _("Detail")),
        (
            (
                text_table.AsWritten(row["file"]),
                row["line"],
                data.name_of("district", row["district"]) or "",
                text_table.AsWritten(row["id"]),
                text_table.AsWritten(detail_in_words(data, row["detail"])),
            )
            for row in shown.to_dict("records")
        ),
    )
    pager.show(state, page, len(check.rows), CHECK_PAGE_SIZE)


def show_freshness(data: Database) -> None:
    """Nothing; draws how far each district's ledgers reach, against the as-of date."""
    rows = data.run("data/freshness").to_dict("records")
    text_table.show(
        "freshness",
        _("How fresh each district's ledgers are, as of {date}").format(
            date=numbers.date_text(data.as_of)
        ),
        (
            _("District"),
            _("Contact records"),
            _("Newest contact"),
            _("Days before"),
            _("Projects"),
            _("Newest update"),
            _("Days before"),
        ),
        (
            (
                data.name_of("district", row["district"]),
                row["contact_count"],
                *_age(row["newest_contact_date"], row["contact_age_days"]),
                row["project_count"],
                *_age(row["newest_update_date"], row["update_age_days"]),
            )
            for row in rows
        ),
    )


def _age(day: object, age_days: int | None) -> tuple[str, int | str]:
    """The date and its age as they are shown; unknown where there is none."""
    if day is None or pd.isna(day):
        return _("unknown"), ""
    return text_table.Day(numbers.date_text(day)), age_days
