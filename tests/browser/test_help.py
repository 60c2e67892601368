"""The help, the definitions behind names, and what an empty figure offers."""

from promotion.language import use_language
from promotion.measures import ACTIVITY, definition_of
from tests.browser.page_state import wait_idle
from tests.browser.reader import card, chips, main, sidebar, visit, wait_for_view


def help_of(page):
    return page.locator("details.page-help")


def is_open(page):
    return help_of(page).evaluate("help => help.open")


def test_the_help_is_open_until_it_is_closed_and_stays_closed(dashboard_url, new_page):
    page = visit(new_page(locale="en-US"), dashboard_url)
    assert is_open(page)
    page.get_by_role("link", name="Industry").click()
    page.wait_for_url("**/industry*")
    wait_idle(page)
    assert is_open(page)
    assert "compares the industries" in help_of(page).inner_text()

    page.get_by_role("button", name="Got it").click()
    assert not is_open(page)
    page.get_by_role("link", name="District").click()
    page.wait_for_url("**/district*")
    wait_idle(page)
    assert not is_open(page)
    page.reload()
    wait_idle(page)
    assert not is_open(page)

    page.locator(".page-help > summary").press("Enter")
    assert is_open(page)
    assert "one district against the whole" in help_of(page).inner_text()


def test_the_help_opened_again_stays_open_while_filters_change(dashboard_url, english_page):
    page = visit(english_page, dashboard_url)
    if is_open(page):
        page.get_by_role("button", name="Got it").click()
    page.locator(".page-help > summary").click()
    sidebar(page).get_by_role("combobox", name="Compared with").click()
    page.get_by_role("option", name="Nothing", exact=True).click()
    wait_for_view(page, "compare=none")

    assert is_open(page)


def test_the_colours_are_explained_with_the_districts_names(dashboard_url, english_page):
    page = visit(english_page, dashboard_url)
    if not is_open(page):
        page.locator(".page-help > summary").click()
    page.locator(".page-help details > summary").click()
    key = page.locator(".colour-key").filter(has_text="Districts").first

    assert key.locator(".swatch").all_inner_texts() == [
        "Yinzhou",
        "Beilun",
        "Yuyao",
        "Zhenhai",
        "Cixi",
    ]
    colours = key.locator("i").evaluate_all("all => all.map((each) => each.style.background)")
    assert len(set(colours)) == 5


def test_every_headline_measure_has_its_definition_by_the_keyboard(dashboard_url, english_page):
    page = visit(english_page, dashboard_url)
    marks = page.locator(".headline .definition")
    with use_language("en"):
        defined = [definition_of(name) for name in ACTIVITY]
    assert marks.count() == len(defined)
    for place, words in enumerate(defined):
        marks.nth(place).locator("summary").press("Enter")
        assert marks.nth(place).locator("div").inner_text() == words
    page.keyboard.press("Escape")
    assert page.locator("details.definition[open]").count() == 0


def test_a_figure_s_heading_tells_what_it_shows_and_counts(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/foreign_capital")
    mark = card(page, "fdi_by_month").locator(".definition")
    mark.locator("summary").click()

    assert "Foreign capital received" in mark.inner_text()
    assert "Source: receipts ledger" in mark.inner_text()
    main(page).locator("h1").click()
    assert page.locator("details.definition[open]").count() == 0


def test_an_empty_figure_names_the_filter_and_a_button_takes_it_out(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/cloud?industry=unclassified&district=cixi")
    empty = page.locator(".empty-figure").first
    assert "industries (Unclassified)" in empty.inner_text()
    page.get_by_role("button", name="Show all industries").first.click()
    page.wait_for_url(lambda address: "industry" not in address)
    wait_idle(page)

    assert chips(page) == ["Cixi"]
