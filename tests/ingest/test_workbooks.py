"""Workbooks are read as the same ledgers are read when they are CSV files."""

import csv
from datetime import date, datetime, time
from io import StringIO
from pathlib import Path

import duckdb
import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from promotion.ingest import read_folder
from promotion.ingest.reference import KINDS
from tests.ingest.workbooks import HEADINGS, contacts, saved, with_sheet_xml, workbook_of

DEV = Path(__file__).parents[1] / "sample_data" / "dev"
CLOSING = datetime.fromisoformat("2020-03-04 23:59:59")
ROW = ("C1", "cixi", date(2020, 3, 3), 1, "first")


def records(path):
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "gbk"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        delimiter = max(",;\t", key=text[:2000].count)
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    raise AssertionError(path)


def rows_by_kind(connection):
    return {
        kind: connection.execute(
            f"select * exclude (line) replace (split_part(file, '.', 1) as file) from {kind}"
        ).fetchall()
        for kind in KINDS
    }


def test_ledgers_give_the_same_rows_as_workbooks_as_they_give_as_text(tmp_path):
    for path in DEV.rglob("*.*"):
        if path.suffix in (".csv", ".tsv", ".txt"):
            copy = tmp_path / path.relative_to(DEV).with_suffix(".xlsx")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(saved(workbook_of({path.stem: records(path)})))
    with duckdb.connect() as of_text, duckdb.connect() as of_workbooks:
        text_report = read_folder(DEV, of_text)
        report = read_folder(tmp_path, of_workbooks)

        assert rows_by_kind(of_workbooks) == rows_by_kind(of_text)
    assert [(one.kind, one.rows, one.loaded) for one in report.files] == [
        (one.kind, one.rows, one.loaded) for one in text_report.files
    ]
    assert len(report.files) > 5


def test_true_dates_numbers_and_truths_are_read(read):
    headings = (
        "项目编号",
        "项目名称",
        "区县",
        "线索日期",
        "签约日期",
        "协议投资额(亿元)",
        "重点项目",
    )
    rows = [
        (20200001, "A", "慈溪市", date(2020, 3, 3), CLOSING, 1.5, True),
        ("P2", "B", "慈溪市", 43893, "2020年3月4日", 0.1 + 0.2, False),
        ("P3", "C", "慈溪市", "43893", 43894.75, 1000.0, "是"),
    ]
    reading = read({"projects.xlsx": saved(workbook_of({"项目": [headings, *rows]}))})

    assert reading.rows(
        "select project_id, lead_date, signed_date, agreed_investment_wan_cny, is_key "
        "from projects order by line"
    ) == [
        ("20200001", date(2020, 3, 3), date(2020, 3, 4), 15_000, True),
        ("P2", date(2020, 3, 3), date(2020, 3, 4), 3_000, False),
        ("P3", date(2020, 3, 3), date(2020, 3, 4), 10_000_000, True),
    ]
    assert reading.blanked() == []


def test_the_noise_of_a_sum_does_not_make_a_whole_number_broken(read):
    content = with_sheet_xml(contacts(ROW), "<v>1</v>", "<v>2.9999999999999996</v>")
    reading = read({"contacts.xlsx": content})

    assert reading.column("contacts", "attendee_count") == [3]


def test_day_numbers_of_a_workbook_that_counts_from_1904_name_the_day_that_it_shows(read):
    workbook = openpyxl.Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    for row in (HEADINGS, ROW, ("C2", "cixi", 43893 - 1462, 1, "second")):
        workbook.active.append(row)
    reading = read({"contacts.xlsx": saved(workbook)})

    assert reading.column("contacts", "contact_date") == [date(2020, 3, 3)] * 2


def test_what_is_wrong_is_told_with_the_row_number_of_the_sheet(read):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["B3"] = "2020年3月台账"
    sheet.merge_cells("B3:F3")
    rows = [
        HEADINGS,
        ROW,
        ("C2", "mars", date(2020, 3, 3), 1, "x"),
        (),
        ("C3", "cixi", date(2020, 3, 3), -1, "two\nlines"),
        ("C4", "cixi", time(10), 1, "x"),
        ("C5", "cixi", date(2020, 3, 3), 1, "x", None, "shifted"),
        ("合计", None, None, 5),
    ]
    for number, row in enumerate(rows, start=5):
        for column, value in enumerate(row, start=2):
            sheet.cell(number, column, value)
    reading = read({"contacts.xlsm": saved(workbook)})

    assert reading.rows("select contact_id, line, organisation from contacts") == [
        ("C1", 6, "first"),
        ("C3", 9, "two\nlines"),
    ]
    assert reading.refused_lines() == [7, 10, 11]
    assert reading.blanked() == [(9, "attendee_count", "-1")]
    assert reading.notes("contacts.xlsm") == [
        "read from the sheet Sheet",
        "rows above the headings passed over: 1",
        "column 1 was not read: it has no heading",
        "there is no column 项目信息(条): every row counts as 0",
        "rows of totals passed over: 1",
    ]


