"""The record of exports: whole lines, all of them, or no export."""

import json
import stat
import subprocess
import sys

import pytest

from promotion import record
from promotion.cli import main
from promotion.record import note
from tests.ledgers import SMALL, days, english
from tests.records import entries, lines

PROCESSES, LINES_EACH = 8, 60
# Notes lines as fast as it can, in files so small that they move up all the time.
WRITER = """
import sys
from promotion import record
record.ROTATED_BYTES = int(sys.argv[2])
for place in range(int(sys.argv[3])):
    record.note("export", sys.argv[1], {"place": place, "words": "簿" * 200}, None)
"""
# Tries to note a line as an account that is nobody, or with files that may not grow.
HINDERED = """
import os, resource, signal, sys
from promotion import record
from promotion.language import set_language
set_language("en")
if sys.argv[1] == "nobody":
    if os.getuid() == 0:  # who may write everything
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
else:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    record.note("export", "somebody", {}, None)
except record.RecordFault as fault:
    print(fault)
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder for the record alone."""
    monkeypatch.setenv("PROMOTION_RECORD", str(tmp_path / "record"))
    return tmp_path / "record"


def hindered(*arguments):
    command = [sys.executable, "-c", HINDERED, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def write_at_once(rotated_bytes, lines_each=LINES_EACH):
    """Nothing, once all processes have noted their lines at the same time."""
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(place), str(rotated_bytes), str(lines_each)]
        )
        for place in range(PROCESSES)
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0] * PROCESSES


def test_a_line_says_who_took_what_when_and_under_which_filters(folder):
    filters = english(days("2020-02-01", "2020-03-31"), districts=("cixi",), compare="year")
    note("export", "somebody", {"exhibits": ["headline"], "format": "csv"}, filters, as_of="x")
    (entry,) = entries(folder)

    assert entry.pop("time").endswith("+00:00")
    assert entry == {
        "who": "somebody",
        "action": "export",
        "what": {"exhibits": ["headline"], "format": "csv"},
        "filters": {
            "from": "2020-02-01",
            "to": "2020-03-31",
            "compare": "year",
            "districts": ["cixi"],
            "industries": [],
            "capital": "all",
            "language": "en",
            "measure": "contact_count",
        },
        "as_of": "x",
    }


def test_processes_that_write_at_once_keep_every_line_whole(folder):
    write_at_once(record.ROTATED_BYTES)
    found = [(entry["who"], entry["what"]["place"]) for entry in entries(folder)]

    assert len(found) == PROCESSES * LINES_EACH
    assert len(set(found)) == len(found)


def test_no_line_is_lost_where_files_move_up_meanwhile(folder):
    write_at_once(rotated_bytes=30_000, lines_each=40)
    found = {(entry["who"], entry["what"]["place"]) for entry in entries(folder)}

    assert len(list(folder.glob("record.jsonl.*"))) > 5
    assert len(found) == PROCESSES * 40
    assert all(path.stat().st_size <= 30_000 for path in folder.glob("record.jsonl*"))


def test_twenty_files_are_kept_and_the_oldest_goes(folder, monkeypatch):
    monkeypatch.setattr(record, "ROTATED_BYTES", 100)
    for place in range(25):
        note("export", "somebody", {"place": place}, None)

    assert [entry["what"]["place"] for entry in entries(folder)] == list(range(4, 25))


@pytest.mark.parametrize(
    "name", ['x\n{"who": "other"}', "x\r\ny", "x\u2028y\x85z", "x\x00y", "x\u202ey", "\udc80", '"}']
)
def test_no_name_forges_a_line_or_turns_the_writing(folder, name):
    note("export", name, {"exhibits": [name]}, None)
    (line,) = lines(folder)

    assert json.loads(line)["who"] == name
    assert len(line.decode().splitlines()) == 1
    assert "\u202e" not in line.decode()


def test_only_its_owner_reads_it(folder):
    note("export", "somebody", {}, None)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / record.NAME).stat().st_mode) == 0o600


def test_a_part_of_a_line_left_by_a_lost_machine_spoils_no_other(folder):
    note("export", "first", {}, None)
    with (folder / record.NAME).open("ab") as file:
        file.write(b'{"time": "20')
    note("export", "second", {}, None)
    first, _part, second = lines(folder)

    assert (json.loads(first)["who"], json.loads(second)["who"]) == ("first", "second")


def test_a_line_that_does_not_fit_is_taken_back_and_said(folder):
    note("export", "first", {}, None)
    before = (folder / record.NAME).read_bytes()

    assert "while it cannot be recorded" in hindered("size", len(before) + 20)
    assert (folder / record.NAME).read_bytes() == before


def test_a_record_that_may_not_be_written_is_said_and_hides_nothing(folder):
    note("export", "first", {}, None)
    (folder / record.NAME).chmod(0o400)
    folder.chmod(0o500)

    assert "while it cannot be recorded: Permission denied" in hindered("nobody")


def test_the_command_line_notes_what_it_writes(folder, tmp_path):
    output = str(tmp_path / "x.csv")
    arguments = ["--data", str(SMALL), "--lang", "en", "-o", output]
    assert main(["exhibit", "headline", "--district", "cixi", *arguments]) == 0
    (entry,) = entries(folder)

    assert entry["who"] == record.account_name()
    assert entry["what"] == {"exhibits": ["headline"], "format": "csv", "language": "en"}
    assert entry["filters"]["districts"] == ["cixi"]
    assert entry["as_of"] == "2020-04-10"


def test_the_command_line_notes_a_briefing_with_all_its_figures(folder, tmp_path):
    output = str(tmp_path / "x.xlsx")
    names = ["headline", "activity_by_district"]
    arguments = ["--data", str(SMALL), "--lang", "en", "-o", output]
    assert main(["briefing", "--exhibits", *names, *arguments]) == 0

    (entry,) = entries(folder)
    assert entry["what"] == {"exhibits": names, "format": "xlsx", "language": "en"}


def test_the_command_line_writes_no_file_it_cannot_note(folder, tmp_path, capsys):
    folder.write_text("a file where the folder should be", encoding="utf-8")
    output = tmp_path / "x.csv"
    arguments = ["--data", str(SMALL), "--lang", "en", "-o", str(output)]

    assert main(["exhibit", "headline", *arguments]) == 1
    assert "cannot be recorded" in capsys.readouterr().err
    assert not output.exists()
