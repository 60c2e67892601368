"""What every test starts from: English, no ledgers but those it names, a cache of its own."""

import os
import shutil
from functools import cache
from importlib import import_module

import pytest

from promotion import query
from promotion.database import open_database
from promotion.language import use_language
from tests.ledgers import LEDGERS, SAMPLE_DATA, SMALL
from tests.shares import Shares, longest_first


def pytest_collection_modifyitems(items):
    """Nothing; puts the longest files first, so that no process is left alone with one."""
    items.sort(key=lambda item: longest_first(item.path))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    """One process more than processors: many tests wait for a browser, a builder or a clock."""
    return len(os.sched_getaffinity(0)) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """How tests are shared among processes where whole files are."""
    return Shares(config, log) if config.getoption("dist") == "loadfile" else None


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    """Built databases stay out of the reader's own cache folder; servers under test share them."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("PROMOTION_DATA", "PROMOTION_MARTS"):
            environment.delenv(name, raising=False)
        environment.setenv("PROMOTION_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def english():
    """A test that changes the language changes it for itself."""
    with use_language("en"):
        yield


@pytest.fixture(scope="session")
def packages_scanned_once():
    """Streamlit looks through all installed packages whenever an app starts; they stay the same."""
    # Imported here: most tests do without Streamlit, which takes longer to import than they do.
    scanner = import_module("streamlit.components.v2.manifest_scanner")
    with pytest.MonkeyPatch.context() as patch:
        scan = cache(scanner.scan_component_manifests)
        patch.setattr(scanner, "scan_component_manifests", scan)
        yield


@pytest.fixture(scope="session")
def small(own_cache):
    """The small ledgers, whose every figure can be computed by head."""
    return open_database(SMALL)


@pytest.fixture(scope="session")
def dev(own_cache):
    """Ledgers with every quirk of offices; what they hold is in dev.truth.json."""
    return open_database(SAMPLE_DATA / "dev")


@pytest.fixture(scope="session")
def sample(own_cache):
    """The committed sample ledgers."""
    return open_database(LEDGERS)


@pytest.fixture
def put_query(tmp_path, monkeypatch):
    """A function that puts a query of this SQL in a place of its own beside the product's."""
    queries = shutil.copytree(query.QUERIES, tmp_path / "queries")
    monkeypatch.setattr(query, "QUERIES", queries)

    def put(name: str, sql: str) -> None:
        path = queries / f"{name}.sql"
        path.parent.mkdir(exist_ok=True)
        path.write_text(sql, encoding="utf-8")
        _forget_texts()

    yield put
    _forget_texts()


def _forget_texts():
    query.query_text.cache_clear()
    query.parameter_names.cache_clear()
