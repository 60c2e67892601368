"""What a reader sees on a page and does with it, whatever the language."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.page_state import wait_idle

PAGES = [
    "/",
    "/district",
    "/industry",
    "/library",
    "/cloud",
    "/foreign_capital",
    "/supply_chain",
    "/sites",
    "/compare",
    "/targets",
    "/briefing",
    "/data",
]
_TURN = """(address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
}"""
_CHART = """name => {
    const chart = document.querySelector(`.st-key-card_${CSS.escape(name)} .js-plotly-plot`);
    return chart.data.map((trace) => ({customdata: trace.customdata ?? null}));
}"""


def visit(page: Page, address: str) -> Page:
    """The page, once everything at the address is drawn."""
    page.goto(address)
    wait_idle(page)
    return page


def turn(page: Page, address: str) -> Page:
    """The page at the address, turned to within the dashboard, once everything is drawn.

    The menu does the same, but not all of it is in sight in every window.
    """
    title = page.locator(".page-head h1")
    left = title.inner_text()
    page.evaluate(_TURN, address)
    expect(title).not_to_have_text(left)
    wait_idle(page)
    return page


def wait_for_view(page: Page, parameter: str) -> None:
    """Nothing, once the address holds the parameter and everything is drawn."""
    page.wait_for_url(re.compile(f"[?&]{re.escape(parameter)}(&|$)"))
    wait_idle(page)


def wait_for_words(page: Page, words: str, timeout_ms: int = 20_000) -> None:
    """Nothing, once the page says the words and everything is drawn."""
    page.locator('[data-testid="stMain"]').get_by_text(words).first.wait_for(timeout=timeout_ms)
    wait_idle(page)


def wait_for_contacts(page: Page, count: str) -> None:
    """Nothing, once the headline counts so many contacts; nobody touches the page."""
    page.wait_for_function(
        "count => document.querySelector('.headline .value')?.innerText === count",
        arg=count,
        timeout=20_000,
    )
    wait_idle(page)


def main(page: Page) -> Locator:
    """The page beside the sidebar."""
    return page.locator('[data-testid="stMain"]')


def sidebar(page: Page) -> Locator:
    """Where the filters are."""
    return page.locator('[data-testid="stSidebar"]')


def choose(page: Page, label: str, option: str) -> None:
    """Nothing; chooses an option of a filter in the sidebar."""
    sidebar(page).get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()
    # A list of several choices stays open, and the next click would only close it.
    page.keyboard.press("Escape")
    page.get_by_role("listbox").wait_for(state="detached")


def card(page: Page, name: str) -> Locator:
    """An exhibit on the page with everything under it."""
    return page.locator(f".st-key-card_{name}")


def chips(page: Page) -> list[str]:
    """The names of what is filtered by, as the chips show them."""
    each = '[class*="st-key-chip_"]:not(.st-key-chip_all) button:visible p'
    return page.locator(each).all_inner_texts()


def remove_chip(page: Page, dimension: str, code: str) -> None:
    """Nothing; clicks the chip of a filter."""
    page.locator(f".st-key-chip_{dimension}_{code} button:visible").click()


def period_line(page: Page) -> str:
    """The line under the title: period, what it is compared with, what is filtered."""
    return page.locator(".page-head p").first.inner_text()


def headline(page: Page) -> list[str]:
    """The values of the headline row, in its order."""
    return page.locator(".headline .value").all_inner_texts()


def codes_in_chart(page: Page, name: str) -> list[object]:
    """The codes that the marks of a chart stand for, in the order they are drawn."""
    traces = page.evaluate(_CHART, name)
    return next(trace["customdata"] for trace in traces if trace["customdata"])


def click_mark(page: Page, name: str, codes: object) -> None:
    """Nothing; clicks the bar, tile or cell of these codes in the middle."""
    place = codes_in_chart(page, name).index(codes)
    mark = card(page, name).locator(".point").nth(place)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def open_take_away(page: Page, name: str) -> Locator:
    """What opens under a figure: its files, rows and query."""
    card(page, name).locator('button[data-figure-action="files"]').click()
    opened = page.get_by_role("dialog")
    opened.get_by_role("button", name="XLSX", exact=True).wait_for()
    wait_idle(page)
    return opened


def download(page: Page, opened: Locator, kind: str, folder: Path) -> Path:
    """The file that a button gives, under the name it comes with."""
    with page.expect_download() as coming:
        opened.get_by_role("button", name=kind, exact=True).click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path
