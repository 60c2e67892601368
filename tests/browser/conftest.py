"""A real dashboard and a real Chromium."""

import shutil
from contextlib import ExitStack

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.page_state import record_requests
from tests.browser.serving import serve

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


@pytest.fixture
def new_page(browser):
    """A function that opens a reader's window: its language, its size in pixels."""
    with ExitStack() as windows:

        def open_window(locale="zh-CN", width_px=1366, height_px=768, **options):
            context = browser.new_context(
                locale=locale,
                viewport={"width": width_px, "height": height_px},
                accept_downloads=True,
                **options,
            )
            windows.callback(context.close)
            record_requests(context)
            return context.new_page()

        yield open_window


@pytest.fixture(scope="module")
def english_page(browser):
    """An English reader's window, kept through the tests of a module: each visits what it needs."""
    context = browser.new_context(
        locale="en-US", viewport={"width": 1366, "height": 768}, accept_downloads=True
    )
    record_requests(context)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(new_page):
    """A Chinese reader's window on the smallest screen that offices use."""
    return new_page()
