"""The ledgers as a DuckDB database: built once per state of the data folder, then only asked."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from threading import Condition, Lock
from typing import TypeVar

import pandas as pd
from cachetools import LRUCache, TTLCache, cached

from promotion.build_cache import cache_folder, forget_old_builds, scoped_path
from promotion.building import build_beside
from promotion.data_fault import no_folder, no_ledgers
from promotion.data_version import version_of
from promotion.language import _, current_language
from promotion.marts_folder.served import folders_read
from promotion.query import frozen, parameter_names, query_text, records_of
from promotion.query_limits import QueryTooSlow, query_seconds, rows_of, time_limit
from promotion.scope import WHOLE, Scope, build_scoped, masked
from promotion.settling import tried_again_while_ledgers_change
from promotion.stored_file import DatabaseDamaged, StoredFile

T = TypeVar("T")

KEPT_ANSWERS, KEPT_FIGURES = 1024, 256
REFUSED_SECONDS = 60  # a question that was too slow is not tried again so soon


@dataclass(frozen=True)
class Refused:
    """Rows refused in files that were read, of how many, and files refused whole."""

    row_count: int
    of_row_count: int
    files: tuple[str, ...]


class Database:
    """One sound state of the ledgers, read-only. Results are kept per query and parameters."""

    def __init__(
        self,
        path: Path,
        folder: Path,
        version: str,
        scope: Scope = WHOLE,
        same: "Database | None" = None,
    ) -> None:
        """Open the file at the path, unless it is `same`'s, which is then shared."""
        self.path = path
        self.scope = scope
        self.folder = folder
        self.version = version
        self._seconds = query_seconds()
        reads = () if scope.districts else folders_read(folder)
        self._file = same._file if same else StoredFile(path, reads)
        self.built_at = datetime.fromtimestamp(self._file.written_at).astimezone()
        self._answers = _kept_or_made(KEPT_ANSWERS)
        self._figures = _kept_or_made(KEPT_FIGURES)
        self._too_slow: TTLCache[object, None] = TTLCache(maxsize=256, ttl=REFUSED_SECONDS)
        self._lock = Lock()

    def run(self, name: str, **parameters: object) -> pd.DataFrame:
        """The rows of queries/<name>.sql as Python values, None where unknown.

        Takes more parameters than the query names, so that all filters may be given.
        Do not change the frame: it is kept for the next asker. Raises QueryStopped where the
        answer takes too long, is too large or cannot be read any more.
        """
        question = (name, frozen(self.parameters_of(name, parameters)))
        return self._answers(question, lambda: self._ask(*question))

    def parameters_of(self, name: str, parameters: dict[str, object]) -> dict[str, object]:
        """Those of the parameters that queries/<name>.sql names."""
        names = parameter_names(name)
        return {key: value for key, value in parameters.items() if key in names}

    def _ask(self, name: str, parameters: tuple[tuple[str, object], ...]) -> pd.DataFrame:
        with self._lock:
            if (name, parameters) in self._too_slow:
                raise QueryTooSlow(name, self._seconds)
        thawed = {key: list(each) if isinstance(each, tuple) else each for key, each in parameters}
        try:
            with (
                self._file.asked(name) as cursor,
                time_limit(cursor, name, self._seconds),
            ):
                result = cursor.execute(query_text(name), thawed)
                names = [column[0] for column in result.description]
                rows = rows_of(result, name)
        except QueryTooSlow:
            with self._lock:
                self._too_slow[name, parameters] = None
            raise
        if self.scope.hides_people:
            rows = masked(names, rows)
        # Names as plain objects: looked up in pandas' Arrow strings they take several times longer.
        return pd.DataFrame(rows, columns=pd.Index(names, dtype=object), dtype=object)

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for a key while this state of the data is served."""
        return self._figures(key, make)

    def forget(self) -> None:
        """Nothing; drops what is kept, so that the next question is asked anew."""
        self._answers.cache_clear()
        self._figures.cache_clear()
        with self._lock:
            self._too_slow.clear()

    @cached_property
    def as_of(self) -> date:
        """The day the data stand as of: sources.csv's, else the newest contact's."""
        day = self.run("data/as_of")["as_of_date"].tolist()[0]
        return day or date(1970, 1, 1)

    @cached_property
    def is_sample(self) -> bool:
        """Whether the figures are invented, as sources.csv says."""
        return bool(self.run("data/as_of")["is_sample"].tolist()[0])

    @cached_property
    def first_date(self) -> date:
        """The first day any ledger covers."""
        days = self.run("data/coverage")["first_date"].tolist()
        return min(days, default=self.as_of)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of ledger that hold at least one row: contacts, projects, receipts …"""
        return frozenset(self.run("data/kinds")["kind"].tolist())

    @cached_property
    def _names(self) -> dict[tuple[str, str], dict[str, str]]:
        rows = records_of(self.run("data/names"))
        return {(row["list"], row["code"]): row for row in rows}

    def codes(self, code_list: str) -> list[str]:
        """The codes of a list (district, industry, channel, …) in its own order."""
        return [code for kind, code in self._names if kind == code_list]

    @property
    def district_places(self) -> dict[str, int]:
        """The place of each district served in the official order of all, from 1."""
        names = self._names
        return {code: names["district", code]["code_order"] for code in self.codes("district")}

    def name_of(self, code_list: str, code: str | None) -> str | None:
        """The name of a code in the language in use; the code itself where it has none."""
        if code is None:
            return None
        row = self._names.get((code_list, code))
        return row[f"name_{current_language()}"] if row else code

    @cached_property
    def refused(self) -> Refused:
        """What reading the ledgers left out."""
        row = records_of(self.run("data/refused"))[0]
        return Refused(row["refused_row_count"], row["row_count"], tuple(row["refused_files"]))

    def sources(self, *kinds: str) -> tuple[str, ...]:
        """The sources of the files of these kinds, as sources.csv gives them, else the files."""
        if self.is_sample:
            return (_("invented ledgers"),)
        rows = records_of(self.run("data/sources"))
        sources = [row["source"] or row["file"] for row in rows if row["kind"] in kinds]
        return tuple(dict.fromkeys(sources))

    @property
    def is_damaged(self) -> bool:
        """Whether a question has found the file damaged, so that it must be built anew."""
        return self._file.is_damaged

    def close(self) -> None:
        """Nothing; ends the connection once no question is being answered."""
        self._file.close()


