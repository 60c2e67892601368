"""A workbook as a ledger: the first of its sheets that has a ledger's headings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from promotion.ingest.beginning import beginning_of_sheet
from promotion.ingest.careful import Parsed
from promotion.ingest.faults import FileRefused, Remark
from promotion.ingest.layout import NO_HEADINGS, Layout
from promotion.ingest.package import repack
from promotion.ingest.sheet_cells import CellValue, text_of, text_of_day_from_1904
from promotion.ingest.sheet_xml import DAMAGED
from promotion.language import N_

WORKBOOKS = frozenset((".xlsx", ".xlsm"))

_SHEET = N_("read from the sheet {sheet}")
_SECOND_LEDGER = N_(
    "the sheet {sheet} was not read: a workbook is read as one ledger, from the first sheet that "
    "is one; save this sheet as a file of its own"
)
_INCOMPLETE = N_("the sheet {sheet} was not read: it lacks headings that every ledger needs")
_NO_LEDGER = N_("the sheet {sheet} was not read: it has no headings of a ledger")
_HIDDEN = N_("the sheet {sheet} was not read: it is hidden")
_ONLY_HIDDEN = N_(
    "only the hidden sheet {sheet} has the headings of a ledger; show it, or save it as a file "
    "of its own"
)

FindLayout = Callable[[list], Layout]


@dataclass(frozen=True)
class Sheet:
    """The sheet that is read as the ledger."""

    content: CalamineSheet
    counts_from_1904: bool


@dataclass(frozen=True)
class _Found:
    """What one sheet was found to be; the layout where it is a ledger, else why it is none."""

    sheet: CalamineSheet
    is_hidden: bool
    layout: Layout | None
    reason: Remark | None


def open_workbook(stream: BinaryIO, find_layout: FindLayout) -> tuple[Sheet, Layout]:
    """The sheet that is a ledger and its layout, which notes the sheets that are not read.

    Hidden sheets hold lists to choose from and copies put away, so none of them is read.
    Raises FileRefused for a workbook that cannot be read or has no such sheet.
    """
    with NamedTemporaryFile(suffix=".xlsx") as unpacked:
        package = repack(stream, unpacked)
        unpacked.flush()
        found = [
            _find(sheet, is_hidden, find_layout) for sheet, is_hidden in _sheets(unpacked.name)
        ]
    chosen = next((one for one in found if one.layout and not one.is_hidden), None)
    if chosen is None:
        raise _refusal(found)
    notes = [Remark(_SHEET, {"sheet": chosen.sheet.name})]
    notes += [_note(one) for one in found if one is not chosen and one.sheet.height]
    layout = replace(chosen.layout, notes=(*notes, *chosen.layout.notes))
    return Sheet(chosen.sheet, package.counts_from_1904), layout


def parse_sheet(sheet: Sheet, layout: Layout) -> Iterator[Parsed]:
    """The rows below the headings; the number of each is the one that the sheet shows."""
    rows = _texts(sheet.content)
    if sheet.counts_from_1904:
        days = [one.position for one in layout.placed if one.column.type == "date"]
        rows = _texts(sheet.content, frozenset(days))
    parsed = Parsed()
    for number, cells in enumerate(rows, start=1):
        if number < layout.first_line:
            continue
        parsed.add(cells, number, layout.width)
        if parsed.is_full:
            yield parsed
            parsed = Parsed()
    yield parsed


def _sheets(path: str) -> Iterator[tuple[CalamineSheet, bool]]:
    """The worksheets in order, and whether each is hidden."""
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            for number, described in enumerate(workbook.sheets_metadata):
                if described.typ == SheetTypeEnum.WorkSheet:
                    yield workbook.get_sheet_by_index(number), _is_hidden(described)
    except CalamineError as error:
        raise FileRefused(DAMAGED) from error


def _is_hidden(described: SheetMetadata) -> bool:
    return described.visible != SheetVisibleEnum.Visible


def _find(sheet: CalamineSheet, is_hidden: bool, find_layout: FindLayout) -> _Found:
    try:
        layout = find_layout([beginning_of_sheet(_texts(sheet))])
    except FileRefused as refused:
        return _Found(sheet, is_hidden, None, refused.remark)
    return _Found(sheet, is_hidden, layout, None)


def _refusal(found: list[_Found]) -> FileRefused:
    """Why no sheet is read: the nearest to a ledger says what it lacks."""
    for one in found:
        if one.layout:
            return FileRefused(_ONLY_HIDDEN, sheet=one.sheet.name)
    for one in found:
        if not one.is_hidden and one.reason.reason != NO_HEADINGS:
            return FileRefused(one.reason.reason, **one.reason.details)
    return FileRefused(NO_HEADINGS)


def _note(one: _Found) -> Remark:
    if one.is_hidden:
        reason = _HIDDEN
    elif one.layout:
        reason = _SECOND_LEDGER
    else:
        reason = _NO_LEDGER if one.reason.reason == NO_HEADINGS else _INCOMPLETE
    return Remark(reason, {"sheet": one.sheet.name})


def _texts(
    sheet: CalamineSheet, days_from_1904: frozenset[int] = frozenset()
) -> Iterator[list[str]]:
    """The rows of the sheet as text, from its first row and column on."""
    if sheet.start is None:
        return
    before = [""] * sheet.start[1]
    for row in sheet.iter_rows():
        cells = before + [text_of(value) for value in row]
        for position in days_from_1904:
            if len(before) <= position < len(cells):
                value: CellValue = row[position - len(before)]
                cells[position] = text_of_day_from_1904(value)
        yield cells
