"""The database that a dashboard serves a folder of marts from: marts copied, contacts left there.

Questions over marts are to be quick, so they are put into a file of this machine's. The contacts
are many times all the rest: they stay where they are, and of them a page of rows reads a few row
groups.
"""

import os
from contextlib import closing
from pathlib import Path

import duckdb

from promotion.data_fault import DataFault
from promotion.data_version import MANIFEST, is_marts_folder
from promotion.language import N_
from promotion.marts import MARTS
from promotion.marts_folder import parquet
from promotion.marts_folder.manifest import Manifest, adopted, folder_of
from promotion.marts_folder.schema import Schema, schema_of_tables
from promotion.marts_folder.staged import MARTS_FOLDER, STAGING, STAGING_FOLDER
from promotion.query import query_text

LEFT_IN_PLACE = ("contacts",)
_OTHER_PROGRAM = N_(
    "The marts in {folder} were built by another version of this program (table {table}); build "
    "them again: `python -m promotion build --out {folder}`."
)


def put_into_database(folder: Path, path: Path) -> None:
    """Nothing; leaves a database of the adopted build in a folder of marts at the path.

    Raises DataFault where the build is of a program with other tables.
    """
    manifest = adopted(folder)
    schema = schema_of_tables()
    _refuse_other_tables(folder, manifest, schema)
    build = folder_of(folder, manifest.build)
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute(query_text("staging/build_settings"))
        for name in STAGING:
            _take(connection, name, build / STAGING_FOLDER / name)
        for name in MARTS:
            if name in schema and not schema[name].is_view:
                _take(connection, name, build / MARTS_FOLDER / name)
            else:
                connection.execute(query_text(f"marts/{name}"))
        connection.execute("checkpoint")
    adopted_at = (folder / MANIFEST).stat().st_mtime_ns
    os.utime(path, ns=(adopted_at, adopted_at))  # when the ledgers were read, as readers are told


def folders_read(folder: Path) -> tuple[Path, ...]:
    """The folders whose files are read while the database of a folder is asked."""
    return (folder,) if is_marts_folder(folder) else ()


def _take(connection: duckdb.DuckDBPyConnection, name: str, folder: Path) -> None:
    rows = parquet.read(connection, folder)
    if name in LEFT_IN_PLACE:
        rows.create_view(name)
    else:
        rows.create(name)


def _refuse_other_tables(folder: Path, manifest: Manifest, schema: Schema) -> None:
    needed = {name for name in (*STAGING, *MARTS) if name in schema and not schema[name].is_view}
    for name in sorted(needed):
        if manifest.tables.get(name, {}).get("columns") != schema[name].columns:
            raise DataFault(_OTHER_PROGRAM, folder=folder, table=name)
