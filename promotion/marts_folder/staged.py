"""The ledgers as staging tables: typed rows in Parquet files, which every engine reads alike."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import duckdb

from promotion.data_fault import no_ledgers
from promotion.data_version import version_of
from promotion.ingest import read_folder
from promotion.ingest.records import REFERENCE_TABLES
from promotion.ingest.reference import KINDS
from promotion.marts_folder import parquet
from promotion.marts_folder.schema import Table, columns_of
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


def put_into(folder: Path, data: Path) -> str:
    """The version of the data, whose staging tables then lie in the folder, which is new.

    Raises DataFault where the data are ledgers and none can be read, of it LedgersChanged where
    they were written meanwhile.
    """
    if (data / _STATE).is_file():
        shutil.copytree(data, folder)
        return json.loads((folder / _STATE).read_text(encoding="utf-8"))["version"]
    version = version_of(data)
    _read_into(folder, data)
    if version_of(data) != version:
        raise LedgersChanged(data)
    (folder / _STATE).write_text(json.dumps({"version": version}), encoding="utf-8")
    return version


def _read_into(folder: Path, data: Path) -> None:
    database = folder.with_suffix(".duckdb")
    with closing(duckdb.connect(str(database))) as connection:
        connection.execute(query_text("staging/build_settings"))
        report = read_folder(data, connection)
        if not any(file.loaded and file.kind in ("projects", "contacts") for file in report.files):
            raise no_ledgers(data)
        for name in STAGING:
            rows = connection.table(name)
            parquet.write(rows, Table(columns_of(rows)), folder / name)
    database.unlink()
