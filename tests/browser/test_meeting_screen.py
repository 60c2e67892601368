"""The meeting screen: whole on every display, dark, turning and renewing itself untouched."""

import csv
import shutil

import pytest

from tests.browser import looks
from tests.browser.page_state import foreign_requests, wait_idle
from tests.browser.reader import chips, sidebar, visit, wait_for_contacts, wait_for_view
from tests.ledgers import LEDGERS, SMALL

SIZES_PX = [(1366, 768), (1920, 1080), (3840, 2160)]
LOCALES = {"zh": "zh-CN", "en": "en-US"}
CHARTS = 5
FAULTS = (
    "exceptions",
    "scrolling",
    "outside",
    "cut",
    "misplaced",
    "lost",
    "foreign",
    "requests",
)
NEW_CONTACT = "C99,,yuyao,,2020-03-31,phone,matchmaking,CN,40,0\n"
_SCROLLING = """() => [document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
    .filter((each) => each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth)
    .map((each) => each.tagName)"""
# What lies outside the display, or outside the card or row that it belongs to.
_OUTSIDE = """() => {
    const screen = document.querySelector(".st-key-screen");
    const pairs = [[document, screen]];
    for (const each of screen.querySelectorAll("header, .headline, .notice, .screen-foot"))
        pairs.push([screen, each]);
    for (const card of document.querySelectorAll(".st-key-screen_cards > *")) {
        pairs.push([screen, card]);
        for (const each of card.querySelectorAll("h2, p, .empty-figure, .main-svg"))
            pairs.push([card, each]);
    }
    const display = {left: 0, top: 0, right: innerWidth, bottom: innerHeight};
    const box = (each) => each === document ? display : each.getBoundingClientRect();
    return pairs.filter(([outer, inner]) => {
        const [out, within] = [box(outer), box(inner)];
        return within.left < out.left - 1 || within.top < out.top - 1
            || within.right > out.right + 1 || within.bottom > out.bottom + 1;
    }).map(([_outer, inner]) => inner.textContent.slice(0, 40) || inner.className);
}"""
_CUT = """() => [...document.querySelectorAll(
        ".st-key-screen h1, .st-key-screen h2, .st-key-screen p, .headline span, .headline .cell")]
    .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
    .map((each) => each.textContent)"""
_DRAWN = """() => [...document.querySelectorAll(".st-key-screen .js-plotly-plot")].map((chart) =>
    chart.data.some((trace) => [trace.x, trace.y, trace.z].flat(2).some(Number.isFinite))
        && chart.querySelectorAll(".main-svg path, .main-svg image").length > 0)"""
# Legends whose chart was drawn in another size first stay where they were then, over the bars.
_MISPLACED = """() => [...document.querySelectorAll(".st-key-screen .js-plotly-plot")]
    .filter((chart) => chart.querySelector(".legend"))
    .filter((chart) => {
        const legend = chart.querySelector(".legend .bg").getBoundingClientRect();
        const plot = chart.querySelector(".nsewdrag").getBoundingClientRect();
        return legend.bottom > plot.top + 2;
    }).map((chart) => chart.querySelector(".legend").textContent)"""
_GROUND = """() => getComputedStyle(document.querySelector(".st-key-screen")).backgroundColor
    .match(/\\d+/g).slice(0, 3).map(Number)"""
_MENUS = """() => ['[data-testid="stHeader"]', '[data-testid="stSidebar"]']
    .filter((each) => document.querySelector(each)?.checkVisibility())"""
# Of each turn what was last seen before the next began.
_WATCH_TURNS = """() => {
    window.turns = [];
    setInterval(() => {
        const text = (each) => document.querySelector(`.st-key-screen ${each}`).innerText;
        const chart = document.querySelector(".st-key-screen .js-plotly-plot");
        if (!chart?.data) return;
        const turn = {
            name: text("h1 span"),
            place: text(".at-right p + p").split(" · ")[0],
            contacts: text(".headline .value"),
            ranked: chart.data[0].y,
        };
        const last = window.turns.at(-1);
        if (last?.name === turn.name) Object.assign(last, turn);
        else window.turns.push(turn);
    }, 50);
}"""
_HEIGHTS = """() => [".screen-head h1", ".headline .value", ".figure-head h2", ".main-svg text"]
    .map((each) => document.querySelector(`.st-key-screen ${each}`).getBoundingClientRect().height)
"""

# How high type is, as it is seen: by its size, and how much the screen is made smaller.
_SIZES = """() => {
    const screen = document.querySelector(".st-key-screen");
    const scale = screen.getBoundingClientRect().width / screen.offsetWidth;
    return [...screen.querySelectorAll("h1, h2, p, span, button, .main-svg text")]
        .filter((each) => each.textContent.trim() && each.checkVisibility())
        .map((each) => parseFloat(getComputedStyle(each).fontSize) * scale);
}"""
_BESIDE = """() => [...document.querySelectorAll(".st-key-screen *")]
    .filter((each) => each.checkVisibility() && !each.closest("svg"))
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
    .map((each) => each.className)"""
LEAST_PX = 11


def title(page):
    return page.locator(".screen-head h1").inner_text()


