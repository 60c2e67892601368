"""Every page can be read aloud and used without a mouse, in both languages."""

import pytest

from tests.browser.accessibility import serious_faults, tab_through
from tests.browser.page_state import wait_idle
from tests.browser.reader import PAGES, open_take_away, visit

LOCALES = {"zh": "zh-CN", "en": "en-US"}
PARTS = {"zh": ["核查结果", "试读台账", "数据字典"], "en": ["Checks", "Try ledgers", "Dictionary"]}


@pytest.fixture(scope="module", params=LOCALES)
def reader(request, browser):
    """The language and the window of a reader."""
    context = browser.new_context(
        locale=LOCALES[request.param], viewport={"width": 1366, "height": 768}
    )
    yield request.param, context.new_page()
    context.close()


@pytest.fixture(scope="module")
def found(reader, dashboard_url):
    """What is wrong with each page, with the parts of the Data page and with the files' window."""
    language, page = reader
    faults, ways, tongues = {}, {}, {}
    with_contrast = language == "zh"
    for address in PAGES:
        visit(page, dashboard_url + address)
        faults[address] = serious_faults(page, with_contrast)
        tongues[address] = page.evaluate("document.documentElement.lang")
        if language == "en":  # the keyboard is the same in both
            ways[address] = tab_through(page)
    for part in PARTS[language]:
        page.get_by_test_id("stButtonGroup").get_by_text(part, exact=True).click()
        wait_idle(page)
        faults[part] = serious_faults(page, with_contrast)
    visit(page, f"{dashboard_url}/?industry=unclassified&capital=foreign")
    faults["empty figures"] = serious_faults(page, with_contrast)
    visit(page, f"{dashboard_url}/?district=cixi")
    if not page.locator(".page-help[open]").count():
        page.locator(".page-help > summary").click()
    page.locator(".page-help details > summary").click()
    faults["help and chip"] = serious_faults(page, with_contrast)
    open_take_away(page, "activity_by_industry")
    faults["window of files"] = serious_faults(page, with_contrast)
    return {"language": language, "faults": faults, "ways": ways, "tongues": tongues}


def none_anywhere(found, fact):
    return {address: [] for address in found[fact]}


def test_no_page_has_a_serious_fault_of_accessibility(found):
    assert found["faults"] == none_anywhere(found, "faults")


def test_the_page_says_its_language(found):
    assert set(found["tongues"].values()) == {{"zh": "zh-CN", "en": "en"}[found["language"]]}


@pytest.mark.parametrize("fault", ["unreached", "faint", "trapped"])
def test_the_tab_key_reaches_every_control_shows_where_it_is_and_gets_on(found, fault):
    assert {address: way[fault] for address, way in found["ways"].items()} == none_anywhere(
        found, "ways"
    )
