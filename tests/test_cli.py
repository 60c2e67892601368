"""The command line, on ledgers small enough to count by head."""

import csv
import io
import json
import subprocess
import sys

import openpyxl
import pytest

from promotion.cli import main

PROJECTS = """\
project_id,project_name,district,industry,lead_date,signed_date,agreed_investment_wan_cny
P1,One,{0},new_materials,2020-01-05,2020-02-10,1000
P2,Two,{1},new_materials,2020-02-05,2020-03-10,
"""
CONTACTS = """\
contact_id,project_id,district,contact_date,channel,attendee_count
C1,P1,{0},2020-01-10,on_site,3
C2,P1,{0},2020-02-10,video,2
C3,P2,{1},2020-03-31,phone,
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("PROMOTION_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def ledgers(tmp_path):
    folder = tmp_path / "ledgers"
    folder.mkdir()
    (folder / "projects.csv").write_text(PROJECTS.format("yinzhou", "beilun"))
    (folder / "contacts.csv").write_text(CONTACTS.format("yinzhou", "beilun"))
    return folder


@pytest.fixture
def run(ledgers, capsys):
    """Runs a command on the ledgers: its exit status, what it printed, and what it complained."""

    def run_command(*arguments, data=ledgers):
        given = [*map(str, arguments), *(["--data", str(data)] if data else [])]
        try:
            status = main(given)
        except SystemExit as end:
            status = end.code
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run_command


def rows_of(output, column):
    return {row["district"]: row[column] for row in json.loads(output)["rows"] if row[column]}


def test_an_exhibit_as_json_counts_within_the_days_given(run):
    status, output, complaint = run(
        "exhibit", "activity_by_district", "--from", "2020-02-01", "--to", "2020-03-31"
    )

    assert (status, complaint) == (0, "")
    assert rows_of(output, "contact_count") == {"yinzhou": 1, "beilun": 1}
    assert rows_of(output, "attendee_count") == {"yinzhou": 2, "beilun": 1}
    assert json.loads(output)["filters"]["compare_from"] == "2019-12-01"


def test_without_days_it_is_the_latest_complete_quarter(run):
    _status, output, _complaint = run("exhibit", "headline", "--compare", "none")

    filters = json.loads(output)["filters"]
    assert (filters["from"], filters["to"]) == ("2020-01-01", "2020-03-31")
    assert filters["compare_from"] is None


def test_one_day_alone_reaches_to_the_datas_own_end(run):
    _status, since, _complaint = run("exhibit", "headline", "--from", "2020-02-01")
    _status, until, _complaint = run("exhibit", "headline", "--to", "2020-02-01")

    assert json.loads(since)["filters"]["to"] == "2020-03-31"
    assert json.loads(until)["filters"]["from"] == "2020-01-05"


@pytest.mark.parametrize("name", ["beilun", "Beilun", "北仑区"])
def test_districts_are_given_by_code_or_name(run, name):
    _status, output, _complaint = run("exhibit", "activity_by_district", "--district", name)

    assert json.loads(output)["filters"]["districts"] == ["beilun"]
    assert rows_of(output, "contact_count") == {"beilun": 1}


def test_a_comparison_names_its_second_side(run):
    asked = ("exhibit", "comparison", "--from", "2020-01-01", "--to", "2020-03-31", "--lang", "en")
    of = {
        "district": run(*asked, "--district", "鄞州区", "--against-district", "beilun"),
        "period": run(*asked, "--against-from", "2020-02-01", "--against-to", "2020-02-29"),
    }
    found = {by: json.loads(output) for by, (_status, output, _errors) in of.items()}
    contacts = {by: each["rows"][0] for by, each in found.items()}

    assert {by: (row["left"], row["right"]) for by, row in contacts.items()} == {
        "district": (2, 1),
        "period": (3, 1),
    }
    assert found["district"]["title"] == "Yinzhou compared with Beilun"
    assert found["district"]["filters"]["sides"] == {
        "by": "district",
        "left": "yinzhou",
        "right": "beilun",
    }
    swapped = ("--district", "beilun", "--against-district", "yinzhou", "--format", "csv")
    status, output, _errors = run(*asked, *swapped)
    headings = next(csv.reader(io.StringIO(output.removeprefix("\ufeff"))))
    assert status == 0
    assert headings[1:5] == ["Measure", "Beilun", "Yinzhou", "Left against right"]


def test_csv_json_and_xlsx_hold_the_same_rows(run, tmp_path):
    names = {ending: tmp_path / f"rows.{ending}" for ending in ("csv", "json", "xlsx")}
    for path in names.values():
        status, output, _complaint = run(
            "exhibit", "activity_by_district", "--lang", "en", "-o", path
        )
        assert (status, output) == (0, "")

    rows = json.loads(names["json"].read_bytes())["rows"]
    by_json = [[row["district"], row["contact_count"]] for row in rows]
    text = io.StringIO(names["csv"].read_text(encoding="utf-8-sig"))
    by_csv = [[row["District (code)"], int(row["Contacts"])] for row in csv.DictReader(text)]
    sheet = openpyxl.load_workbook(names["xlsx"]).worksheets[0]
    by_xlsx = [
        [row[0], row[2]]
        for row in sheet.iter_rows(values_only=True)
        if row[0] in {code for code, _count in by_json}
    ]
    assert by_csv == by_xlsx == by_json


def test_english_and_chinese_are_chosen(run):
    _status, english, _complaint = run("exhibit", "activity_by_district", "--lang", "en")
    _status, chinese, _complaint = run("exhibit", "activity_by_district")

    assert json.loads(english)["rows"][0]["district_name"] == "Yinzhou"
    assert json.loads(chinese)["rows"][0]["district_name"] == "鄞州区"


def test_the_data_folder_may_come_from_the_environment(run, ledgers, monkeypatch):
    monkeypatch.setenv("PROMOTION_DATA", str(ledgers))
    _status, output, _complaint = run("exhibit", "headline", data=None)

    assert json.loads(output)["as_of"] == "2020-03-31"


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ([], 2, "COMMAND"),
        (["nonsense"], 2, "invalid choice"),
        (["exhibit", "headlin"], 2, "use one of headline"),
        (["exhibit", "headline", "--district", "atlantis"], 2, "yinzhou, beilun, yuyao"),
        (["exhibit", "headline", "--industry", "alchemy"], 2, "new_materials"),
        (["exhibit", "headline", "--from", "2020-02-30"], 2, "write it as 2020-03-31"),
        (["exhibit", "headline", "--from", "0001-01-01"], 2, "not between"),
        (["exhibit", "headline", "--from", "2020-03-02", "--to", "2020-03-01"], 2, "after its end"),
        (["exhibit", "headline", "--from", "2021-01-01"], 2, "after its end on 2020-03-31"),
        (["exhibit", "comparison", "--against-district", "beilun"], 2, "name that with --district"),
        (
            ["exhibit", "comparison", "--district", "beilun", "--against-district", "北仑区"],
            2,
            "name two",
        ),
        (["exhibit", "comparison", "--against-from", "2020-01-01"], 2, "--against-to"),
        (["exhibit", "headline", "--against-industry", "new_materials"], 2, "comparison"),
        (["exhibit", "headline", "--format", "doc"], 2, "invalid choice"),
        (["exhibit", "headline", "-o", "figure.gif"], 2, "json, csv, xlsx"),
        (["exhibit", "headline", "-o", "no/such/folder/a.csv"], 1, "no/such/folder"),
        (["sample", "somewhere", "--contacts", "none"], 2, "whole number"),
    ],
)
def test_a_mistake_is_told_in_one_line(run, ledgers, arguments, status, words):
    data = ledgers if arguments[:1] == ["exhibit"] else None
    given, output, complaint = run(*arguments, data=data)

    assert (given, output) == (status, "")
    assert words in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize(
    "command", [["check", "--lang", "en"], ["exhibit", "headline", "--lang", "en"]]
)
def test_a_missing_or_empty_folder_is_told_in_one_line(run, tmp_path, command):
    empty = tmp_path / "empty"
    empty.mkdir()
    missing = run(*command, data=tmp_path / "missing")
    nothing = run(*command, data=empty)

    assert (missing[0], nothing[0]) == (1, 1)
    assert missing[2] == f"promotion: There is no folder {tmp_path / 'missing'}.\n"
    assert str(empty) in nothing[2]
    assert nothing[2].count("\n") == 1


def test_exhibits_lists_names_and_titles(run):
    status, output, _complaint = run("exhibits", "--lang", "en")

    assert status == 0
    assert (
        dict(line.split(maxsplit=1) for line in output.splitlines())["activity_by_district"]
        == "Contacts by district"
    )


def test_exhibits_without_data_lists_names(run, tmp_path):
    status, output, complaint = run("exhibits", data=tmp_path / "missing")

    assert status == 0
    assert "activity_by_district" in output.splitlines()
    assert "no folder" in complaint


def test_check_is_content_with_clean_ledgers(run):
    status, output, complaint = run("check", "--lang", "en")

    assert (status, complaint) == (0, "")
    assert "contacts.csv" in output


def test_check_fails_and_says_where_a_row_was_refused(run, ledgers):
    with (ledgers / "contacts.csv").open("a") as file:
        file.write("C4,P1,atlantis,2020-03-01,phone,1\n")
    status, output, _complaint = run("check", "--format", "json")
    _status, text, _complaint = run("check")

    found = json.loads(output)
    assert status == 1
    counts = {
        file["file"]: [file["kind"], file["rows"], file["loaded"], file["refused"]]
        for file in found["files"]
    }
    assert counts == {
        "contacts.csv": ["contacts", 4, 3, 1],
        "projects.csv": ["projects", 2, 2, 0],
    }
    (refusal,) = found["refusals"]
    assert [refusal[key] for key in ("file", "line", "column", "value")] == [
        "contacts.csv",
        5,
        "district",
        "atlantis",
    ]
    assert refusal["reason"]
    assert "atlantis" in text


def test_check_lists_what_was_kept_but_looks_wrong(run, ledgers):
    with (ledgers / "contacts.csv").open("a") as file:
        file.write("C4,P9,yinzhou,2020-03-01,phone,1\n")
    status, output, _complaint = run("check", "--format", "json")

    checks = {check["name"]: check for check in json.loads(output)["checks"]}
    assert status == 0
    assert checks["unknown_projects"]["count"] == 1
    assert checks["unknown_projects"]["rows"][0]["line"] == 5


def test_check_says_that_a_ledger_is_missing(run, ledgers):
    (ledgers / "projects.csv").unlink()
    status, _output, complaint = run("check", "--lang", "en")

    assert status == 0
    assert "no project ledger" in complaint


def test_a_sample_is_written_and_never_among_other_ledgers(run, ledgers, tmp_path):
    folder = tmp_path / "sample"
    written = run("sample", folder, "--contacts", "50", "--seed", "7", data=None)
    refused = run("sample", ledgers, "--contacts", "50", data=None)

    assert written[0] == 0
    assert (folder / "sources.csv").read_text().count("sample data") >= 1
    assert refused[0] == 1
    assert "already holds ledgers" in refused[2]
    assert sorted(path.name for path in ledgers.iterdir()) == ["contacts.csv", "projects.csv"]


@pytest.mark.parametrize("command", ["", "sample", "check", "exhibits", "exhibit"])
def test_every_command_explains_itself(run, command):
    status, output, _complaint = run(*command.split(), "--help", data=None)

    assert status == 0
    assert f"python -m promotion {command}".rstrip() in output


def test_it_runs_as_a_module_and_a_closed_pipe_is_no_traceback(ledgers):
    command = [sys.executable, "-m", "promotion", "exhibit", "headline", "--data", str(ledgers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        complaint = process.stderr.read()

    assert process.returncode == 1
    assert complaint == b""
