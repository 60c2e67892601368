"""Every fault is met by ledgers and a cache of the test's own, and by readers in English."""

import shutil
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from promotion import settling
from tests.faults.common import ROOT
from tests.ledgers import SMALL


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """The cache folder, empty; a subprocess has the same."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("PROMOTION_CACHE", str(folder))
    return folder


@pytest.fixture(autouse=True)
def settle_soon(monkeypatch):
    """Ledgers under test rest at once; a test of growing ones waits longer itself."""
    monkeypatch.setattr(settling, "SETTLE_SECONDS", 0.05)


@pytest.fixture
def folder(tmp_path):
    """The small ledgers, eleven contacts in the first quarter, to be spoiled."""
    return shutil.copytree(SMALL, tmp_path / "ledgers")


@pytest.fixture
def open_overview(monkeypatch, folder, packages_scanned_once):
    """A function that opens the overview page of the folder in a server of the test's own."""
    monkeypatch.setenv("PROMOTION_DATA", str(folder))
    st.cache_resource.clear()

    def open_page(**parameters: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
        app.query_params["lang"] = "en"
        for name, text in parameters.items():
            app.query_params[name] = text
        return app.run()

    yield open_page
    st.cache_resource.clear()


@pytest.fixture
def away(tmp_path) -> Path:
    """A folder beside the ledgers, on the same disk."""
    path = tmp_path / "away"
    path.mkdir()
    return path
