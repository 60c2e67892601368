"""What is found by a part of a name, against the CSV files read in plain Python."""

import csv
import unicodedata

import pytest

from promotion.database import open_database
from promotion.scope import Scope
from promotion.things import KINDS
from promotion.things import found as finding
from promotion.things.found import MOST_SHOWN, find
from tests.ledgers import LEDGERS, contact, project, write

TEXTS = ("客商单位07", "链主企业", "南商", "bl-00", "ＢＬ－０００１", "运营企业 01", "项目", "客商")
SEARCHED = {"project": ("project_id", "project_name", "investor")}
SEARCHED["carrier"] = ("carrier_id", "carrier_name", "developer", "operator")


def ledger(kind, district=None):
    """The rows of the sample ledgers of a kind, of one district where one is named."""
    rows = []
    for path in LEDGERS.glob(f"*{kind}.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows += csv.DictReader(file)
    return [row for row in rows if district in (None, row["district"])]


def key(text):
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def expected(text, district=None):
    """The number of each thing of each kind that the text is in, with what is counted of it."""
    projects, contacts = ledger("projects", district), ledger("contacts", district)
    found = {"project": {}, "company": {}, "carrier": {}, "organisation": {}}
    for kind, rows in (("project", projects), ("carrier", ledger("carriers", district))):
        name = f"{kind}_id"
        others = contacts if kind == "project" else projects
        for row in rows:
            if any(key(text) in key(row[column]) for column in SEARCHED[kind]):
                found[kind][row[name]] = sum(other[name] == row[name] for other in others)
    for row in projects:
        for company in {key(row["investor"]), key(row["referred_by"])}:
            if key(text) in company:
                found["company"][company] = found["company"].get(company, 0) + 1
    for row in contacts:
        organisation = key(row["organisation"])
        if key(text) in organisation:
            found["organisation"][organisation] = found["organisation"].get(organisation, 0) + 1
    return {kind: counts for kind, counts in found.items() if counts}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("district", [None, "yuyao"])
def test_what_is_found_and_counted_is_what_the_ledgers_hold(text, district):
    data = open_database(LEDGERS, Scope((district,) if district else ()))
    found = {each.kind: each for each in find(data, text)}

    wanted = expected(text, district)
    assert {kind: each.count for kind, each in found.items()} == {
        kind: len(counts) for kind, counts in wanted.items()
    }
    for kind, each in found.items():
        assert len(each.entries) == min(each.count, MOST_SHOWN)
        for entry in each.entries:
            assert wanted[kind][entry.thing.id] == entry.count
        if district:
            assert {entry.districts for entry in each.entries} == {"Yuyao"}


def test_one_project_is_found_however_its_number_is_typed(sample):
    typed = ("CX-0001", "cx-0001", "ＣＸ－０００１", " c x-00\u300001 ")
    found = [find(sample, text)[0].entries[0].thing.id for text in typed]

    assert found == ["CX-0001"] * 4


@pytest.mark.parametrize("text", ["%", "_", "?", "*", "\\", "'", "\n", " ", "", ".*", "\0"])
def test_no_sign_stands_for_other_letters(sample, text):
    assert find(sample, text) == []


def test_signs_are_found_where_a_name_holds_them(tmp_path):
    write(
        tmp_path,
        "projects.csv",
        project("P1", "2020-01-05", project_name="50%_off ('a' or \"b\")"),
        project("P2", "2020-01-05", project_name="50 off"),
    )
    data = open_database(tmp_path)

    for text in ("%", "0%_", "('A'", '"b")'):
        assert [entry.thing.id for entry in find(data, text)[0].entries] == ["P1"]


def test_names_of_people_are_not_looked_through(sample):
    people = {row["owner"] for row in ledger("projects")} | {
        row["staff"] for row in ledger("contacts")
    }
    assert [name for name in people if name and find(sample, name)] == []


def test_the_same_name_comes_first_then_names_that_begin_so(tmp_path):
    names = ("Great Wall Motor", "Wall", "Wallpaper")
    rows = [project(f"P{n}", "2020-01-05", project_name=name) for n, name in enumerate(names)]
    write(tmp_path, "projects.csv", *rows)
    contacts = [contact(f"C{n}", "2020-01-06", project_id="P0") for n in range(3)]
    write(tmp_path, "contacts.csv", *contacts)

    [found] = find(open_database(tmp_path), "wall")
    assert [(entry.name, entry.count) for entry in found.entries] == [
        ("Wall", 0),
        ("Wallpaper", 0),
        ("Great Wall Motor", 3),
    ]


def test_ways_of_writing_a_name_are_one_company_under_the_most_frequent(tmp_path):
    written = (
        ("A", "ACME 集团", "cixi"),
        ("B", "ＡＣＭＥ集团", "yuyao"),
        ("C", "ACME 集团", "yuyao"),
    )
    rows = [
        project(number, "2020-01-05", investor=name, district=district)
        for number, name, district in written
    ]
    rows.append(project("D", "2020-01-05", referred_by="acme集团", district="cixi"))
    write(tmp_path, "projects.csv", *rows)

    companies = {each.kind: each for each in find(open_database(tmp_path), "acme集")}["company"]
    [entry] = companies.entries
    assert (entry.name, entry.count, entry.districts) == ("ACME 集团", 4, "Yuyao, Cixi")


def test_what_is_not_shown_is_counted_in_words(sample):
    found = {each.kind: each for each in find(sample, "项目")}["project"]

    rest = found.count - MOST_SHOWN
    assert found.left_out.startswith(f"{rest:,} more are not shown")


def test_without_a_projects_ledger_organisations_are_found(tmp_path):
    write(tmp_path, "contacts.csv", contact("A", "2020-01-06", organisation="Maker"))
    [found] = find(open_database(tmp_path), "mak")

    assert (found.kind, found.entries[0].count) == ("organisation", 1)


def test_nothing_that_can_be_found_in_a_part_is_of_another_district(monkeypatch):
    monkeypatch.setattr(finding, "MOST_SHOWN", 100_000)
    part = open_database(LEDGERS, Scope(("yuyao",)))
    everything = find(part, "0")

    assert [each.kind for each in everything] == list(KINDS)
    assert {entry.districts for each in everything for entry in each.entries} == {"Yuyao"}
    assert find(part, "CX-0001") == []
