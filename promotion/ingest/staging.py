"""The tables of the ledgers' rows, in the open database."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
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


class Storing:
    """Stores what is read, in the order it is told to, each file whole or not at all.

    With more than one worker it does so while the next batch is read, be it of the next file.
    What a step raises is then raised with a later one, or at the end.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, workers: int) -> None:
        """Ready; until it ends the connection is its own."""
        self._connection = connection
        self._pool = ThreadPoolExecutor(max_workers=1) if workers > 1 else None
        self._steps: list[Future[object]] = []

    def __enter__(self) -> "Storing":
        """Itself."""
        return self

    def __exit__(self, *raised: object) -> None:
        """Nothing, once every step is done."""
        if self._pool:
            self._pool.shutdown()
        self.wait()

    @contextmanager
    def file(self) -> Iterator[None]:
        """A file's rows are added within; all of them are kept, or none where it raises."""
        self.do(self._connection.execute, "begin")
        with ExitStack() as unless_whole:
            unless_whole.callback(self.do, self._connection.execute, "rollback")
            yield
            unless_whole.pop_all()
        self.do(self._connection.execute, "commit")

    def add(self, kind: str, file: str, batches: Iterable[pa.Table]) -> None:
        """Nothing; adds typed rows of the file to the table of their kind."""
        for batch in _large(batches):
            self.wait()  # one batch is stored while one is read: no more are held
            self.do(_add, self._connection, kind, file, batch)

    def do(self, step: Callable[..., object], *given: object) -> None:
        """Nothing; a step that needs the connection, in its turn."""
        if self._pool:
            self._steps.append(self._pool.submit(step, *given))
        else:
            step(*given)

    def wait(self) -> None:
        """Nothing, once every step so far is done."""
        steps, self._steps = self._steps, []
        for step in steps:
            step.result()


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
