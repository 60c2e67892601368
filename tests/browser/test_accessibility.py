"""What opens on a page can be read aloud too, in both languages; pages: test_every_page.py."""

import pytest

from tests.browser.accessibility import serious_faults
from tests.browser.page_state import wait_idle
from tests.browser.reader import open_take_away, visit

LOCALES = {"zh": "zh-CN", "en": "en-US"}
PARTS = {"zh": ["核查结果", "试读台账", "数据字典"], "en": ["Checks", "Try ledgers", "Dictionary"]}


@pytest.mark.parametrize("language", LOCALES)
def test_what_opens_on_a_page_has_no_serious_fault_of_accessibility(
    new_page, dashboard_url, language
):
    """The parts of the Data page, empty figures, the help, a chip, the window of files."""
    page = new_page(locale=LOCALES[language])
    faults = {}

    def look(place):
        faults[place] = serious_faults(page, with_contrast=language == "zh")

    visit(page, f"{dashboard_url}/data")
    for part in PARTS[language]:
        page.get_by_test_id("stButtonGroup").get_by_text(part, exact=True).click()
        wait_idle(page)
        look(part)
    visit(page, f"{dashboard_url}/?industry=unclassified&capital=foreign")
    look("empty figures")
    visit(page, f"{dashboard_url}/?district=cixi")
    if not page.locator(".page-help[open]").count():
        page.locator(".page-help > summary").click()
    page.locator(".page-help details > summary").click()
    look("help and chip")
    open_take_away(page, "activity_by_industry")
    look("window of files")

    assert {place: found for place, found in faults.items() if found} == {}
