"""Two dashboards on the same ledgers and the same cache, as behind a reverse proxy."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from promotion.build_cache import LOCK
from tests.browser.reader import choose, headline, visit, wait_for_contacts
from tests.ledgers import SMALL

NEW_CONTACT = "C99,,yuyao,,2020-03-31,phone,matchmaking,CN,40,0\n"


@pytest.fixture
def folder(tmp_path):
    """A district's own copy of the small ledgers."""
    return shutil.copytree(SMALL, tmp_path / "ledgers")


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty cache folder that the dashboards of the test share."""
    cache = tmp_path / "cache"
    monkeypatch.setenv("PROMOTION_CACHE", str(cache))
    return cache


@pytest.fixture
def two_addresses(start_dashboard, folder, cache):
    """The addresses of two dashboards that were started at the same moment."""
    together = Barrier(2)

    def start(_place):
        together.wait()
        return start_dashboard(folder)

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(start, range(2)))


def test_two_processes_show_the_same_from_one_build(new_page, two_addresses, folder, cache):
    pages = [new_page(locale="en-US") for _address in two_addresses]
    for page, address in zip(pages, two_addresses, strict=True):
        page.goto(address, wait_until="commit")
    for page in pages:
        wait_for_contacts(page, "5")
    first, second = (headline(visit(page, page.url)) for page in pages)
    assert first == second
    [built] = cache.glob("*.duckdb")
    assert {path.name for path in cache.iterdir()} == {built.name, LOCK}

    with (folder / "contacts.csv").open("a", encoding="utf-8") as file:
        file.write(NEW_CONTACT)
    for page in pages:
        choose(page, "Compared with", "Nothing")
    for page in pages:
        wait_for_contacts(page, "6")
    assert headline(pages[0]) == headline(pages[1])
    assert {path.suffix for path in cache.iterdir()} == {".duckdb", ".lock"}
    assert len(list(cache.glob("*.duckdb"))) == 2
