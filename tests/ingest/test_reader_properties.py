"""What holds of reading whatever ledgers hold: all of it is told, and no row changes."""

import random
import tempfile
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from promotion.ingest import ImportReport, read_folder
from tests.ingest.invariants import broken
from tests.ingest.written_ledgers import KEYS, REFERENCE, rows_of, written
from tests.mangled.mangling import (
    mutated,
    texts,
    with_mutated_parts,
    workbooks,
)

FEW, MANY = (
    settings(
        max_examples=count,
        derandomize=True,
        deadline=None,
        database=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    for count in (15, 30)
)
_PIECES = st.sampled_from(
    [
        *(piece.encode() for piece in "contact_id district,cixi;\n\r\t\"'合计区县2020-03-03="),
        b"\xff",
        b"\x00",
    ]
)
_TEXTS = st.lists(_PIECES, max_size=40).map(b"".join)
_CHANGES = st.tuples(st.integers(0, 2**32), st.integers(1, 8))


def read(files: dict[str, bytes], connection: duckdb.DuckDBPyConnection) -> ImportReport:
    """The report of a folder of these files, all of which are in it and add up."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        report = read_folder(Path(folder), connection)
    assert [one.file for one in report.files] == sorted(files)
    assert broken(report, connection, REFERENCE) == []
    return report


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect() as connection:
        yield connection


@MANY
@given(contents=st.lists(st.binary(max_size=300) | _TEXTS, min_size=1, max_size=8))
def test_any_bytes_give_a_report_that_adds_up(connection, contents):
    starts = (b"", b"PK\x03\x04", b"contact_id,district,contact_date\n", b"\xff\xfe")
    report = read(
        {
            f"{number}{ending}": starts[number % len(starts)] + content
            for number, content in enumerate(contents)
            for ending in (".csv", ".xlsx")
        },
        connection,
    )

    assert len(report.files) == 2 * len(contents)


@FEW
@given(changes=st.lists(_CHANGES, min_size=1, max_size=6), chosen=st.integers(0, 2**16))
def test_any_change_of_a_ledger_gives_a_report_that_adds_up(connection, changes, chosen):
    files = {}
    for number, (seed, count) in enumerate(changes):
        source = random.Random(seed)
        text = texts()[(chosen + number) % len(texts())]
        workbook = workbooks()[(chosen + number) % len(workbooks())]
        files[f"{number}.csv"] = mutated(text, source, count)
        files[f"{number}.xlsx"] = mutated(workbook, source, count)
        files[f"{number} parts.xlsx"] = with_mutated_parts(workbook, source, count)
    report = read(files, connection)

    assert len(report.files) == 3 * len(changes)


@pytest.mark.parametrize("kind", ["projects", "contacts"])
def test_rows_are_read_as_they_were_meant_however_they_are_written(connection, kind):
    @MANY
    @given(data=st.data())
    def written_and_read(data):
        rows = data.draw(rows_of(kind))
        ending, content = data.draw(written(rows, kind))
        report = read({f"ledger{ending}": content}, connection)
        columns = [column.name for column in REFERENCE.columns[kind]]
        names = ", ".join(f'"{name}"' for name in columns)
        found = connection.execute(f"select {names} from {kind} order by {KEYS[kind]}").fetchall()

        assert report.refusals == []
        assert report.blanked == []
        assert [dict(zip(columns, row, strict=True)) for row in found] == rows

    written_and_read()
