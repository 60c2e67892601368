"""Rows that should not be there: each check finds its own, with file and line, and no other."""

import pytest

from promotion.checks import CHECKS, detail_in_words, run_checks
from promotion.database import open_database
from promotion.language import use_language
from promotion.query import QUERIES
from tests.ledgers import contact, project, write


def found(data):
    return {result.name: result.rows.to_dict("records") for result in run_checks(data)}


def ids(data, name):
    return [row["id"] for row in found(data)[name]]


def test_every_check_has_its_query_and_its_words():
    assert {path.stem for path in (QUERIES / "checks").glob("*.sql")} == CHECKS.keys()


def test_ledgers_without_a_fault_pass_every_check(tmp_path):
    write(
        tmp_path,
        "projects.csv",
        project("A", "2020-01-05", negotiation_date="2020-01-05", signed_date="2020-02-29"),
    )
    write(tmp_path, "contacts.csv", contact("C", "2020-03-01", project_id="A"))

    assert set(map(len, found(open_database(tmp_path)).values())) == {0}


def test_the_small_ledgers_faults_are_found_where_they_stand(small):
    faults = {
        name: [(row["file"], row["line"], row["id"]) for row in rows]
        for name, rows in found(small).items()
        if rows
    }

    assert faults == {
        "dates_out_of_order": [("projects.csv", 7, "P6")],
        "received_more_than_contracted": [("projects.csv", 6, "P5")],
        "unknown_projects": [("contacts.csv", 13, "PX"), ("receipts.csv", 5, "P9")],
        "projects_without_industry": [("projects.csv", 8, "P7")],
    }


def test_an_out_of_order_project_tells_both_dates(small):
    (row,) = found(small)["dates_out_of_order"]

    assert row["detail"] == "lead_date 2020-02-20 > signed_date 2020-02-15"
    with use_language("zh"):
        words = detail_in_words(small, row["detail"])
    assert words == "线索日期 2020-02-20 > 签约日期 2020-02-15"


@pytest.mark.parametrize(
    ("dates", "is_fault"),
    [
        ({"signed_date": "2020-01-05"}, False),
        ({"signed_date": "2020-01-04"}, True),
        ({"signed_date": "2020-02-01", "landed_date": "2020-01-31"}, True),
        ({"negotiation_date": "2020-03-01", "landed_date": "2020-02-29"}, True),
        ({"landed_date": "2020-02-01", "production_date": "2020-02-01"}, False),
        ({"closed_date": "2020-01-04"}, True),
        ({"closed_date": "2020-01-05"}, False),
    ],
)
def test_dates_are_in_order_or_not(tmp_path, dates, is_fault):
    write(tmp_path, "projects.csv", project("A", "2020-01-05", **dates))

    assert bool(ids(open_database(tmp_path), "dates_out_of_order")) == is_fault


def test_dates_after_the_as_of_date_are_listed_but_planned_ones_are_not(tmp_path):
    write(
        tmp_path,
        "projects.csv",
        project("A", "2020-01-05", signed_date="2020-07-01", next_follow_up_date="2020-08-01"),
    )
    write(tmp_path, "contacts.csv", contact("C", "2020-06-30"), contact("D", "2020-07-02"))
    write(
        tmp_path, "sources.csv", {"file": "contacts.csv", "source": "x", "as_of_date": "2020-06-30"}
    )

    rows = found(open_database(tmp_path))["dates_after_as_of"]
    assert [(row["id"], row["detail"]) for row in rows] == [
        ("D", "contact_date 2020-07-02"),
        ("A", "signed_date 2020-07-01"),
    ]


def test_the_same_investor_name_and_amount_twice_is_listed_twice(tmp_path):
    twice = {"project_name": "Mill", "investor": "Maker", "agreed_investment_wan_cny": 500}
    write(
        tmp_path,
        "projects.csv",
        project("A", "2020-01-05", **twice),
        project("B", "2020-02-05", **twice),
        project("C", "2020-02-05", **twice | {"agreed_investment_wan_cny": 501}),
        project("D", "2020-02-05", **twice | {"agreed_investment_wan_cny": ""}),
        project("E", "2020-02-05", **twice | {"agreed_investment_wan_cny": ""}),
    )

    assert ids(open_database(tmp_path), "repeated_signings") == ["A", "B"]


def test_as_much_received_as_contracted_is_no_fault(tmp_path):
    write(
        tmp_path,
        "projects.csv",
        project("A", "2020-01-05", contracted_fdi_wan_usd=60),
        project("B", "2020-01-05", contracted_fdi_wan_usd=60),
        project("C", "2020-01-05"),
    )
    receipts = [("A", 60), ("B", 30), ("B", 30.5), ("C", 10)]
    write(
        tmp_path,
        "receipts.csv",
        *(
            {"project_id": code, "received_date": "2020-02-01", "received_fdi_wan_usd": amount}
            for code, amount in receipts
        ),
    )

    assert ids(open_database(tmp_path), "received_more_than_contracted") == ["B"]


def test_titles_are_in_the_readers_language(small):
    with use_language("zh"):
        titles = [result.title for result in run_checks(small)]

    assert not any(each.isascii() and each.isalpha() for title in titles for each in title)


def test_a_check_that_lists_few_of_many_rows_still_counts_them_all(tmp_path):
    undone = {"signed_date": "2019-01-01", "industry": "", "contracted_fdi_wan_usd": 1}
    twins = {"project_name": "One", "investor": "Investor", "agreed_investment_wan_cny": 7}
    rows = [
        project(f"P{place}", "2020-01-05", updated_date="2020-12-31", **undone, **twins)
        for place in range(3)
    ]
    write(tmp_path, "projects.csv", *rows)
    write(
        tmp_path,
        "contacts.csv",
        *(contact(f"C{place}", "2020-03-01", project_id="PX") for place in range(3)),
    )
    write(
        tmp_path,
        "receipts.csv",
        *(
            {"project_id": f"P{place}", "received_date": "2020-02-01", "received_fdi_wan_usd": 2}
            for place in range(3)
        ),
    )

    results = run_checks(open_database(tmp_path), most_rows=2)

    assert {each.name: (each.count, len(each.rows)) for each in results} == dict.fromkeys(
        CHECKS, (3, 2)
    )
