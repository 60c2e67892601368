"""How long a question may take and how many rows may answer it, and what is said of one over."""

import atexit
import math
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb

from promotion import numbers
from promotion.language import _

SETTING = "PROMOTION_QUERY_SECONDS"
USUAL_SECONDS = 20.0
MOST_ROWS = 250_000
BATCH_ROWS = 10_000
_AGAIN_SECONDS = 0.05


class LimitFault(ValueError):
    """The limit that is set is none; its text is a sentence for the reader."""


class QueryStopped(Exception):
    """A question that was given up; its text is a sentence for the reader.

    `figure` is the name of the exhibit that asked it, None where none did.
    """

    def __init__(self, query: str) -> None:
        super().__init__(query)
        self.query = query
        self.figure: str | None = None

    def __str__(self) -> str:
        return self.sentence(_("The question {query}").format(query=self.query))

    def sentence(self, what: str) -> str:
        """What happened and what to do, of a figure or question called `what`."""
        raise NotImplementedError


class QueryTooSlow(QueryStopped):
    """A question that took longer than it may."""

    def __init__(self, query: str, seconds: float) -> None:
        super().__init__(query)
        self.seconds = seconds

    def sentence(self, what: str) -> str:
        """That it was stopped after how many seconds, and what to do."""
        return _(
            "{what} took longer than {seconds} s and was stopped. Choose a shorter period or "
            "fewer filters, or ask whoever runs the dashboard to raise the limit ({setting})."
        ).format(what=what, seconds=numbers.plain_text(self.seconds), setting=SETTING)


class AnswerTooLarge(QueryStopped):
    """A question with more rows for an answer than anyone reads."""

    def sentence(self, what: str) -> str:
        """How many rows there may be, and what to do."""
        return _(
            "{what} has more than {count} rows, which is too many to show. Choose a shorter "
            "period, or single districts or industries."
        ).format(what=what, count=numbers.count_text(MOST_ROWS))


@contextmanager
def asked_by(figure: str) -> Iterator[None]:
    """Nothing; a question given up in the block is told as this exhibit's."""
    try:
        yield
    except QueryStopped as fault:
        fault.figure = figure
        raise


def query_seconds() -> float:
    """How long a question may take: PROMOTION_QUERY_SECONDS, else 20 seconds."""
    text = os.environ.get(SETTING, "").strip()
    if not text:
        return USUAL_SECONDS
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not (math.isfinite(seconds) and seconds > 0):
        raise LimitFault(
            _("{setting} is {text}: it must be a number of seconds above zero, such as 20.").format(
                setting=SETTING, text=text
            )
        )
    return seconds


@dataclass(eq=False, slots=True)
class _Running:
    """A question being answered, when it is to be interrupted next, and whether it has been."""

    cursor: duckdb.DuckDBPyConnection
    due: float
    is_over: bool = False


class _Watcher:
    """One thread that interrupts whatever runs past its time, asleep while nothing does.

    A question that ends in time costs two entries into a set: the thread is woken only where
    it sleeps past the new question's end, so not once for each of many quick ones.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._running: set[_Running] = set()
        self._wakes_at = math.inf
        self._thread: threading.Thread | None = None
        self._is_ended = False

    def add(self, running: _Running) -> None:
        with self._changed:
            if self._thread is None:
                self._thread = threading.Thread(target=self._watch, daemon=True)
                self._thread.start()
                atexit.register(self._end)
            self._running.add(running)
            if running.due < self._wakes_at:
                self._wakes_at = running.due
                self._changed.notify()

    def remove(self, running: _Running) -> None:
        """Under the lock that interrupting takes, so that no finished question is interrupted."""
        with self._changed:
            self._running.discard(running)

    def _watch(self) -> None:
        with self._changed:
            while not self._is_ended:
                self._wakes_at = self._interrupt_overdue()
                seconds = self._wakes_at - time.monotonic()
                self._changed.wait(min(max(seconds, 0), threading.TIMEOUT_MAX))

    def _end(self) -> None:
        """Before Python takes its modules down, which the thread would keep it from doing."""
        with self._changed:
            self._is_ended = True
            self._changed.notify()
        self._thread.join()

    def _interrupt_overdue(self) -> float:
        now = time.monotonic()
        for running in self._running:
            if running.due <= now:
                running.is_over = True
                running.cursor.interrupt()
                # One that had not begun yet does not hear it: tell it again until it ends.
                running.due = now + _AGAIN_SECONDS
        return min((running.due for running in self._running), default=math.inf)


_WATCHER = _Watcher()


@contextmanager
def time_limit(cursor: duckdb.DuckDBPyConnection, query: str, seconds: float) -> Iterator[None]:
    """Nothing; raises QueryTooSlow where what the cursor does in the block takes longer."""
    running = _Running(cursor, time.monotonic() + seconds)
    _WATCHER.add(running)
    try:
        yield
    except duckdb.InterruptException as interrupt:
        if not running.is_over:
            raise
        raise QueryTooSlow(query, seconds) from interrupt
    finally:
        _WATCHER.remove(running)


def rows_of(result: duckdb.DuckDBPyConnection, query: str) -> list[tuple[object, ...]]:
    """All rows of the result; raises AnswerTooLarge where there are too many.

    They come in batches, as no other thread runs Python while DuckDB makes rows of a batch.
    """
    rows: list[tuple[object, ...]] = []
    while True:
        batch = result.fetchmany(BATCH_ROWS)
        rows += batch
        if len(rows) > MOST_ROWS:
            raise AnswerTooLarge(query)
        if len(batch) < BATCH_ROWS:
            return rows
