"""The exhibits of one district and of the industries on the small ledgers, by head."""

from datetime import date

import pytest

from promotion.exhibits import district, industry
from tests.ledgers import column_by, days, english, rows_by

YUYAO = ("yuyao",)


def test_a_district_stands_against_all_districts(small):
    rows = rows_by(district.district_profile(small, english(districts=YUYAO)), "metric")

    assert (rows["contact_count"]["value"], rows["contact_count"]["whole"]) == (5, 11)
    assert rows["contact_count"]["share_of_whole"] == pytest.approx(5 / 11)
    assert rows["online_share"]["whole"] == 0.8
    assert rows["online_share"]["share_of_whole"] is None
    assert rows["signed_investment_wan_cny"]["share_of_whole"] is None
    assert rows["landed_count"]["share_of_whole"] is None


def test_the_first_district_stands_for_all_where_none_is_chosen(small):
    chosen = district.district_profile(small, english())

    assert chosen.filters.districts == ("yinzhou",)
    assert chosen.title == "Yinzhou against all districts"


def test_a_districts_industries_add_up_to_it(small):
    rows = district.district_industries(small, english(districts=YUYAO)).rows()

    assert {row["industry"]: row["contact_count"] for row in rows if row["contact_count"]} == {
        "integrated_circuits": 3,
        "unclassified": 2,
    }


def test_a_districts_months_end_with_the_period_and_count_up_to_its_last_day(small):
    months = district.district_months(small, english(days("2020-01-01", "2020-03-30")))
    counts = column_by(
        district.district_months(small, english(days("2020-01-01", "2020-03-30"), districts=YUYAO)),
        "month",
        "contact_count",
    )

    assert len(months.rows()) == 12
    assert months.period.first_day == date(2019, 4, 1)
    assert list(counts.values()) == [0] * 10 + [1, 2]


def test_months_begin_with_the_first_that_any_ledger_covers(small):
    months = district.district_months(small, english(days("2019-04-01", "2019-04-30")))

    assert [row["month"] for row in months.rows()] == [date(2019, 3, 1), date(2019, 4, 1)]


def test_channels_of_a_district_stand_beside_those_of_all(small):
    rows = rows_by(district.district_channels(small, english(districts=YUYAO)), "channel")

    assert (rows["phone"]["contact_count"], rows["phone"]["whole_contact_count"]) == (1, 2)
    assert (rows["phone"]["channel_share"], rows["phone"]["whole_channel_share"]) == (0.2, 0.2)
    assert rows["wechat"]["channel_share"] == 0


def test_no_contact_of_a_district_is_lost_between_its_channels(small):
    rows = district.district_channels(small, english(districts=("beilun",))).rows()

    assert sum(row["contact_count"] for row in rows) == 2


def test_projects_of_each_industry_stand_at_each_stage(small):
    rows = industry.projects_by_industry_and_stage(small, english()).rows()

    assert {
        (row["industry"], row["stage"]): row["project_count"]
        for row in rows
        if row["project_count"]
    } == {
        ("integrated_circuits", "lead"): 1,
        ("integrated_circuits", "signed"): 1,
        ("new_energy_vehicles", "key_negotiating"): 1,
        ("new_energy_vehicles", "no_follow_up"): 1,
        ("petrochemicals", "in_production"): 1,
        ("digital_economy", "signed"): 1,
        ("headquarters", "signed"): 1,
        ("unclassified", "no_follow_up"): 1,
    }
    assert len(rows) == 11 * 7


def test_a_location_quotient_is_a_share_of_shares(small):
    cells = rows_by(industry.industry_specialisation(small, english()), "district", "industry")

    assert cells["yinzhou", "headquarters"]["location_quotient"] == pytest.approx(4)
    assert cells["beilun", "new_energy_vehicles"]["location_quotient"] == pytest.approx(8 / 3)
    assert cells["yinzhou", "petrochemicals"]["location_quotient"] == 0
    assert cells["yinzhou", "healthcare"]["location_quotient"] is None
    assert cells["cixi", "headquarters"]["location_quotient"] is None


def test_filters_choose_which_quotients_are_shown_and_leave_their_base(small):
    filters = english(districts=("beilun",), industries=("petrochemicals",))
    rows = industry.industry_specialisation(small, filters).rows()

    assert [(row["district"], row["industry"]) for row in rows] == [("beilun", "petrochemicals")]
    assert rows[0]["location_quotient"] == pytest.approx((1 / 3) / (1 / 8))
    assert rows[0]["all_project_count"] == 8


def test_chain_roles_count_every_project_in_the_library_unstated_ones_apart(small):
    rows = industry.chain_roles_by_industry(small, english()).rows()

    assert {
        (row["industry"], row["chain_role"]): row["project_count"]
        for row in rows
        if row["project_count"]
    } == {
        ("integrated_circuits", "complement"): 1,
        ("integrated_circuits", "unknown"): 1,
        ("new_energy_vehicles", "strengthen"): 1,
        ("new_energy_vehicles", "unknown"): 1,
        ("petrochemicals", "extend"): 1,
        ("digital_economy", "unknown"): 1,
        ("headquarters", "extend"): 1,
        ("unclassified", "unknown"): 1,
    }


def test_a_project_not_yet_known_is_in_no_industry(small):
    rows = industry.chain_roles_by_industry(small, english(days("2019-05-31"))).rows()

    assert sum(row["project_count"] for row in rows) == 1
