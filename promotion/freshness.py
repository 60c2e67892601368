"""The database being served: noticing changed ledgers, rebuilding beside, keeping the last good."""

import math
import threading
import time
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb

from promotion.build_apart import build_apart
from promotion.data_fault import DataFault
from promotion.data_version import version_of
from promotion.database import Database, open_database, scoped
from promotion.language import N_
from promotion.query_limits import QueryStopped
from promotion.scope import WHOLE, Scope
from promotion.settling import settled_version
from promotion.soundness import held_by, taken_out, why_unsound

# What hindered a build may pass while the ledgers stay as they are: a full disk, for one.
TRY_AGAIN_SECONDS = 60.0

_UNTOLD = N_("The ledgers as they are now cannot be read.")


@dataclass(frozen=True)
class Fault:
    """Why the newest state of the ledgers is not served: a message id and its details."""

    message: str
    details: dict[str, object]
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
        self._held = held_by(self._database)
        self._builder: threading.Thread | None = None
        self._fault: Fault | None = None
        self._tried_version: str | None = None
        self._may_try_again_at = -math.inf
        self._scoped: dict[Scope, tuple[Database, Database]] = {}
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
            of, part = self._scoped.get(scope, (None, None))
            if part is not None and of is whole and part.is_damaged and not whole.is_damaged:
                part.close()  # while it is open, nobody could open another file at its path
                part = None
            if of is not whole or part is None:
                part = scoped(whole, scope)
                self._scoped[scope] = (whole, part)
            return part

    def _current(self) -> Serving:
        version = version_of(self.folder)
        with self._lock:
            is_newest = version == self._database.version and not self._database.is_damaged
            if is_newest:
                self._fault = None
            elif self._may_try(version) and not self._is_building():
                self._builder = threading.Thread(target=self._rebuild, daemon=True)
                self._builder.start()
            return Serving(self._database, self._is_building(), self._fault)

    def _is_building(self) -> bool:
        return self._builder is not None and self._builder.is_alive()

    def _may_try(self, version: str) -> bool:
        return version != self._tried_version or time.monotonic() >= self._may_try_again_at

    def _rebuild(self) -> None:
        version = settled_version(self.folder)
        served, held = self._database, self._held
        try:
            build_apart(self.folder)
            if served.is_damaged:
                served.close()
            candidate = open_database(self.folder)
            unsound = why_unsound(held_by(candidate), held, taken_out(self.folder))
        except (DataFault, QueryStopped, ValueError, OSError, duckdb.Error) as reason:
            words = DataFault("{reason}", reason=reason)
            if isinstance(reason, DataFault):
                words = DataFault(reason.message, **reason.details)
            fault = _fault_now(N_("The ledgers cannot be read: {reason}"), reason=words)
            self._end(version, fault, time.monotonic() + TRY_AGAIN_SECONDS)
            return
        # A damaged one is good for nothing any more, whatever may be said of the candidate.
        if unsound and not served.is_damaged:
            candidate.close()
            message, details = unsound
            self._end(version, _fault_now(message, **details), math.inf)
        else:
            self._take(candidate)
            self._end(version, None, time.monotonic() + TRY_AGAIN_SECONDS)

    def _take(self, database: Database) -> None:
        held = held_by(database)
        with self._lock:
            # Readers in the middle of a page still hold the old one; it goes with them, but
            # what it keeps goes now.
            self._database.forget()
            self._database, self._held = database, held
        with self._scoping:
            self._scoped.clear()

    def _end(self, version: str, fault: Fault | None, may_try_again_at: float) -> None:
        with self._lock:
            self._fault = fault
            self._tried_version = version
            self._may_try_again_at = may_try_again_at


def _fault_now(message: str, **details: object) -> Fault:
    return Fault(message, details, datetime.now().astimezone())
