"""Ledgers deleted, cut off while they are written, replaced while they are read."""

import shutil
import threading
import time

import pytest

from components import ledgers
from promotion import settling
from promotion.build_apart import build_apart
from promotion.data_fault import DataFault
from promotion.database import open_database
from promotion.freshness import Store
from tests.faults.common import (
    LONGEST_WAIT_SECONDS,
    contact_count,
    kept,
    sentence_of,
    settled,
    words_of,
)
from tests.ledgers import contact, write

READ_AT = "This page shows the ledgers as read at"
MANY = 40_000


def cut(path, part=0.5):
    """The ledger as a copy that broke off in the middle of a row leaves it."""
    content = path.read_bytes()
    end = content.index(b",", int(len(content) * part)) + 2
    path.write_bytes(content[:end])


def many(prefix):
    """Enough contacts of the first quarter that reading them takes a while."""
    return [contact(f"{prefix}{place}", "2020-01-05") for place in range(MANY)]


def test_a_page_goes_on_with_a_ledger_deleted_and_says_so(open_overview, folder):
    before = open_overview()
    (folder / "contacts.csv").unlink()
    open_overview()
    settled(ledgers.open_store())
    after = open_overview()

    assert "There is no contacts ledger any more." in words_of(after)
    assert READ_AT in words_of(after)
    assert not after.exception
    assert len(after.get("plotly_chart")) == len(before.get("plotly_chart"))


def test_a_page_goes_on_with_a_ledger_cut_off_and_says_so(open_overview, folder):
    before = open_overview()
    cut(folder / "contacts.csv")
    open_overview()
    settled(ledgers.open_store())
    after = open_overview()

    assert "contacts.csv ends in the middle of a row" in words_of(after)
    assert READ_AT in words_of(after)
    assert not after.exception
    assert len(after.get("plotly_chart")) == len(before.get("plotly_chart"))


def test_a_ledger_cut_off_in_mid_row_is_taken_once_it_is_complete(folder):
    store = Store(folder)
    whole = (folder / "contacts.csv").read_bytes()
    cut(folder / "contacts.csv")
    refused = settled(store)
    assert contact_count(refused.database) == 11
    assert "ends in the middle of a row" in sentence_of(refused)
    (folder / "contacts.csv").write_bytes(whole)
    mended = settled(store)

    assert (contact_count(mended.database), mended.fault) == (11, None)


def test_the_row_in_which_a_ledger_is_cut_off_counts_for_nothing(tmp_path):
    """What is left of its last cell, 1 of 12, would be a wrong number."""
    headings = "contact_id,district,contact_date,channel,attendee_count,organisation\n"
    rows = "A,cixi,2020-01-05,phone,3,x\nB,cixi,2020-01-05,phone,1"
    (tmp_path / "contacts.csv").write_text(headings + rows, encoding="utf-8")
    data = open_database(tmp_path)

    assert contact_count(data) == 1
    assert data.refused.row_count == 1
    assert "ends in the middle" in data.run("data/files")["notes"].tolist()[0]


def test_a_last_row_with_all_its_cells_needs_no_line_end(tmp_path):
    rows = "A,cixi,2020-01-05,phone\nB,cixi,2020-01-05,phone"
    text = f"contact_id,district,contact_date,channel\n{rows}"
    (tmp_path / "contacts.csv").write_text(text, encoding="utf-8")

    assert contact_count(open_database(tmp_path)) == 2


def test_a_ledger_still_growing_is_never_served_in_part(folder, monkeypatch):
    """Written row by row into its place, with every row whole at any moment."""
    monkeypatch.setattr(settling, "SETTLE_SECONDS", 1.0)
    store = Store(folder)
    sound = (folder / "contacts.csv").read_bytes()
    lines = sound.splitlines(keepends=True)
    found = set()
    with (folder / "contacts.csv").open("wb", buffering=0) as file:
        for line in lines:
            file.write(line)
            found.add(contact_count(store.current().database))
            time.sleep(0.05)

    assert found == {11}
    assert contact_count(settled(store).database) == 11


def test_a_ledger_that_grows_while_it_is_read_is_not_kept(folder, cache, monkeypatch):
    """A builder that met it half written leaves nothing; what it says is that it waits."""
    monkeypatch.setattr(settling, "SETTLE_SECONDS", 0)
    rows = b"".join(b"G%d,cixi,2020-01-05,phone\n" % place for place in range(20))
    is_over = threading.Event()

    def grow():
        with (folder / "growing.csv").open("wb", buffering=0) as file:
            file.write(b"contact_id,district,contact_date,channel\n")
            while not is_over.wait(0.02):
                file.write(rows)

    growing = threading.Thread(target=grow)
    growing.start()
    try:
        with pytest.raises(DataFault, match="are being written at this moment"):
            open_database(folder)
    finally:
        is_over.set()
        growing.join()

    assert kept(cache) == []


def test_a_ledger_replaced_while_it_is_read_is_the_old_or_the_new_one_whole(folder, away):
    small = write(folder, "many.csv", *many("old"))
    store = Store(folder)
    assert contact_count(store.current().database) == 11 + MANY
    found = set()
    until = time.monotonic() + LONGEST_WAIT_SECONDS
    for count in range(3):
        new = write(away, "many.csv", *many(f"new{count}"), *many(f"more{count}"))
        new.replace(small)
        for _moment in range(5):
            found.add(contact_count(store.current().database))
            time.sleep(0.1)
        assert time.monotonic() < until

    assert found <= {11 + MANY, 11 + 2 * MANY}
    assert contact_count(settled(store).database) == 11 + 2 * MANY


def test_a_builder_gives_the_state_of_the_end_where_a_ledger_is_replaced_meanwhile(folder, away):
    """Replaced again and again for as long as a first reading takes, and a while longer."""
    path = write(folder, "many.csv", *many("old"))
    builder = threading.Thread(target=build_apart, args=(folder,))
    builder.start()
    replaced = 0
    for count in range(3):
        time.sleep(0.4)
        new = write(away, "many.csv", *many("new")[: 100 * (count + 1)])
        shutil.move(new, path)
        replaced += builder.is_alive()
    builder.join(timeout=LONGEST_WAIT_SECONDS)

    assert replaced
    assert contact_count(open_database(folder)) == 11 + 300
