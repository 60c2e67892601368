"""The database being served: noticing changed ledgers, rebuilding beside, keeping the last good."""

import threading
import time
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb

from promotion.build_apart import build_apart
from promotion.data_version import version_of
from promotion.database import Database, DataFault, open_database, scoped
from promotion.language import N_
from promotion.query import records_of
from promotion.query_limits import QueryStopped
from promotion.scope import WHOLE, Scope

SETTLE_SECONDS = 1.0  # a ledger still being written changes within this time


_GONE = {
    "projects": N_("There is no projects ledger any more."),
    "contacts": N_("There is no contacts ledger any more."),
}

_UNTOLD = N_("The ledgers as they are now cannot be read.")


@dataclass(frozen=True)
class Fault:
    """Why the newest state of the ledgers is not served: a message id and its details."""

    message: str
    details: dict[str, str]
    noticed_at: datetime


@dataclass(frozen=True)
class Serving:
    """What readers get now: a sound database; whether a newer one is being built, or failed."""

    database: Database
    is_rebuilding: bool
    fault: Fault | None


class Store:
    """The one holder of a folder's database in this process. Safe to ask from many threads."""

    def __init__(self, folder: Path) -> None:
        """Open the folder's ledgers, building where needed; raises DataFault if none is there."""
        self.folder = Path(folder)
        self._lock = threading.Lock()
        self._database = open_database(self.folder)
        self._builder: threading.Thread | None = None
        self._fault: Fault | None = None
        self._refused_version: str | None = None
        self._scoped: dict[Scope, Database] = {}
        self._scoping = threading.Lock()

    def current(self, scope: Scope = WHOLE) -> Serving:
        """The last sound database; where the ledgers have changed, a rebuild is begun beside.

        Of a narrower scope its part, and of a fault no file names, which may be others'.
        """
        serving = self._current()
        fault = serving.fault
        if fault and scope.districts:
            fault = Fault(_UNTOLD, {}, fault.noticed_at)
        return replace(serving, database=self._part(serving.database, scope), fault=fault)

    def _part(self, whole: Database, scope: Scope) -> Database:
        if scope == WHOLE:
            return whole
        with self._scoping:
            part = self._scoped.get(scope)
            if part is None or part.version != whole.version:
                part = self._scoped[scope] = scoped(whole, scope)
            return part

    def _current(self) -> Serving:
        version = version_of(self.folder)
        with self._lock:
            if version == self._database.version:
                self._fault = None
            elif version != self._refused_version and not self._is_building():
                self._builder = threading.Thread(target=self._rebuild, daemon=True)
                self._builder.start()
            return Serving(self._database, self._is_building(), self._fault)

    def _is_building(self) -> bool:
        return self._builder is not None and self._builder.is_alive()

    def _rebuild(self) -> None:
        version = self._settled_version()
        fault = None
        try:
            build_apart(self.folder)
            candidate = open_database(self.folder)
        except (DataFault, QueryStopped, ValueError, OSError, duckdb.Error) as reason:
            fault = _fault_now(N_("The ledgers cannot be read: {reason}"), reason=str(reason))
        else:
            fault = _unsound(candidate, self._database)
            if fault:
                candidate.close()
        with self._lock:
            self._fault = fault
            self._refused_version = version if fault else None
            if not fault:
                # Readers in the middle of a page still hold the old one; it goes with them, but
                # what it keeps goes now.
                self._database.forget()
                self._database = candidate

    def _settled_version(self) -> str:
        version = version_of(self.folder)
        while True:
            time.sleep(SETTLE_SECONDS)
            now = version_of(self.folder)
            if now == version:
                return version
            version = now


def _fault_now(message: str, **details: str) -> Fault:
    return Fault(message, details, datetime.now().astimezone())


def _unsound(candidate: Database, served: Database) -> Fault | None:
    """Why the candidate must not replace what is served: a ledger gone bad or a kind gone."""
    before = {row["file"]: row for row in records_of(served.run("data/files"))}
    for row in records_of(candidate.run("data/files")):
        was_read = row["file"] in before and before[row["file"]]["kind"] is not None
        if was_read and row["kind"] is None:
            return _fault_now(
                N_("{file} can no longer be read; `python -m promotion check` says why."),
                file=row["file"],
            )
    for kind, sentence in _GONE.items():
        if kind in served.kinds and kind not in candidate.kinds:
            return _fault_now(sentence)
    return None
