"""How long a reader waits in Chromium: until every chart is drawn, and drawn again."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Playwright

from tests.browser.page_state import wait_idle

VIEWPORT = {"width": 1920, "height": 1080}
TIMEOUT_MS = 120_000

# What every chart on the page holds and has drawn, as one text; empty while one is being drawn.
_CHARTS = """
window.chartsHeld = () => {
  const held = [...document.querySelectorAll(".stPlotlyChart")].map((frame) => {
    const chart = frame.querySelector(".js-plotly-plot");
    const isDrawn = chart?.calcdata && chart.querySelector(".main-svg");
    return isDrawn ? JSON.stringify(chart.data) : "";
  });
  return held.length > 0 && held.every((text) => text) ? held.join("\\n") : "";
};
window.difference = (wanted) => {
  const [is, was] = [window.chartsHeld(), wanted].map((text) => text.split("\\n"));
  const place = was.findIndex((text, number) => text !== is[number]);
  return `chart ${place} holds\\n${is[place]}\\nand held after the same choices\\n${was[place]}`;
};
"""
_ALL_DRAWN = """count => document.querySelectorAll(".stPlotlyChart").length >= count
  && window.chartsHeld() && (window.drawnAt ??= performance.now())"""
# Starts on the next click, which chooses the option; ends when all charts hold what they should.
_WATCH = """([wanted, timeout]) => {
  window.waited = new Promise((resolve, reject) => document.addEventListener("click", () => {
    const start = performance.now();
    const look = () => {
      const passed = performance.now() - start;
      if (window.chartsHeld() === wanted) resolve(passed);
      else if (passed > timeout) reject(new Error(window.difference(wanted)));
      else requestAnimationFrame(look);
    };
    look();
  }, {capture: true, once: true}));
  window.waited.catch(() => {});
}"""


@contextmanager
def new_browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser that has seen nothing yet."""
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
    )
    try:
        yield browser
    finally:
        browser.close()


def new_page(browser: Browser) -> Page:
    """A blank page that can tell what its charts hold."""
    page = browser.new_context(viewport=VIEWPORT, locale="en-US").new_page()
    page.set_default_timeout(TIMEOUT_MS)
    page.add_init_script(_CHARTS)
    return page


def opened(browser: Browser, address: str) -> Page:
    """The page at the address in a window of its own, once it has settled."""
    page = new_page(browser)
    page.goto(address)
    wait_idle(page, timeout_ms=TIMEOUT_MS)
    return page


def opening_seconds(playwright: Playwright, address: str, charts: int) -> tuple[float, float]:
    """Seconds until every chart is drawn, in a new browser and when opened again in it."""
    seconds = []
    with new_browser(playwright) as browser:
        page = new_page(browser)
        for _visit in ("first", "again"):
            seconds.append(visit(page, address, charts))
            wait_idle(page, timeout_ms=TIMEOUT_MS)
    return seconds[0], seconds[1]


def visit(page: Page, address: str, charts: int) -> float:
    """Seconds from opening the address until so many charts are drawn."""
    page.goto(address, wait_until="commit")
    page.wait_for_function(_ALL_DRAWN, arg=charts, polling="raf")
    return page.evaluate("window.drawnAt") / 1000


def choose(page: Page, key: str, option: str) -> None:
    """Nothing; chooses an option of the select box with this key."""
    _open(page, key)
    page.get_by_role("option", name=option, exact=True).click()


def _open(page: Page, key: str) -> None:
    page.locator(f".st-key-{key} input").first.click()
    page.get_by_role("option").first.wait_for()


def held_after_each(page: Page, steps: list[tuple[str, str]]) -> list[str]:
    """What the charts hold after each step, a select box's key and the option to choose."""
    held = [page.evaluate("window.chartsHeld()")]
    for key, option in steps:
        choose(page, key, option)
        wait_idle(page, still_ms=600, timeout_ms=TIMEOUT_MS)
        held.append(page.evaluate("window.chartsHeld()"))
        if held[-1] == held[-2]:
            raise ValueError(f"choosing {option!r} changes no chart: nothing to time")
    return held[1:]


def change_seconds(page: Page, step: tuple[str, str], wanted: str) -> float:
    """Seconds from choosing the step's option until every chart holds what is wanted."""
    seconds = change(page, step, wanted)
    wait_idle(page, timeout_ms=TIMEOUT_MS)
    return seconds


def change(page: Page, step: tuple[str, str], wanted: str) -> float:
    """As `change_seconds`, the page not yet settled."""
    key, option = step
    page.bring_to_front()
    _open(page, key)
    page.evaluate(_WATCH, [wanted, TIMEOUT_MS])
    page.get_by_role("option", name=option, exact=True).click()
    return page.evaluate("window.waited") / 1000
