"""The project library in Chromium: its list is paged, its bars filter, the dictionary is read."""

import pytest

from tests.browser.page_state import wait_idle
from tests.browser.reader import card, chips, main, visit


@pytest.fixture
def page(english_page, dashboard_url):
    """The library of the sample's last quarter."""
    return visit(english_page, f"{dashboard_url}/library")


def shown_ids(page, name):
    cells = card(page, name).locator('[role="gridcell"][aria-colindex="1"]')
    cells.first.wait_for(state="attached")
    return cells.all_text_contents()


def test_the_dispatch_list_is_turned_a_page_at_a_time(page):
    first = shown_ids(page, "dispatch_list")
    assert card(page, "dispatch_list").get_by_role("button", name="Previous").is_disabled()

    card(page, "dispatch_list").get_by_role("button", name="Next").click()
    card(page, "dispatch_list").get_by_text("Rows 13–24 of ").wait_for()
    wait_idle(page)
    assert shown_ids(page, "dispatch_list") != first

    card(page, "dispatch_list").get_by_role("button", name="Previous").click()
    card(page, "dispatch_list").get_by_text("Rows 1–12 of ").wait_for()
    wait_idle(page)
    assert shown_ids(page, "dispatch_list") == first


def test_a_short_list_has_no_buttons_to_turn_it(page):
    assert card(page, "repeated_signings").get_by_text("Rows 1–4 of 4").is_visible()
    assert card(page, "repeated_signings").get_by_role("button", name="Next").count() == 0


def test_a_district_filters_the_list_and_its_key_points(page, dashboard_url):
    visit(page, f"{dashboard_url}/library?district=cixi")

    assert chips(page) == ["Cixi"]
    assert main(page).get_by_text("Needing follow-up: ").is_visible()
    names = card(page, "dispatch_list").locator('[role="gridcell"][aria-colindex="3"]')
    names.first.wait_for(state="attached")
    assert set(names.all_text_contents()) == {"Cixi"}


def test_the_data_page_tells_what_was_read_and_what_a_figure_shows(page, dashboard_url):
    visit(page, f"{dashboard_url}/data")
    files = main(page).get_by_role("table", name="Ledgers read")
    assert files.get_by_text("cixi_projects.csv").is_visible()

    main(page).get_by_text("Dictionary", exact=True).click()
    exhibits = main(page).get_by_role("table", name="Dictionary: what each figure shows")
    exhibits.get_by_text("Projects needing follow-up").wait_for()
