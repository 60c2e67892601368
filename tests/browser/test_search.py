"""Things are found by the box in the sidebar and opened, by whoever may see them."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from promotion.things.found import find
from tests.browser.page_state import wait_idle
from tests.browser.reader import card, chips, main, sidebar, visit

LABEL = "Find a project, company, site or organisation"


def look_for(page, text):
    box = sidebar(page).get_by_role("textbox", name=LABEL)
    box.fill(text)
    box.press("Enter")
    page.wait_for_url(re.compile(r"/record\?(.*&)?q="))
    wait_idle(page)


def open_first(page, kind):
    link = card(page, f"found_{kind}").locator("a").first
    words = link.inner_text()
    link.click()
    page.wait_for_url(re.compile("[?&]id="))
    wait_idle(page)
    return words


def title(page):
    return page.locator(".page-head h1").inner_text()


def facts(page):
    cells = page.locator(".facts div")
    return dict(
        zip(
            cells.locator("dt").all_inner_texts(),
            cells.locator("dd").all_inner_texts(),
            strict=True,
        )
    )


def own(page):
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("project", "bl-0008"),
        ("company", "链主企业0"),
        ("carrier", "南商楼宇"),
        ("organisation", "客商单位071"),
    ],
)
def test_each_kind_is_found_counted_and_opened(dashboard_url, english_page, sample, kind, text):
    page = visit(english_page, f"{dashboard_url}/library?district=beilun&period=year_to_date")
    look_for(page, text)
    expected = {each.kind: each for each in find(sample, text)}[kind]

    assert card(page, f"found_{kind}").locator("h2").inner_text() == expected.title
    assert card(page, f"found_{kind}").locator("tbody tr").count() == len(expected.entries)
    words = open_first(page, kind)
    assert title(page) == words == expected.entries[0].name
    assert own(page) == {
        "kind": [kind],
        "id": [expected.entries[0].thing.id],
        "district": ["beilun"],
        "period": ["year_to_date"],
    }
    assert page.locator('[data-testid="stException"]').count() == 0
    page.go_back()
    page.wait_for_url(re.compile(r"/record\?(.*&)?q="))
    wait_idle(page)
    assert card(page, f"found_{kind}").locator("h2").inner_text() == expected.title


def test_one_step_back_from_what_was_found_is_the_page_it_was_looked_for_on(
    dashboard_url, new_page
):
    # A window with options is new: a lent one's history may be full, and then grows no more.
    page = visit(new_page("en-US", base_url=dashboard_url), "/library?district=beilun")
    entries = page.evaluate("history.length")
    look_for(page, "BL-0008")

    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    page.wait_for_url(re.compile("/library"))
    wait_idle(page)
    assert title(page) == "Project library"
    assert own(page) == {"district": ["beilun"]}


@pytest.mark.parametrize("address", ["/library?q=BL-0008", "/record?q=BL-0008"])
def test_a_step_that_is_half_made_or_made_already_is_no_entry_of_the_history(
    dashboard_url, new_page, address
):
    # So Streamlit steps where the reader has gone back and forth faster than the pages follow.
    page = visit(new_page("en-US", base_url=dashboard_url), "/record?q=BL-0008")
    entries = page.evaluate("history.length")
    page.evaluate("address => history.pushState(null, '', address)", address)

    assert page.evaluate("history.length") == entries
    assert page.url == f"{dashboard_url}/record?q=BL-0008"


def test_a_project_s_page_has_its_facts_its_course_and_ways_on(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/record?kind=project&id=BL-0008&district=cixi")

    assert facts(page)["District"] == "Beilun"
    assert main(page).locator('[data-testid="stPlotlyChart"]').count() == 1
    heading = card(page, "events").locator("h2").inner_text()
    count = int(re.search(r"\((\d+)\)", heading)[1])
    assert card(page, "events").locator("tbody tr").count() == min(count, 12)
    assert chips(page) == []
    page.locator(".facts a").first.click()
    page.wait_for_url("**/record?*kind=company*")
    wait_idle(page)
    assert own(page)["district"] == ["cixi"]
    assert card(page, "projects_investor").locator("a", has_text="0008").count() == 1
    page.get_by_role("link", name="Industry").click()
    page.wait_for_url("**/industry?*")
    wait_idle(page)
    assert own(page) == {"district": ["cixi"]}
    assert chips(page) == ["Cixi"]


def test_a_link_to_a_thing_opens_it_for_others_in_their_language(dashboard_url, new_page):
    page = visit(new_page(), f"{dashboard_url}/record?kind=carrier&id=YZ-BUILDING-01")

    assert title(page) == "南商楼宇01"
    assert facts(page)["区县"] == "鄞州区"
    page.reload()
    wait_idle(page)
    assert title(page) == "南商楼宇01"


def test_the_next_page_of_a_list_shows_the_rows_that_follow(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/record?kind=carrier&id=YZ-BUILDING-01")
    listed = card(page, "contacts")
    first = listed.locator("tbody tr").all_inner_texts()
    listed.get_by_role("button", name="Next").click()
    listed.get_by_text("Rows 13–").wait_for()
    wait_idle(page)

    assert len(first) == 12
    assert not set(first) & set(listed.locator("tbody tr").all_inner_texts())


def test_on_a_telephone_what_was_found_is_not_covered(dashboard_url, new_page):
    page = visit(new_page("en-US", 390, 844), f"{dashboard_url}/library")
    page.locator('[data-testid="stExpandSidebarButton"]').click()
    look_for(page, "BL-0008")
    card(page, "found_project").locator("a").first.click()
    page.locator(".facts").wait_for()

    assert sidebar(page).evaluate("found => found.getBoundingClientRect().right") <= 0


def test_on_a_telephone_no_row_is_higher_for_words_out_of_sight(dashboard_url, new_page):
    page = new_page("zh-CN", 390, 844)
    visit(page, f"{dashboard_url}/record?kind=organisation&id=客商单位0622")
    tables = page.locator(".words table")
    heights = tables.evaluate_all(
        "tables => tables.flatMap(({rows}) => [...rows].map((row) => row.offsetHeight))"
    )

    assert tables.count() == 2
    assert page.evaluate("document.querySelector('.words').scrollWidth") > 390
    assert max(heights) <= 34  # one line


@pytest.mark.parametrize(
    "address",
    ["/record?kind=x&id=%F0%9F%99%82", "/record?kind=project&id=%00", "/record?q=BL-0008&id=%FF"],
)
def test_a_mangled_link_opens_a_page_that_says_what_to_do(dashboard_url, english_page, address):
    page = visit(english_page, dashboard_url + address)

    assert title(page) == "Not found"
    assert "Find it by a part of its name" in main(page).inner_text()
    assert page.locator('[data-testid="stException"]').count() == 0


def test_where_nothing_is_called_so_the_page_says_what_to_try(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/record?q=%25_%25")

    assert "Try a shorter part of the name" in main(page).inner_text()
    assert sidebar(page).get_by_role("textbox", name=LABEL).input_value() == "%_%"
    look_for(page, "BL-0008")
    assert card(page, "found_project").count() == 1
