"""A database in which only changed ledgers were read is what reading all of them gives."""

import random
import shutil
from itertools import count
from pathlib import Path

import duckdb
import pytest

from promotion.building import build
from promotion.checks import run_checks
from promotion.database import Database
from promotion.ingest import EarlierFault, read_folder
from promotion.ingest.reference import KINDS
from promotion.marts import MARTS
from promotion.query import query_text
from tests.ingest.workbooks import saved, workbook_of
from tests.ledgers import SAMPLE_DATA, contact, project, write

# Their rows stand in the order of files and lines, which ties in a question may show.
_IN_ORDER = {*KINDS, *(f"repeated_{kind}" for kind in KINDS), "refusals", "blanked_cells"}


@pytest.fixture
def folder(tmp_path):
    """Ledgers of every kind but receipts; C1 stands in three of them."""
    ledgers = tmp_path / "ledgers"
    write(ledgers, "a_contacts.csv", contact("C1", "2020-01-05"), contact("C2", "2020-01-06"))
    write(
        ledgers,
        "b_contacts.csv",
        contact("C3", "2020-02-05", project_id="P1", attendee_count="several"),
        contact("C1", "2020-02-06", staff="second"),
        contact("C4", "no day"),
        contact("C3", "2020-02-07"),
        contact("C5", "2020-02-08"),
    )
    write(ledgers, "c_contacts.csv", contact("C1", "2020-03-06", staff="third"))
    write(ledgers, "projects.csv", project("P1", "2020-01-02"), project("P2", "2020-01-03"))
    write(ledgers, "rates.csv", {"year": 2020, "cny_per_usd": 7}, {"year": 2020, "cny_per_usd": 8})
    write(ledgers, "sources.csv", {"file": "rates.csv", "source": "Bank"})
    write(
        ledgers,
        "targets.csv",
        {"year": 2020, "metric": "contact_count", "target": 3, "district": "cixi"},
    )
    return ledgers


@pytest.fixture
def rebuild(tmp_path, folder):
    """A function that reads what changed since it last did, and proves it to be as reading all.

    At the test's end the marts and checks of both are compared too.
    """
    numbers = count()
    last = tmp_path / "first.duckdb"
    whole = tmp_path / "whole.duckdb"
    _read(folder, last, None)

    def read_again():
        nonlocal last
        changed = tmp_path / f"changed_{next(numbers)}.duckdb"
        whole.unlink(missing_ok=True)
        report = _read(folder, changed, last)
        assert report == _read(folder, whole, None)
        assert _tables(changed) == _tables(whole)
        last = changed
        return report

    yield read_again
    for path in (last, whole):
        with duckdb.connect(str(path)) as connection:
            for mart in MARTS:
                connection.execute(query_text(f"marts/{mart}"))
    assert _tables(last) == _tables(whole)
    assert _checks(last, folder) == _checks(whole, folder)


def _read(folder, path, earlier):
    with duckdb.connect(str(path)) as connection:
        return read_folder(folder, connection, workers=1, earlier=earlier)


def _tables(path):
    """Every table and view of a database: its columns and rows."""
    with duckdb.connect(str(path), read_only=True) as connection:
        names = connection.execute(
            "select table_name from information_schema.tables order by 1"
        ).fetchall()
        return {name: _rows(connection, name) for (name,) in names}


def _rows(connection, table):
    found = connection.execute(f"from {table}")
    columns = [column[:2] for column in found.description]
    rows = found.fetchall()
    return columns, rows if table in _IN_ORDER else sorted(rows, key=repr)


def _checks(path, folder):
    data = Database(path, folder, "check")
    try:
        return [(one.name, one.rows.to_dict("records")) for one in run_checks(data)]
    finally:
        data.close()


def test_nothing_is_read_where_nothing_changed(rebuild):
    assert rebuild().files_read == ()


def test_a_changed_row_has_its_file_read_alone(folder, rebuild):
    write(folder, "projects.csv", project("P1", "2020-01-02"), project("P3", "2020-01-09"))

    assert rebuild().files_read == ("projects.csv",)


def test_a_touched_file_is_read_again(folder, rebuild):
    (folder / "b_contacts.csv").touch()

    assert rebuild().files_read == ("b_contacts.csv",)


def test_an_added_file_is_read_alone_wherever_its_name_stands(folder, rebuild):
    for name in ("0.csv", "b.csv", "z.csv", "余姚市.csv", "below/one.csv"):
        write(folder / Path(name).parent, Path(name).name, contact(name, "2020-04-01"))

        assert rebuild().files_read == (name,)


def test_an_added_file_takes_the_place_of_the_first_of_repeated_rows(folder, rebuild):
    write(folder, "0.csv", contact("C1", "2020-04-01"), contact("C3", "2020-04-01"))
    report = rebuild()

    assert report.files_read == ("0.csv",)
    repeated = [fault for fault in report.refusals if fault.column == "contact_id"]
    assert [(fault.file, fault.line, fault.details["file"]) for fault in repeated] == [
        ("a_contacts.csv", 2, "0.csv"),
        ("b_contacts.csv", 2, "0.csv"),
        ("b_contacts.csv", 3, "0.csv"),
        ("b_contacts.csv", 5, "0.csv"),
        ("c_contacts.csv", 2, "0.csv"),
    ]


