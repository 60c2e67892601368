"""A view is a link: the address holds what a reader has chosen, and shows it to anyone."""

import pytest

from tests.browser.page_state import wait_idle
from tests.browser.reader import (
    chips,
    choose,
    headline,
    main,
    period_line,
    visit,
    wait_for_view,
)

DEFAULTS = "Q2 2020 · compared with Q1 2020 · all districts, industries and capital"
# A page on one district names it.
FIRST_LINES = {
    "/": DEFAULTS,
    "/district": "Q2 2020 · compared with Q1 2020 · Yinzhou",
    "/industry": DEFAULTS,
}


def test_the_filters_in_the_sidebar_go_into_the_address(dashboard_url, english_page, new_page):
    page = visit(english_page, dashboard_url)
    everything = headline(page)

    choose(page, "Period", "Year to date")
    wait_for_view(page, "period=year_to_date")
    choose(page, "Districts", "Yuyao")
    wait_for_view(page, "district=yuyao")
    choose(page, "Capital", "Foreign capital")
    wait_for_view(page, "capital=foreign")

    assert chips(page) == ["Yuyao", "Foreign capital"]
    assert "January – June 2020" in period_line(page)
    assert headline(page) != everything

    elsewhere = visit(new_page("en-US"), page.url)
    assert chips(elsewhere) == chips(page)
    assert period_line(elsewhere) == period_line(page)
    assert headline(elsewhere) == headline(page)


def test_a_link_shows_the_same_figures_in_the_other_language(dashboard_url, english_page):
    link = f"{dashboard_url}/?district=cixi&industry=new_materials&period=all&compare=none"
    page = visit(english_page, link)
    in_english = headline(page)
    assert chips(page) == ["Cixi", "New materials"]

    visit(page, f"{link}&lang=zh")
    assert chips(page) == ["慈溪市", "新材料"]
    assert headline(page)[:3] == in_english[:3]
    assert "lang=zh" in page.url


def test_the_menu_keeps_what_is_filtered(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/?district=beilun&period=year_to_date")
    page.get_by_role("link", name="Industry").click()
    page.wait_for_url("**/industry?*")
    wait_idle(page)

    assert "district=beilun" in page.url
    assert "period=year_to_date" in page.url
    assert chips(page) == ["Beilun"]


def test_the_back_button_undoes_a_filter(dashboard_url, english_page):
    page = visit(english_page, dashboard_url)
    before = headline(page)
    choose(page, "Capital", "Foreign capital")
    wait_for_view(page, "capital=foreign")
    page.go_back()
    main(page).locator(".page-head").get_by_text(DEFAULTS).wait_for()
    wait_idle(page)

    assert chips(page) == []
    assert headline(page) == before


def test_the_head_and_the_first_key_point_name_the_district_chosen_on_the_page(
    dashboard_url, english_page
):
    page = visit(english_page, f"{dashboard_url}/district")
    main(page).get_by_role("radio", name="Cixi").click()
    main(page).locator(".page-head").get_by_text("compared with Q1 2020 · Cixi").wait_for()
    wait_idle(page)

    first = page.locator(".key-points li").first.inner_text()
    assert first.startswith("Cixi – Contacts: ")
    assert chips(page) == []


@pytest.mark.parametrize("address", FIRST_LINES)
def test_a_mangled_link_opens_the_page_without_filters(dashboard_url, english_page, address):
    mangled = "?district=nowhere&period=%00&from=xx&to=%FF&kept=1&measure=<script>&lang=fr"
    page = visit(english_page, f"{dashboard_url}{address}{mangled}")

    assert page.locator('[data-testid="stException"]').count() == 0
    assert chips(page) == []
    assert period_line(page) == FIRST_LINES[address]
    assert "nowhere" not in page.url
