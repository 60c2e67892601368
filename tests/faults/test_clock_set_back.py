"""A clock that goes back: files and builds of a time to come, changes that look like old ones."""

import os
import time

import pytest

from promotion.build_cache import earlier_build, forget_old_builds
from promotion.database import open_database
from promotion.freshness import Store
from tests.faults.common import contact_count, kept, settled
from tests.ledgers import contact, write

YEAR_SECONDS = 365 * 86_400
BUILD_COUNT = 8  # that are kept


def set_time(path, from_now_seconds):
    moment = time.time() + from_now_seconds
    os.utime(path, (moment, moment))


@pytest.fixture
def ledgers(tmp_path):
    """One ledger, of one contact, written a year from now."""
    path = write(tmp_path / "ledgers", "contacts.csv", contact("A", "2020-01-05"))
    set_time(path, YEAR_SECONDS)
    return path.parent


def test_a_ledger_replaced_by_an_older_one_of_the_same_size_is_noticed(ledgers, away):
    """The contact of the newer is of January, that of the older of April."""
    store = Store(ledgers)
    assert contact_count(store.current().database) == 1
    older = write(away, "contacts.csv", contact("A", "2020-04-05"))
    assert older.stat().st_size == (ledgers / "contacts.csv").stat().st_size
    set_time(older, -YEAR_SECONDS)
    older.replace(ledgers / "contacts.csv")
    serving = settled(store)

    assert contact_count(serving.database) == 0
    assert serving.fault is None


def test_a_ledger_rewritten_with_the_size_and_the_time_it_had_is_noticed(ledgers):
    path = ledgers / "contacts.csv"
    before = path.stat()
    store = Store(ledgers)
    path.write_bytes(path.read_bytes().replace(b"2020-01-05", b"2020-04-05"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert contact_count(settled(store).database) == 0


def test_builds_of_a_time_to_come_do_not_keep_an_older_state_in_service(ledgers, cache):
    """A state is served by its name; no time of a file is asked."""
    store = Store(ledgers)
    for count in range(2, 4):
        for build in cache.glob("*.duckdb"):
            set_time(build, YEAR_SECONDS)
        rows = [contact(f"A{place}", "2020-01-05") for place in range(count)]
        write(ledgers, "contacts.csv", *rows)
        assert contact_count(settled(store).database) == count

    again = open_database(ledgers)
    assert contact_count(again) == 3


def test_the_build_of_today_is_the_newest_beside_those_of_a_time_to_come(cache):
    cache.mkdir()
    builds = [cache / f"folder-{count}.duckdb" for count in range(4)]
    for build, days in zip(builds, (400, 300, -2, -1), strict=True):
        build.touch()
        set_time(build, days * 86_400)

    assert earlier_build(cache / "folder-new.duckdb") == builds[3]


def test_builds_of_a_time_to_come_go_before_those_of_today(cache):
    """Else those made since the clock was set back would be thrown away at once, for good."""
    cache.mkdir()
    to_come = [cache / f"before-{count}.duckdb" for count in range(BUILD_COUNT)]
    today = [cache / f"after-{count}.duckdb" for count in range(BUILD_COUNT)]
    for build in to_come:
        build.touch()
        set_time(build, YEAR_SECONDS)
    for count, build in enumerate(today):
        build.touch()
        set_time(build, -100 + count)
        forget_old_builds(keep=build)

    assert kept(cache) == sorted(build.name for build in today)


def test_the_one_in_service_stays_though_its_time_is_to_come(cache):
    cache.mkdir()
    for count in range(BUILD_COUNT + 3):
        (cache / f"a-{count}.duckdb").touch()
    served = cache / "served-0.duckdb"
    served.touch()
    set_time(served, YEAR_SECONDS)
    forget_old_builds(keep=served)

    assert served.exists()


def test_a_ledger_taken_over_from_a_build_of_a_time_to_come_is_right(ledgers, cache):
    """One ledger stays, the other changes; what is taken over is what stands in the ledger."""
    write(ledgers, "other.csv", contact("B", "2020-01-06"))
    open_database(ledgers).close()
    for build in cache.glob("*.duckdb"):
        set_time(build, YEAR_SECONDS)
    write(ledgers, "other.csv", contact("B", "2020-01-06"), contact("C", "2020-01-07"))
    data = open_database(ledgers)

    assert contact_count(data) == 3
    assert data.path.name in kept(cache)
