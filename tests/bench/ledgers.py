"""Ledgers to measure with, and how long and how much memory reading them takes."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import duckdb

from promotion import ingest
from tests.bench.table import Line

ROOT = Path(__file__).resolve().parents[2]
KIB_PER_GB = 1_000_000_000 / 1024


def written(folder: Path, contacts: int, seed: int) -> Path:
    """The folder, now holding sample ledgers with so many contacts."""
    command = [sys.executable, "-m", "promotion", "sample", str(folder)]
    command += ["--contacts", str(contacts), "--seed", str(seed)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return folder


def build_line(folder: Path, contacts: int) -> Line:
    """The most memory that building the dashboard's database took; it is built from then on.

    A process of its own builds it, as Linux keeps the peak of a process only for its whole life.
    """
    code = "import sys, promotion.database as d; d.open_database(d.Path(sys.argv[1]))"
    builder = subprocess.Popen([sys.executable, "-c", code, str(folder)], cwd=ROOT)
    _pid, status, usage = os.wait4(builder.pid, 0)
    builder.returncode = os.waitstatus_to_exitcode(status)
    if builder.returncode:
        raise RuntimeError(f"building the database of {folder} failed: {builder.returncode}")
    return Line(f"memory to read {contacts:,} contacts", usage.ru_maxrss / KIB_PER_GB, "GB", 2)


def reading_line(folder: Path, contacts: int, rounds: int) -> Line:
    """Reading clean ledgers into tables, against DuckDB's bare reading of the same files."""
    ours, bare = [], []
    for turn in range(rounds):
        for seconds, read in ((ours, _read), (bare, _read_bare)):
            path = folder.parent / f"{read.__name__}_{turn}.duckdb"
            connection = duckdb.connect(str(path))
            began = time.perf_counter()
            read(folder, connection)
            seconds.append(time.perf_counter() - began)
            connection.close()
            path.unlink()
    return Line(
        f"read clean CSVs, {contacts:,} contacts",
        statistics.median(ours),
        "s",
        1.5,
        statistics.median(bare),
    )


def _read(folder: Path, connection: duckdb.DuckDBPyConnection) -> None:
    report = ingest.read_folder(folder, connection)
    refused = sum(file.refused for file in report.files)
    if refused:
        raise RuntimeError(f"{refused} rows of clean ledgers were refused: nothing to compare")


def _read_bare(folder: Path, connection: duckdb.DuckDBPyConnection) -> None:
    for number, path in enumerate(sorted(folder.glob("*.csv"))):
        connection.execute(
            f"create table file_{number} as from read_csv($path)", {"path": str(path)}
        )
