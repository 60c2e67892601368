"""Every way a figure leaves a page is in the record, with who, what and the filters."""

import shutil

import pytest

from promotion.record import record_folder
from tests.browser.reader import download, main, open_take_away, visit
from tests.records import entries

VIEW = "?district=yuyao&industry=new_materials&period=year_to_date&measure=signed_count"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The record of a dashboard that is started after this."""
    monkeypatch.setenv("PROMOTION_RECORD", str(tmp_path / "record"))
    return record_folder()


def test_each_file_of_a_figure_and_of_a_briefing_leaves_a_line(
    folder, start_dashboard, english_page, tmp_path
):
    address = start_dashboard()
    page = visit(english_page, f"{address}/{VIEW}")
    opened = open_take_away(page, "activity_by_district")
    kinds = ["CSV", "XLSX", "PNG", "SVG", "PNG"]
    for kind in kinds:
        assert download(page, opened, kind, tmp_path).stat().st_size > 100
    noted = entries(folder)

    assert [entry["what"]["format"] for entry in noted] == [kind.lower() for kind in kinds]
    assert {tuple(entry["what"]["exhibits"]) for entry in noted} == {("activity_by_district",)}
    assert {entry["action"] for entry in noted} == {"export"}
    assert noted[0]["filters"] | {"language": ""} == {
        "from": "2020-01-01",
        "to": "2020-06-30",
        "compare": "previous",
        "districts": ["yuyao"],
        "industries": ["new_materials"],
        "capital": "all",
        "language": "",
        "measure": "signed_count",
    }

    page.keyboard.press("Escape")
    page.locator('button[data-figure-action="briefing"]').first.click()
    page.get_by_role("link", name="Briefing").first.click()
    page.get_by_role("button", name="Make the file").click()
    with page.expect_download():
        page.get_by_role("button", name="Download").click()
    assert entries(folder)[-1]["what"]["format"] == "pptx"


def test_nothing_is_given_out_that_cannot_be_noted(folder, start_dashboard, english_page):
    page = visit(english_page, start_dashboard() + "/")
    opened = open_take_away(page, "activity_by_district")
    shutil.rmtree(folder)
    folder.write_text("a file where the folder should be", encoding="utf-8")
    opened.get_by_role("button", name="PNG", exact=True).click()
    page.get_by_text("Nothing is exported or adopted while it cannot be recorded").wait_for()

    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    page.locator('button[data-figure-action="files"]').first.click()
    page.get_by_text("Nothing is exported or adopted while it cannot be recorded").wait_for()
    assert page.get_by_role("button", name="CSV", exact=True).count() == 0
    assert "Traceback" not in main(page).inner_text()
