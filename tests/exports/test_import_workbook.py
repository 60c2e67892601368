"""The workbook of what reading found, to send back: its files, rows, cells and checks."""

import io

import openpyxl
import pytest

from promotion.database import open_database
from promotion.exports.import_workbook import as_workbook
from promotion.language import use_language
from promotion.scope import MASK, Scope
from tests.ledgers import contact, project, write

UNCLOSED = 'C9,yinzhou,2020-01-09,phone,"never closed\n'


@pytest.fixture
def folder(tmp_path):
    write(
        tmp_path / "ledgers",
        "projects.csv",
        project("P1", "2020-01-05", signed_date="2020-01-01", owner="\ufffd someone"),
        project("P2", "3/4/2020"),
        project("=P3", "2020-01-05", agreed_investment_wan_cny="-1"),
    )
    contacts = write(tmp_path / "ledgers", "contacts.csv", contact("C1", "2020-01-06", staff="Xu"))
    return contacts.parent


def sheets_of(content):
    """The rows of each sheet below its headings."""
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
        for sheet in workbook
    }


def made(folder, *files, scope=None, language="en"):
    data = open_database(folder, scope) if scope else open_database(folder)
    with use_language(language):
        return as_workbook(data, files)


def test_every_file_row_cell_and_check_has_its_line(folder):
    sheets = sheets_of(made(folder))

    assert [row[:6] for row in sheets["Ledgers read"]] == [
        ["contacts.csv", "Contact records", 1, 1, 0, 0],
        ["projects.csv", "Projects", 3, 2, 1, 2],
    ]
    assert [row[:4] for row in sheets["Refused rows"]] == [
        ["projects.csv", 3, "lead_date", "3/4/2020"]
    ]
    assert [row[:4] for row in sheets["Cells that became unknown"]] == [
        ["projects.csv", 2, "owner", "\ufffd someone"],
        ["projects.csv", 4, "agreed_investment_wan_cny", "-1"],
    ]
    assert [row[1:5] for row in sheets["Checks"]] == [["projects.csv", 2, "Yinzhou", "P1"]]


def test_of_one_file_nothing_of_others_is_told(folder):
    sheets = sheets_of(made(folder, "contacts.csv"))

    assert [row[0] for row in sheets["Ledgers read"]] == ["contacts.csv"]
    assert sheets["Refused rows"] == sheets["Checks"] == []


def test_a_district_reads_its_report_in_chinese(folder):
    sheets = sheets_of(made(folder, language="zh"))

    assert [row[2] for row in sheets["退回的行"]] == ["线索日期"]


def test_the_same_ledgers_give_the_same_bytes(folder):
    assert made(folder) == made(folder)


def test_names_of_people_and_texts_of_whole_rows_are_masked_where_they_must_be(folder):
    with (folder / "contacts.csv").open("a", encoding="utf-8") as file:
        file.write(UNCLOSED)
    open_text = str(sheets_of(made(folder)))
    masked_text = str(sheets_of(made(folder, scope=Scope(hides_people=True))))

    assert "never closed" in open_text
    assert "someone" in open_text
    assert "someone" not in masked_text
    assert "never closed" not in masked_text.replace("is never closed and", "")
    assert MASK in masked_text
