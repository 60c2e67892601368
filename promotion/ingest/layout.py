"""How a file is laid out: which row holds its headings and what kind of ledger they make it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath

from promotion.ingest.beginning import Beginning, FirstRow, beginnings_of_text
from promotion.ingest.faults import FileRefused, Remark
from promotion.ingest.headings import Headings, Recognised, recognise, title_factor
from promotion.ingest.reference import Column, Reference
from promotion.ingest.words import key_of
from promotion.language import N_

_FEWEST_HEADINGS = 2

NO_HEADINGS = N_("no row of headings was found; the file is no ledger, or it lacks its headings")
_LACKING = N_("the column {heading} is missing; every ledger of this kind needs it")
_NO_DISTRICT = N_(
    "there is no column {heading} and the file's name holds no district; add either of them"
)
_SEVERAL_DISTRICTS = N_(
    "there is no column {heading} and the file's name holds several districts; add the column"
)
_UNREAD = N_("the column {heading} was not read: ledgers of this kind have none of that name")
_NAMELESS = N_("column {number} was not read: it has no heading")
_OTHER_UNIT = N_("the column {heading} was not read: its unit does not fit; write it as {column}")
_TAKEN = N_("the column {heading} was not read: the column {other} gives the same")
_ALL_BLANK = N_("there is no column {heading}: every row counts as {value}")
_TITLES = N_("rows above the headings passed over: {count}")
_TITLE_UNIT = N_("the column {heading} was read in the unit that the rows above the headings state")


@dataclass(frozen=True)
class Placed:
    """A column of the data contract and where the file has it."""

    column: Column
    position: int
    heading: str
    factor: Decimal


@dataclass(frozen=True)
class Layout:
    """Where the rows begin, how cells are told apart and what each column is.

    Width is how many columns there are up to the last that has a heading.
    """

    kind: str
    delimiter: str
    cells: tuple[str, ...]
    width: int
    first_line: int
    placed: tuple[Placed, ...]
    district: str | None
    blank: tuple[Column, ...]
    notes: tuple[Remark, ...]


def find_layout(
    beginnings: Iterable[Beginning], file: str, reference: Reference, headings: Headings
) -> Layout:
    """The layout that recognises most headings in the first rows of the file.

    Raises FileRefused where no row holds two headings of one kind, or a required one lacks.
    """
    best, best_score = None, (False, _FEWEST_HEADINGS - 1)
    for beginning in beginnings:
        for row in beginning.rows:
            for kind in reference.columns:
                score = _score(row.cells, kind, reference, headings)
                if score > best_score:
                    best, best_score = (kind, beginning.delimiter, row), score
    if best is None:
        raise FileRefused(NO_HEADINGS)
    kind, delimiter, row = best
    placed, notes = _placed(row, kind, headings)
    found = {one.column.name for one in placed}
    _expect_columns(kind, found, reference)
    district = _district_of_file(file, kind, found, reference)
    blank = _blank_columns(row, kind, reference, headings)
    notes += tuple(
        Remark(_ALL_BLANK, {"heading": column.headings[1], "value": column.blank_value})
        for column in blank
    )
    width = max(position for position, cell in enumerate(row.cells, 1) if key_of(cell))
    return Layout(
        kind, delimiter, tuple(row.cells), width, row.next_line, placed, district, blank, notes
    )


def count_recognised(text: str, reference: Reference, headings: Headings) -> int:
    """How many headings the best row of the text has."""
    return max(
        (
            _score(row.cells, kind, reference, headings)[1]
            for beginning in beginnings_of_text(text)
            for row in beginning.rows
            for kind in reference.columns
        ),
        default=0,
    )


def _district_in_name(file: str, column: Column, reference: Reference) -> str | None:
    """The one district that the file's name holds, or else the folder's it lies in."""
    for part in reversed(PurePosixPath(file).parts):
        name = key_of(part)
        found = {
            code
            for written, code in reference.code_of["district"].items()
            if len(written) > 1 and written in name
        }
        if len(found) == 1:
            return found.pop()
        if found:
            raise FileRefused(_SEVERAL_DISTRICTS, heading=column.headings[1])
    return None


def _expect_columns(kind: str, found: set[str], reference: Reference) -> None:
    """Nothing; raises FileRefused where a column is missing that every such ledger needs."""
    columns = reference.columns[kind]
    for column in columns:
        if column.is_required and column.name not in found | {"district"}:
            raise FileRefused(_LACKING, heading=column.headings[1])
    one_of = [column for column in columns if column.is_one_of]
    if one_of and not found & {column.name for column in one_of}:
        raise FileRefused(_LACKING, heading=one_of[0].headings[1])


def _district_of_file(file: str, kind: str, found: set[str], reference: Reference) -> str | None:
    """The district of every row where no column says it; None where a blank one means all."""
    for column in reference.columns[kind]:
        if column.name != "district" or column.name in found:
            continue
        district = _district_in_name(file, column, reference)
        if district is None and column.is_required:
            raise FileRefused(_NO_DISTRICT, heading=column.headings[1])
        return district
    return None


def _score(
    cells: list[str], kind: str, reference: Reference, headings: Headings
) -> tuple[bool, int]:
    """Whether every required column is there (the district may be elsewhere); how many are."""
    columns = reference.columns[kind]
    # A data folder may bring along a table of columns that knows fewer kinds.
    if len(cells) < _FEWEST_HEADINGS or not columns:
        return False, 0
    found = {read.column.name for cell in cells if (read := recognise(cell, kind, headings))}
    needed = {column.name for column in columns if column.is_required} - {"district"}
    one_of = {column.name for column in columns if column.is_one_of}
    return needed <= found and (not one_of or bool(one_of & found)), len(found)


def _placed(
    row: FirstRow, kind: str, headings: Headings
) -> tuple[tuple[Placed, ...], tuple[Remark, ...]]:
    """The columns that are read, and a note on everything that is not."""
    placed: dict[str, Placed] = {}
    notes = []
    if row.above:
        notes.append(Remark(_TITLES, {"count": row.title_count}))
    for position, cell in enumerate(row.cells):
        heading = cell.strip()
        read = recognise(cell, kind, headings)
        if read is None:
            if heading:
                notes.append(Remark(_UNREAD, {"heading": heading}))
            elif any(key_of(later) for later in row.cells[position:]):
                notes.append(Remark(_NAMELESS, {"number": position + 1}))
        elif read.column.name in placed:
            other = placed[read.column.name].heading
            notes.append(Remark(_TAKEN, {"heading": heading, "other": other}))
        elif read.is_other_unit:
            own = read.column.headings[1]
            notes.append(Remark(_OTHER_UNIT, {"heading": heading, "column": own}))
        else:
            factor, note = _factor(read, heading, row.above, headings)
            notes.extend(note)
            placed[read.column.name] = Placed(read.column, position, heading, factor)
    return tuple(placed.values()), tuple(notes)


def _blank_columns(
    row: FirstRow, kind: str, reference: Reference, headings: Headings
) -> tuple[Column, ...]:
    """The columns that no heading names and for which blank has a meaning."""
    named = {read.column.name for cell in row.cells if (read := recognise(cell, kind, headings))}
    return tuple(
        column
        for column in reference.columns[kind]
        if column.blank_value is not None and column.name not in named
    )


def _factor(
    read: Recognised, heading: str, above: list[str], headings: Headings
) -> tuple[Decimal, list[Remark]]:
    """The factor of the column's unit; the rows above count where the heading states none."""
    if read.factor is not None:
        return read.factor, []
    factor = title_factor(above, read.column, headings) if read.column.unit else None
    if factor is None or factor == 1:
        return Decimal(1), []
    return factor, [Remark(_TITLE_UNIT, {"heading": heading})]
