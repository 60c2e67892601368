"""Every page, in both languages and at three sizes of window: whole, legible, for everybody.

Each page is opened once for a language and a size and everything found out there (walk.py);
tests/conftest.py lets several processes share these walks.
"""

from functools import cache

import pytest

from dashboard import PAGES as MENU
from tests.browser.reader import PAGES
from tests.browser.walk import (
    PRINTED_WHOLE,
    Walk,
    found_on,
    sheet_facts,
    sheet_words,
)

CHART_COUNTS = {
    "/": 7,
    "/district": 4,
    "/industry": 4,
    "/library": 5,
    "/cloud": 7,
    "/foreign_capital": 5,
    "/supply_chain": 6,
    "/sites": 4,
    "/compare": 6,
    "/targets": 4,
    "/briefing": 0,
    "/data": 0,
}
AS_OF_ZH = "2020年6月30日"
A4_LANDSCAPE_POINTS = (842, 595)
DESK, LARGE, TELEPHONE = (1366, 768), (1920, 1080), (390, 844)
# The keyboard and the sheet are the same in both languages.
MOST_SHEETS = {"/": 3, "/district": 2, "/library": 4}
CHINESE = Walk("zh", DESK, has_axe=True, is_printed=True, is_printed_whole=True)
ENGLISH = Walk("en", DESK, is_loaded=True, has_axe=True, has_keyboard=True)
CHINESE_LARGE = Walk("zh", LARGE, is_printed=True)
ENGLISH_LARGE = Walk("en", LARGE)
CHINESE_TELEPHONE = Walk("zh", TELEPHONE, is_printed=True, is_printed_whole=True)
ENGLISH_TELEPHONE = Walk("en", TELEPHONE)
WALKS = (
    CHINESE,
    ENGLISH,
    CHINESE_LARGE,
    ENGLISH_LARGE,
    CHINESE_TELEPHONE,
    ENGLISH_TELEPHONE,
)


@pytest.fixture(scope="module")
def walk(windows, dashboard_url, tmp_path_factory):
    """A function that gives what was found on each page, by its address: each walk is made once."""

    @cache
    def found(of):
        return found_on(of, windows, dashboard_url, tmp_path_factory.mktemp("sheets"))

    return found


@pytest.fixture
def walked(request, walk):
    """What was found on each page by its address."""
    return walk(request.param)


def walks(*some):
    return pytest.mark.parametrize("walked", some, ids=str, indirect=True)


def of_looks(walked, fact):
    """The fact of every page by its address."""
    return {address: found.looks[fact] for address, found in walked.items()}


def faults(by_place):
    return {place: found for place, found in by_place.items() if found}


@walks(*WALKS)
def test_no_page_fails(walked):
    assert {address: found.exceptions for address, found in walked.items()} == dict.fromkeys(
        PAGES, 0
    )


@walks(*WALKS)
def test_every_chart_is_drawn_and_told_in_words(walked):
    for address, texts in of_looks(walked, "alternatives").items():
        assert (address, len(texts)) == (address, CHART_COUNTS[address])
        assert all(len(text) > 20 for text in texts)
        assert len(set(texts)) == len(texts)


@walks(*WALKS)
def test_nothing_is_asked_of_another_machine(walked):
    assert faults({address: found.requests for address, found in walked.items()}) == {}


@walks(*WALKS)
def test_no_page_moves_sideways(walked):
    assert faults(of_looks(walked, "overflowing")) == {}


@walks(*WALKS)
def test_no_text_is_cut(walked):
    assert faults(of_looks(walked, "cut")) == {}


@walks(*WALKS)
def test_what_is_chosen_fits_its_box(walked):
    assert faults(of_looks(walked, "choices")) == {}


@walks(*WALKS)
def test_labels_within_bars_stand_out_from_them(walked):
    assert faults(of_looks(walked, "pale")) == {}


@walks(*WALKS)
def test_no_figure_lies_on_another(walked):
    assert faults(of_looks(walked, "overlapping")) == {}


