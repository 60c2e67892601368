"""The ledgers with every quirk load to exactly the totals and refusals worked out for them."""

import json
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from promotion.ingest import read_folder

SAMPLES = Path(__file__).parents[1] / "sample_data"
TRUTH = json.loads((SAMPLES / "dev.truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    with duckdb.connect(str(tmp_path_factory.mktemp("dev") / "dev.duckdb")) as connection:
        yield connection


@pytest.fixture(scope="module")
def report(connection):
    return read_folder(SAMPLES / "dev", connection)


def rows_by_district(connection, sql):
    found = connection.execute(sql)
    names = [column[0] for column in found.description]
    return {row[0]: dict(zip(names[1:], row[1:], strict=True)) for row in found.fetchall()}


def test_every_file_loads_and_refuses_as_many_rows_as_it_should(report):
    counts = {
        one.file: {"rows": one.rows, "loaded": one.loaded, "refused": one.refused}
        for one in report.files
        if one.kind != "receipts"
    }

    assert counts == TRUTH["files"]


def test_exactly_the_wrong_rows_are_refused_each_with_its_line(report):
    refused = {(fault.file, fault.line) for fault in report.refusals}

    assert refused == {(one["file"], one["line"]) for one in TRUTH["refused"]}
    assert len(report.refusals) == len(TRUTH["refused"])


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("duplicate id", "is already on line"),
        ("missing id", "is empty"),
        ("unreadable date", "no such day"),
        ("unknown district", "is not in the list"),
    ],
)
def test_a_refusal_says_what_is_wrong(report, why, words):
    lines = {(one["file"], one["line"]) for one in TRUTH["refused"] if one["why"] == why}
    sentences = [fault.sentence() for fault in report.refusals if (fault.file, fault.line) in lines]

    assert sentences
    assert all(words in sentence for sentence in sentences)


def test_no_cell_of_a_loaded_row_is_lost(report):
    assert report.blanked == []


def test_contacts_add_up_in_every_district(report, connection):
    totals = rows_by_district(
        connection,
        """
        select
            district,
            sum(attendee_count)::integer as attendee_count,
            count(*) as contact_count,
            sum(lead_count)::integer as lead_count,
            count(*) filter (is_online) as online_count
        from contacts
        left join channels using (channel)
        group by all
        """,
    )

    assert totals == TRUTH["contacts"]


def test_contacts_of_two_months_add_up_in_every_district(report, connection):
    totals = rows_by_district(
        connection,
        """
        select
            district,
            sum(attendee_count)::integer as attendee_count,
            count(*) as contact_count,
            sum(lead_count)::integer as lead_count,
            count(*) filter (is_online) as online_count
        from contacts
        left join channels using (channel)
        where contact_date between '2020-02-01' and '2020-03-31'
        group by all
        """,
    )

    assert totals == TRUTH["contacts_2020_02_03"]


def test_projects_and_investment_add_up_in_every_district(report, connection):
    totals = rows_by_district(
        connection,
        """
        select
            district,
            sum(agreed_investment_wan_cny) as agreed_investment_wan_cny,
            count(*) as project_count,
            count(*) filter (agreed_investment_wan_cny is null) as unknown_investment
        from projects
        group by all
        """,
    )
    truth = {
        district: {
            **values,
            "agreed_investment_wan_cny": Decimal(str(values["agreed_investment_wan_cny"])),
        }
        for district, values in TRUTH["projects"].items()
    }

    assert totals == truth


def test_contacts_take_their_own_or_their_projects_industry(report, connection):
    found = connection.execute(
        """
        select coalesce(contacts.industry, projects.industry) as industry, count(*)
        from contacts
        left join projects using (project_id)
        group by all
        """
    ).fetchall()

    assert dict(found) == TRUTH["contacts_by_industry"]


def test_received_capital_adds_up_in_every_district(report, connection):
    found = connection.execute(
        """
        select district, sum(received_fdi_wan_usd)
        from receipts
        inner join projects using (project_id)
        where received_date <= '2020-03-31'
        group by all
        """
    ).fetchall()

    assert dict(found) == {
        district: Decimal(str(amount)) for district, amount in TRUTH["received_fdi_wan_usd"].items()
    }


def test_the_database_keeps_the_same_report(report, connection):
    kept = connection.execute("select file, line from refusals").fetchall()
    files = connection.execute(
        "select file, kind, row_count, loaded_count, refused_count from ledger_files"
    ).fetchall()

    assert kept == [(fault.file, fault.line) for fault in report.refusals]
    assert files == [
        (one.file, one.kind, one.rows, one.loaded, one.refused) for one in report.files
    ]
