"""The tables of the ledgers' rows, in the open database."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from promotion.ingest.faults import Fault, Remark
from promotion.ingest.reference import KINDS
from promotion.language import N_

_QUERIES = Path(__file__).parents[2] / "queries" / "staging"
# Four of the database's row groups: smaller batches it would store, and then store again.
_ROWS_STORED_AT_ONCE = 4 * 122_880
KEY_COLUMNS = {
    "projects": "project_id",
    "contacts": "contact_id",
    "carriers": "carrier_id",
    "targets": "metric",
    "rates": "year",
    "sources": "file",
    "score_card": "metric",
}
REPEATED = N_("{value} is already on line {line} of {file}; every row needs its own")


@cache
def query(name: str) -> str:
    """The SQL of queries/staging/<name>.sql."""
    return (_QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Nothing; makes the tables of every kind of ledger, empty."""
    for kind in KINDS:
        connection.execute(query(kind))


def add_batches(
    connection: duckdb.DuckDBPyConnection,
    kind: str,
    file: str,
    batches: Iterable[pa.Table],
    workers: int,
) -> None:
    """Nothing; adds the typed rows of one file to the table of their kind.

    With more than one worker a batch is stored while the next one is read.
    """
    if workers < 2:
        for batch in _large(batches):
            _add(connection, kind, file, batch)
        return
    with ThreadPoolExecutor(max_workers=1) as pool:
        storing = None
        for batch in _large(batches):
            if storing:
                storing.result()
            storing = pool.submit(_add, connection, kind, file, batch)
        if storing:
            storing.result()


def _large(batches: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The same rows in few large batches, each in one piece, as the database stores them best."""
    waiting: list[pa.Table] = []
    for batch in batches:
        waiting.append(batch)
        if sum(len(one) for one in waiting) >= _ROWS_STORED_AT_ONCE:
            yield _in_one_piece(waiting)
            waiting = []
    if waiting:
        yield _in_one_piece(waiting)


def _in_one_piece(batches: list[pa.Table]) -> pa.Table:
    return pa.concat_tables(batches).unify_dictionaries().combine_chunks()


def _add(connection: duckdb.DuckDBPyConnection, kind: str, file: str, batch: pa.Table) -> None:
    connection.register("batch", batch)
    connection.execute(query(f"add_{kind}"), {"file": file})
    connection.unregister("batch")


def take_out_repeated(connection: duckdb.DuckDBPyConnection, kind: str) -> list[Fault]:
    """A fault for every row whose key an earlier row has; they are loaded no more."""
    connection.execute(query(f"repeated_{kind}"))
    found = connection.execute(query("repeated_rows")).fetchall()
    return [
        Fault(
            file,
            line,
            KEY_COLUMNS[kind],
            value,
            (Remark(REPEATED, {"value": value, "line": first_line, "file": first_file}),),
        )
        for file, line, value, first_file, first_line in found
    ]
