"""Stages, channels and targets of the overview on the small ledgers, by head."""

from datetime import date

import pytest

from promotion.database import open_database
from promotion.exhibits import overview
from tests.ledgers import column_by, contact, days, english, project, rows_by, write

STAGES = (
    "lead",
    "negotiating",
    "key_negotiating",
    "signed",
    "landed",
    "in_production",
    "no_follow_up",
)


def standing(data, day, **choices):
    funnel = overview.project_funnel(data, english(days(day), **choices))
    return [column_by(funnel, "stage", "project_count")[stage] for stage in STAGES]


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2019-02-28", [0, 0, 0, 0, 0, 0, 0]),
        ("2019-03-01", [1, 0, 0, 0, 0, 0, 0]),
        ("2019-04-09", [1, 0, 0, 0, 0, 0, 0]),
        ("2019-04-10", [0, 1, 0, 0, 0, 0, 0]),
        ("2019-12-31", [1, 1, 0, 0, 1, 0, 0]),
        ("2020-02-09", [2, 2, 0, 0, 1, 0, 0]),
        ("2020-02-10", [1, 2, 1, 0, 1, 0, 0]),
        ("2020-02-14", [1, 2, 1, 0, 1, 0, 0]),
        ("2020-02-15", [1, 2, 1, 1, 1, 0, 0]),
        ("2020-02-29", [1, 1, 1, 2, 1, 0, 0]),
        ("2020-03-01", [1, 1, 1, 2, 0, 1, 0]),
        ("2020-03-05", [1, 1, 1, 2, 0, 1, 1]),
        ("2020-03-10", [1, 0, 1, 2, 0, 1, 2]),
        ("2020-03-31", [1, 0, 1, 3, 0, 1, 2]),
        ("2020-04-02", [1, 0, 1, 2, 1, 1, 2]),
    ],
)
def test_any_past_day_can_be_replayed(small, day, counts):
    assert standing(small, day) == counts


def test_a_project_gets_no_further_back_when_its_dates_are_out_of_order(small):
    yuyao = standing(small, "2020-02-19", districts=("yuyao",))

    assert yuyao == standing(small, "2020-02-20", districts=("yuyao",)) == [0, 0, 0, 1, 0, 0, 0]


def test_the_funnel_counts_how_many_got_so_far_closed_ones_included(small):
    funnel = overview.project_funnel(small, english())

    assert list(column_by(funnel, "stage", "reached_count").values()) == [8, 6, 5, 4, 1, 1, 2]


def test_the_funnel_adds_up_known_amounts_and_counts_the_unknown(small):
    funnel = rows_by(overview.project_funnel(small, english()), "stage")

    amounts = [funnel[stage]["agreed_investment_wan_cny"] for stage in STAGES]
    assert amounts == [400, 0, 5000, 1000, 0, 300, 2700.5]
    assert funnel["signed"]["investment_unknown_count"] == 2


def test_a_stage_where_no_amount_is_known_has_no_amount(small):
    funnel = rows_by(overview.project_funnel(small, english(districts=("yuyao",))), "stage")

    assert funnel["signed"]["project_count"] == 1
    assert funnel["signed"]["agreed_investment_wan_cny"] is None


def test_each_month_has_every_channel_and_unknown_only_where_a_cell_is(small):
    rows = overview.contacts_by_month_and_channel(small, english()).rows()

    counts = {(row["month"].month, row["channel"]): row["contact_count"] for row in rows}
    assert {place: count for place, count in counts.items() if count} == {
        (1, "wechat"): 1,
        (1, "video"): 1,
        (1, "on_site"): 1,
        (2, "phone"): 1,
        (2, "video"): 1,
        (2, "unknown"): 1,
        (3, "phone"): 1,
        (3, "video"): 1,
        (3, "email"): 1,
        (3, "livestream"): 1,
        (3, "on_site"): 1,
    }
    assert len(counts) == 3 * 6 + 1


def test_the_online_share_leaves_out_contacts_of_unknown_channel(small):
    rows = overview.contacts_by_month_and_channel(small, english()).rows()

    shares = {row["month"].month: row["online_share"] for row in rows}
    assert shares == {1: 2 / 3, 2: 1.0, 3: 0.8}


def test_a_period_within_months_counts_only_its_days(small):
    rows = overview.contacts_by_month_and_channel(
        small, english(days("2020-01-31", "2020-03-01"))
    ).rows()

    counts = {}
    for row in rows:
        counts[row["month"]] = counts.get(row["month"], 0) + row["contact_count"]
    assert counts == {date(2020, 1, 1): 2, date(2020, 2, 1): 3, date(2020, 3, 1): 1}


def test_targets_stand_against_the_year_up_to_the_as_of_date(small):
    rows = rows_by(overview.target_progress(small, english()), "district", "metric")

    assert {
        key: (row["target"], row["actual"], row["completion"]) for key, row in rows.items()
    } == {
        ("yinzhou", "contact_count"): (10, 5, 0.5),
        ("yinzhou", "signed_investment_wan_cny"): (2000, 1000, 0.5),
        ("beilun", "received_fdi_wan_usd"): (100, 20, 0.2),
        ("beilun", "landed_count"): (0, 0, None),
        ("yuyao", "signed_count"): (2, 1, 0.5),
    }
    assert {row["pace"] for row in rows.values()} == {101 / 366}


def test_targets_of_a_past_year_stand_at_its_end(small):
    rows = overview.target_progress(small, english(days("2019-02-01", "2019-02-28"))).rows()

    assert [(row["actual"], row["completion"], row["pace"]) for row in rows] == [(1, 0.25, 1)]


def test_targets_ignore_industry_and_capital_and_say_so(small):
    filtered = overview.target_progress(
        small, english(industries=("petrochemicals",), capital="foreign")
    )

    assert filtered.rows() == overview.target_progress(small, english()).rows()
    assert filtered.notes == (
        "Targets are set for all industries and all capital, so those filters do not apply.",
    )


def test_amounts_add_up_exactly_so_that_a_target_just_reached_is_reached(tmp_path):
    write(tmp_path, "projects.csv", project("A", "2019-12-01"))
    write(tmp_path, "contacts.csv", contact("C", "2020-03-31"))
    received = {"project_id": "A", "received_fdi_wan_usd": "0.1"}
    months = ("2020-01-15", "2020-02-15", "2020-03-15")
    write(tmp_path, "receipts.csv", *({"received_date": day} | received for day in months))
    target = {"year": 2020, "district": "yinzhou", "metric": "received_fdi_wan_usd"}
    write(tmp_path, "targets.csv", target | {"target": "0.3"})
    rows = overview.target_progress(open_database(tmp_path), english()).rows()

    assert [(row["actual"], row["completion"]) for row in rows] == [(0.3, 1.0)]