@pytest.fixture(scope="module", params=LOCALES)
def displays(request, windows, dashboard_url):
    """What was found on each display, by its size, and the language it is looked at in."""
    found = {}
    for width_px, height_px in SIZES_PX:
        with windows.lent(LOCALES[request.param], width_px, height_px) as page:
            page.emulate_media(color_scheme="light")
            page.goto(f"{dashboard_url}/?screen=1")
            wait_idle(page, timeout_ms=90_000)  # without a graphics card large displays take long
            found[width_px] = {
                "exceptions": page.locator('[data-testid="stException"]').all_inner_texts(),
                "scrolling": page.evaluate(_SCROLLING),
                "outside": page.evaluate(_OUTSIDE),
                "cut": page.evaluate(_CUT),
                "drawn": page.evaluate(_DRAWN),
                "misplaced": page.evaluate(_MISPLACED),
                "lost": looks.lost_chart_texts(page) if width_px == SIZES_PX[0][0] else [],
                "foreign": looks.foreign_words(looks.visible_words(page), request.param),
                "requests": foreign_requests(page),
                "heights": page.evaluate(_HEIGHTS),
                "ground": page.evaluate(_GROUND),
                "menus": page.evaluate(_MENUS),
            }
    return found


def test_nothing_scrolls_or_is_cut_and_every_figure_is_drawn(displays):
    for width_px, found in displays.items():
        faults = {name: found[name] for name in FAULTS if found[name]}

        assert (width_px, faults) == (width_px, {})
        assert found["drawn"] == [True] * CHARTS


def test_type_is_twice_as_large_on_a_display_of_twice_the_size(displays):
    small, large = (displays[width_px]["heights"] for width_px, _height_px in SIZES_PX[1:])

    assert large == pytest.approx([2 * each for each in small], rel=0.02)


@pytest.mark.parametrize("size_px", [(390, 844), (844, 390)])
@pytest.mark.parametrize("language", LOCALES)
def test_on_a_telephone_the_parts_are_legible_and_below_one_another(
    size_px, language, windows, dashboard_url
):
    with windows.lent(LOCALES[language], *size_px) as page:
        page.goto(f"{dashboard_url}/?screen=1")
        wait_idle(page, timeout_ms=90_000)
        page.locator(".screen-foot").scroll_into_view_if_needed()
        foot = page.locator(".screen-foot").bounding_box()
        faults = {
            "outside": page.evaluate(_BESIDE),
            "cut": page.evaluate(_CUT),
            "misplaced": page.evaluate(_MISPLACED),
            "lost": looks.lost_chart_texts(page),
        }

        assert foot["y"] + foot["height"] <= size_px[1]  # scrolled to
        assert min(page.evaluate(_SIZES)) >= LEAST_PX
        assert page.evaluate(_DRAWN) == [True] * CHARTS
        assert {name: found for name, found in faults.items() if found} == {}


def test_the_screen_is_dark_in_a_light_browser_and_has_no_menu(displays):
    for found in displays.values():
        assert max(found["ground"]) < 64
        assert found["menus"] == []


def test_districts_come_in_turn_with_the_ranking_whole(dashboard_url, english_page):
    link = f"{dashboard_url}/?screen=1&rotate=5&district=yuyao&district=cixi"
    page = visit(english_page, link)
    page.evaluate(_WATCH_TURNS)
    page.wait_for_function("window.turns.length > 4", timeout=90_000)
    # The first may have been looked at when it was nearly over, the last has just begun.
    seen = page.evaluate("window.turns")[1:4]

    contacts = {"Yuyao": contacts_of("yuyao"), "Cixi": contacts_of("cixi")}
    contacts["2 districts"] = sum(contacts.values())
    order = ["2 districts", "Yuyao", "Cixi"]
    first = order.index(seen[0]["name"])
    expected = order[first:] + order[:first]
    assert [turn["name"] for turn in seen] == expected
    assert [turn["place"] for turn in seen] == [f"{order.index(each) + 1} / 3" for each in expected]
    assert [turn["contacts"] for turn in seen] == [f"{contacts[each]:,}" for each in expected]
    assert [sorted(turn["ranked"]) for turn in seen] == [["Cixi", "Yuyao"]] * 3
    assert "rotate=5" in page.url


def contacts_of(district):
    """The contacts of the second quarter of 2020 in a district's sample ledger."""
    path = LEDGERS / f"{district}_contacts.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        days = [row["contact_date"] for row in csv.DictReader(file)]
    return sum("2020-04-01" <= day <= "2020-06-30" for day in days)


def test_changed_ledgers_show_by_themselves(start_dashboard, english_page, tmp_path):
    """The small ledgers hold five contacts of March 2020."""
    folder = shutil.copytree(SMALL, tmp_path / "ledgers")
    page = visit(english_page, f"{start_dashboard(folder)}/?screen=1")
    wait_for_contacts(page, "5")
    page.evaluate("window.isTheSamePage = true")

    with (folder / "contacts.csv").open("a", encoding="utf-8") as file:
        file.write(NEW_CONTACT)
    wait_for_contacts(page, "6")
    assert page.evaluate("window.isTheSamePage")


def test_a_reader_opens_the_screen_lets_it_turn_and_leaves_it(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/?district=yuyao&district=cixi")
    leave = page.get_by_role("button", name="Leave the meeting screen")
    for way in (leave.click, lambda: page.keyboard.press("Escape"), page.go_back):
        sidebar(page).get_by_role("button", name="Meeting screen").click()
        wait_for_view(page, "screen=1")
        assert title(page) == "Investment promotion · 2 districts"
        if way == leave.click:
            page.get_by_role("button", name="Districts in turn").click()
            wait_for_view(page, "rotate=20")
            assert "1 / 3" in page.locator(".screen-head .at-right").inner_text()
        way()
        page.locator(".page-head h1").wait_for()
        wait_idle(page)
        assert "screen" not in page.url
        assert "rotate" not in page.url
        assert chips(page) == ["Yuyao", "Cixi"]
