"""The ledgers as staging tables: typed rows in Parquet files, which every engine reads alike."""

import json
import os
import shutil
from contextlib import closing
from pathlib import Path

import duckdb

from promotion.data_fault import DataFault, no_ledgers
from promotion.data_version import version_of
from promotion.ingest import (
    Apart,
    ReadingStopped,
    ledger_paths,
    read_folder,
    reference_folder,
)
from promotion.ingest.folder import REFERENCE_FOLDER
from promotion.ingest.records import REFERENCE_TABLES
from promotion.ingest.reference import KINDS
from promotion.language import N_
from promotion.marts_folder import parquet
from promotion.marts_folder.schema import Schema, columns_of
from promotion.query import query_text
from promotion.settling import LedgersChanged

STAGING_FOLDER, MARTS_FOLDER = "staging", "marts"
STAGING = (
    *KINDS,
    *REFERENCE_TABLES,
    "ledger_files",
    "refusals",
    "blanked_cells",
)
_STATE = "staged.json"
# What starting processes costs is less than a second; smaller ledgers are read before they run.
WORTH_PROCESSES_BYTES = 64_000_000
_STOPPED = N_("Reading the ledgers was stopped from outside; there may be too little memory.")
_OTHER_PROGRAM = N_(
    "The staging tables in {folder} are of another version of this program (table {table}); build "
    "of the ledgers instead."
)


def put_into(folder: Path, data: Path, schema: Schema) -> str:
    """The version of the data, whose staging tables then lie in the folder, which is new.

    With them goes the data's own reference folder, where it has one. Raises DataFault where the
    data are ledgers and none can be read, or staging tables with other columns; of it
    LedgersChanged where ledgers were written meanwhile.
    """
    if (data / _STATE).is_file():
        _refuse_other_tables(data, schema)
        shutil.copytree(data, folder)
        return json.loads((folder / _STATE).read_text(encoding="utf-8"))["version"]
    version = version_of(data)
    _read_into(folder, data, schema)
    own = reference_folder(data)
    if own:
        shutil.copytree(own, folder / REFERENCE_FOLDER)
    if version_of(data) != version:
        raise LedgersChanged(data)
    (folder / _STATE).write_text(json.dumps({"version": version}), encoding="utf-8")
    return version


def _refuse_other_tables(data: Path, schema: Schema) -> None:
    with closing(duckdb.connect()) as connection:
        for name in STAGING:
            has_rows = any((data / name).rglob("*.parquet"))
            columns = columns_of(parquet.read(connection, data / name)) if has_rows else None
            if columns != schema[name].columns:
                raise DataFault(_OTHER_PROGRAM, folder=data, table=name)


def _read_into(folder: Path, data: Path, schema: Schema) -> None:
    database = folder.with_suffix(".duckdb")
    with closing(duckdb.connect(str(database))) as connection:
        connection.execute(query_text("staging/build_settings"))
        try:
            report = read_folder(data, connection, apart=_apart(data, folder.parent))
        except ReadingStopped as fault:
            raise DataFault(_STOPPED) from fault
        if not any(file.loaded and file.kind in ("projects", "contacts") for file in report.files):
            raise no_ledgers(data)
        for name in STAGING:
            parquet.write(connection.table(name), schema[name], folder / name)
    database.unlink()


def _apart(data: Path, scratch: Path) -> Apart | None:
    """A process for each processor, where there is enough to read for several."""
    sizes = [(data / file).stat().st_size for file in ledger_paths(data)]
    processes = min(len(os.sched_getaffinity(0)), len(sizes))
    if processes < 2 or sum(sizes) < WORTH_PROCESSES_BYTES:
        return None
    return Apart(processes, scratch)
