"""The rows behind the figures, a page at a time, as many as the count says."""

import pytest

from tests.browser.page_state import wait_idle
from tests.browser.reader import card, headline, visit, wait_for_view

DRILL = "drill"
VIEW = "/industry?district=yuyao&period=year_to_date"


@pytest.fixture
def page(english_page, dashboard_url):
    """The rows of a district's half year."""
    return visit(english_page, dashboard_url + VIEW)


def identifiers(page):
    """The first column of the rows shown."""
    cells = card(page, DRILL).locator('[role="gridcell"][aria-colindex="1"]')
    cells.first.wait_for(state="attached")
    return cells.all_text_contents()


def count_line(page):
    return card(page, DRILL).locator(".under p").inner_text()


def turn(page, button):
    before = count_line(page)
    card(page, DRILL).get_by_role("button", name=button).click()
    page.wait_for_function(
        "before => !document.querySelector('.st-key-card_drill').innerText.includes(before)",
        arg=before,
    )
    wait_idle(page)


def test_the_next_page_shows_the_rows_that_follow(page):
    first = identifiers(page)
    assert count_line(page).startswith("Rows 1–20 of ")
    assert card(page, DRILL).get_by_role("button", name="Previous").is_disabled()

    turn(page, "Next")
    assert count_line(page).startswith("Rows 21–40 of ")
    assert not set(first) & set(identifiers(page))

    turn(page, "Previous")
    assert identifiers(page) == first


def test_the_contacts_are_listed_and_counted_as_in_the_headline(page, dashboard_url):
    contacts = card(page, DRILL).get_by_role("radio", name="Contact records")
    label = contacts.inner_text()
    contacts.click()
    card(page, DRILL).locator('[role="columnheader"]').get_by_text("Contact number").wait_for(
        state="attached"
    )
    wait_idle(page)
    listed = count_line(page).partition(" of ")[2].partition(";")[0]

    assert f"({listed})" in label
    assert len(identifiers(page)) == 20
    visit(page, dashboard_url + VIEW.replace("/industry", "/"))
    assert headline(page)[0] == listed


def test_other_filters_begin_at_the_first_page_again(page):
    turn(page, "Next")
    page.locator(".st-key-chip_district_yuyao button:visible").click()
    page.wait_for_url(lambda url: "district" not in url)
    wait_idle(page)

    assert count_line(page).startswith("Rows 1–20 of ")


def test_the_last_page_ends_with_the_last_row(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/district?district=yuyao&industry=new_materials")
    count = int(count_line(page).partition(" of ")[2].partition(";")[0])
    assert count > 20
    while not card(page, DRILL).get_by_role("button", name="Next").is_disabled():
        turn(page, "Next")

    assert f"–{count} of {count};" in count_line(page)
    assert len(identifiers(page)) == (count - 1) % 20 + 1


def test_a_district_is_chosen_on_its_page(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/district")
    page.get_by_role("radio", name="Cixi").click()
    wait_for_view(page, "shown=cixi")

    assert page.locator(".figure-head h2").first.inner_text().startswith("Cixi")
    assert all(name.startswith("CX") for name in identifiers(page))
