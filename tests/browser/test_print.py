"""Every page prints on sheets of A4 landscape, with no chart cut at an edge or between sheets."""

import subprocess

import pytest

from tests.browser.page_state import wait_idle
from tests.browser.reader import PAGES, visit

A4_LANDSCAPE_POINTS = (842, 595)
WIDTH_PX = 1061
SIZES_PX = [(1366, 768), (1920, 1080), (390, 844)]

# What is wider than the sheet: a chart, or the words around it.
_CUT = """(width) => [...document.querySelectorAll(
        ".page-head, .headline, [class*='st-key-card_'], .stPlotlyChart, .main-svg, .words table")]
    .filter((element) => element.checkVisibility())
    .map((element) => [element.className.baseVal ?? element.className,
        element.getBoundingClientRect().right])
    .filter(([, right]) => right > width + 1)"""


@pytest.fixture(scope="module")
def window(browser):
    """A Chinese reader's window, kept from page to page."""
    context = browser.new_context(locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("size", SIZES_PX, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_chart_is_wider_than_the_sheet(dashboard_url, window, size):
    cut = {}
    for address in PAGES:
        window.set_viewport_size({"width": size[0], "height": size[1]})
        visit(window, dashboard_url + address)
        window.evaluate("dispatchEvent(new Event('beforeprint'))")  # as a browser that prints
        window.emulate_media(media="print")
        window.set_viewport_size({"width": WIDTH_PX, "height": size[1]})
        cut[address] = window.evaluate(_CUT, WIDTH_PX)
        window.emulate_media(media="null")

    assert cut == {address: [] for address in PAGES}


@pytest.mark.parametrize("address", ["/", "/library"])
def test_the_sheets_are_a4_landscape_and_hold_the_whole_page(
    dashboard_url, window, tmp_path, address
):
    window.set_viewport_size({"width": 1366, "height": 768})
    visit(window, dashboard_url + address)
    titles = window.locator(".figure-head h2").all_inner_texts()
    path = tmp_path / "page.pdf"
    window.pdf(path=path, prefer_css_page_size=True, print_background=True)
    facts = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    words = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)

    size = next(line for line in facts.splitlines() if line.startswith("Page size")).split()
    assert (round(float(size[2])), round(float(size[4]))) == A4_LANDSCAPE_POINTS
    said = "".join(words.stdout.split())
    assert [title for title in titles if "".join(title.split()) not in said] == []
    wait_idle(window)