def test_without_the_first_of_repeated_rows_the_second_comes_back(folder, rebuild):
    write(folder, "a_contacts.csv", contact("C2", "2020-01-06"))
    report = rebuild()

    assert report.files_read == ("a_contacts.csv",)
    assert [(one.file, one.loaded, one.refused) for one in report.files[:3]] == [
        ("a_contacts.csv", 1, 0),
        ("b_contacts.csv", 3, 2),
        ("c_contacts.csv", 0, 1),
    ]
    (folder / "b_contacts.csv").unlink()
    assert rebuild().files_read == ()
    write(folder, "a_contacts.csv", contact("C1", "2020-01-06"))
    assert rebuild().files_read == ("a_contacts.csv",)


def test_a_removed_file_goes_with_its_rows_and_its_faults(folder, rebuild):
    (folder / "b_contacts.csv").unlink()
    report = rebuild()

    assert report.files_read == ()
    assert {fault.file for fault in report.refusals} == {"c_contacts.csv", "rates.csv"}
    assert report.blanked == []


def test_all_ledgers_of_a_kind_may_go(folder, rebuild):
    for name in ("a_contacts.csv", "b_contacts.csv", "c_contacts.csv", "rates.csv"):
        (folder / name).unlink()

    assert rebuild().files_read == ()


def test_a_renamed_file_is_read_and_may_hold_the_first_of_repeated_rows(folder, rebuild):
    (folder / "c_contacts.csv").rename(folder / "0_contacts.csv")
    assert rebuild().files_read == ("0_contacts.csv",)
    (folder / "0_contacts.csv").rename(folder / "d_contacts.csv")
    assert rebuild().files_read == ("d_contacts.csv",)


def test_files_that_swap_their_names_are_both_read(folder, rebuild):
    (folder / "a_contacts.csv").rename(folder / "swap")
    (folder / "c_contacts.csv").rename(folder / "a_contacts.csv")
    (folder / "swap").rename(folder / "c_contacts.csv")

    assert rebuild().files_read == ("a_contacts.csv", "c_contacts.csv")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\0\1\2", b"no,headings\n1,2\n"])
def test_a_file_that_turns_bad_is_refused_and_read_when_mended(folder, rebuild, content):
    ledger = folder / "a_contacts.csv"
    good = ledger.read_bytes()
    ledger.write_bytes(content)
    report = rebuild()
    assert report.files[0].reason is not None
    assert rebuild().files_read == ()
    ledger.write_bytes(good)

    assert rebuild().files_read == ("a_contacts.csv",)


def test_a_file_that_becomes_a_ledger_of_another_kind_leaves_the_first(folder, rebuild):
    write(folder, "a_contacts.csv", project("P1", "2020-02-02"), project("P9", "2020-02-02"))

    assert rebuild().files_read == ("a_contacts.csv",)


def test_a_workbook_is_read_again_when_it_changes_and_only_then(folder, rebuild):
    workbook = folder / "book.xlsx"
    headings = ("contact_id", "district", "contact_date", "staff")
    rows = [headings, ("C7", "cixi", "2020-03-03", "a"), ("C1", "cixi", "2020-03-04", "b")]
    workbook.write_bytes(saved(workbook_of({"contacts": rows, "more": rows})))
    assert rebuild().files_read == ("book.xlsx",)
    assert rebuild().files_read == ()
    workbook.write_bytes(saved(workbook_of({"contacts": rows[:2]})))
    assert rebuild().files_read == ("book.xlsx",)
    workbook.write_bytes(b"PK damaged")
    assert rebuild().files_read == ("book.xlsx",)
    assert rebuild().files_read == ()


def test_a_workbook_of_an_unread_kind_is_refused_as_ever_while_it_is_there(folder, rebuild):
    workbook = folder / "book.ods"
    workbook.write_bytes(b"PK\x03\x04")
    assert rebuild().files_read == ()
    assert rebuild().files_read == ()
    workbook.unlink()

    assert rebuild().files_read == ()


def test_what_cannot_be_opened_is_tried_again_though_it_has_not_changed(folder, rebuild):
    (folder / "lost.csv").symlink_to(folder / "nowhere.csv")
    (folder / "turns.csv").symlink_to(folder / "turns.csv")

    assert rebuild().files_read == ("lost.csv", "turns.csv")
    assert rebuild().files_read == ("lost.csv", "turns.csv")


def test_a_change_of_what_reference_tables_mean_has_all_files_read(folder, rebuild):
    every_file = tuple(sorted(path.name for path in folder.iterdir()))
    reference = folder / "reference"
    shutil.copytree(Path(__file__).parent.parent / "data" / "reference", reference)
    assert rebuild().files_read == ()  # a copy of the shipped tables means the same
    with (reference / "blanks.csv").open("a", encoding="utf-8") as blanks:
        blanks.write("several\n")
    assert rebuild().files_read == every_file
    assert rebuild().files_read == ()
    shutil.rmtree(reference)

    assert rebuild().files_read == every_file


