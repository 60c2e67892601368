"""The database file damaged while it is served, or before: no wrong number, and said so."""

import os

import duckdb
import pytest

from promotion.database import open_database
from tests.ledgers import contact, english, project, write


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PROMOTION_CACHE", str(tmp_path / "cache"))
    rows = [contact(f"C{place}", "2020-01-05", organisation="x" * 50) for place in range(20_000)]
    write(tmp_path / "ledgers", "contacts.csv", *rows)
    write(tmp_path / "ledgers", "projects.csv", project("P", "2020-01-05"))
    return tmp_path / "ledgers"


def contact_count(database):
    return database.run("drill/counts", **english().parameters())["contact_count"].tolist()[0]


def truncated(path):
    os.truncate(path, path.stat().st_size // 2)


def without_header(path):
    with path.open("r+b") as file:
        file.write(bytes(4096))


def middle_turned(path):
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(12288)
        content = file.read(size - 12288)
        file.seek(12288)
        file.write(bytes(byte ^ 0xFF for byte in content))


@pytest.mark.parametrize("damage", [without_header, middle_turned])
def test_a_kept_database_that_is_damaged_is_built_again(folder, damage):
    first = open_database(folder)
    first.close()
    damage(first.path)

    assert contact_count(open_database(folder)) == 20_000


@pytest.mark.parametrize("damage", [truncated, without_header, middle_turned])
def test_one_damaged_while_it_is_served_gives_no_wrong_number(folder, damage):
    served = open_database(folder)
    damage(served.path)
    try:
        counted = contact_count(served)
    except duckdb.Error:
        counted = None

    assert counted in (None, 20_000)
