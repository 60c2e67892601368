"""The load test's own sessions: what they send and what they check, in a few seconds."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from tests.bench import load, load_readers
from tests.bench.load_choices import Reader
from tests.bench.load_page import html_with
from tests.bench.load_session import Session
from tests.ledgers import LEDGERS

HEAD = '<header class="page-head">'


def apart(function, *arguments):
    """What the function gives in a thread of its own: the browser's driver has a loop in this."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(function, *arguments).result()


def test_a_few_sessions_get_what_they_ask_for_while_a_ledger_changes(tmp_path, monkeypatch):
    monkeypatch.setenv("PROMOTION_CACHE", str(tmp_path / "cache"))
    asked = load.Load(sessions=3, seconds=6, every=1, processes=2)
    result = apart(load.measured, asked, LEDGERS, tmp_path)

    assert result.record.faults == []
    assert len(result.record.opening_seconds) == 3
    assert len(result.record.reruns) >= 3
    assert result.added_contacts_seen == 1
    assert min(each.memory_mb for each in result.samples) > 0


def test_a_page_that_shows_another_view_is_noticed(dashboard_url, sample):
    async def wrong_after_choosing():
        reader = Reader(sample, "en", seed=1)
        async with Session(dashboard_url, "en-US") as session:
            opened = await session.open()
            right = load_readers.wrong_in(opened, reader)
            other = await session.choose("capital", [1])
            return right, load_readers.wrong_in(other, reader)

    right, wrong = apart(asyncio.run, wrong_after_choosing())
    assert right == []
    assert "Foreign capital" in wrong[0]


def test_a_choice_made_before_the_last_address_arrived_undoes_nothing(dashboard_url):
    async def head_after_two_choices():
        async with Session(dashboard_url, "en-US") as session:
            await session.open()
            older = session.query_string
            await session.choose("period", [6])
            session.query_string = older
            last = await session.choose("capital", [1])
            return html_with(last.elements, HEAD)[0]

    head = apart(asyncio.run, head_after_two_choices())
    assert "January – June 2020" in head
    assert "Foreign capital" in head
