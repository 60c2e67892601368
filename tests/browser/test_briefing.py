"""A briefing is gathered from pages, ordered, and taken away as a file."""

import io
import zipfile

from tests.browser.page_state import wait_idle
from tests.browser.reader import card, main, visit


def in_order(page):
    return page.locator(".place").all_inner_texts()


def test_figures_are_gathered_on_pages_ordered_and_made_into_slides(dashboard_url, new_page):
    page = visit(new_page("en-US", 1920, 1080), f"{dashboard_url}/library")
    for name in ("project_library", "signing_cohorts"):
        card(page, name).get_by_role("button", name="To briefing").click()
        card(page, name).get_by_role("button", name="In the briefing").wait_for()
    page.get_by_role("link", name="Briefing").click()
    main(page).get_by_role("heading", name="Briefing").wait_for()
    wait_idle(page)
    assert in_order(page) == ["1. Project library by class", "2. Landing by signing month"]

    page.locator(".st-key-up_1").get_by_role("button", name="Earlier").click()
    page.locator(".place").first.get_by_text("1. Landing by signing month").wait_for()
    wait_idle(page)
    page.get_by_role("textbox", name="Title", exact=True).fill("For the meeting")
    page.keyboard.press("Enter")
    wait_idle(page)
    page.get_by_role("button", name="Make the file").click()
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Download For the meeting").click()

    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as deck:
        slides = [name for name in deck.namelist() if name.startswith("ppt/slides/slide")]
        words = deck.read("ppt/slides/slide1.xml").decode()
    assert len(slides) == 4
    assert "For the meeting" in words


def test_a_preset_sets_figures_and_period_and_shows_a_preview(dashboard_url, new_page):
    page = visit(new_page(locale="en-US"), f"{dashboard_url}/briefing")
    page.get_by_role("button", name="Use this preset").click()
    page.wait_for_url(lambda url: "period=last_week" in url)
    wait_idle(page)
    assert len(in_order(page)) == 4

    page.get_by_text("Preview", exact=True).click()
    page.get_by_role("heading", name="Weekly briefing on investment promotion").wait_for()
    wait_idle(page)
    assert page.locator('[data-testid="stPlotlyChart"]').count() == 2
