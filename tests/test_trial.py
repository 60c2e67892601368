"""Ledgers tried, adopted, discarded, taken back: what is served, and what stands in the folder."""

import shutil
from pathlib import Path, PurePosixPath

import pytest

from promotion import settling
from promotion.adoption import adopt, take_back
from promotion.checks import CHECKS
from promotion.data_version import version_of
from promotion.database import open_database
from promotion.exhibits.overview import headline
from promotion.freshness import Store
from promotion.language import use_language
from promotion.offered import MOST_FILES, MOST_MEGABYTES, REPLACED, Offered, OfferFault, usual_place
from promotion.trial import try_ledgers
from tests.faults.common import settled
from tests.ingest.workbooks import bomb
from tests.ledgers import SMALL, contact, english, project, rows_by, write


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(SMALL, tmp_path / "ledgers"))


@pytest.fixture
def served(folder):
    data = open_database(folder)
    yield data
    data.close()


def ledger(tmp_path, name, *rows):
    return write(tmp_path / "offered", name, *rows).read_bytes()


def one_contact_more(tmp_path, count=1):
    rows = [contact(f"N{number}", "2020-03-15", channel="video") for number in range(count)]
    return Offered("more_contacts.csv", ledger(tmp_path, "more.csv", *rows), None)


def files_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_trying_tells_how_the_headline_would_change_and_leaves_everything_alone(
    served, folder, tmp_path
):
    before, state = files_in(folder), version_of(folder)
    now = rows_by(headline(served, english()), "metric")["contact_count"]["value"]
    with use_language("en"):
        trial = try_ledgers(served, [one_contact_more(tmp_path, 2)])
        changes = {each.name: each for each in trial.changed_measures(served, english())}

    contacts = changes["Contacts"]
    assert (contacts.now, contacts.then) == (str(now), str(now + 2))
    assert contacts.difference
    assert changes["New projects"].difference == ""
    assert files_in(folder) == before
    assert version_of(folder) == state


def test_trying_reads_only_what_was_handed_in(served, tmp_path):
    trial = try_ledgers(served, [one_contact_more(tmp_path)])

    assert [row.file for row in trial.changed_files(served)] == ["more_contacts.csv"]
    assert trial.files_read == ("more_contacts.csv",)


def test_a_tried_ledger_is_reported_row_by_row(served, tmp_path):
    rows = [contact("N1", "2020-03-15"), contact("N2", "3/4/2020"), contact("", "2020-03-15")]
    content = ledger(tmp_path, "some.csv", *rows)
    (row,) = try_ledgers(served, [Offered("some_contacts.csv", content, None)]).changed_files(
        served
    )

    assert (row.kind, row.rows, row.loaded, row.refused) == ("contacts", 3, 1, 2)


def test_a_ledger_that_takes_rows_from_another_shows_both(served, folder, tmp_path):
    content = (folder / "contacts.csv").read_bytes()
    trial = try_ledgers(served, [Offered("again_contacts.csv", content, None)])
    changed = {row.file: row for row in trial.changed_files(served)}

    assert changed.keys() == {"again_contacts.csv", "contacts.csv"}
    assert changed["contacts.csv"].loaded == 0  # the first in name order keeps the numbers


def test_checks_are_compared(served, tmp_path):
    odd = Offered(
        "odd_contacts.csv",
        ledger(tmp_path, "odd.csv", contact("N1", "2020-03-15", project_id="nowhere")),
        None,
    )
    with use_language("en"):
        changes = try_ledgers(served, [odd]).changed_checks(served)

    moved = [each for each in changes if each.difference]
    assert [each.name for each in moved] == [CHECKS["unknown_projects"]]
    assert int(moved[0].then) == int(moved[0].now) + 1


def test_adopting_puts_the_ledger_in_and_keeps_what_it_replaces(served, folder, tmp_path):
    old = (folder / "projects.csv").read_bytes()
    new = ledger(tmp_path, "new.csv", project("P1", "2020-01-10"))
    adopted = adopt(try_ledgers(served, [Offered("projects.csv", new, "projects.csv")]))

    assert (folder / "projects.csv").read_bytes() == new
    assert (adopted.kept_in / "projects.csv").read_bytes() == old
    assert adopted.kept_in.parent == folder / REPLACED
    assert open_database(folder).run("data/coverage") is not None
    assert {row["file"] for row in open_database(folder).run("data/files").to_dict("records")} >= {
        "projects.csv"
    }


def test_what_is_kept_is_read_as_no_ledger(served, folder, tmp_path):
    adopt(
        try_ledgers(
            served, [Offered("contacts.csv", one_contact_more(tmp_path).content, "contacts.csv")]
        )
    )
    files = open_database(folder).run("data/files")["file"].tolist()

    assert not [file for file in files if REPLACED in file]


def test_taking_back_leaves_the_folder_as_it_was(served, folder, tmp_path):
    before = files_in(folder)
    replacing = Offered("contacts.csv", one_contact_more(tmp_path).content, "contacts.csv")
    further = Offered(
        "further_projects.csv", ledger(tmp_path, "p.csv", project("X", "2020-01-10")), None
    )
    adopted = adopt(try_ledgers(served, [replacing, further]))
    assert files_in(folder) != before

    take_back(adopted)

    assert {file: content for file, content in files_in(folder).items() if file in before} == before
    others = files_in(folder).keys() - before.keys()
    assert [PurePosixPath(file).name for file in others] == ["further_projects.csv"]
    assert all(file.startswith(REPLACED) for file in others), "kept, and read no more"


