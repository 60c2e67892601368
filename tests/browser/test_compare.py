"""Two sides beside each other in Chromium: equal axes, swapping, and links."""

import io
import re
import zipfile
from html import unescape

import pytest

from tests.browser.page_state import wait_idle
from tests.browser.reader import card, download, main, open_take_away, visit, wait_for_view

SIDES = "sides=district&left=cixi&right=yuyao"
PAIRS = ["contacts_by_month_and_channel", "project_funnel", "activity_by_industry"]
_DRAWN = """name => {
    const chart = document.querySelector(`.st-key-card_${name} .js-plotly-plot`);
    const {xaxis, yaxis} = chart._fullLayout;
    const alongside = [xaxis, yaxis].map((axis) => ({
        range: axis.range.map((end) => Math.round(end * 1e6) / 1e6),
        length: Math.round(axis._length),
        categories: axis._categories,
    }));
    return {axes: alongside, colour: chart.data[0].marker.color};
}"""


def table(page):
    """The cells of the table of measures, by rows."""
    rows = card(page, "comparison").locator("table tr").all()
    return [row.locator("th, td").all_inner_texts() for row in rows]


def drawn(page, name):
    return [page.evaluate(_DRAWN, f"{name}_{place}") for place in ("left", "right")]


def test_both_figures_of_a_pair_have_the_same_axes_as_plotly_drew_them(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/compare?{SIDES}")

    for name in PAIRS:
        left, right = drawn(page, name)
        assert [axis["range"] for axis in left["axes"]] == [axis["range"] for axis in right["axes"]]
        assert [axis["categories"] for axis in left["axes"]] == [
            axis["categories"] for axis in right["axes"]
        ]
    for name in PAIRS[:1]:  # no labels of different widths beside the plot
        left, right = drawn(page, name)
        assert [axis["length"] for axis in left["axes"]] == [
            axis["length"] for axis in right["axes"]
        ]


def test_the_button_swaps_the_sides_and_so_does_choosing_the_other_one(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/compare?{SIDES}")
    before, colours = table(page), [each["colour"] for each in drawn(page, PAIRS[-1])]

    main(page).get_by_role("button", name="Swap").click()
    wait_for_view(page, "left=yuyao")

    after = table(page)
    assert "right=cixi" in page.url
    assert [row[1:3] for row in after] == [row[2:0:-1] for row in before]
    assert [each["colour"] for each in drawn(page, PAIRS[-1])] == colours[::-1]

    main(page).get_by_role("combobox", name="Left").click()
    page.get_by_role("option", name="Cixi", exact=True).click()
    wait_for_view(page, "left=cixi")

    assert "right=yuyao" in page.url
    assert table(page) == before


def test_periods_are_chosen_and_a_link_shows_the_same(dashboard_url, english_page, new_page):
    page = visit(english_page, f"{dashboard_url}/compare?compare=year")
    main(page).get_by_role("radio", name="Periods").click()
    wait_for_view(page, "sides=period")
    assert table(page)[0][1:3] == ["Q2 2020", "Q2 2019"]

    main(page).get_by_role("combobox", name="Right").click()
    page.get_by_role("option", name="Q1 2020", exact=True).click()
    wait_for_view(page, "right=2020-01-01_2020-03-31")
    assert table(page)[0][1:3] == ["Q2 2020", "Q1 2020"]

    assert table(visit(new_page("en-US"), page.url)) == table(page)


@pytest.mark.parametrize(
    "mangled",
    [
        "sides=<script>&left=nowhere&right=%00",
        "sides=district&left=yuyao&right=yuyao",
        "sides=period&left=0001-01-01_9999-12-31&right=2020-02-30_x",
        "sides=period&left=1900-01-01_2200-12-31&right=compared&from=1990-01-01&to=2035-12-31"
        "&period=custom",
    ],
)
def test_a_mangled_link_opens_with_sides_that_make_sense(dashboard_url, english_page, mangled):
    page = visit(english_page, f"{dashboard_url}/compare?{mangled}")

    assert page.locator('[data-testid="stException"]').count() == 0
    heading = table(page)[0]
    assert len(table(page)) == 10
    assert heading[1] != heading[2]


def test_a_pair_goes_into_the_briefing_as_both_figures_under_their_sides(
    dashboard_url, english_page
):
    page = visit(english_page, f"{dashboard_url}/compare?{SIDES}")
    card(page, "project_funnel_right").get_by_role("button", name="To briefing").click()
    card(page, "project_funnel_left").get_by_role("button", name="In the briefing").wait_for()
    page.get_by_role("link", name="Briefing").click()
    main(page).get_by_role("heading", name="Briefing").wait_for()
    wait_idle(page)
    assert page.locator(".place").all_inner_texts() == ["1. Projects by stage, side by side"]
    page.get_by_text("Preview", exact=True).click()
    main(page).get_by_role("heading", name="Cixi: ").wait_for()
    wait_idle(page)
    headings = main(page).locator('[class*="st-key-card_plain_"] h2').all_inner_texts()
    assert [heading.split(":")[0] for heading in headings] == ["Cixi", "Yuyao"]
    assert page.locator('[data-testid="stException"]').count() == 0

    page.get_by_role("button", name="Make the file").click()
    with page.expect_download(timeout=60_000) as coming:
        page.get_by_role("button", name="Download").click()
    with zipfile.ZipFile(io.BytesIO(coming.value.path().read_bytes())) as deck:
        notes = "".join(
            deck.read(name).decode() for name in deck.namelist() if "/notesSlide" in name
        )
    [link] = set(re.findall(r"http://[^<]*/compare\?[^<]*", notes))
    again = visit(page, unescape(link))
    assert table(again)[0][1:3] == ["Cixi", "Yuyao"]


def test_a_figure_of_a_side_is_taken_away_under_its_name(dashboard_url, english_page, tmp_path):
    page = visit(english_page, f"{dashboard_url}/compare?{SIDES}")
    opened = open_take_away(page, "project_funnel_right")
    path = download(page, opened, "CSV", tmp_path)

    assert path.name.startswith("Yuyao")
    page.keyboard.press("Escape")
    wait_idle(page)