def test_errors_of_formulas_are_reported_and_never_taken_for_blank_or_text(read):
    rows = [
        ("C1", "cixi", date(2020, 3, 3), "#REF!", "#N/A"),
        ("#NAME?", "cixi", date(2020, 3, 3), 1, "x"),
        ("C3", "cixi", date(2020, 3, 3), "#SPILL!", "#3 building"),
    ]
    text = "\n".join(",".join(map(str, row)) for row in (HEADINGS, *rows))
    for name, content in (("a.xlsx", contacts(*rows)), ("a.csv", text)):
        reading = read({name: content})
        (reading.folder / name).unlink()

        assert reading.rows("select contact_id, attendee_count, organisation from contacts") == [
            ("C1", None, None),
            ("C3", None, "#3 building"),
        ]
        assert reading.refused_lines() == [3]
        assert sorted(reading.blanked()) == [
            (2, "attendee_count", "#REF!"),
            (2, "organisation", "#N/A"),
            (4, "attendee_count", "#SPILL!"),
        ]
        assert "is an error of the spreadsheet" in reading.sentences()[0]


def test_formulas_count_with_the_value_last_calculated_and_without_one_are_reported(read):
    content = contacts(
        ("C1", "cixi", date(2020, 3, 3), "=1+1", '="a"&"b"'),
        ("C2", "cixi", date(2020, 3, 3), 7, '="a"&"b"'),
    )
    content = with_sheet_xml(content, r"(<f>1\+1</f>)<v></v>", r"\1<v>2</v>")
    content = with_sheet_xml(
        content, r'r="E3">(<f>[^<]*</f>)<v></v>', r'r="E3" t="str">\1<v>ab</v>'
    )
    reading = read({"contacts.xlsx": content})

    assert reading.rows("select attendee_count, organisation from contacts") == [
        (2, None),
        (7, "ab"),
    ]
    assert [(fault.line, fault.column) for fault in reading.report.blanked] == [(2, "organisation")]
    assert "never calculated" in reading.report.blanked[0].sentence()


def test_the_first_sheet_with_headings_is_read_and_the_others_are_named(read):
    workbook = workbook_of(
        {
            "说明": [["how to fill in this ledger"]],
            "hidden": [HEADINGS, ("H1", "cixi", date(2020, 3, 3))],
            "三月": [HEADINGS, ROW],
            "四月": [HEADINGS, ("C9", "cixi", date(2020, 4, 3))],
            "summary": [["district", "industry"], ["cixi", 3]],
            "empty": [],
        }
    )
    workbook["hidden"].sheet_state = "hidden"
    workbook.create_chartsheet("chart")
    reading = read({"contacts.xlsx": saved(workbook)})
    notes = reading.notes("contacts.xlsx")

    assert reading.column("contacts", "contact_id") == ["C1"]
    assert notes[0] == "read from the sheet 三月"
    assert [note.split(":")[0] for note in notes[1:5]] == [
        f"the sheet {name} was not read" for name in ("说明", "hidden", "四月", "summary")
    ]
    assert not any("empty" in note or "chart" in note for note in notes)


def test_a_ledger_in_a_hidden_sheet_alone_is_refused(read):
    workbook = workbook_of({"cover": [["x"]], "kept back": [HEADINGS, ROW]})
    workbook["kept back"].sheet_state = "veryHidden"
    reading = read({"contacts.xlsx": saved(workbook)})

    assert "only the hidden sheet kept back" in reading.file("contacts.xlsx").reason.sentence()


def test_hidden_rows_and_columns_are_read(read):
    def hide(sheet):
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True

    assert read({"a.xlsx": contacts(ROW, then=hide)}).file("a.xlsx").loaded == 1


def test_a_cell_merged_over_rows_counts_for_the_first_of_them_only(read):
    reading = read(
        {
            "a.xlsx": contacts(
                ROW,
                ("C2", None, date(2020, 3, 3), None, "x"),
                then=lambda sheet: sheet.merge_cells("B2:B3"),
            )
        }
    )

    assert reading.column("contacts", "contact_id") == ["C1"]
    assert "is empty" in reading.sentences()[0]


def test_the_district_may_be_in_the_name_of_the_file(read):
    reading = read(
        {"慈溪.xlsx": saved(workbook_of({"s": [HEADINGS[::2], ("C1", date(2020, 3, 3), "x")]}))}
    )

    assert reading.column("contacts", "district") == ["cixi"]


@pytest.mark.parametrize("rows_at_once", [1, 3])
def test_rows_are_the_same_in_however_many_pieces_a_sheet_is_judged(
    read, monkeypatch, rows_at_once
):
    monkeypatch.setattr("promotion.ingest.careful._ROWS_AT_ONCE", rows_at_once)
    rows = [(f"C{number}", "cixi", date(2020, 3, 3), number, None) for number in range(1, 9)]
    reading = read({"contacts.xlsx": contacts(*rows)})

    assert reading.rows("select contact_id, line, attendee_count from contacts order by line") == [
        (f"C{number}", number + 1, number) for number in range(1, 9)
    ]
