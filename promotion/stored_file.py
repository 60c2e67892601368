"""A built database that was damaged on the disk: noticed, told, and opened by nobody again."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from promotion.language import _
from promotion.query_limits import QueryStopped

# What DuckDB raises where a file is not what it wrote; of a wrong checksum its plain Error.
_SIGNS = (
    duckdb.IOException,
    duckdb.SerializationException,
    duckdb.InternalException,
    duckdb.FatalException,
)


class DatabaseDamaged(QueryStopped):
    """A question that the damaged file of the database cannot answer any more."""

    def sentence(self, what: str) -> str:
        """That it cannot be answered, why, and that it will be."""
        return _(
            "{what} cannot be shown: what was kept of the ledgers on this computer's disk has been "
            "damaged. It is being made anew from the ledgers; look again in a moment."
        ).format(what=what)


class StoredFile:
    """The file of a database as it was opened, watched for damage while it is asked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_damaged = False
        self._is_overwritten = False
        found = path.stat()
        self._inode = found.st_ino
        self._content = (found.st_size, found.st_mtime_ns)
        self.written_at = found.st_mtime
        self._asking = 0
        self._changed = threading.Condition()

    def connect(self) -> duckdb.DuckDBPyConnection:
        """A connection that reads this file and nothing else; raises DatabaseDamaged."""
        try:
            return duckdb.connect(
                str(self.path),
                read_only=True,
                config={
                    "enable_external_access": "false",
                    "lock_configuration": "true",
                    "threads": "1",  # marts are small: a second would wait for a busy processor
                },
            )
        except duckdb.Error as error:
            if not _shows_damage(error):
                raise
            self._take_away()
            raise DatabaseDamaged(self.path.stem) from error

    @contextmanager
    def asked(self, query: str) -> Iterator[None]:
        """Nothing; raises DatabaseDamaged where an answer read in the block is not to be had.

        Nor is it where the file has been written to since it was opened: the blocks of another
        database have the right checksums.
        """
        with self._changed:
            self._asking += 1
        try:
            yield
        except duckdb.Error as error:
            if not (self.is_damaged or _shows_damage(error)):
                raise
            self._take_away()
            raise DatabaseDamaged(query) from error
        finally:
            with self._changed:
                self._asking -= 1
                self._changed.notify_all()
        if self._has_been_overwritten():
            self._take_away()
            raise DatabaseDamaged(query)

    def wait_until_unasked(self) -> None:
        """Nothing; comes back once no question is being answered.

        Until its last cursor is closed DuckDB gives whoever opens the same path this database
        again, though another file stands there.
        """
        with self._changed:
            self._changed.wait_for(lambda: not self._asking)

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


def _shows_damage(error: duckdb.Error) -> bool:
    """Whether DuckDB says by this that the file is not as it was written."""
    return type(error) is duckdb.Error or isinstance(error, _SIGNS)