@walks(*WALKS)
def test_every_legend_stands_right_above_its_plot_in_few_lines(walked):
    assert faults(of_looks(walked, "legends")) == {}


@walks(*WALKS)
def test_the_words_in_a_chart_stay_in_it_and_apart(walked):
    assert faults(of_looks(walked, "lost")) == {}


@walks(*WALKS)
def test_the_page_speaks_one_language(walked):
    assert faults(of_looks(walked, "foreign")) == {}


@walks(CHINESE)
def test_the_page_says_that_it_is_chinese(walked):
    assert {found.tongue for found in walked.values()} == {"zh-CN"}


@walks(ENGLISH)
def test_the_page_says_that_it_is_english(walked):
    assert {found.tongue for found in walked.values()} == {"en"}


@walks(CHINESE, ENGLISH)
def test_no_page_has_a_serious_fault_of_accessibility(walked):
    assert faults({address: found.axe for address, found in walked.items()}) == {}


@walks(ENGLISH)
@pytest.mark.parametrize("fault", ["unreached", "faint", "trapped"])
def test_the_tab_key_reaches_every_control_shows_where_it_is_and_gets_on(walked, fault):
    assert faults({address: found.keyboard[fault] for address, found in walked.items()}) == {}


@walks(ENGLISH)
def test_every_page_s_help_says_what_the_page_shows(walked):
    in_menu = {address for _file, _title, address in MENU if address != "home"}

    assert walked.keys() == {"/", *(f"/{address}" for address in in_menu)}
    assert all("This page" in walked[f"/{address}"].help for address in in_menu)


@walks(CHINESE, CHINESE_LARGE, CHINESE_TELEPHONE)
def test_no_chart_is_wider_than_the_sheet(walked):
    assert faults({address: found.cut_in_print for address, found in walked.items()}) == {}


@walks(CHINESE)
@pytest.mark.parametrize("address", PRINTED_WHOLE)
def test_the_sheets_are_a4_landscape_and_hold_the_whole_page(walked, address):
    found = walked[address]
    facts = sheet_facts(found.sheets).splitlines()
    size = next(line for line in facts if line.startswith("Page size")).split()
    said = "".join(sheet_words(found.sheets))

    assert (round(float(size[2])), round(float(size[4]))) == A4_LANDSCAPE_POINTS
    assert found.titles
    assert [title for title in found.titles if "".join(title.split()) not in said] == []


@walks(CHINESE)
@pytest.mark.parametrize("address", PRINTED_WHOLE)
def test_the_sheets_are_filled(walked, address):
    facts = sheet_facts(walked[address].sheets).splitlines()
    count = next(line for line in facts if line.startswith("Pages:")).split()[1]

    assert int(count) <= MOST_SHEETS[address]


@walks(CHINESE)
@pytest.mark.parametrize(
    ("address", "title"), [("/", "总览"), ("/district", "区县"), ("/library", "项目库")]
)
def test_every_sheet_says_which_it_is_of_which_page_and_as_of_when(walked, address, title):
    sheets = sheet_words(walked[address].sheets)

    assert len(sheets) > 1
    for place, said in enumerate(sheets, start=1):
        assert said.startswith(title)
        assert f"数据截至{AS_OF_ZH}示例数据" in said
        assert said.endswith(f"{place}/{len(sheets)}")


@pytest.mark.parametrize("address", PRINTED_WHOLE)
def test_a_telephone_prints_the_same_sheets_as_a_desk(walk, address):
    desk, telephone = walk(CHINESE)[address], walk(CHINESE_TELEPHONE)[address]

    assert sheet_words(telephone.sheets) == sheet_words(desk.sheets)


@walks(CHINESE)
def test_a_list_is_printed_with_the_columns_for_which_the_window_has_no_room(walked):
    found = walked["/library"]
    said = "".join(sheet_words(found.sheets))

    assert {"名称相似度", "行号"} <= set(found.headings)
    assert [heading for heading in found.headings if heading not in said] == []
