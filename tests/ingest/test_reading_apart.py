"""Ledgers read by processes of their own give what they give when read one after the other."""

import errno
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing import Pipe, active_children
from pathlib import Path

import duckdb
import pytest

from promotion.ingest import Apart, ReadingStopped, read_folder
from promotion.ingest.reading import _read_into
from tests.ledgers import SAMPLE_DATA, contact, write

TABLES = ("projects", "contacts", "receipts", "refusals", "blanked_cells", "ledger_files")


def read(folder, database, apart=None):
    """The report, and the rows of every table in their order."""
    with closing(duckdb.connect(str(database))) as connection:
        report = read_folder(folder, connection, apart=apart)
        return report, {name: connection.table(name).fetchall() for name in TABLES}


def test_what_two_processes_read_is_what_one_reads(tmp_path):
    alone, rows = read(SAMPLE_DATA / "dev", tmp_path / "alone.duckdb")
    apart, other_rows = read(SAMPLE_DATA / "dev", tmp_path / "apart.duckdb", Apart(2, tmp_path))

    assert apart == alone
    assert alone.refusals
    assert len({file.kind for file in alone.files}) > 2
    for name in TABLES:
        assert other_rows[name] == rows[name]
    assert not [path for path in tmp_path.iterdir() if path.is_dir()], "nothing is left behind"


def test_a_file_that_cannot_be_opened_is_refused_and_the_others_read(tmp_path):
    write(tmp_path / "ledgers", "contacts.csv", contact("A", "2020-01-05"))
    (tmp_path / "ledgers" / "gone.csv").symlink_to(tmp_path / "nowhere")
    report, rows = read(tmp_path / "ledgers", tmp_path / "apart.duckdb", Apart(2, tmp_path))

    assert [(file.file, file.loaded) for file in report.files] == [
        ("contacts.csv", 1),
        ("gone.csv", 0),
    ]
    assert "No such file" in report.refusals[0].sentence()
    assert len(rows["contacts"]) == 1


def test_a_process_that_is_killed_stops_the_reading(tmp_path):
    def kill_the_first():
        while not (reading := active_children()):
            time.sleep(0.01)
        os.kill(reading[0].pid, signal.SIGKILL)

    with ThreadPoolExecutor(1) as threads:
        killing = threads.submit(kill_the_first)
        with pytest.raises(ReadingStopped):
            read(SAMPLE_DATA / "dev", tmp_path / "apart.duckdb", Apart(2, tmp_path))
        killing.result()
    assert not active_children()


def test_a_disk_that_takes_no_more_is_told_of_as_such(tmp_path):
    folder = tmp_path / "ledgers"
    write(folder, "contacts.csv", contact("A", "2020-01-05"))
    hears, tells = Pipe(duplex=False)
    _read_into(folder, "contacts.csv", Path("/dev/full"), tells)

    told = hears.recv()
    assert isinstance(told, OSError)
    assert told.errno == errno.ENOSPC