def test_ledgers_with_every_quirk_of_offices_are_taken_over_as_they_were_read(folder, rebuild):
    dev = SAMPLE_DATA / "dev"
    for path in dev.iterdir():
        if path.is_file():
            shutil.copy(path, folder)
    rebuild()
    for path in sorted(dev.glob("*.csv"))[::3]:
        (folder / path.name).touch()

        assert rebuild().files_read == (path.name,)


def test_an_earlier_build_that_is_damaged_is_told_by_its_own_fault(folder, tmp_path):
    earlier = tmp_path / "earlier.duckdb"
    for content in (b"", b"half a database"):
        earlier.write_bytes(content)
        with pytest.raises(EarlierFault):
            build(folder, tmp_path / "new.duckdb", earlier)
    earlier.unlink()
    with pytest.raises(EarlierFault):
        build(folder, tmp_path / "new.duckdb", earlier)
    with duckdb.connect(str(earlier)) as other:
        other.execute("create table contacts as select 1 as one")
    with pytest.raises(EarlierFault):
        build(folder, tmp_path / "new.duckdb", earlier)


def test_twenty_rebuilds_leave_the_database_as_large_as_it_was(tmp_path):
    ledgers = tmp_path / "ledgers"
    for name in "abc":
        rows = (contact(f"{name}{place}", "2020-01-05") for place in range(5_000))
        write(ledgers, f"{name}.csv", *rows)
    path = tmp_path / "0.duckdb"
    _read(ledgers, path, None)
    size = path.stat().st_size
    for number in range(1, 21):
        (ledgers / "b.csv").touch()
        last, path = path, tmp_path / f"{number}.duckdb"
        _read(ledgers, path, last)
        last.unlink()

    assert path.stat().st_size <= 1.1 * size


def test_any_sequence_of_changes_gives_what_reading_all_files_gives(tmp_path):
    chance = random.Random(20200229)
    ledgers = tmp_path / "ledgers"
    for name in "abcdefgh":
        _write_some(ledgers, f"{name}.csv", chance)
    last = None
    read_count = file_count = 0
    for step in range(8):
        for _change in range(chance.randint(0, 2)):
            _change_something(ledgers, chance)
        changed, whole = tmp_path / f"{step}.duckdb", tmp_path / "whole.duckdb"
        reports = [_read(ledgers, changed, last), _read(ledgers, whole, None)]
        assert reports[0] == reports[1]
        assert _tables(changed) == _tables(whole), f"after step {step}"
        read_count += len(reports[0].files_read)
        file_count += len(reports[1].files_read)
        whole.unlink()
        last = changed

    assert read_count < file_count / 2


def _change_something(folder, chance):
    names = sorted(path.name for path in folder.iterdir())
    new = chance.choice(("a", "b", "c", "d", "余", "ä")) + chance.choice((".csv", ".tsv"))
    what = chance.choice(("write", "write", "write", "spoil", "remove", "rename", "touch", "book"))
    if what == "write" or not names:
        _write_some(folder, new, chance)
    elif what == "spoil":
        (folder / chance.choice(names)).write_bytes(chance.choice((b"", b"one,two\n1,2\n")))
    elif what == "remove":
        (folder / chance.choice(names)).unlink()
    elif what == "rename":
        (folder / chance.choice(names)).replace(folder / new)
    elif what == "touch":
        (folder / chance.choice(names)).touch()
    else:
        (folder / f"{new}.xlsx").touch()


def _write_some(folder, name, chance):
    """A ledger of a kind by chance; few keys, so that files repeat each other's."""
    keys = chance.choices(range(8), k=chance.randint(1, 5))
    day = chance.choice(("2020-01-05", "2020-02-05", "no day"))
    rows = {
        "contacts": [
            contact(f"C{key}", day, staff=f"{name} {place}", lead_count=chance.choice((1, "?")))
            for place, key in enumerate(keys)
        ],
        "projects": [project(f"P{key}", day, owner=name) for key in keys],
        "receipts": [
            {"project_id": f"P{key}", "received_date": day, "received_fdi_wan_usd": 1}
            for key in keys
        ],
        "carriers": [
            {"carrier_id": f"B{key}", "carrier_name": name, "district": "cixi", "kind": "park"}
            for key in keys
        ],
        "targets": [
            {"year": 2020 + key, "metric": "contact_count", "target": place, "district": "cixi"}
            for place, key in enumerate(keys)
        ],
        "rates": [
            {"year": 2020 + key, "cny_per_usd": 7 + place, "source": name}
            for place, key in enumerate(keys)
        ],
        "sources": [{"file": f"{key}.csv", "source": name} for key in keys],
        "annotations": [
            {"date": day, "text": f"{name} {place}", "district": chance.choice(("", "cixi", "?"))}
            for place, key in enumerate(keys)
        ],
        "score_card": [
            {"metric": metric, "weight": key, "district": chance.choice(("", "cixi"))}
            for metric, key in zip(("signed_count", "landed_count") * 3, keys, strict=False)
        ],
    }
    write(folder, name, *rows[chance.choice((*KINDS, "contacts", "contacts", "contacts"))])
