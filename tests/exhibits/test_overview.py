"""The overview's exhibits on the small ledgers, by head."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from promotion.exhibits import overview
from promotion.exhibits.activity import change_text
from promotion.exports.text_tables import key_measures
from tests.ledgers import column_by, days, english, rows_by


def test_the_headline_adds_up_the_quarter_and_the_one_before(small):
    rows = rows_by(overview.headline(small, english()), "metric")

    assert {metric: (row["value"], row["compared"]) for metric, row in rows.items()} == {
        "contact_count": (11, 1),
        "attendee_count": (37, 1),
        "lead_count": (8, 0),
        "online_share": (0.8, 1.0),
        "new_project_count": (5, 1),
        "signed_count": (3, 0),
        "signed_investment_wan_cny": (1000, 0),
        "landed_count": (0, 0),
        "received_fdi_wan_usd": (30, 50.5),
    }


def test_a_change_is_a_fraction_a_difference_of_shares_and_nothing_from_zero(small):
    changes = column_by(overview.headline(small, english()), "metric", "change")

    assert changes["contact_count"] == 10
    assert changes["online_share"] == pytest.approx(-0.2)
    assert changes["received_fdi_wan_usd"] == pytest.approx(-20.5 / 50.5)
    assert changes["signed_count"] is None


def test_a_share_of_few_is_not_compared_in_files_either(small):
    made = overview.headline(small, english(days("2020-01-01", "2020-01-05"), compare="year"))
    row = rows_by(made, "metric")["online_share"] | {"value": 0.5, "compared": 0.25}

    assert change_text(row | {"denominator": 4}) == "no comparison"
    assert change_text(row | {"denominator": 5}) == "+25.0 pp"
    few = replace(made, table=pd.DataFrame([row | {"denominator": 4}], dtype=object))
    assert ("Change", ("no comparison",)) in {
        (column.heading, column.cells) for column in key_measures(few).columns
    }


def test_nothing_is_compared_where_nothing_is_to_be(small):
    rows = overview.headline(small, english(compare="none")).rows()

    assert {(row["compared"], row["change"]) for row in rows} == {(None, None)}


def test_each_district_counts_its_own_in_official_order_zeros_included(small):
    rows = overview.activity_by_district(small, english()).rows()

    columns = ("contact_count", "attendee_count", "lead_count", "online_count", "online_share")
    assert [(row["district"], *(row[name] for name in columns)) for row in rows] == [
        ("yinzhou", 4, 13, 1, 4, 1.0),
        ("beilun", 2, 6, 2, 0, 0.0),
        ("yuyao", 5, 18, 5, 4, 0.8),
        ("zhenhai", 0, 0, 0, 0, None),
        ("cixi", 0, 0, 0, 0, None),
    ]


def test_each_district_counts_its_projects_and_its_capital(small):
    rows = rows_by(overview.activity_by_district(small, english()), "district")

    columns = ("new_project_count", "signed_count", "landed_count", "received_fdi_wan_usd")
    assert [tuple(rows[code][name] for name in columns) for code in ("yinzhou", "beilun")] == [
        (1, 2, 0, 10),
        (1, 0, 0, 20),
    ]
    assert tuple(rows["yuyao"][name] for name in columns) == (3, 1, 0, 0)


def test_an_unknown_amount_adds_nothing_and_is_counted_beside(small):
    rows = rows_by(overview.activity_by_district(small, english()), "district")

    assert rows["yinzhou"]["signed_investment_wan_cny"] == 1000
    assert rows["yinzhou"]["signed_investment_unknown_count"] == 1
    assert rows["yuyao"]["signed_investment_wan_cny"] is None
    assert rows["yuyao"]["signed_investment_unknown_count"] == 1
    assert rows["beilun"]["signed_investment_wan_cny"] == 0


def test_the_note_says_how_many_amounts_are_unknown(small):
    filters = english(measure="signed_investment_wan_cny")

    assert overview.activity_by_district(small, filters).notes == (
        "Signed projects whose amount is unknown, not in the total: 2.",
    )


def test_equal_districts_share_the_better_place_and_places_won_are_counted(small):
    rows = rows_by(overview.activity_by_district(small, english()), "district")

    assert [(row["rank"], row["rank_change"]) for row in rows.values()] == [
        (2, 0),
        (3, -2),
        (1, 1),
        (4, -2),
        (4, -2),
    ]


def test_an_unknown_value_has_no_place(small):
    rows = rows_by(
        overview.activity_by_district(small, english(measure="online_share")), "district"
    )

    assert [row["rank"] for row in rows.values()] == [1, 3, 2, None, None]


def test_a_contact_without_industry_counts_in_its_projects_and_one_with_in_its_own(small):
    counts = column_by(overview.activity_by_industry(small, english()), "industry", "contact_count")

    assert {code: count for code, count in counts.items() if count} == {
        "integrated_circuits": 3,
        "new_energy_vehicles": 2,
        "petrochemicals": 1,
        "digital_economy": 2,
        "headquarters": 1,
        "unclassified": 2,
    }
    assert len(counts) == 11


@pytest.mark.parametrize(("capital", "count"), [("all", 11), ("foreign", 4), ("domestic", 6)])
def test_hong_kong_and_taiwan_are_foreign_and_a_blank_origin_is_neither(small, capital, count):
    rows = rows_by(overview.headline(small, english(capital=capital)), "metric")

    assert rows["contact_count"]["value"] == count


def test_received_capital_follows_the_projects_origin(small):
    received = [
        rows_by(overview.headline(small, english(capital=capital)), "metric")[
            "received_fdi_wan_usd"
        ]["value"]
        for capital in ("foreign", "domestic")
    ]

    assert received == [30, 0]


def test_districts_and_industries_filter_together(small):
    filters = english(districts=("yuyao", "beilun"), industries=("integrated_circuits",))
    rows = overview.activity_by_district_and_industry(small, filters).rows()

    assert [(row["district"], row["contact_count"], row["project_count"]) for row in rows] == [
        ("beilun", 0, 0),
        ("yuyao", 3, 2),
    ]


def test_a_leap_day_is_a_day_of_february(small):
    on_the_day = rows_by(overview.headline(small, english(days("2020-02-29"))), "metric")
    in_february = rows_by(
        overview.headline(small, english(days("2020-02-01", "2020-02-29"))), "metric"
    )

    assert (on_the_day["contact_count"]["value"], on_the_day["signed_count"]["value"]) == (2, 1)
    assert (in_february["contact_count"]["value"], in_february["signed_count"]["value"]) == (3, 2)


def test_every_pair_of_district_and_industry_has_its_cell(small):
    cells = rows_by(
        overview.activity_by_district_and_industry(small, english()), "district", "industry"
    )

    assert len(cells) == 5 * 11
    assert cells["beilun", "new_energy_vehicles"]["project_count"] == 2
    assert cells["yinzhou", "petrochemicals"]["contact_count"] == 1
    assert cells["yinzhou", "petrochemicals"]["project_count"] == 0


def test_the_map_shows_the_chosen_measure(small):
    rows = rows_by(overview.district_map(small, english(measure="lead_count")), "district")

    assert [row["lead_count"] for row in rows.values()] == [1, 2, 5, 0, 0]
    assert (rows["cixi"]["grid_row"], rows["cixi"]["grid_column"]) == (1, 2)


def test_a_month_without_a_contact_has_zeros_and_no_share(small):
    rows = overview.contacts_by_month_and_channel(
        small, english(days("2019-11-01", "2020-01-31"))
    ).rows()

    november = [row for row in rows if row["month"] == date(2019, 11, 1)]
    assert [row["contact_count"] for row in november] == [0] * 6
    assert {row["online_share"] for row in november} == {None}
    january = [row for row in rows if row["month"] == date(2020, 1, 1)]
    assert {row["online_share"] for row in january} == {2 / 3}
