"""The overview in Chromium against the floor: opening it, and changing a filter."""

import os
import statistics
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from tests.bench import browser_profile, waits
from tests.bench.table import Line
from tests.browser.serving import serve

FLOOR = Path(__file__).with_name("floor_app.py")
DASHBOARD = FLOOR.parents[2] / "dashboard.py"
PERIODS = ("This month", "Year to date", "Last 12 months", "All", "This quarter")
CAPITALS = ("All capital", "Foreign capital", "Domestic capital")
# There and back through the capitals, under one period after the other: each view is new to the
# server that is timed, so that no kept answer makes it look quick. The first change is not
# counted: it warms the browser.
DASHBOARD_STEPS = [
    step
    for place, period in enumerate(PERIODS)
    for step in (
        ("period", period),
        *(("capital", capital) for capital in CAPITALS[:: 1 - 2 * (place % 2)][1:]),
    )
]
FLOOR_STEPS = [("view", ("second", "first")[place % 2]) for place in range(len(DASHBOARD_STEPS))]
STEPS = {"few": DASHBOARD_STEPS, "many": DASHBOARD_STEPS, "floor": FLOOR_STEPS}

Server = Callable[[], AbstractContextManager[str]]


def page_lines(few: Path, many: Path, contacts: int, rounds: int) -> list[Line]:
    """The lines of the overview on few and many contacts, and of the floor beside it."""
    _serve_the_floor_alike()
    logs = many.parent
    servers: dict[str, Server] = {
        "few": lambda: serve(logs / "few.log", few, DASHBOARD),
        "many": lambda: serve(logs / "many.log", many, DASHBOARD),
        "floor": lambda: serve(logs / "floor.log", None, FLOOR),
    }
    with sync_playwright() as playwright:
        expected, charts = _expected_views(playwright, servers)
        with ExitStack() as running:
            addresses = {name: running.enter_context(server()) for name, server in servers.items()}
            compared = {name: addresses[name] for name in ("few", "floor")}
            opened = _opening_seconds(playwright, compared, charts, rounds)
            changed = _change_seconds(playwright, addresses, expected)
            profiled = browser_profile.profile_lines(playwright, compared, STEPS)
    return [
        Line(f"filter change, {charts} charts", changed["few"], "s", 1.25, changed["floor"]),
        Line(f"filter change, {contacts:,} contacts", changed["many"], "s", 1.2, changed["few"]),
        Line("first paint, new browser", opened["few"][0], "s", 1.2, opened["floor"][0]),
        Line("first paint, revisit", opened["few"][1], "s", 1.2, opened["floor"][1]),
        *profiled,
    ]


def _serve_the_floor_alike() -> None:
    """Nothing; gives the floor, which lies outside the product, the product's server settings."""
    os.environ.update(
        STREAMLIT_SERVER_ADDRESS="localhost",
        STREAMLIT_SERVER_HEADLESS="true",
        STREAMLIT_SERVER_FILE_WATCHER_TYPE="none",
        STREAMLIT_BROWSER_GATHER_USAGE_STATS="false",
        STREAMLIT_RUNNER_MAGIC_ENABLED="false",
    )


def _expected_views(
    playwright: Playwright, servers: dict[str, Server]
) -> tuple[dict[str, list[str]], int]:
    """What the charts hold after each step, learnt from servers that are not timed; their number.

    The floor comes last, as it is to have as many charts as the dashboard.
    """
    expected, charts = {}, 0
    for name, server in servers.items():
        with server() as address, waits.new_browser(playwright) as browser:
            page = waits.opened(browser, address)
            expected[name] = waits.held_after_each(page, STEPS[name])
            charts = page.locator(".stPlotlyChart").count()
        os.environ["FLOOR_CHARTS"] = str(charts)
    return expected, charts


def _opening_seconds(
    playwright: Playwright, addresses: dict[str, str], charts: int, rounds: int
) -> dict[str, tuple[float, float]]:
    """The medians of opening in new browsers and opening again; the first warms the servers."""
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in addresses}
    for _round in range(rounds + 1):
        for name, address in addresses.items():
            seconds[name].append(waits.opening_seconds(playwright, address, charts))
    return {
        name: (
            statistics.median(first for first, _again in pairs[1:]),
            statistics.median(again for _first, again in pairs[1:]),
        )
        for name, pairs in seconds.items()
    }


def _change_seconds(
    playwright: Playwright, addresses: dict[str, str], expected: dict[str, list[str]]
) -> dict[str, float]:
    """The medians of the changes.

    The pages take turns, and each turn another begins, so that all meet the same machine.
    """
    seconds: dict[str, list[float]] = {name: [] for name in addresses}
    with waits.new_browser(playwright) as browser:
        pages = {name: waits.opened(browser, address) for name, address in addresses.items()}
        order = deque(pages)
        for turn in range(len(DASHBOARD_STEPS)):
            for name in order:
                step, wanted = STEPS[name][turn], expected[name][turn]
                seconds[name].append(waits.change_seconds(pages[name], step, wanted))
            order.rotate()
    return {name: statistics.median(each[1:]) for name, each in seconds.items()}
