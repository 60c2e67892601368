"""A click on a bar or a cell filters the page by it; chips show that and undo it."""

import pytest

from tests.browser.reader import (
    chips,
    click_mark,
    codes_in_chart,
    headline,
    remove_chip,
    visit,
    wait_for_view,
    wait_for_words,
)

DISTRICTS = {"yinzhou", "beilun", "yuyao", "zhenhai", "cixi"}
NAME_OF_FOCUSED = """() => {
    const element = document.activeElement;
    const words = (element.querySelector("p") ?? element).innerText;
    return element.ariaLabel ?? (element.tagName === "BUTTON" ? words : "");
}"""
UNFILTERED = "all districts, industries and capital"


@pytest.mark.parametrize(
    ("exhibit", "code", "dimension", "name"),
    [
        ("activity_by_district", "yuyao", "district", "Yuyao"),
        ("district_map", "cixi", "district", "Cixi"),
        ("activity_by_industry", "new_materials", "industry", "New materials"),
    ],
)
def test_a_click_on_a_mark_filters_by_it(
    dashboard_url, english_page, exhibit, code, dimension, name
):
    page = visit(english_page, dashboard_url)
    whole = codes_in_chart(page, exhibit)
    click_mark(page, exhibit, code)
    wait_for_view(page, f"{dimension}={code}")

    assert chips(page) == [name]
    assert codes_in_chart(page, exhibit) == whole
    clicked = headline(page)
    assert headline(visit(page, f"{dashboard_url}/?{dimension}={code}")) == clicked


def test_a_second_click_moves_the_filter_and_its_chip_removes_it(dashboard_url, english_page):
    page = visit(english_page, dashboard_url)
    before = headline(page)
    click_mark(page, "activity_by_district", "yuyao")
    wait_for_view(page, "district=yuyao")
    assert headline(page) != before
    click_mark(page, "activity_by_district", "beilun")
    wait_for_view(page, "district=beilun")

    assert chips(page) == ["Beilun"]
    assert set(codes_in_chart(page, "activity_by_district")) == DISTRICTS
    assert headline(page) != before
    remove_chip(page, "district", "beilun")
    wait_for_words(page, UNFILTERED)

    assert chips(page) == []
    assert headline(page) == before
    assert "district" not in page.url.partition("?")[2]


def test_a_click_on_a_cell_filters_by_both(dashboard_url, english_page):
    page = visit(english_page, dashboard_url)
    click_mark(page, "activity_by_district_and_industry", ["yuyao", "integrated_circuits"])
    wait_for_view(page, "industry=integrated_circuits")

    assert chips(page) == ["Yuyao", "Integrated circuits"]
    assert len(codes_in_chart(page, "activity_by_district_and_industry")) == 55
    clicked = headline(page)
    visit(page, f"{dashboard_url}/?district=yuyao&industry=integrated_circuits")
    assert headline(page) == clicked


def test_a_link_to_a_clicked_view_shows_the_clicked_chart_whole(
    dashboard_url, english_page, new_page
):
    page = visit(english_page, dashboard_url)
    click_mark(page, "activity_by_district", "yuyao")
    wait_for_view(page, "district=yuyao")
    elsewhere = visit(new_page("en-US"), page.url)

    assert set(codes_in_chart(elsewhere, "activity_by_district")) == DISTRICTS
    assert chips(elsewhere) == ["Yuyao"]


def test_reset_undoes_every_filter(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/?period=all&district=cixi&capital=foreign")
    page.get_by_role("button", name="Reset all").click()
    wait_for_words(page, UNFILTERED)

    assert chips(page) == []
    assert page.url.rstrip("?/") == dashboard_url


def test_the_keyboard_reaches_filters_and_files(dashboard_url, english_page):
    page = visit(english_page, dashboard_url)
    reached = []
    while len(reached) < 120 and reached[-1:] != ["Export"]:
        page.keyboard.press("Tab")
        reached.append(page.evaluate(NAME_OF_FOCUSED))
    page.keyboard.press("Enter")

    filters = ["Period", "Compared with", "Districts", "Industries", "Capital"]
    assert [label for label in reached if label in filters] == filters
    page.get_by_role("button", name="CSV", exact=True).wait_for()
