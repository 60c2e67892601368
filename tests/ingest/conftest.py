"""Ledgers written on the spot, read into a database of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from promotion.ingest import FileReport, ImportReport, read_folder


@dataclass(frozen=True)
class Reading:
    """What reading a folder reported, and the database it filled."""

    report: ImportReport
    connection: duckdb.DuckDBPyConnection
    folder: Path

    def rows(self, sql: str) -> list[tuple]:
        return self.connection.execute(sql).fetchall()

    def column(self, table: str, column: str) -> list[object]:
        return [row[0] for row in self.rows(f"select {column} from {table} order by rowid")]

    def file(self, name: str) -> FileReport:
        return next(one for one in self.report.files if one.file == name)

    def refused_lines(self) -> list[int | None]:
        return [fault.line for fault in self.report.refusals]

    def sentences(self) -> list[str]:
        return [fault.sentence() for fault in self.report.refusals]

    def blanked(self) -> list[tuple[int | None, str | None, str | None]]:
        return [(fault.line, fault.column, fault.value) for fault in self.report.blanked]

    def notes(self, name: str) -> list[str]:
        return [note.sentence() for note in self.file(name).notes]


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Reading]:
    """A function that writes files (name to text or bytes) and reads their folder."""
    folder = tmp_path / "ledgers"
    folder.mkdir()
    connection = duckdb.connect()

    def write_and_read(files: dict[str, str | bytes], encoding: str = "utf-8") -> Reading:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
        report = read_folder(folder, connection)
        for one in report.files:
            assert one.rows == one.loaded + one.refused
        loaded = sum(
            connection.execute(f"select count(*) from {kind}").fetchone()[0]
            for kind in (
                "projects",
                "contacts",
                "receipts",
                "carriers",
                "targets",
                "rates",
                "sources",
                "annotations",
                "score_card",
            )
        )
        assert loaded == sum(one.loaded for one in report.files)
        return Reading(report, connection, folder)

    yield write_and_read
    connection.close()


@pytest.fixture
def read_contacts(read) -> Callable[..., Reading]:
    """As read, for the rows of one contact ledger of Cixi below the given or usual headings."""

    def write_and_read(
        rows: str, headings: str = "contact_id,district,contact_date,attendee_count,organisation"
    ) -> Reading:
        return read({"contacts.csv": f"{headings}\n{rows}"})

    return write_and_read
