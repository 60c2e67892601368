"""What is served while ledgers change: the last good state, until the next is ready and sound."""

import shutil
import time

import pytest

from promotion import settling
from promotion.data_fault import DataFault
from promotion.freshness import Store
from tests.faults.common import settled
from tests.ledgers import LEDGERS, contact, english, project, write


@pytest.fixture(autouse=True)
def settle_at_once(monkeypatch):
    """Ledgers under test are written whole; waiting for them would only slow the tests."""
    monkeypatch.setattr(settling, "SETTLE_SECONDS", 0.02)


@pytest.fixture
def folder(tmp_path):
    """A folder with a project ledger and a contact ledger of one contact."""
    write(tmp_path, "projects.csv", project("P", "2020-01-05"))
    write(tmp_path, "contacts.csv", contact("A", "2020-01-05"))
    return tmp_path


def contact_count(serving):
    answer = serving.database.run("drill/counts", **english().parameters())
    return answer["contact_count"].tolist()[0]


def test_nothing_is_built_while_nothing_changes(folder):
    store = Store(folder)
    first = store.current()

    assert not first.is_rebuilding
    assert first.fault is None
    assert store.current().database is first.database


def test_a_changed_ledger_is_noticed_and_the_last_good_state_served_meanwhile(folder):
    store = Store(folder)
    write(folder, "contacts.csv", contact("A", "2020-01-05"), contact("B", "2020-01-06"))
    meanwhile = store.current()

    assert meanwhile.is_rebuilding
    assert contact_count(meanwhile) == 1
    assert contact_count(settled(store)) == 2
    assert contact_count(meanwhile) == 1


def test_an_added_and_a_removed_ledger_are_noticed(folder):
    store = Store(folder)
    added = write(folder / "cixi", "more.csv", contact("C", "2020-01-07", district="cixi"))
    assert contact_count(settled(store)) == 2
    added.unlink()

    serving = settled(store)
    assert contact_count(serving) == 2, "its rows do not leave the figures in silence"
    assert serving.fault.details == {"file": "cixi/more.csv"}
    assert contact_count(Store(folder).current()) == 1, "a dashboard started anew takes it as meant"


def test_a_ledger_still_being_written_is_waited_for(folder, monkeypatch):
    monkeypatch.setattr(settling, "SETTLE_SECONDS", 0.3)
    store = Store(folder)
    for count in (1, 2, 3):
        rows = [contact(f"A{place}", "2020-01-05") for place in range(count)]
        write(folder, "contacts.csv", *rows)
        assert contact_count(store.current()) == 1
        time.sleep(0.1)

    assert contact_count(settled(store)) == 3


def broken_by_binary(path):
    path.write_bytes(bytes(range(256)) * 8)


def broken_by_half_a_heading(path):
    path.write_bytes(path.read_bytes()[:12])


def broken_by_emptying(path):
    path.write_bytes(b"")


def broken_by_a_missing_column(path):
    path.write_text("contact_id,channel,activity\nA,phone,negotiation\n", encoding="utf-8")


def broken_by_an_archive(path):
    path.write_bytes(b"PK\x03\x04" + bytes(60))


@pytest.mark.parametrize(
    "spoil",
    [
        broken_by_binary,
        broken_by_half_a_heading,
        broken_by_emptying,
        broken_by_a_missing_column,
        broken_by_an_archive,
    ],
)
def test_a_broken_ledger_is_refused_and_taken_when_mended(folder, spoil):
    write(folder, "cixi_contacts.csv", contact("C", "2020-01-07", district="cixi"))
    store = Store(folder)
    good = (folder / "contacts.csv").read_bytes()
    spoil(folder / "contacts.csv")
    refused = settled(store)

    assert contact_count(refused) == 2
    assert refused.fault.details == {"file": "contacts.csv"}
    assert "can no longer be read" in refused.fault.message
    assert not store.current().is_rebuilding, "the same broken state is tried once"
    (folder / "contacts.csv").write_bytes(good)
    mended = settled(store)
    assert mended.fault is None
    assert contact_count(mended) == 2


def test_the_only_ledger_of_a_kind_gone_is_said(folder):
    store = Store(folder)
    (folder / "contacts.csv").unlink()
    serving = settled(store)

    assert contact_count(serving) == 1
    assert serving.fault.message == "There is no contacts ledger any more."


def test_a_ledger_left_with_headings_only_does_not_wipe_its_kind(folder):
    store = Store(folder)
    headings = (folder / "contacts.csv").read_text(encoding="utf-8").splitlines()[0]
    (folder / "contacts.csv").write_text(headings + "\n", encoding="utf-8")
    serving = settled(store)

    assert contact_count(serving) == 1
    assert serving.fault is not None


def test_a_deleted_folder_is_served_on_and_taken_up_when_it_is_back(folder, tmp_path):
    store = Store(folder)
    shutil.move(folder, f"{folder}-away")
    gone = settled(store)

    assert contact_count(gone) == 1
    assert "There is no folder" in str(gone.fault.details["reason"])
    shutil.move(f"{folder}-away", folder)
    back = settled(store)
    assert (contact_count(back), back.fault) == (1, None)


def test_a_broken_reference_table_is_refused_and_said(folder):
    store = Store(folder)
    shutil.copytree(LEDGERS / "reference", folder / "reference")
    (folder / "reference" / "districts.csv").write_text("nothing,of\nuse,here\n", encoding="utf-8")
    serving = settled(store)

    assert contact_count(serving) == 1
    assert serving.fault is not None
    assert not store.current().is_rebuilding
    shutil.rmtree(folder / "reference")
    assert settled(store).fault is None


def test_a_folder_without_ledgers_cannot_be_served(tmp_path):
    with pytest.raises(DataFault):
        Store(tmp_path)


def test_a_fault_says_since_when(folder):
    store = Store(folder)
    broken_by_binary(folder / "contacts.csv")

    assert settled(store).fault.noticed_at >= store.current().database.built_at
