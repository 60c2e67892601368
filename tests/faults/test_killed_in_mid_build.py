"""kill -9 in the middle of a build, of who builds and of who serves; then started again."""

import os
import signal
import time
from pathlib import Path

import duckdb
import pytest

from promotion.database import open_database
from promotion.freshness import Store
from promotion.marts import MARTS
from promotion.sample import write_sample
from tests.faults.common import (
    LONGEST_WAIT_SECONDS,
    OPEN,
    contact_count,
    kept,
    python,
    sentence_of,
    settled,
)
from tests.ledgers import contact, write

BUILD = OPEN + "open_database(Path(sys.argv[1]))"
SERVE = """
import sys, time
from pathlib import Path
from promotion import settling
from promotion.freshness import Store
settling.SETTLE_SECONDS = 0.05
store = Store(Path(sys.argv[1]))
print("serving", flush=True)
sys.stdin.readline()
store.current()
time.sleep(600)
"""
# Kills itself, as another would at that moment, when it comes to make one of the marts.
KILLED_AT_A_MART = (
    OPEN
    + """
query_text = building.query_text
def killed_before(name):
    if name == f"marts/{sys.argv[2]}":
        os.kill(os.getpid(), signal.SIGKILL)
    return query_text(name)
building.query_text = killed_before
open_database(Path(sys.argv[1]))
"""
)


@pytest.fixture(scope="module")
def larger(tmp_path_factory):
    """Sample ledgers of 20,000 contacts."""
    folder = tmp_path_factory.mktemp("larger") / "ledgers"
    write_sample(folder, 20_000, 2020)
    return folder


def wait_until(is_so):
    """Nothing; comes back once it is so."""
    until = time.monotonic() + LONGEST_WAIT_SECONDS
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.005)


def is_being_written(cache):
    """Whether a database half built, or its log, has any bytes."""
    try:
        sizes = [path.stat().st_size for path in cache.glob("building_*/*")]
    except FileNotFoundError:
        return False
    return max(sizes, default=0) > 0


def tables_of(path):
    """Every table of a database with all its rows in order."""
    with duckdb.connect(str(path), read_only=True) as connection:
        names = [name for (name,) in connection.execute("show tables").fetchall()]
        return {
            name: connection.execute(f"select * from {name} order by all").fetchall()
            for name in names
        }


def builders_of(process_id):
    """The processes that a server has begun to build in."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text().rsplit(")", 1)[1].split()[1])
            command = (path / "cmdline").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == process_id and "promotion.build_apart" in command:
            found.append(int(path.name))
    return found


def is_running(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def expect_killed(builder, cache):
    """The builder is killed, and has left nothing but what it was writing."""
    builder.communicate(timeout=LONGEST_WAIT_SECONDS)
    assert builder.returncode == -signal.SIGKILL
    [scratch] = kept(cache)
    assert scratch.startswith("building_")


def test_a_builder_killed_at_any_moment_leaves_nothing_and_the_next_builds_the_same(
    larger, cache, tmp_path, monkeypatch
):
    clean = open_database(larger)
    clean.close()
    whole = tables_of(clean.path)
    other = tmp_path / "other"
    monkeypatch.setenv("PROMOTION_CACHE", str(other))
    builder = python(BUILD, larger)
    wait_until(lambda: is_being_written(other))
    builder.kill()
    expect_killed(builder, other)
    for mart in (MARTS[0], MARTS[-1]):
        expect_killed(python(KILLED_AT_A_MART, larger, mart), other)
    again = open_database(larger)
    again.close()

    assert kept(other) == [again.path.name]
    assert tables_of(again.path) == whole


def test_the_last_good_data_are_served_where_the_builder_is_killed(folder, cache):
    store = Store(folder)
    before = kept(cache)
    write(folder, "many.csv", *(contact(f"M{place}", "2020-01-05") for place in range(60_000)))
    store.current()
    wait_until(lambda: is_being_written(cache))
    [builder] = builders_of(os.getpid())
    os.kill(builder, signal.SIGKILL)
    serving = settled(store)

    assert contact_count(serving.database) == 11
    assert "stopped by signal 9" in sentence_of(serving)
    assert [name for name in kept(cache) if name.endswith(".duckdb")] == before
    store._may_try_again_at = 0
    again = settled(store)
    assert contact_count(again.database) == 60_011
    assert again.fault is None
    assert all(name.endswith(".duckdb") for name in kept(cache))


def test_a_server_killed_with_its_builder_at_work_starts_again_with_the_newest(folder, cache):
    server = python(SERVE, folder, stdin=-1)
    assert server.stdout.readline() == "serving\n"
    write(folder, "many.csv", *(contact(f"M{place}", "2020-01-05") for place in range(60_000)))
    print("look", file=server.stdin, flush=True)
    wait_until(lambda: is_being_written(cache))
    builders = builders_of(server.pid)
    server.kill()
    server.wait(timeout=LONGEST_WAIT_SECONDS)
    data = open_database(folder)

    assert contact_count(data) == 60_011
    wait_until(lambda: not any(map(is_running, builders)))
    assert all(name.endswith(".duckdb") for name in kept(cache))
    server.communicate()
