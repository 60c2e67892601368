"""Building the database of a folder: read the ledgers, work out the marts, put it in its place."""

from pathlib import Path

import duckdb

from promotion import ingest
from promotion.build_cache import building_alone, earlier_build
from promotion.data_fault import told_in_a_sentence
from promotion.data_version import is_marts_folder, version_of
from promotion.marts import MARTS
from promotion.marts_folder.served import put_into_database
from promotion.query import query_text
from promotion.settling import LedgersChanged


def build(folder: Path, path: Path, earlier: Path | None = None) -> ingest.ImportReport:
    """What reading the ledgers of a folder reported; their database is left at the path.

    Where the same code has built an earlier database of the folder, only ledgers that have
    changed since are read. Raises EarlierFault where that database cannot be used.
    """
    connection = duckdb.connect(str(path))
    try:
        connection.execute(query_text("staging/build_settings"))
        report = ingest.read_folder(folder, connection, earlier=earlier)
        for mart in MARTS:
            connection.execute(query_text(f"marts/{mart}"))
        connection.execute("checkpoint")
    finally:
        connection.close()
    return report


def build_beside(folder: Path, path: Path) -> None:
    """Nothing; a build that fails or is killed leaves no file under the final name.

    Raises DataFault, of it LedgersChanged where ledgers were written while they were read.
    """
    with told_in_a_sentence(path.parent), building_alone(path.parent) as scratch:
        if path.exists():  # by another process, while this one waited
            return
        try:
            made = _made_in(scratch, folder, path)
        except duckdb.IOException as fault:  # of marts: their files, where new ones were adopted
            if version_of(folder) != path.stem:
                raise LedgersChanged(folder) from fault
            raise
        if version_of(folder) != path.stem:
            raise LedgersChanged(folder)
        made.rename(path)


def _made_in(scratch: Path, folder: Path, path: Path) -> Path:
    """Where the database of the folder now lies, which is to lie at the path."""
    made = scratch / path.name
    if is_marts_folder(folder):
        put_into_database(folder, made)
        return made
    try:
        build(folder, made, earlier_build(path))
    except ingest.EarlierFault:
        made = scratch / f"anew_{path.name}"
        build(folder, made)
    return made
