"""No room for the database: the last good data, a sentence, nothing half under the final name."""

import errno
import os
import resource
from contextlib import contextmanager

import duckdb
import pytest

from components import ledgers
from promotion import freshness
from promotion.data_fault import DataFault, told_in_a_sentence
from promotion.database import open_database
from promotion.freshness import Store
from tests.faults.common import contact_count, kept, sentence_of, settled, words_of
from tests.ledgers import contact, write

SENTENCE = "There is no room on the disk"
# Too little for the first block, for the log of what is written, for the whole.
ROOMS_BYTES = (1_000, 100_000, 1_500_000)


@contextmanager
def room_for(size_bytes):
    """Nothing; meanwhile no file grows beyond this size, here and in processes begun here."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def add_contacts(folder):
    """Three more contacts in the first quarter, in a ledger of their own."""
    rows = [contact(f"M{place}", "2020-01-05") for place in range(3)]
    write(folder, "more_contacts.csv", *rows)


def test_the_last_good_data_are_served_and_the_reason_said(folder, cache):
    store = Store(folder)
    before = kept(cache)
    add_contacts(folder)
    with room_for(100_000):
        serving = settled(store)

    assert contact_count(serving.database) == 11
    assert SENTENCE in sentence_of(serving)
    assert str(cache) in sentence_of(serving)
    assert kept(cache) == before


def test_once_there_is_room_it_is_built_though_no_ledger_has_changed_since(folder, monkeypatch):
    store = Store(folder)
    add_contacts(folder)
    with room_for(100_000):
        assert settled(store).fault
    assert not store.current().is_rebuilding, "not tried again so soon"
    monkeypatch.setattr(freshness, "TRY_AGAIN_SECONDS", 0)
    store._may_try_again_at = 0
    serving = settled(store)

    assert contact_count(serving.database) == 14
    assert serving.fault is None


@pytest.mark.parametrize("room_bytes", ROOMS_BYTES)
def test_a_first_build_without_room_is_a_sentence_and_leaves_nothing(folder, cache, room_bytes):
    with room_for(room_bytes), pytest.raises(DataFault, match=SENTENCE):
        open_database(folder)

    assert kept(cache) == []
    assert contact_count(open_database(folder)) == 11


def test_a_page_says_it_and_shows_the_last_good_figures(open_overview, folder):
    open_overview()
    add_contacts(folder)
    with room_for(100_000):
        open_overview()
        settled(ledgers.open_store())
        app = open_overview()

    assert SENTENCE in words_of(app)
    assert "This page shows the ledgers as read at" in words_of(app)
    assert len(app.get("plotly_chart")) > 0
    assert not app.exception


def test_a_page_without_anything_to_show_says_it(open_overview):
    with room_for(100_000):
        app = open_overview()

    assert SENTENCE in app.error[0].value
    assert not app.exception


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_every_way_in_which_a_system_says_it_is_understood(tmp_path, number):
    for fault in (OSError(number, os.strerror(number)), duckdb.Error(os.strerror(number))):
        with pytest.raises(DataFault, match=SENTENCE), told_in_a_sentence(tmp_path):
            raise fault


def test_a_file_in_the_place_of_the_cache_folder_is_said(folder, cache):
    cache.write_text("a file where the folder should be")
    with pytest.raises(DataFault, match="cannot be written into the folder"):
        open_database(folder)
