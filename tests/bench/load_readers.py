"""A room of readers: sessions that change filters at a steady pace, and check what they get."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from html import escape

import websockets

from promotion.database import Database
from tests.bench.load_choices import Reader
from tests.bench.load_page import figure_count, html_with
from tests.bench.load_session import Run, Session

OVERVIEW_NAME = "overview"
LOCALES = {"zh": "zh-CN", "en": "en-US"}
_OWN_RUN_SECONDS = 10  # how long a run that a page asked for itself may still be on its way
_LOST = (ConnectionError, TimeoutError, websockets.WebSocketException)


@dataclass(frozen=True)
class Rerun:
    """A choice: when it was made, how long until the page was whole again, what was wrong."""

    sent_at: float
    seconds: float
    page: str
    faults: tuple[str, ...]


@dataclass
class Record:
    """What all sessions met."""

    reruns: list[Rerun] = field(default_factory=list)
    opening_seconds: list[float] = field(default_factory=list)
    other_faults: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """Everything that went wrong, in words."""
        return [*self.other_faults, *(fault for rerun in self.reruns for fault in rerun.faults)]


async def read_together(
    addresses: Sequence[str],
    data: Database,
    sessions: int,
    seed: int,
    every: float,
    is_over: Callable,
) -> Record:
    """What so many readers met until it was over, each choosing anew every so many seconds.

    They come by the addresses in turn, and each stays at its own, as behind a proxy.
    """
    record = Record()
    languages = list(LOCALES)
    readers = (
        Reader(data, languages[place // len(addresses) % len(languages)], seed * 1000 + place)
        for place in range(sessions)
    )
    await asyncio.gather(
        *(
            _read(
                addresses[place % len(addresses)],
                reader,
                every,
                every * place / sessions,
                is_over,
                record,
            )
            for place, reader in enumerate(readers)
        )
    )
    return record


async def _read(
    address: str, reader: Reader, every: float, wait: float, is_over: Callable, record: Record
) -> None:
    await asyncio.sleep(wait)  # choices come spread over the time, not all at once
    try:
        async with Session(address, LOCALES[reader.view.language]) as session:
            began = time.perf_counter()
            opened = await session.open()
            record.opening_seconds.append(opened.ended_at - began)
            record.other_faults += [*wrong_in(opened, reader), *session.new_faults()]
            while not is_over():
                await asyncio.sleep(max(0, began + every - time.perf_counter()))
                began = time.perf_counter()
                record.reruns.append(await _changed(session, reader, began))
    except _LOST as loss:
        record.other_faults.append(f"{type(loss).__name__}: {loss}")


async def _changed(session: Session, reader: Reader, began: float) -> Rerun:
    """The rerun that the reader's next choice makes, sent now."""
    key = reader.choose()
    if key:
        chosen = reader.view.chosen[key]
        run = await session.choose(key, [reader.codes[key].index(code) for code in chosen])
    else:
        run = await session.turn_to(reader.view.address)
    wrong = wrong_in(run, reader)
    # While ledgers are read anew, a page asks for runs itself; one may end before ours.
    if wrong and session.own_run_at > began - _OWN_RUN_SECONDS:
        with suppress(TimeoutError):
            run = await session.next_run(_OWN_RUN_SECONDS)
            wrong = wrong_in(run, reader)
    page = reader.view.address or OVERVIEW_NAME
    return Rerun(began, run.ended_at - began, page, (*wrong, *session.new_faults()))


def wrong_in(run: Run, reader: Reader) -> list[str]:
    """What the page does not show as asked, in words; nothing where all is there."""
    wrong = []
    if run.address != reader.view.address:
        wrong.append(f"the page is {run.address!r}, not {reader.view.address!r}")
    expected = [escape(head) for head in reader.expected_heads()]
    heads = html_with(run.elements, '<header class="page-head">')
    if len(heads) != 1 or not any(f"<p>{head}" in heads[0] for head in expected):
        wrong.append(f"the page's head is {heads}, not of {expected}")
    named = len(html_with(run.elements, 'class="figure-head"'))
    shown = figure_count(run.elements)
    if named != shown or shown < reader.expected_figures():
        wrong.append(f"{named} titles and {shown} figures on page {run.address!r}")
    return wrong


async def contacts_counted(address: str) -> int:
    """How many contacts the overview counts in all its ledgers, as a reader is told."""
    async with Session(address, LOCALES["en"]) as session:
        opened = await session.open("period=all&compare=none")
    headline = html_with(opened.elements, 'class="headline"')[0]
    value = headline.partition('class="value">')[2].partition("<")[0]
    return int(value.replace(",", ""))
