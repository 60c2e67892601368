"""What a browser's main thread does while a reader waits, beside the floor: Chromium's profile.

The server has been asked for all views before, so that what is measured is the browser. Taking the
profile makes everything a little slower, alike on both pages.
"""

from collections import Counter
from collections.abc import Callable

from playwright.sync_api import CDPSession, Playwright

from tests.bench import waits
from tests.bench.table import Line
from tests.browser.page_state import wait_idle

SAMPLE_MICROSECONDS = 200
CHARTS, PAGE = "drawing charts (Plotly)", "arranging the page (React, Streamlit)"
BROWSER, GARBAGE = "style, layout, painting", "freeing memory"
PARTS = (CHARTS, PAGE, BROWSER, GARBAGE)
_OUTSIDE_SCRIPTS = {"(program)": BROWSER, "(garbage collector)": GARBAGE, "(idle)": "idle"}

Profile = dict[str, float]


def profile_lines(
    playwright: Playwright, addresses: dict[str, str], steps: dict[str, list[tuple[str, str]]]
) -> list[Line]:
    """Milliseconds for each kind of work, of the server "few" against "floor".

    `steps` are the choices whose changes are profiled, the first of which warms the browser.
    """
    found = {name: _profiles(playwright, addresses[name], steps[name]) for name in ("few", "floor")}
    return [
        Line(f"{what}: {part}", found["few"][what][part], "ms", None, found["floor"][what][part])
        for what in ("filter change", "revisit")
        for part in PARTS
    ]


def _profiles(
    playwright: Playwright, address: str, steps: list[tuple[str, str]]
) -> dict[str, Profile]:
    with waits.new_browser(playwright) as browser:
        page = waits.opened(browser, address)
        held = waits.held_after_each(page, steps)
        charts = page.locator(".stPlotlyChart").count()
        page.goto(address)
        wait_idle(page, timeout_ms=waits.TIMEOUT_MS)
        session = page.context.new_cdp_session(page)
        session.send("Profiler.enable")
        session.send("Profiler.setSamplingInterval", {"interval": SAMPLE_MICROSECONDS})
        changes = [
            _profile(session, lambda step=step, wanted=wanted: waits.change(page, step, wanted))
            for step, wanted in zip(steps, held, strict=True)
        ]
        visits = [_profile(session, lambda: waits.visit(page, address, charts)) for _step in steps]
    return {"filter change": _mean(changes[1:]), "revisit": _mean(visits[1:])}


def _profile(session: CDPSession, action: Callable[[], object]) -> Profile:
    """Milliseconds for each kind of work while the action lasts."""
    session.send("Profiler.start")
    action()
    profile = session.send("Profiler.stop")["profile"]
    nodes = {node["id"]: node for node in profile["nodes"]}
    parents = {child: node["id"] for node in profile["nodes"] for child in node.get("children", ())}
    kinds = {number: _kind(number, nodes, parents) for number in nodes}
    spent: Counter[str] = Counter()
    for number, microseconds in zip(profile["samples"], profile["timeDeltas"], strict=True):
        spent[kinds[number]] += microseconds / 1000
    return spent


def _kind(number: int | None, nodes: dict[int, dict], parents: dict[int, int]) -> str:
    """What a sample was doing: Plotly's work wherever that is among its callers."""
    name = nodes[number]["callFrame"]["functionName"]
    if name in _OUTSIDE_SCRIPTS:
        return _OUTSIDE_SCRIPTS[name]
    while number is not None:
        if "PlotlyChart" in nodes[number]["callFrame"]["url"]:
            return CHARTS
        number = parents.get(number)
    return PAGE


def _mean(profiles: list[Profile]) -> Profile:
    return {part: sum(each[part] for each in profiles) / len(profiles) for part in PARTS}
