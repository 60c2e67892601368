"""Opening a folder of ledgers that have changed: what its last build is used for, and when not."""

import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from promotion import building, data_version
from promotion.database import open_database
from promotion.freshness import Store
from promotion.marts import MARTS
from tests.ledgers import contact, english, write

ROOT = Path(__file__).parent.parent
OPEN = (
    "import os, signal, sys; from pathlib import Path; from promotion import building; "
    "from promotion.database import open_database; "
)
# A mark no ledger holds, left in a build: whoever shows it took the row from there.
MARK = "taken over"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty cache folder of this test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("PROMOTION_CACHE", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path, cache):
    """Two ledgers, built, with a mark on the build's row of the first; the second has changed."""
    write(tmp_path / "ledgers", "a.csv", contact("A", "2020-01-05"))
    write(tmp_path / "ledgers", "b.csv", contact("B", "2020-01-06"))
    open_database(tmp_path / "ledgers").close()
    (build,) = cache.glob("*.duckdb")
    with duckdb.connect(str(build)) as connection:
        connection.execute("update contacts set organisation = ? where file = 'a.csv'", [MARK])
    write(tmp_path / "ledgers", "b.csv", contact("B", "2020-01-06"), contact("C", "2020-01-07"))
    return tmp_path / "ledgers"


def organisations(data):
    rows = data.run("drill/contacts", **english().parameters(), page_size=10, offset=0)
    return dict(zip(rows["contact_id"], rows["organisation"], strict=True))


def opened(folder):
    """With whom each contact was, as the folder's database has it now."""
    data = open_database(folder)
    try:
        return organisations(data)
    finally:
        data.close()


WITH_MARK = {"A": MARK, "B": None, "C": None}
READ_ANEW = {"A": None, "B": None, "C": None}


def test_a_ledger_that_has_not_changed_is_taken_from_the_last_build(folder):
    assert opened(folder) == WITH_MARK


def test_the_last_build_may_be_served_meanwhile(folder, tmp_path):
    write(folder, "b.csv", contact("B", "2020-01-06"))
    served = open_database(folder)
    write(folder, "b.csv", contact("B", "2020-01-06"), contact("C", "2020-01-07"))

    assert opened(folder) == WITH_MARK
    served.forget()
    assert organisations(served) == {"A": MARK, "B": None}


def test_a_server_takes_it_from_the_build_it_serves(folder):
    store = Store(folder)
    write(folder, "b.csv", contact("D", "2020-01-08"))
    store.current()
    store._builder.join(timeout=60)

    assert organisations(store.current().database) == {"A": MARK, "D": None}


def test_a_build_by_other_code_is_not_used(folder, monkeypatch):
    monkeypatch.setattr(data_version, "_code_version", lambda: "another")

    assert opened(folder) == READ_ANEW


def test_a_build_of_another_folder_is_not_used(folder, tmp_path):
    other = tmp_path / "other"
    folder.rename(other)

    assert opened(other) == READ_ANEW


def test_a_build_by_other_reference_tables_is_not_used(folder):
    (folder / "reference").mkdir()
    blanks = (ROOT / "data" / "reference" / "blanks.csv").read_text(encoding="utf-8")
    (folder / "reference" / "blanks.csv").write_text(f"{blanks}nobody\n", encoding="utf-8")

    assert opened(folder) == READ_ANEW


@pytest.mark.parametrize("damage", ["no database", "cut short", "a bad block", "a table gone"])
def test_a_damaged_build_is_not_used(folder, cache, damage):
    (build,) = cache.glob("*.duckdb")
    content = bytearray(build.read_bytes())
    if damage == "no database":
        build.write_bytes(b"half a database")
    elif damage == "cut short":
        build.write_bytes(content[: len(content) // 2])
    elif damage == "a bad block":
        # All but the headers, the first three blocks of 4 KiB.
        build.write_bytes(content[:12288] + bytes(byte ^ 255 for byte in content[12288:]))
    else:
        with duckdb.connect(str(build)) as connection:
            connection.execute("drop table repeated_contacts; drop table ledger_states")

    assert opened(folder) == READ_ANEW


def test_a_build_from_the_last_that_fails_leaves_only_the_last(folder, cache, monkeypatch):
    before = sorted(cache.iterdir())
    monkeypatch.setattr(building, "MARTS", (*MARTS, "no_such_mart"))
    with pytest.raises(FileNotFoundError):
        open_database(folder)

    assert sorted(cache.iterdir()) == before


def test_a_build_from_the_last_that_is_killed_leaves_only_the_last(folder, cache):
    before = sorted(cache.glob("*.duckdb"))
    killed = (
        "query_text = building.query_text; building.query_text = lambda name: "
        "os.kill(os.getpid(), signal.SIGKILL) if name.startswith('marts/') else query_text(name); "
    )
    process = _python(f"{OPEN}{killed}open_database(Path(sys.argv[1]))", folder)

    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    assert sorted(cache.glob("*.duckdb")) == before
    assert opened(folder) == WITH_MARK


def test_processes_and_threads_may_all_build_from_the_last_at_once(folder, cache):
    ask = f"{OPEN}print(len(open_database(Path(sys.argv[1])).run('data/files')))"
    processes = [_python(ask, folder) for _process in range(2)]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(opened, [folder] * 4))

    assert found == [WITH_MARK] * 4
    assert [process.communicate(timeout=60)[0].strip() for process in processes] == ["2", "2"]
    assert len(list(cache.glob("*.duckdb"))) == 2


def test_the_newest_of_several_builds_is_used(folder, cache):
    open_database(folder).close()
    newest = max(cache.glob("*.duckdb"), key=lambda path: path.stat().st_mtime_ns)
    with duckdb.connect(str(newest)) as connection:
        connection.execute("update contacts set organisation = 'newest'")
    os.utime(newest)
    write(folder, "d.csv", contact("D", "2020-01-08"))

    assert opened(folder) == {"A": "newest", "B": "newest", "C": "newest", "D": None}


def test_a_ledger_changed_back_to_an_older_state_is_read_by_its_own_state(folder):
    kept = folder.parent / "kept.csv"
    shutil.move(folder / "b.csv", kept)
    assert opened(folder) == {"A": MARK}
    shutil.move(kept, folder / "b.csv")

    assert opened(folder) == WITH_MARK


def _python(code, folder):
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
