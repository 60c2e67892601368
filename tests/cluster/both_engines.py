"""Builds by one engine and the other, and where they differ."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb

from promotion.marts_folder import adopted, folder_of
from tests.browser.serving import ROOT

COMMAND = [sys.executable, "-m", "promotion", "build"]


def build(data: Path, out: Path, *options: str) -> None:
    """Nothing, once the build is adopted."""
    done = subprocess.run(
        [*COMMAND, "--data", data, "--out", out, *options],
        cwd=ROOT,
        env=os.environ | {"SPARK_LOCAL_IP": "127.0.0.1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


def rows_of(out: Path, table: str) -> duckdb.DuckDBPyRelation:
    """The rows of a table in the adopted build."""
    [folder] = folder_of(out, adopted(out).build).glob(f"*/{table}")
    return duckdb.read_parquet(f"{folder}/**/*.parquet", hive_partitioning=False)


def differences(some: Path, others: Path) -> dict[str, tuple[int, int]]:
    """For each table that is not the same: how many rows only the one has, and only the other."""
    found = {}
    for table in adopted(some).tables:
        ours, theirs = rows_of(some, table), rows_of(others, table)
        counts = tuple(len(one.except_(other)) for one, other in ((ours, theirs), (theirs, ours)))
        if any(counts) or ours.columns != theirs.columns or ours.types != theirs.types:
            found[table] = counts
    return found
