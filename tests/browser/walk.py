"""A reader's walk through every page: whatever can be found out on each while it is open."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from tests.browser import looks
from tests.browser.accessibility import serious_faults, tab_through
from tests.browser.page_state import foreign_requests
from tests.browser.reader import PAGES, turn, visit
from tests.browser.windows import Windows

Size = tuple[int, int]

LOCALES = {"zh": "zh-CN", "en": "en-US"}
PRINTED_WHOLE = ("/", "/district", "/library")
A4_WIDTH_PX = 1047  # less its margins

# What is wider than the sheet: a chart, or the words around it.
_CUT_IN_PRINT = """(width) => [...document.querySelectorAll(
        ".page-head, .headline, [class*='st-key-card_'], .stPlotlyChart, .main-svg, .words table")]
    .filter((element) => element.checkVisibility())
    .map((element) => [element.className.baseVal ?? element.className,
        element.getBoundingClientRect().right])
    .filter(([, right]) => right > width + 1)"""


@dataclass(frozen=True)
class Walk:
    """Who walks, with a window of which size, and what is looked for besides looks."""

    language: str
    size: Size
    is_loaded: bool = False  # each page by its address, not only the first
    has_axe: bool = False
    has_keyboard: bool = False
    is_printed: bool = False
    is_printed_whole: bool = False

    def __str__(self) -> str:
        width_px, height_px = self.size
        return f"{self.language} {width_px}x{height_px}"


@dataclass
class Found:
    """What was found on one page; what was not looked for is empty."""

    exceptions: int
    tongue: str
    help: str
    # Alternatives of charts; what overflows, is cut, overlaps, is lost, is foreign.
    looks: dict[str, list]
    axe: list[str] = field(default_factory=list)
    keyboard: dict[str, list[str]] = field(default_factory=dict)
    cut_in_print: list = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)  # of the lists' columns
    sheets: Path | None = None
    requests: list[str] = field(default_factory=list)


def found_on(walk: Walk, windows: Windows, dashboard_url: str, folder: Path) -> dict[str, Found]:
    """What was found on each page, by its address; sheets are put into the folder."""
    with windows.lent(LOCALES[walk.language], *walk.size) as page:
        return {address: _found(walk, page, dashboard_url, address, folder) for address in PAGES}


def _found(walk: Walk, page: Page, dashboard_url: str, address: str, folder: Path) -> Found:
    _resize(page, walk.size)
    if walk.is_loaded or not page.url.startswith(dashboard_url):
        visit(page, dashboard_url + address)
    else:
        turn(page, address)
    found = Found(
        exceptions=page.locator('[data-testid="stException"]').count(),
        tongue=page.evaluate("document.documentElement.lang"),
        help=page.locator("details.page-help").evaluate("help => help.textContent"),
        looks=_looks(page, walk.language),
    )
    if walk.has_axe:
        # Contrast takes axe most of its time, and is the same in every language.
        found.axe = serious_faults(page, with_contrast=walk.language == "zh")
    if walk.has_keyboard:
        found.keyboard = tab_through(page)
    if walk.is_printed_whole and address in PRINTED_WHOLE:
        found.titles = page.locator(".figure-head h2").all_inner_texts()
        found.headings = page.locator(".printed th").all_text_contents()
        found.sheets = folder / f"{address.strip('/')}.pdf"
        page.pdf(path=found.sheets, prefer_css_page_size=True, print_background=True)
    if walk.is_printed:
        found.cut_in_print = _cut_in_print(page, walk.size)
    found.requests = foreign_requests(page)
    return found


def _resize(page: Page, size: Size) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def _looks(page: Page, language: str) -> dict[str, list]:
    charts = page.locator('[data-testid="stPlotlyChart"]')
    return {
        "alternatives": charts.evaluate_all("all => all.map((chart) => chart.ariaLabel)"),
        "overflowing": looks.overflowing(page),
        "cut": looks.cut_texts(page),
        "choices": looks.cut_choices(page),
        "pale": looks.pale_bar_labels(page),
        "overlapping": looks.overlapping_cards(page),
        "legends": looks.misplaced_legends(page),
        "lost": looks.lost_chart_texts(page),
        "foreign": looks.foreign_words(looks.visible_words(page), language),
    }


def _cut_in_print(page: Page, size: Size) -> list:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # as a browser that prints
    page.emulate_media(media="print")
    _resize(page, (A4_WIDTH_PX, size[1]))
    cut = page.evaluate(_CUT_IN_PRINT, A4_WIDTH_PX)
    page.emulate_media(media="null")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return cut


def sheet_facts(sheets: Path) -> str:
    """What pdfinfo says of the file."""
    return subprocess.run(["pdfinfo", sheets], capture_output=True, text=True, check=True).stdout


def sheet_words(sheets: Path) -> list[str]:
    """The words on each sheet, without what stands between them."""
    read = subprocess.run(["pdftotext", sheets, "-"], capture_output=True, text=True, check=True)
    return ["".join(sheet.split()) for sheet in read.stdout.split("\f")[:-1]]
