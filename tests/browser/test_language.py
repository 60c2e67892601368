"""The language is the browser's until the reader chooses; what opens on request follows it."""

import pytest

from tests.browser.looks import foreign_words, visible_words
from tests.browser.page_state import wait_idle
from tests.browser.reader import (
    headline,
    open_take_away,
    sidebar,
    visit,
    wait_for_view,
)


@pytest.mark.parametrize(
    ("locale", "title"),
    [
        ("zh-CN", "总览"),
        ("zh-TW", "总览"),
        ("en-US", "Overview"),
        ("de-DE", "Overview"),
    ],
)
def test_a_first_visit_is_in_the_browser_s_language(dashboard_url, new_page, locale, title):
    page = visit(new_page(locale), dashboard_url)

    assert page.locator("h1").inner_text() == title
    assert "lang=" not in page.url


def test_the_switch_changes_the_language_and_the_address(dashboard_url, new_page):
    page = visit(new_page("zh-CN"), f"{dashboard_url}/?district=yuyao")
    in_chinese = headline(page)
    sidebar(page).get_by_role("radio", name="English").click()
    wait_for_view(page, "lang=en")

    assert page.locator("h1").inner_text() == "Overview"
    assert headline(page)[:3] == in_chinese[:3]
    assert "district=yuyao" in page.url
    assert foreign_words(visible_words(page), "en") == []

    page.get_by_role("link", name="Industry").click()
    page.wait_for_url("**/industry?*")
    wait_idle(page)
    assert page.locator("h1").inner_text() == "Industry"


def test_the_address_s_language_comes_before_the_browser_s(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/district?lang=zh")

    assert page.locator("h1").inner_text() == "区县"
    assert foreign_words(visible_words(page), "zh") == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_page_asks_for_and_opens_is_in_the_reader_s_language(
    dashboard_url, english_page, language
):
    """The days of a period, every choice of a filter, what can be taken away of a figure."""
    page = visit(english_page, f"{dashboard_url}/industry?lang={language}&period=custom")
    assert foreign_words(visible_words(page), language) == []

    offered = choices(page)
    assert len(offered) > 30
    assert foreign_words(offered, language) == []

    opened = open_take_away(page, "industry_specialisation")
    opened.locator('[role="columnheader"]').first.wait_for(state="attached")
    words = opened.locator('p, button, [role="columnheader"]').all_text_contents()
    query = opened.locator("p code").inner_text()
    assert foreign_words([text.replace(query, "") for text in words], language) == []


def choices(page):
    """What can be chosen in the filters, each of which is opened and closed."""
    offered = []
    for filter_ in sidebar(page).get_by_role("combobox").all():
        filter_.click()
        page.get_by_role("listbox").wait_for()
        offered.extend(page.get_by_role("option").all_inner_texts())
        page.keyboard.press("Escape")
        page.get_by_role("listbox").wait_for(state="detached")
    return offered
