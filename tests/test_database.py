"""The database: built once per state of the ledgers, read-only, its results kept apart."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import duckdb
import pytest

from promotion import building, data_version
from promotion.build_cache import LOCK
from promotion.data_fault import DataFault
from promotion.data_version import version_of
from promotion.database import open_database
from promotion.marts import MARTS
from tests.ledgers import contact, english, part_of_small, project, write

ROOT = Path(__file__).parent.parent
OPEN = "import sys; from pathlib import Path; from promotion.database import open_database; "


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty cache folder of this test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("PROMOTION_CACHE", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path):
    """A folder with one contact."""
    write(tmp_path / "ledgers", "contacts.csv", contact("A", "2020-01-05"))
    return tmp_path / "ledgers"


def contact_count(data):
    filters = english().parameters()
    return data.run("drill/counts", **filters)["contact_count"].tolist()[0]


def built(cache):
    return sorted(path.name for path in cache.iterdir() if path.name != LOCK)


def test_a_changed_an_added_and_a_removed_ledger_make_another_version(folder, cache):
    versions = [version_of(folder)]
    write(folder, "contacts.csv", contact("A", "2020-01-05"), contact("B", "2020-01-06"))
    versions.append(version_of(folder))
    extra = write(folder, "cixi.csv", contact("C", "2020-01-07"))
    versions.append(version_of(folder))
    assert contact_count(open_database(folder)) == 3
    extra.unlink()
    versions.append(version_of(folder))
    assert contact_count(open_database(folder)) == 2

    assert len(set(versions)) == 3
    assert versions[1] == versions[3]


def test_a_reference_table_of_the_folders_own_makes_another_version(folder):
    before = version_of(folder)
    shutil.copytree(ROOT / "data" / "reference", folder / "reference")

    assert version_of(folder) != before


def test_the_code_and_the_queries_are_part_of_the_version(folder, monkeypatch):
    before = version_of(folder)
    monkeypatch.setattr(data_version, "_code_version", lambda: "another")

    assert version_of(folder) != before


def test_a_database_is_built_once_and_found_again(folder, cache):
    open_database(folder).close()
    (only,) = cache.glob("*.duckdb")
    written = only.stat().st_mtime_ns
    open_database(folder).close()

    assert built(cache) == [only.name] == [f"{version_of(folder)}.duckdb"]
    assert only.stat().st_mtime_ns == written


def test_the_same_state_can_be_open_twice(folder, cache):
    first, second = open_database(folder), open_database(folder)

    assert contact_count(first) == contact_count(second) == 1


def test_a_build_that_fails_leaves_nothing_behind(folder, cache, monkeypatch):
    monkeypatch.setattr(building, "MARTS", (*MARTS, "no_such_mart"))
    with pytest.raises(FileNotFoundError):
        open_database(folder)

    assert built(cache) == []


def test_who_finds_a_build_under_way_waits_for_it_and_builds_nothing(folder, cache, monkeypatch):
    builds = []
    begun, may_end = Event(), Event()
    read_and_build = building.build

    def build_slowly(*arguments):
        builds.append(arguments)
        begun.set()
        assert may_end.wait(60)
        return read_and_build(*arguments)

    monkeypatch.setattr(building, "build", build_slowly)
    with ThreadPoolExecutor() as threads:
        first = threads.submit(open_database, folder)
        assert begun.wait(60)
        second = threads.submit(open_database, folder)
        with pytest.raises(TimeoutError):
            second.result(timeout=0.5)
        may_end.set()
        counts = [contact_count(each.result(timeout=60)) for each in (first, second)]

    assert counts == [1, 1]
    assert len(builds) == 1


def test_what_is_missing_or_holds_no_ledger_is_said_in_a_sentence(tmp_path):
    with pytest.raises(DataFault, match="There is no folder"):
        open_database(tmp_path / "nowhere")
    with pytest.raises(DataFault, match="holds no project or contact ledger"):
        open_database(tmp_path)


def test_nothing_can_be_written_and_nothing_outside_be_read(small):
    cursor = small._file.cursor()
    for statement in (
        "select * from read_csv('/etc/passwd')",
        "select * from read_text('/etc/passwd')",
        "attach '/tmp/other.duckdb'",
        "copy contacts to '/tmp/contacts.csv'",
        "create table other as select 1 as one",
        "delete from contacts",
        "set enable_external_access = true",
    ):
        with pytest.raises(duckdb.Error):
            cursor.execute(statement)


def test_kept_results_are_not_shared_between_versions(folder, cache):
    before = open_database(folder)
    assert contact_count(before) == 1
    write(folder, "contacts.csv", contact("A", "2020-01-05"), contact("B", "2020-01-06"))
    after = open_database(folder)

    assert (contact_count(before), contact_count(after)) == (1, 2)


def test_kept_results_are_told_apart_by_every_parameter(small):
    everywhere = contact_count(small)
    parameters = english(districts=("yuyao",)).parameters()
    in_yuyao = small.run("drill/counts", **parameters)["contact_count"].tolist()[0]

    assert (everywhere, in_yuyao, contact_count(small)) == (11, 5, 11)


def test_unknown_is_none_and_a_number_is_a_number(small):
    rows = small.run("drill/projects", **english().parameters(), page_size=10, offset=0).to_dict(
        "records"
    )

    amounts = {row["project_id"]: row["agreed_investment_wan_cny"] for row in rows}
    assert amounts["P2"] is None
    assert amounts["P4"] == 2000.5


def test_the_as_of_date_is_the_newest_contact_where_no_source_states_it(tmp_path):
    write(tmp_path, "contacts.csv", contact("A", "2020-01-05"), contact("B", "2020-02-29"))
    write(tmp_path, "projects.csv", project("P", "2020-03-05"))

    assert open_database(tmp_path).as_of.isoformat() == "2020-02-29"


def test_a_source_is_named_as_it_is_stated_else_by_its_file(small, tmp_path):
    unnamed = open_database(part_of_small(tmp_path, "contacts"))

    assert small.sources("contacts", "receipts") == ("Contact ledger", "Bank statements")
    assert unnamed.sources("contacts") == ("contacts.csv",)
    assert not unnamed.is_sample


def test_what_several_ask_for_at_once_is_made_once(small):
    asked, go_on = Event(), Event()
    made = []

    def make():
        made.append(1)
        asked.set()
        assert go_on.wait(60)
        return len(made)

    key = "what several ask for at once"
    with ThreadPoolExecutor(3) as threads:
        first = threads.submit(small.keep, key, make)
        assert asked.wait(60)
        others = [threads.submit(small.keep, key, make) for _ in range(2)]
        apart = small.keep("something else", lambda: "at once")
        go_on.set()

    assert apart == "at once"
    assert [each.result() for each in (first, *others)] == [1, 1, 1]


def test_where_making_fails_the_next_to_ask_makes_it_anew(small):
    asked, go_on = Event(), Event()

    def fail():
        asked.set()
        assert go_on.wait(60)
        raise ValueError("not now")

    key = "what fails at first"
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(small.keep, key, fail)
        assert asked.wait(60)
        second = threads.submit(small.keep, key, lambda: "made")
        go_on.set()

    with pytest.raises(ValueError, match="not now"):
        first.result()
    assert second.result() == "made"
