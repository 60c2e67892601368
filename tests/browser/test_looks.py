"""Every page, in both languages and at three sizes of window, is whole and legible."""

import pytest

from tests.browser import looks
from tests.browser.page_state import foreign_requests, record_requests
from tests.browser.reader import PAGES, visit

SIZES_PX = [(1366, 768), (1920, 1080), (390, 844)]
CHART_COUNTS = {
    "/": 7,
    "/district": 4,
    "/industry": 4,
    "/library": 5,
    "/cloud": 7,
    "/foreign_capital": 5,
    "/supply_chain": 6,
    "/sites": 4,
    "/compare": 6,
    "/targets": 4,
    "/briefing": 0,
    "/data": 0,
}


LOCALES = {"zh": "zh-CN", "en": "en-US"}


@pytest.fixture(scope="module")
def windows(browser):
    """A window for each language; it keeps what it has loaded when its size changes."""
    contexts = {language: browser.new_context(locale=LOCALES[language]) for language in LOCALES}
    for context in contexts.values():
        record_requests(context)
    yield {language: context.new_page() for language, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture(
    scope="module",
    params=[(language, size) for language in LOCALES for size in SIZES_PX],
    ids=lambda param: f"{param[0]} {param[1][0]}x{param[1][1]}",
)
def views(request, windows, dashboard_url):
    """What was found on each page by a reader of the language with a window of the size."""
    language, (width_px, height_px) = request.param
    page = windows[language]
    page.set_viewport_size({"width": width_px, "height": height_px})
    return {address: look_at(visit(page, dashboard_url + address), language) for address in PAGES}


def look_at(page, language):
    charts = page.locator('[data-testid="stPlotlyChart"]')
    return {
        "exceptions": page.locator('[data-testid="stException"]').count(),
        "alternatives": charts.evaluate_all("all => all.map((chart) => chart.ariaLabel)"),
        "requests": foreign_requests(page),
        "overflowing": looks.overflowing(page),
        "cut": looks.cut_texts(page),
        "choices": looks.cut_choices(page),
        "pale": looks.pale_bar_labels(page),
        "overlapping": looks.overlapping_cards(page),
        "lost": looks.lost_chart_texts(page),
        "foreign": looks.foreign_words(looks.visible_words(page), language),
    }


def by_page(views, fact):
    return {address: found[fact] for address, found in views.items()}


def none_on_any_page():
    return {address: [] for address in PAGES}


def test_no_page_fails(views):
    assert by_page(views, "exceptions") == dict.fromkeys(PAGES, 0)


def test_every_chart_is_drawn_and_told_in_words(views):
    alternatives = by_page(views, "alternatives")

    assert {address: len(texts) for address, texts in alternatives.items()} == CHART_COUNTS
    assert all(len(text) > 20 for texts in alternatives.values() for text in texts)
    assert all(len(set(texts)) == len(texts) for texts in alternatives.values())


def test_nothing_is_asked_of_another_machine(views):
    assert by_page(views, "requests") == none_on_any_page()


def test_no_page_moves_sideways(views):
    assert by_page(views, "overflowing") == none_on_any_page()


def test_no_text_is_cut(views):
    assert by_page(views, "cut") == none_on_any_page()


def test_what_is_chosen_fits_its_box(views):
    assert by_page(views, "choices") == none_on_any_page()


def test_labels_within_bars_stand_out_from_them(views):
    assert by_page(views, "pale") == none_on_any_page()


def test_no_figure_lies_on_another(views):
    assert by_page(views, "overlapping") == none_on_any_page()


def test_the_words_in_a_chart_stay_in_it_and_apart(views):
    assert by_page(views, "lost") == none_on_any_page()


def test_the_page_speaks_one_language(views):
    assert by_page(views, "foreign") == none_on_any_page()
