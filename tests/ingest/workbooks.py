"""Workbooks written on the spot, cell by cell or as XML that no program would write."""

import re
import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = ("contact_id", "district", "contact_date", "attendee_count", "organisation")


def saved(workbook: openpyxl.Workbook) -> bytes:
    """The workbook as a file's bytes."""
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def workbook_of(sheets: dict[str, Iterable[Iterable[object]]]) -> openpyxl.Workbook:
    """A workbook of the sheets, name to rows."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return workbook


def contacts(*rows: Iterable[object], then: Callable[[Worksheet], None] | None = None) -> bytes:
    """A contact ledger of Cixi as a workbook; then changes its sheet before it is saved."""
    workbook = workbook_of({"contacts": [HEADINGS, *rows]})
    if then:
        then(workbook.active)
    return saved(workbook)


def with_parts(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The workbook with each of its parts changed, by name and content."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return buffer.getvalue()


def with_sheet_xml(content: bytes, pattern: str, replacement: str) -> bytes:
    """The workbook with the pattern replaced in the XML of its first sheet."""

    def change(name: str, part: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return part
        changed, count = re.subn(pattern, replacement, part.decode(), flags=re.DOTALL)
        assert count
        return changed.encode()

    return with_parts(content, change)


def zipped(parts: dict[str, bytes]) -> bytes:
    """An archive of the parts, name to content."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def bomb(megabytes: int) -> bytes:
    """A small archive with the marks of a workbook that unpacks to so much."""
    parts = {"[Content_Types].xml": b"<Types/>"}
    return zipped(parts | {"xl/sharedStrings.xml": bytes(1_000_000) * megabytes})
