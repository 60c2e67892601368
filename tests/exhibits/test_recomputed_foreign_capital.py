"""Foreign capital on the sample ledgers against the same figures worked out in plain Python."""

import csv
from datetime import date

import pytest

from promotion.exhibits import EXHIBITS, foreign_capital, overview
from tests.exhibits import recomputed
from tests.exhibits.test_recomputed import views
from tests.ledgers import LEDGERS, column_by, rows_by

HONG_KONG_MACAO_TAIWAN = {"HK", "MO", "TW"}
PARTS = {
    "all": lambda row: True,
    "fortune_500": lambda row: row["is_fortune_500"] == "true",
    "hong_kong": lambda row: row["origin_country"] == "HK",
    "macao": lambda row: row["origin_country"] == "MO",
    "taiwan": lambda row: row["origin_country"] == "TW",
    "hong_kong_macao_taiwan": lambda row: row["origin_country"] in HONG_KONG_MACAO_TAIWAN,
}


def rates():
    with (LEDGERS / "rates.csv").open(encoding="utf-8-sig", newline="") as file:
        return {int(row["year"]): float(row["cny_per_usd"]) for row in csv.DictReader(file)}


def signed(filters, belongs):
    """The chosen projects signed within the period that the part holds."""
    projects = recomputed.chosen(recomputed.ledger("projects"), filters)
    return [row for row in recomputed.within(projects, "signed_date", filters) if belongs(row)]


def arrived(filters, belongs):
    """The instalments of such projects within the period."""
    instalments = recomputed.chosen(recomputed.receipts(), filters)
    return [row for row in recomputed.within(instalments, "received_date", filters) if belongs(row)]


def amount(row, column):
    return float(row[column] or 0)


def assert_same(row, filters, belongs):
    """That a row's figures are those of the projects and instalments that belong to it."""
    projects, instalments = signed(filters, belongs), arrived(filters, belongs)
    contracted = sum(amount(each, "contracted_fdi_wan_usd") for each in projects)
    received = sum(amount(each, "received_fdi_wan_usd") for each in instalments)
    known = [each for each in projects if amount(each, "contracted_fdi_wan_usd") > 0]
    unknown = [
        each
        for each in projects
        if each["contracted_fdi_wan_usd"] is None and each["capital"] == "foreign"
    ]
    assert row["contracted_project_count"] == len(known)
    assert row["contracted_unknown_count"] == len(unknown)
    if known or not unknown:
        assert row["contracted_fdi_wan_usd"] == pytest.approx(contracted)
    else:
        assert row["contracted_fdi_wan_usd"] is None
    if row["received_fdi_wan_usd"] is None:
        assert filters.period.last_day < date(2019, 3, 1)  # when the receipts begin
    else:
        assert row["received_fdi_wan_usd"] == pytest.approx(received)
    if "funds_in_place_rate" in row:
        rate = pytest.approx(received / contracted) if contracted else None
        assert row["funds_in_place_rate"] == rate


@views
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("fdi_by_district", "district"),
        ("fdi_by_origin", "origin_country"),
        ("fdi_by_kind", "investment_kind"),
    ],
)
def test_foreign_capital_by_each_dimension(sample, filters, name, code):
    rows = rows_by(EXHIBITS[name](sample, filters), code)
    for member, row in rows.items():
        assert_same(row, filters, lambda each, member=member: (each[code] or "unknown") == member)

    # No amount stands outside the rows.
    for column, found in (
        ("contracted_fdi_wan_usd", signed(filters, PARTS["all"])),
        ("received_fdi_wan_usd", arrived(filters, PARTS["all"])),
    ):
        shown = sum(row[column] or 0 for row in rows.values())
        assert shown == pytest.approx(sum(amount(each, column) for each in found))


@views
def test_foreign_capital_by_month_and_its_yuan(sample, filters):
    rates_by_year = rates()
    rows = foreign_capital.fdi_by_month(sample, filters).rows()

    for row in rows:
        month = row["month"]
        projects = signed(filters, lambda each, month=month: starts(each, "signed_date", month))
        instalments = arrived(
            filters, lambda each, month=month: starts(each, "received_date", month)
        )
        rate = rates_by_year[month.year]
        assert (row["cny_per_usd"], row["rate_year"]) == (rate, month.year)
        for column, found in (("contracted_fdi", projects), ("received_fdi", instalments)):
            dollars = sum(amount(each, f"{column}_wan_usd") for each in found)
            if row[f"{column}_wan_usd"] is None:
                assert row[f"{column}_wan_cny"] is None
                assert dollars == 0
            else:
                assert row[f"{column}_wan_usd"] == pytest.approx(dollars)
                assert row[f"{column}_wan_cny"] == pytest.approx(dollars * rate)
    whole = rows_by(foreign_capital.fdi_within(sample, filters), "capital_part")["all"]
    for column in ("contracted_fdi_wan_usd", "received_fdi_wan_usd"):
        assert sum(row[column] or 0 for row in rows) == pytest.approx(whole[column] or 0)


def starts(row, column, month):
    return row[column].replace(day=1) == month


@views
def test_the_yuan_of_districts_are_those_of_their_years(sample, filters):
    rates_by_year = rates()
    for row in foreign_capital.fdi_by_district(sample, filters).rows():
        here = [
            each
            for each in signed(filters, lambda each, row=row: each["district"] == row["district"])
            if each["contracted_fdi_wan_usd"]
        ]
        yuan = sum(
            amount(each, "contracted_fdi_wan_usd") * rates_by_year[each["signed_date"].year]
            for each in here
        )
        assert row["contracted_fdi_wan_cny"] == (
            None if row["contracted_fdi_wan_usd"] is None else pytest.approx(yuan)
        )


@views
def test_the_parts_within_foreign_capital(sample, filters):
    rows = rows_by(foreign_capital.fdi_within(sample, filters), "capital_part")

    assert rows.keys() == PARTS.keys()
    for part, row in rows.items():
        assert_same(row, filters, PARTS[part])


@views
def test_received_is_the_overviews(sample, filters):
    of_overview = column_by(overview.headline(sample, filters), "metric", "value")
    whole = rows_by(foreign_capital.fdi_within(sample, filters), "capital_part")["all"]

    assert whole["received_fdi_wan_usd"] == of_overview["received_fdi_wan_usd"]


@views
def test_fortune_500_projects(sample, filters):
    last_day = filters.period.last_day
    known = {
        row["project_id"]: row
        for row in recomputed.chosen(recomputed.ledger("projects"), filters)
        if row["is_fortune_500"] == "true" and recomputed.stage_on(row, last_day)
    }
    rows = rows_by(foreign_capital.fortune_500_projects(sample, filters), "project_id")

    assert rows.keys() == known.keys()
    for project_id, row in rows.items():
        project = known[project_id]
        is_signed = project["signed_date"] is not None and project["signed_date"] <= last_day
        assert row["stage"] == recomputed.stage_on(project, last_day)
        assert row["signed_date"] == (project["signed_date"] if is_signed else None)
        stated = project["contracted_fdi_wan_usd"] if is_signed else None
        assert row["contracted_fdi_wan_usd"] == (float(stated) if stated else None)
        received = sum(
            amount(each, "received_fdi_wan_usd")
            for each in recomputed.receipts()
            if each["project_id"] == project_id and each["received_date"] <= last_day
        )
        assert row["received_fdi_wan_usd"] == pytest.approx(received)
    sizes = [row["contracted_fdi_wan_usd"] or -1 for row in rows.values()]
    assert sizes == sorted(sizes, reverse=True)
