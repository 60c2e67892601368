"""The Data page: what was refused, as a workbook too; ledgers tried, adopted and taken back."""

import io
import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.browser.page_state import wait_idle
from tests.browser.reader import main
from tests.browser.serving import serve
from tests.ledgers import SMALL, contact, write
from tests.records import entries


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The small ledgers and one of two odd rows; each test leaves them as it found them."""
    ledgers = tmp_path_factory.mktemp("data_page") / "ledgers"
    shutil.copytree(SMALL, ledgers)
    write(ledgers, "odd_contacts.csv", contact("O1", "3/4/2020"), contact("O2", "2020-03-15"))
    return ledgers


@pytest.fixture(scope="module")
def record(folder):
    """The folder of the dashboard's record."""
    return folder.parent / "record"


@pytest.fixture(scope="module")
def url(folder, record):
    """The address of a dashboard on these ledgers."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PROMOTION_RECORD", str(record))
        with serve(folder.parent / "log.txt", folder) as address:
            yield address


@pytest.fixture
def english(new_page):
    return new_page(locale="en-US")


def open_part(page, url, part):
    page.goto(f"{url}/data")
    wait_idle(page)
    page.get_by_test_id("stButtonGroup").get_by_text(part, exact=True).click()
    wait_idle(page)


def try_file(page, path):
    page.locator("input[type=file]").set_input_files(str(path))
    page.get_by_role("button", name="Try", exact=True).click()
    page.get_by_role("button", name="Adopt").wait_for()
    wait_idle(page)


def row_of(page, table, first_cell):
    """The cells of the row that begins with the words, in the table of that name."""
    row = page.get_by_role("table", name=table).get_by_role("row").filter(has_text=first_cell)
    return row.first.get_by_role("cell").all_inner_texts()


def test_a_refused_row_is_shown_with_its_place_and_taken_away_as_a_workbook(url, english):
    english.goto(f"{url}/data")
    wait_idle(english)
    english.get_by_role("combobox", name="File").click()
    english.get_by_role("option", name="odd_contacts.csv").click()
    wait_idle(english)

    cells = row_of(english, "Rows refused and cells that became unknown", "odd_contacts.csv")
    assert cells[:5] == ["odd_contacts.csv", "2", "contact_date", "3/4/2020", "row refused"]
    with english.expect_download() as download:
        english.get_by_role("button", name="Report as XLSX").click()
    content = Path(download.value.path()).read_bytes()
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    rows = [[cell.value for cell in row] for row in workbook["Refused rows"].iter_rows(min_row=5)]
    assert [row[:4] for row in rows] == [["odd_contacts.csv", 2, "contact_date", "3/4/2020"]]
    assert download.value.suggested_filename == "Import report odd_contacts.csv.xlsx"


def test_a_ledger_is_tried_then_adopted_then_taken_back_and_both_are_recorded(
    url, english, folder, record, tmp_path
):
    offered = write(tmp_path, "more_contacts.csv", contact("N1", "2020-03-15"))
    before = sorted(path.name for path in folder.glob("*.csv"))
    earlier = entries(record)
    open_part(english, url, "Try ledgers")
    try_file(english, offered)

    read = row_of(english, "What was read of the tried ledgers", "more_contacts.csv")
    assert read[2:5] == ["1", "1", "0"]
    assert sorted(path.name for path in folder.glob("*.csv")) == before
    assert entries(record) == earlier
    english.get_by_role("button", name="Adopt").click()
    english.get_by_text("Adopted: more_contacts.csv.").wait_for()
    assert (folder / "more_contacts.csv").read_bytes() == offered.read_bytes()

    english.get_by_role("button", name="Take the adoption back").click()
    english.get_by_text("Adopted: more_contacts.csv.").wait_for(state="detached")
    assert sorted(path.name for path in folder.glob("*.csv")) == before

    noted = entries(record)[len(earlier) :]
    assert [entry["action"] for entry in noted] == ["adopt", "take_back"]
    assert [entry["what"] for entry in noted] == [{"files": ["more_contacts.csv"]}] * 2
    assert all(entry["who"] and entry["time"] for entry in noted)
    # Against which ledgers it was adopted, and what they had then become.
    assert noted[0]["data_version"] != noted[1]["data_version"]


def test_nothing_is_adopted_that_cannot_be_noted(url, english, folder, record, tmp_path):
    before = sorted(path.name for path in folder.glob("*.csv"))
    open_part(english, url, "Try ledgers")
    try_file(english, write(tmp_path, "more_contacts.csv", contact("N1", "2020-03-15")))
    shutil.rmtree(record, ignore_errors=True)
    record.write_text("a file where the folder should be", encoding="utf-8")
    try:
        english.get_by_role("button", name="Adopt").click()
        english.get_by_text("Nothing is exported or adopted while it cannot be recorded").wait_for()
    finally:
        record.unlink()

    assert sorted(path.name for path in folder.glob("*.csv")) == before


def test_a_discarded_trial_leaves_nothing(url, english, folder, tmp_path):
    offered = write(tmp_path, "more_contacts.csv", contact("N1", "2020-03-15"))
    before = sorted(path.name for path in folder.glob("*.csv"))
    open_part(english, url, "Try ledgers")
    try_file(english, offered)
    english.get_by_role("button", name="Discard").click()
    english.get_by_role("button", name="Adopt").wait_for(state="detached")

    assert sorted(path.name for path in folder.glob("*.csv")) == before
    assert "more_contacts.csv" not in main(english).inner_text()


def test_a_reader_behind_a_proxy_may_try_and_not_adopt(url, english, tmp_path):
    english.set_extra_http_headers({"X-Forwarded-For": "192.0.2.7"})
    try:
        open_part(english, url, "Try ledgers")
        try_file(english, write(tmp_path, "more_contacts.csv", contact("N1", "2020-03-15")))

        assert english.get_by_role("button", name="Adopt").is_disabled()
    finally:
        english.set_extra_http_headers({})


def test_a_file_of_no_ledger_is_refused_in_a_sentence(url, english, tmp_path):
    picture = tmp_path / "picture_contacts.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    open_part(english, url, "Try ledgers")
    try_file(english, picture)

    read = row_of(english, "What was read of the tried ledgers", "picture_contacts.csv")
    assert read[1] == "could not be read"
    assert read[6]
