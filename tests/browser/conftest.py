"""A real dashboard and a real Chromium."""

import shutil
from contextlib import ExitStack

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.serving import serve
from tests.browser.windows import Windows

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def dashboard_url(tmp_path_factory):
    """The address of a dashboard on the sample ledgers, shared by all tests."""
    with serve(tmp_path_factory.mktemp("dashboard") / "log.txt") as url:
        yield url


@pytest.fixture
def start_dashboard(tmp_path_factory):
    """A function that serves a fresh dashboard on a folder of ledgers and gives its address."""
    with ExitStack() as servers:

        def start(data=None, **options):
            log = tmp_path_factory.mktemp("dashboard") / "log.txt"
            return servers.enter_context(serve(log, data, **options))

        yield start


@pytest.fixture(scope="session")
def browser():
    """Chromium as Debian ships it."""
    chromium = shutil.which("chromium")
    assert chromium, "Chromium is missing: `make test` installs it, or apt-get install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def windows(browser):
    """Windows that are opened once and lent to one test after another: see `Windows`."""
    return Windows(browser)


@pytest.fixture
def new_page(windows):
    """A function that opens a reader's window: its language, its size in pixels."""
    with ExitStack() as lent:

        def open_window(locale="zh-CN", width_px=1366, height_px=768, **options):
            return lent.enter_context(windows.lent(locale, width_px, height_px, **options))

        yield open_window


@pytest.fixture(scope="module")
def english_page(windows):
    """An English reader's window, kept through the tests of a module: each visits what it needs."""
    with windows.lent("en-US", 1366, 768) as page:
        yield page


@pytest.fixture
def page(new_page):
    """A Chinese reader's window on the smallest screen that offices use."""
    return new_page()