def _kept_or_made(most: int) -> Callable[[Hashable, Callable[[], T]], T]:
    """A function of a key and what makes its value: the newest `most` values are kept.

    Who asks for what another is making waits for that: a room of readers would otherwise work out
    the same page at once, each anew, the moment that changed ledgers are served.
    """

    @cached(LRUCache(maxsize=most), key=lambda key, _make: key, condition=Condition())
    def kept_or_made(_key: Hashable, make: Callable[[], T]) -> T:
        return make()

    return kept_or_made


@tried_again_while_ledgers_change
def open_database(folder: Path, scope: Scope = WHOLE) -> Database:
    """The database of the ledgers in a folder as they are now, built where it is not yet.

    One of a narrower scope holds nothing else.

    Raises DataFault where the folder holds no ledger that can be read.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise no_folder(folder)
    version = version_of(folder)
    path = cache_folder() / f"{version}.duckdb"
    if not path.exists():
        build_beside(folder, path)
    database = _opened(path, folder, version)
    if not database.kinds & {"projects", "contacts"}:
        database.close()
        raise no_ledgers(folder)
    forget_old_builds(keep=path)
    return scoped(database, scope)


def scoped(whole: Database, scope: Scope) -> Database:
    """The part of a whole database that a scope may see, built where it is not yet."""
    if scope == WHOLE:
        return whole
    if not scope.districts:
        return Database(whole.path, whole.folder, whole.version, scope, same=whole)
    path = scoped_path(whole.path, scope.districts)
    if not path.exists():
        build_scoped(whole.path, path, scope)
    return Database(path, whole.folder, whole.version, scope)


def _opened(path: Path, folder: Path, version: str) -> Database:
    """The database at the path; built again where what is kept there is none any more."""
    try:
        database = Database(path, folder, version)
    except (DatabaseDamaged, FileNotFoundError):
        path.unlink(missing_ok=True)
    else:
        try:
            _ = database.kinds  # whether it can be asked
            return database
        except DatabaseDamaged:
            database.close()
    build_beside(folder, path)
    return Database(path, folder, version)
