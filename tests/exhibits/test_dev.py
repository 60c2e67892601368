"""The exhibits on ledgers with every quirk of offices: exactly what the truth file says."""

import json

import pytest

from promotion.exhibits import industry, overview
from tests.ledgers import SAMPLE_DATA, column_by, days, english, rows_by

TRUTH = json.loads((SAMPLE_DATA / "dev.truth.json").read_text(encoding="utf-8"))
WHOLE = days("2019-01-01", TRUTH["cutoff"])
DISTRICTS = sorted(TRUTH["stages"])


@pytest.mark.parametrize(
    ("period", "truth"),
    [(days("2020-02-01", "2020-03-31"), "contacts_2020_02_03"), (WHOLE, "contacts")],
)
def test_contacts_of_each_district(dev, period, truth):
    rows = rows_by(overview.activity_by_district(dev, english(period)), "district")

    assert {
        code: {name: rows[code][name] for name in expected}
        for code, expected in TRUTH[truth].items()
    } == TRUTH[truth]


def test_contacts_of_each_industry(dev):
    counts = column_by(
        overview.activity_by_industry(dev, english(WHOLE)), "industry", "contact_count"
    )

    assert {code: count for code, count in counts.items() if count} == TRUTH["contacts_by_industry"]


def test_signed_projects_of_each_district_and_industry(dev):
    rows = overview.activity_by_district_and_industry(dev, english(WHOLE)).rows()

    signed = {code: {} for code in DISTRICTS}
    for row in rows:
        if row["signed_count"]:
            signed[row["district"]][row["industry"]] = row["signed_count"]
    assert signed == TRUTH["signed_by_district_industry"]


@pytest.mark.parametrize("code", DISTRICTS)
def test_stages_and_amounts_of_a_district(dev, code):
    rows = overview.project_funnel(dev, english(WHOLE, districts=(code,))).rows()

    counts = {row["stage"]: row["project_count"] for row in rows if row["project_count"]}
    known = TRUTH["projects"][code]
    assert counts == TRUTH["stages"][code]
    assert sum(counts.values()) == known["project_count"]
    assert sum(row["investment_unknown_count"] for row in rows) == known["unknown_investment"]
    assert sum(row["agreed_investment_wan_cny"] for row in rows) == pytest.approx(
        known["agreed_investment_wan_cny"], abs=1e-6
    )


def test_received_capital_of_each_district(dev):
    received = column_by(
        overview.activity_by_district(dev, english(WHOLE)), "district", "received_fdi_wan_usd"
    )

    assert received == pytest.approx(TRUTH["received_fdi_wan_usd"], abs=1e-9)


def test_the_industries_hold_every_project(dev):
    by_stage = industry.projects_by_industry_and_stage(dev, english(WHOLE)).rows()
    by_role = industry.chain_roles_by_industry(dev, english(WHOLE)).rows()

    total = sum(known["project_count"] for known in TRUTH["projects"].values())
    assert sum(row["project_count"] for row in by_stage) == total
    assert sum(row["project_count"] for row in by_role) == total