def test_what_was_adopted_and_taken_back_is_not_missed(served, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(settling, "SETTLE_SECONDS", 0.05)
    adopted = adopt(try_ledgers(served, [one_contact_more(tmp_path)]))
    store = Store(folder)
    take_back(adopted)

    serving = settled(store)
    assert serving.fault is None
    assert serving.database.version == version_of(folder)


def test_a_ledger_that_is_gone_is_missed_and_the_last_state_served(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(settling, "SETTLE_SECONDS", 0.05)
    write(folder, "more_contacts.csv", contact("N1", "2020-03-15"))
    store = Store(folder)
    served = store.current().database.version
    (folder / "more_contacts.csv").unlink()

    serving = settled(store)
    assert serving.database.version == served
    assert serving.fault.details == {"file": "more_contacts.csv"}


def test_a_ledger_under_another_name_is_not_missed(folder, monkeypatch):
    monkeypatch.setattr(settling, "SETTLE_SECONDS", 0.05)
    store = Store(folder)
    (folder / "contacts.csv").rename(folder / "contacts_2020.csv")

    serving = settled(store)
    assert serving.fault is None
    assert serving.database.version == version_of(folder)


def test_a_ledger_of_another_kind_of_file_takes_the_place_of_the_old(served, folder, tmp_path):
    content = one_contact_more(tmp_path).content
    adopt(try_ledgers(served, [Offered("contacts.txt", content, "contacts.csv")]))

    assert not (folder / "contacts.csv").exists()
    assert (folder / "contacts.txt").read_bytes() == content


def test_nothing_is_adopted_where_the_ledgers_have_changed_meanwhile(served, folder, tmp_path):
    trial = try_ledgers(served, [one_contact_more(tmp_path)])
    write(folder, "other_contacts.csv", contact("O1", "2020-03-15"))
    before = files_in(folder)

    with pytest.raises(OfferFault):
        adopt(trial)
    assert files_in(folder) == before


def test_an_adoption_that_fails_half_way_leaves_the_folder_as_it_was(served, folder, tmp_path):
    before = files_in(folder)
    content = one_contact_more(tmp_path).content
    replacing = Offered("contacts.csv", content, "contacts.csv")
    further = Offered("blocked_contacts.csv", content.replace(b"N0", b"M0"), None)
    trial = try_ledgers(served, [replacing, further])
    (folder / ".blocked_contacts.csv.unfinished").mkdir()  # in the way of the second

    with pytest.raises(OfferFault):
        adopt(trial)
    assert files_in(folder) == before


def test_nothing_of_a_discarded_trial_is_left(served, tmp_path, monkeypatch):
    monkeypatch.setenv("PROMOTION_CACHE", str(tmp_path / "cache"))
    trial = try_ledgers(served, [one_contact_more(tmp_path)])
    assert list((tmp_path / "cache").glob("trial_*"))

    del trial

    assert not list((tmp_path / "cache").glob("trial_*"))


@pytest.mark.parametrize(
    "name",
    [
        "../contacts.csv",
        "a/b.csv",
        "a\\b.csv",
        ".hidden.csv",
        "~$open.csv",
        "line\nbreak.csv",
        "nul\0.csv",
        "con:trol.csv",
        f"{'x' * 300}.csv",
        " spaces .csv ",
        "program.exe",
        "noending",
        "turned\u202evsc.csv",
    ],
)
def test_names_that_are_no_plain_file_names_of_ledgers_are_refused(served, folder, name):
    before = files_in(folder)

    with pytest.raises(OfferFault) as refused:
        try_ledgers(served, [Offered(name, b"", None)])
    assert str(refused.value).isprintable()
    assert files_in(folder) == before


def test_more_or_larger_files_than_are_taken_are_refused(served):
    many = [Offered(f"{number}.csv", b"", None) for number in range(MOST_FILES + 1)]
    large = Offered("large.csv", bytes(MOST_MEGABYTES * 1_000_000 + 1), None)

    for offered in (many, [large]):
        with pytest.raises(OfferFault):
            try_ledgers(served, offered)


def test_two_files_for_one_place_are_refused(served):
    with pytest.raises(OfferFault):
        try_ledgers(
            served, [Offered("a.csv", b"", "contacts.csv"), Offered("contacts.csv", b"", None)]
        )


def test_a_file_usually_replaces_the_ledger_of_its_name(folder):
    (folder / "2020").mkdir()
    shutil.move(folder / "contacts.csv", folder / "2020" / "contacts.csv")

    assert usual_place("Contacts.csv", folder) == "2020/contacts.csv"
    assert usual_place("new.csv", folder) is None


def test_a_bomb_is_refused_in_a_sentence_and_what_is_offered_with_it_is_read(served, tmp_path):
    swollen = Offered("swollen_contacts.xlsx", bomb(401), None)
    trial = try_ledgers(served, [swollen, one_contact_more(tmp_path)])
    rows = {row.file: row for row in trial.changed_files(served)}

    assert "more than 400 million bytes" in rows["swollen_contacts.xlsx"].remarks
    assert rows["swollen_contacts.xlsx"].loaded == 0
    assert rows["more_contacts.csv"].loaded == 1


def test_any_content_is_tried_without_a_fault(served):
    for content in (b"", b"\0\xff\xfe", b"PK\x03\x04", b'"' * 1000, b"a,b\n1,2\n"):
        (row,) = try_ledgers(served, [Offered("odd.csv", content, None)]).changed_files(served)
        assert (row.file, row.kind) == ("odd.csv", None)
        assert row.remarks
