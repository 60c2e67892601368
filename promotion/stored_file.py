"""A built database as a file that is open: asked, renewed, and, once damaged, opened no more."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb

from promotion.language import _
from promotion.query import query_text
from promotion.query_limits import QueryStopped

# What DuckDB raises where a file is not what it wrote; of a wrong checksum its plain Error.
_SIGNS = (
    duckdb.IOException,
    duckdb.SerializationException,
    duckdb.InternalException,
    duckdb.FatalException,
)


# DuckDB keeps a few kilobytes of every answer until its file is closed: entries of blocks long gone
# in the queues of what could be evicted, some 30 MB a queue before it clears them.
RENEWED_AFTER_ANSWERS = 500


class DatabaseDamaged(QueryStopped):
    """A question that the damaged file of the database cannot answer any more."""

    def sentence(self, what: str) -> str:
        """That it cannot be answered, why, and that it will be."""
        return _(
            "{what} cannot be shown: what was kept of the ledgers on this computer's disk has been "
            "damaged. It is being made anew from the ledgers; look again in a moment."
        ).format(what=what)


class StoredFile:
    """The file of a database, open for questions from now on and watched for damage."""

    def __init__(self, path: Path, reads: Sequence[Path] = ()) -> None:
        """Open the file; raises DatabaseDamaged where it is none any more.

        Views in it may read files in the folders that are named, and no others.
        """
        self.path = path
        self._reads = [f"{folder.resolve()}/" for folder in reads]
        self.is_damaged = False
        self._is_overwritten = False
        found = path.stat()
        self._inode = found.st_ino
        self._content = (found.st_size, found.st_mtime_ns)
        self.written_at = found.st_mtime
        self._asking = 0
        self._answered = 0
        self._changed = threading.Condition()
        self._connection = self._connect()

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor that reads this file and nothing else."""
        return self._connection.cursor()

    @contextmanager
    def asked(self, query: str) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor; raises DatabaseDamaged where an answer read by it is not to be had.

        Nor is it where the file has been written to since it was opened: the blocks of another
        database have the right checksums.
        """
        with self._changed:
            if self._answered >= RENEWED_AFTER_ANSWERS and not self._asking:
                self._renew()
            self._asking += 1
        try:
            with closing(self.cursor()) as cursor:
                yield cursor
        except duckdb.Error as error:
            if not (self.is_damaged or _shows_damage(error)):
                raise
            self._take_away()
            raise DatabaseDamaged(query) from error
        finally:
            with self._changed:
                self._asking -= 1
                self._answered += 1
                self._changed.notify_all()
        if self._has_been_overwritten():
            self._take_away()
            raise DatabaseDamaged(query)

    def close(self) -> None:
        """Nothing; ends the connection once no question is being answered.

        Until its last cursor is closed DuckDB gives whoever opens the same path this database
        again, though another file stands there.
        """
        with self._changed:
            self._changed.wait_for(lambda: not self._asking)
            self._connection.close()

    def _connect(self) -> duckdb.DuckDBPyConnection:
        try:
            connection = duckdb.connect(str(self.path), read_only=True, config=self._settings())
            if self._reads and not _is_locked(connection):
                connection.execute(query_text("access/folders_read"), {"folders": self._reads})
                connection.execute(query_text("access/no_others"))
            return connection
        except duckdb.Error as error:
            if not _shows_damage(error):
                raise
            self._take_away()
            raise DatabaseDamaged(self.path.stem) from error

    def _settings(self) -> dict[str, str]:
        """How it is opened; folders to be read can only be named once it is, and locked then."""
        settings = {"threads": "1"}  # marts are small: a second would wait for a busy processor
        if not self._reads:
            settings |= {"enable_external_access": "false", "lock_configuration": "true"}
        return settings

    def _renew(self) -> None:
        """Nothing; opens the file anew while nobody asks, unless another stands in its place."""
        self._answered = 0
        if self._stands_as_opened():
            self._connection.close()
            self._connection = self._connect()

    def _stands_as_opened(self) -> bool:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return False
        return (found.st_ino, found.st_size, found.st_mtime_ns) == (self._inode, *self._content)

    def _has_been_overwritten(self) -> bool:
        """Another file in its place, or none, does no harm: this one stays open."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return self._is_overwritten
        if found.st_ino == self._inode and (found.st_size, found.st_mtime_ns) != self._content:
            self._is_overwritten = True
        return self._is_overwritten

    def _take_away(self) -> None:
        """Nothing; the file is opened no more, unless another stands in its place already."""
        self.is_damaged = True
        try:
            if self.path.stat().st_ino == self._inode:
                self.path.unlink()
        except FileNotFoundError:
            return


def _is_locked(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether another connection of this process has the file open, and has locked it."""
    [(is_locked,)] = connection.execute(query_text("access/is_locked")).fetchall()
    return is_locked


def _shows_damage(error: duckdb.Error) -> bool:
    """Whether DuckDB says by this that the file is not as it was written."""
    return type(error) is duckdb.Error or isinstance(error, _SIGNS)
