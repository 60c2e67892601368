"""The supply chain on the sample ledgers against plain Python, and any past day replayed."""

import shutil
import unicodedata
from collections import Counter
from datetime import date

import pytest

from promotion.database import open_database
from promotion.exhibits import overview, supply_chain
from tests.exhibits import recomputed
from tests.ledgers import LEDGERS, days, english, rows_by, write

VIEWS = {
    "quarter": english(days("2020-04-01", "2020-06-30")),
    "a past day": english(days("2019-11-13")),
    "before the ledgers": english(days("2018-12-31")),
    "two districts": english(days("2020-01-01", "2020-03-31"), districts=("beilun", "yuyao")),
    "an industry": english(days("2020-03-31"), industries=("new_materials", "digital_economy")),
    "foreign": english(days("2020-02-29"), capital="foreign"),
    "everything at once": english(
        days("2020-06-29"),
        districts=("zhenhai", "beilun"),
        industries=("petrochemicals", "port_logistics"),
        capital="domestic",
    ),
}
views = pytest.mark.parametrize("filters", VIEWS.values(), ids=VIEWS)
REACHED = {
    "in_talks": ("negotiating", "key_negotiating", "signed", "landed", "in_production"),
    "signed": ("signed", "landed", "in_production"),
    "landed": ("landed", "in_production"),
    "in_production": ("in_production",),
}


def known(filters):
    """The chosen projects known by the period's end: each with its stage and how far it got."""
    day = filters.period.last_day
    rows = []
    for row in recomputed.chosen(recomputed.ledger("projects"), filters):
        stage = recomputed.stage_on(row, day)
        if stage:
            furthest = recomputed.stage_on(row | {"closed_date": None}, day)
            rows.append(row | {"stage": stage, "furthest": furthest})
    return rows


def has_reached(row, what):
    return row["furthest"] in REACHED[what]


def company_key(name):
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def amount_of(rows):
    amounts = [row["agreed_investment_wan_cny"] for row in rows]
    known_amounts = [float(amount) for amount in amounts if amount is not None]
    return pytest.approx(sum(known_amounts)) if known_amounts else None


@views
def test_anchor_companies(sample, filters):
    projects = known(filters)
    exhibit = supply_chain.anchor_companies(sample, filters)
    rows = rows_by(exhibit, "referred_by")

    assert rows.keys() == {row["referred_by"] for row in projects} - {None}
    for name, row in rows.items():
        own = [each for each in projects if each["referred_by"] == name]
        assert row["project_count"] == len(own)
        assert row["agreed_investment_wan_cny"] == amount_of(own)
        unknown = sum(each["agreed_investment_wan_cny"] is None for each in own)
        assert row["investment_unknown_count"] == unknown
        for what in ("signed", "landed", "in_production"):
            assert row[f"{what}_count"] == sum(has_reached(each, what) for each in own), what
        roles = Counter(each["chain_role"] for each in own)
        for role in ("extend", "strengthen", "complement"):
            assert row[f"{role}_count"] == roles[role]
        assert row["role_unknown_count"] == roles[None]
        assert row["district_count"] == len({each["district"] for each in own})
        standing = Counter(each["stage"] for each in own)
        assert row["signed_open_count"] == standing["signed"]
        before = standing["lead"] + standing["negotiating"] + standing["key_negotiating"]
        assert row["unsigned_open_count"] == before
    order = [
        (-row["project_count"], -(row["agreed_investment_wan_cny"] or -1)) for row in exhibit.rows()
    ]
    assert order == sorted(order)


@views
def test_companies_and_what_none_brought_add_up_to_the_funnel(sample, filters):
    rows = supply_chain.anchor_companies(sample, filters).rows()
    unnamed = [row for row in known(filters) if row["referred_by"] is None]
    funnel = rows_by(overview.project_funnel(sample, filters), "stage")

    for stage, column in (("signed", "signed_count"), ("landed", "landed_count")):
        others = sum(has_reached(row, stage) for row in unnamed)
        reached = funnel[stage]["reached_count"] or 0
        assert sum(row[column] for row in rows) + others == reached


@views
def test_referral_flow(sample, filters):
    expected = Counter(
        (row["referred_by"], row["industry"], row["stage"])
        for row in known(filters)
        if row["referred_by"]
    )
    rows = supply_chain.referral_flow(sample, filters).rows()

    found = {
        (row["referred_by"], row["industry"], row["stage"]): row["project_count"] for row in rows
    }
    assert found == dict(expected)


