"""A briefing is gathered from pages, ordered, and taken away as a file."""

import io
import re
import zipfile

from tests.browser.page_state import wait_idle
from tests.browser.reader import card, chips, choose, main, remove_chip, visit


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
        cover = deck.read("ppt/slides/slide1.xml").decode()
        notes = [deck.read(name).decode() for name in deck.namelist() if "/notesSlide" in name]
    assert len(slides) == 4
    assert "For the meeting" in cover
    links = set(re.findall(r"https?://localhost[^?<\"]*", "".join(notes)))
    assert links == {f"{dashboard_url}/", f"{dashboard_url}/library"}


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


def points(page):
    return main(page).locator('[class*="st-key-point_"] textarea')


def words(page):
    return points(page).evaluate_all("all => all.map((field) => field.value)")


def test_points_are_edited_and_dropped_and_kept_with_their_figures(dashboard_url, new_page):
    page = visit(new_page(locale="en-US"), f"{dashboard_url}/briefing")
    usual = words(page)
    assert len(usual) == 4

    points(page).nth(0).fill("Mine.")
    page.locator(".st-key-drop_point_1").get_by_role("button", name="Remove").click()
    points(page).nth(3).wait_for(state="detached")
    wait_idle(page)
    assert words(page) == ["Mine.", *usual[2:]]

    choose(page, "Districts", "Cixi")
    wait_idle(page)
    assert "Mine." not in words(page)

    remove_chip(page, "district", "cixi")
    wait_idle(page)
    assert words(page) == ["Mine.", *usual[2:]]
    page.get_by_role("button", name="Back to the usual points").click()
    points(page).nth(3).wait_for()
    wait_idle(page)
    assert words(page) == usual


def test_a_saved_briefing_opens_with_its_figures_filters_and_words(
    dashboard_url, new_page, tmp_path
):
    page = visit(new_page(locale="en-US"), f"{dashboard_url}/briefing?district=cixi")
    page.get_by_role("button", name="Use this preset").click()
    page.wait_for_url(lambda url: "period=last_week" in url)
    wait_idle(page)
    points(page).nth(0).fill("Mine.")
    page.keyboard.press("Control+Enter")
    wait_idle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save this briefing").click()
    download.value.save_as(tmp_path / "saved.json")
    figures = in_order(page)

    other = visit(new_page(locale="en-US"), f"{dashboard_url}/briefing?district=yuyao")
    assert in_order(other) == []
    other.locator('input[type="file"]').first.set_input_files(tmp_path / "saved.json")
    other.wait_for_url(lambda url: "period=last_week" in url and "district=cixi" in url)
    wait_idle(other)
    assert in_order(other) == figures
    assert chips(other) == ["Cixi"]
    assert words(other)[0] == "Mine."
    assert other.get_by_role("textbox", name="Title", exact=True).input_value() == (
        "Weekly briefing on investment promotion"
    )
