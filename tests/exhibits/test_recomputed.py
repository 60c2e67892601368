"""The exhibits on the sample ledgers against the same figures worked out in plain Python."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from promotion.exhibits import industry, overview
from tests.exhibits import recomputed
from tests.ledgers import column_by, days, english, rows_by

VIEWS = {
    "quarter": english(days("2020-04-01", "2020-06-30")),
    "all": english(days("2019-01-01", "2020-06-30")),
    "part of a month": english(days("2020-02-10", "2020-02-20")),
    "parts of two months": english(days("2020-02-29", "2020-03-01")),
    "parts and whole months": english(days("2019-11-15", "2020-05-14")),
    "up to a month's end": english(days("2019-12-31", "2020-02-29")),
    "a single day": english(days("2020-03-31")),
    "first of a month": english(days("2020-03-01")),
    "two districts": english(days("2020-01-01", "2020-03-31"), districts=("cixi", "yuyao")),
    "an industry": english(days("2020-01-05", "2020-03-31"), industries=("new_materials",)),
    "foreign": english(days("2019-07-01", "2020-03-15"), capital="foreign"),
    "domestic": english(days("2020-01-01", "2020-06-30"), capital="domestic"),
    "everything at once": english(
        days("2019-06-02", "2020-06-29"),
        districts=("zhenhai", "beilun"),
        industries=("petrochemicals", "port_logistics", "unclassified"),
        capital="foreign",
    ),
}
views = pytest.mark.parametrize("filters", VIEWS.values(), ids=VIEWS)
MEASURES = (
    "contact_count",
    "attendee_count",
    "lead_count",
    "online_count",
    "channel_known_count",
    "new_project_count",
    "signed_count",
    "signed_investment_unknown_count",
    "landed_count",
    "received_fdi_wan_usd",
)


def assert_same_activity(rows, expected):
    assert expected.keys() <= rows.keys()
    for member, row in rows.items():
        counted = expected.get(member, Counter())
        assert {name: row[name] for name in MEASURES} == pytest.approx(
            {name: counted[name] for name in MEASURES}
        ), member
        if row["signed_investment_wan_cny"] is None:
            assert counted["signed_count"] == counted["signed_investment_unknown_count"] > 0
        else:
            assert row["signed_investment_wan_cny"] == pytest.approx(
                counted["signed_investment_wan_cny"]
            )


@views
def test_activity_by_district_and_by_industry(sample, filters):
    for code, function in (
        ("district", overview.activity_by_district),
        ("industry", overview.activity_by_industry),
    ):
        expected = recomputed.activity(filters, lambda row, code=code: row[code])
        assert_same_activity(rows_by(function(sample, filters), code), expected)


@views
def test_activity_by_district_and_industry(sample, filters):
    expected = recomputed.activity(filters, lambda row: (row["district"], row["industry"]))
    cells = overview.activity_by_district_and_industry(sample, filters)

    assert_same_activity(rows_by(cells, "district", "industry"), expected)


@views
def test_contacts_by_month_and_channel(sample, filters):
    contacts = recomputed.within(
        recomputed.chosen(recomputed.ledger("contacts"), filters), "contact_date", filters
    )
    expected = Counter(
        (row["contact_date"].replace(day=1), row["channel"] or "unknown") for row in contacts
    )
    rows = overview.contacts_by_month_and_channel(sample, filters).rows()

    found = {(row["month"], row["channel"]): row["contact_count"] for row in rows}
    assert {place: count for place, count in found.items() if count} == dict(expected)
    for row in rows:
        known = {channel for month, channel in expected if month == row["month"]} - {"unknown"}
        whole = sum(expected[row["month"], channel] for channel in known)
        online = sum(expected[row["month"], channel] for channel in known - {"on_site"})
        assert row["online_share"] == (pytest.approx(online / whole) if whole else None)


@pytest.mark.parametrize(
    "day", ["2018-12-31", "2019-02-28", "2019-09-10", "2020-02-29", "2020-03-01", "2020-06-30"]
)
@views
def test_project_funnel(sample, filters, day):
    asked = replace(filters, period=days(day))
    rows = rows_by(overview.project_funnel(sample, asked), "stage")
    expected = recomputed.funnel(asked)

    for stage, row in rows.items():
        count, amount = expected.get(stage, (0, 0.0))
        assert row["project_count"] == count, stage
        if row["agreed_investment_wan_cny"] is None:
            assert count == row["investment_unknown_count"] > 0
        else:
            assert row["agreed_investment_wan_cny"] == pytest.approx(amount)


def test_target_progress(sample):
    targets = [row for row in recomputed.ledger("targets") if row["year"] == "2020"]
    year = english(days("2020-01-01", "2020-06-30"))
    actual = recomputed.activity(year, lambda row: row["district"])
    rows = rows_by(overview.target_progress(sample, year), "district", "metric")

    assert len(rows) == len(targets) > 0
    for target in targets:
        row = rows[target["district"], target["metric"]]
        reached = actual[target["district"]][target["metric"]]
        assert row["actual"] == pytest.approx(reached)
        assert row["completion"] == pytest.approx(reached / float(target["target"]))
        assert row["pace"] == 182 / 366


@pytest.mark.parametrize("capital", ["all", "foreign"])
def test_industry_specialisation(sample, capital):
    asked = english(days("2020-03-31"), capital=capital)
    projects = [
        row
        for row in recomputed.chosen(recomputed.ledger("projects"), asked)
        if recomputed.stage_on(row, asked.period.last_day)
    ]
    pairs = Counter((row["district"], row["industry"]) for row in projects)
    districts = Counter(row["district"] for row in projects)
    industries = Counter(row["industry"] for row in projects)

    for row in industry.industry_specialisation(sample, asked).rows():
        of_district, of_industry = districts[row["district"]], industries[row["industry"]]
        pair = pairs[row["district"], row["industry"]]
        assert row["project_count"] == pair
        assert row["location_quotient"] == (
            pytest.approx(pair / of_district / (of_industry / len(projects)))
            if of_district and of_industry
            else None
        )


def test_however_a_quarter_is_split_its_parts_add_up(sample):
    whole = column_by(
        overview.headline(sample, english(days("2020-01-01", "2020-03-31"))), "metric", "value"
    )
    cuts = ("01-31", "02-29"), ("01-01", "01-17", "03-01", "03-30"), ("02-14",)
    for split in cuts:
        ends = [date.fromisoformat(f"2020-{end}") for end in (*split, "03-31")]
        starts = [date(2020, 1, 1), *(end + timedelta(days=1) for end in ends[:-1])]
        parts = Counter()
        for first, last in zip(starts, ends, strict=True):
            part = overview.headline(sample, english(days(str(first), str(last))))
            parts.update({row["metric"]: row["value"] or 0 for row in part.rows()})
        for metric in whole.keys() - {"online_share"}:
            assert parts[metric] == pytest.approx(whole[metric]), (metric, split)