@views
def test_chain_roles(sample, filters):
    projects = known(filters)
    by_district = Counter((row["district"], row["chain_role"] or "unknown") for row in projects)
    by_cell = Counter(
        (row["district"], row["industry"]) for row in projects if row["chain_role"] is not None
    )
    roles = supply_chain.chain_roles_by_district(sample, filters).rows()
    cells = supply_chain.chain_roles_by_district_and_industry(sample, filters).rows()

    found = {(row["district"], row["chain_role"]): row["project_count"] for row in roles}
    assert {key: count for key, count in found.items() if count} == dict(by_district)
    found = {(row["district"], row["industry"]): row["chain_role_count"] for row in cells}
    assert {key: count for key, count in found.items() if count} == dict(by_cell)
    parts = ("extend_count", "strengthen_count", "complement_count")
    assert all(row["chain_role_count"] == sum(row[name] for name in parts) for row in cells)


@views
def test_partner_firms(sample, filters):
    firms = {}
    for row in known(filters):
        by_chain = row["referred_by"] or row["lead_source"] == "supply_chain"
        own = row["referred_by"] and row["investor"] == row["referred_by"]
        if by_chain and row["investor"] and not own:
            firms.setdefault((row["district"], company_key(row["investor"])), []).append(row)
    expected = {}
    for (district, _firm), rows in firms.items():
        counts = expected.setdefault(district, Counter())
        counts["screened"] += 1
        for what in ("in_talks", "signed", "landed"):
            counts[what] += any(has_reached(row, what) for row in rows)
        all_closed = all(row["stage"] == "no_follow_up" for row in rows)
        counts["dropped"] += all_closed and not any(has_reached(row, "signed") for row in rows)

    for row in supply_chain.partner_firms(sample, filters).rows():
        counts = expected.get(row["district"], Counter())
        for what in ("screened", "in_talks", "signed", "landed", "dropped"):
            assert row[f"{what}_firm_count"] == counts[what], (row["district"], what)


@views
def test_spin_offs(sample, filters):
    day = filters.period.last_day
    expected = {
        row["project_id"]: row for row in known(filters) if row["investment_kind"] == "spin_off"
    }
    rows = rows_by(supply_chain.spin_offs(sample, filters), "project_id")

    assert rows.keys() == expected.keys()
    for project_id, row in rows.items():
        of_ledger = expected[project_id]
        assert row["stage"] == of_ledger["stage"]
        for step in ("lead_date", *recomputed.STEPS):
            dated = of_ledger[step]
            assert row[step] == (dated if dated and dated <= day else None)
        last_step = "closed_date" if row["stage"] == "no_follow_up" else STEP_OF[row["stage"]]
        assert row["days_at_stage"] == (day - of_ledger[last_step]).days


STEP_OF = {
    "lead": "lead_date",
    "negotiating": "negotiation_date",
    "key_negotiating": "negotiation_date",
    "signed": "signed_date",
    "landed": "landed_date",
    "in_production": "production_date",
}


def cut_at(folder, day):
    """The sample's projects as they could have been written down on the day."""
    dated = ("lead_date", *recomputed.STEPS, "closed_date")
    rows = []
    for row in recomputed.ledger("projects"):
        if any(row[name] and row[name] <= day for name in dated):
            left = {
                name: None if name in dated[1:] and value and value > day else value
                for name, value in row.items()
                if name != "capital"
            }
            rows.append(left)
    write(folder, "projects.csv", *rows)
    write(
        folder,
        "sources.csv",
        {"file": "projects.csv", "source": "cut", "as_of_date": day.isoformat()},
    )
    return open_database(folder)


@pytest.mark.parametrize("day", ["2019-03-15", "2019-11-13", "2020-02-29", "2020-06-30"])
def test_a_past_day_is_the_ledger_cut_at_that_day(sample, tmp_path, day):
    cut = cut_at(tmp_path, date.fromisoformat(day))

    for filters in (english(days(day)), english(days(day), districts=("beilun",))):
        for function in (
            supply_chain.anchor_companies,
            supply_chain.spin_offs,
            supply_chain.referral_flow,
            supply_chain.partner_firms,
            supply_chain.chain_roles_by_district,
        ):
            then = function(cut, filters)
            now = function(sample, filters)
            assert now.rows() == then.rows()
            assert now.rows()
            assert now.notes == then.notes


def test_a_name_written_otherwise_later_changes_no_past_day(tmp_path):
    shutil.copytree(LEDGERS / "reference", tmp_path / "reference")
    row = {"district": "cixi", "industry": "new_materials", "lead_date": "2020-01-05"}
    first = row | {"project_id": "M", "project_name": "M", "referred_by": "Geely Auto"}
    later = [
        row
        | {
            "project_id": project_id,
            "project_name": project_id,
            "referred_by": "GEELY AUTO",
            "lead_date": "2020-02-01",
        }
        for project_id in ("A", "Z")
    ]
    write(tmp_path, "projects.csv", first, *later)
    data = open_database(tmp_path)

    for day, count in (("2020-01-31", 1), ("2020-02-29", 3)):
        [company] = supply_chain.anchor_companies(data, english(days(day))).rows()
        assert (company["referred_by"], company["project_count"]) == ("Geely Auto", count)
