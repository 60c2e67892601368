"""What reading the ledgers found, as the database keeps it: files, and each row and cell."""

from dataclasses import dataclass, replace

from promotion import code_book
from promotion.database import Database
from promotion.ingest.faults import remarks_from_json, sentences_of
from promotion.language import _
from promotion.query import records_of
from promotion.scope import MASK, PERSONAL

MOST_ROWS = 100_000  # beyond them they are counted, not listed


@dataclass(frozen=True)
class FileRow:
    """What became of one file: rows == loaded + refused; kind is None where it was refused whole.

    Remarks say in the language in use why, or what else is to be said of it.
    """

    file: str
    kind: str | None
    rows: int
    loaded: int
    refused: int
    blanked_cells: int
    remarks: str


@dataclass(frozen=True)
class FaultRow:
    """A row or file that was refused, or a cell that became unknown, and why.

    Line and column are None where the whole file or row is meant.
    """

    file: str
    kind: str | None
    line: int | None
    column: str | None
    value: str | None
    is_refused: bool
    reason: str


def file_headings() -> tuple[str, ...]:
    """The headings of a table of files, in the language in use: those of `file_cells`."""
    return (
        _("File"),
        _("Kind"),
        _("Row count"),
        _("Loaded"),
        _("Refused"),
        _("Cells unknown"),
        _("Remarks"),
    )


def file_cells(row: FileRow) -> tuple[str | int, ...]:
    """What a table of files says of one, the file's name first."""
    return (
        row.file,
        code_book.kind_name(row.kind),
        row.rows,
        row.loaded,
        row.refused,
        row.blanked_cells,
        row.remarks,
    )


def file_rows(data: Database) -> list[FileRow]:
    """Every file found in the data folder, in name order."""
    return [
        FileRow(
            row["file"],
            row["kind"],
            row["row_count"],
            row["loaded_count"],
            row["refused_count"],
            row["blanked_count"],
            sentences_of(row["details"] or row["notes"]),
        )
        for row in records_of(data.run("data/files"))
    ]


def fault_rows(
    data: Database, files: tuple[str, ...] = (), first: int = 0, most: int = MOST_ROWS
) -> tuple[list[FaultRow], int]:
    """So many of the refusals and blanked cells of the files, all files where none is named.

    Beside them how many there are.
    """
    rows = records_of(data.run("data/faults", files=list(files), page_size=most, offset=first))
    found = [
        FaultRow(
            row["file"],
            row["kind"],
            row["line"],
            row["column_name"],
            MASK if row["value"] and _may_name_people(data, row) else row["value"],
            row["is_refused"],
            _reason(data, row),
        )
        for row in rows
    ]
    return found, (rows[0]["found_count"] if rows else 0)


def _may_name_people(data: Database, row: dict[str, object]) -> bool:
    """Whether the reader must not see the cell: it is a name, or the text of a whole row."""
    return data.scope.hides_people and (
        row["column_name"] is None or row["column_name"] in PERSONAL
    )


def _reason(data: Database, row: dict[str, object]) -> str:
    remarks = remarks_from_json(row["details"])
    if _may_name_people(data, row):
        remarks = tuple(
            replace(one, details=one.details | {"value": MASK}) if "value" in one.details else one
            for one in remarks
        )
    return _("; ").join(remark.sentence() for remark in remarks)
