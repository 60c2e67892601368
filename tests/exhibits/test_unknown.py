"""Unknown is never zero: absent ledgers, periods before the data, amounts nobody knows."""

import pytest

from promotion.database import open_database
from promotion.exhibits import EXHIBITS, district, industry, overview
from promotion.exhibits.overview import headline_by_month
from tests.ledgers import column_by, contact, days, english, part_of_small, project, rows_by, write

OF_CONTACTS = ("contact_count", "attendee_count", "lead_count", "online_share")
OF_PROJECTS = ("new_project_count", "signed_count", "signed_investment_wan_cny", "landed_count")


@pytest.fixture(scope="module")
def only_projects(tmp_path_factory):
    return open_database(part_of_small(tmp_path_factory.mktemp("projects"), "projects"))


@pytest.fixture(scope="module")
def only_contacts(tmp_path_factory):
    return open_database(part_of_small(tmp_path_factory.mktemp("contacts"), "contacts"))


def unknown(values):
    return {name for name, value in values.items() if value is None}


def test_what_no_ledger_tells_is_unknown_in_the_headline(only_projects, only_contacts):
    of_projects = column_by(overview.headline(only_projects, english()), "metric", "value")
    of_contacts = column_by(overview.headline(only_contacts, english()), "metric", "value")

    assert unknown(of_projects) == {*OF_CONTACTS, "received_fdi_wan_usd"}
    assert unknown(of_contacts) == {*OF_PROJECTS, "received_fdi_wan_usd"}


@pytest.mark.parametrize("name", ["activity_by_district", "activity_by_industry"])
def test_what_no_ledger_tells_is_unknown_of_every_member(only_projects, name):
    for row in EXHIBITS[name](only_projects, english()).rows():
        assert {row[measure] for measure in OF_CONTACTS} == {None}
        assert row["received_fdi_wan_usd"] is None
        assert row["rank"] is None


def test_what_no_ledger_tells_is_unknown_in_every_month(only_projects, only_contacts):
    for month in headline_by_month(only_projects, english()).to_dict("records"):
        assert unknown(month) >= {*OF_CONTACTS, "received_fdi_wan_usd"}
    for month in headline_by_month(only_contacts, english()).to_dict("records"):
        assert unknown(month) >= {*OF_PROJECTS, "received_fdi_wan_usd"}


def test_months_before_a_ledger_begins_are_unknown(small, tmp_path):
    months = headline_by_month(small, english(days("2019-04-01", "2019-12-31")))
    received = dict(zip(months["month"], months["received_fdi_wan_usd"], strict=True))

    known = {month.month: value for month, value in received.items() if value is not None}
    assert known == {10: 50.5, 11: 0, 12: 0}


def test_contacts_by_channel_are_not_zero_where_there_is_no_contacts_ledger(only_projects):
    by_month = overview.contacts_by_month_and_channel(only_projects, english()).rows()
    by_channel = district.district_channels(only_projects, english()).rows()

    assert {row["contact_count"] for row in by_month} <= {None}
    assert {row["contact_count"] for row in by_channel} <= {None}


@pytest.mark.parametrize(
    "function",
    [
        overview.project_funnel,
        industry.projects_by_industry_and_stage,
        industry.industry_specialisation,
        industry.chain_roles_by_industry,
    ],
)
def test_projects_are_not_zero_where_there_is_no_projects_ledger(only_contacts, function):
    rows = function(only_contacts, english()).rows()

    assert {row["project_count"] for row in rows} <= {None}


def test_a_compared_period_before_the_data_is_unknown(small):
    rows = rows_by(overview.headline(small, english(compare="year")), "metric")

    assert {row["compared"] for row in rows.values()} == {None}
    assert {row["change"] for row in rows.values()} == {None}


def test_a_compared_period_from_the_first_month_of_a_ledger_is_known(small):
    filters = english(days("2020-03-01", "2020-03-31"), compare="year")
    compared = column_by(overview.headline(small, filters), "metric", "compared")

    assert (compared["contact_count"], compared["new_project_count"]) == (1, 1)
    assert compared["received_fdi_wan_usd"] is None


def test_a_period_before_the_data_is_as_unknown_as_when_it_is_compared_with(small):
    values = column_by(
        overview.headline(small, english(days("2018-01-01", "2018-03-31"))), "metric", "value"
    )

    assert set(values.values()) == {None}


def test_a_target_of_investment_is_unknown_where_no_signed_amount_is(tmp_path):
    write(tmp_path, "projects.csv", project("A", "2020-01-05", signed_date="2020-02-01"))
    write(tmp_path, "contacts.csv", contact("C", "2020-03-31"))
    write(
        tmp_path,
        "targets.csv",
        {
            "year": 2020,
            "district": "yinzhou",
            "metric": "signed_investment_wan_cny",
            "target": 100,
        },
    )
    rows = overview.target_progress(open_database(tmp_path), english()).rows()

    assert [(row["actual"], row["completion"]) for row in rows] == [(None, None)]


def test_a_target_without_its_ledger_has_no_actual(tmp_path):
    part_of_small(tmp_path, "contacts", "targets")
    rows = rows_by(
        overview.target_progress(open_database(tmp_path), english()), "district", "metric"
    )

    assert rows["yinzhou", "contact_count"]["actual"] == 5
    assert rows["beilun", "received_fdi_wan_usd"]["actual"] is None
    assert rows["yuyao", "signed_count"]["completion"] is None


@pytest.mark.parametrize("metric", ["no_such_metric", "online_share", "project_count"])
def test_a_target_of_a_metric_that_does_not_add_up_is_no_zero_and_no_crash(tmp_path, metric):
    write(tmp_path, "contacts.csv", contact("A", "2020-01-05"))
    write(tmp_path, "projects.csv", project("A", "2020-01-05"))
    write(
        tmp_path,
        "targets.csv",
        {"year": 2020, "district": "yinzhou", "metric": metric, "target": 1},
    )
    rows = overview.target_progress(open_database(tmp_path), english()).rows()

    assert all(row["actual"] in (None, 1) for row in rows)


def test_targets_of_a_year_that_has_not_begun_do_not_run_backwards(tmp_path):
    write(tmp_path, "contacts.csv", contact("A", "2020-06-30"))
    write(
        tmp_path,
        "targets.csv",
        {"year": 2021, "district": "yinzhou", "metric": "contact_count", "target": 10},
    )
    rows = overview.target_progress(
        open_database(tmp_path), english(days("2021-01-01", "2021-01-31"))
    ).rows()

    assert all(row["pace"] is None or row["pace"] >= 0 for row in rows)


def test_a_receipt_of_an_unknown_project_counts_nowhere_and_is_listed(small):
    received = column_by(overview.headline(small, english()), "metric", "value")

    assert received["received_fdi_wan_usd"] == 30
    listed = small.run("checks/unknown_projects", most_rows=10).to_dict("records")
    assert [row["id"] for row in listed] == ["PX", "P9"]
