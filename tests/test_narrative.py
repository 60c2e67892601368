"""Key points: sentences that stay true whatever the rows are, in English and Chinese."""

import re
from dataclasses import replace

import pytest

from promotion import narrative
from promotion.database import open_database
from promotion.exhibits import district, industry, overview
from promotion.filters import Filters
from promotion.language import use_language
from promotion.movement import movement
from tests.ledgers import FIRST_QUARTER, contact, days, english, part_of_small, project, write


@pytest.mark.parametrize(
    ("value", "compared", "unit", "english", "chinese"),
    [
        (None, 100, "contacts", "not comparable", "不可比"),
        (100, None, "contacts", "not comparable", "不可比"),
        (110, 100, "contacts", "up 10.0%", "增长10.0%"),
        (90, 100, "contacts", "down 10.0%", "下降10.0%"),
        (100, 100, "contacts", "unchanged", "持平"),
        (10_001, 10_000, "contacts", "about unchanged", "基本持平"),
        (9_999, 10_000, "contacts", "about unchanged", "基本持平"),
        (3, 0, "projects", "up from none", "由零新增"),
        (0, 0, "projects", "unchanged", "持平"),
        (0, 30, "projects", "down to none, from 30", "由30降为零"),
        (0, 3, "projects", "down to none, from 3", "由3降为零"),
        (8, 3, "projects", "up by 5", "增加5"),
        (2, 4, "projects", "down by 2", "减少2"),
        (8, 5, "projects", "up 60.0%", "增长60.0%"),
        (3, 2, "wan_usd", "up 50.0%", "增长50.0%"),
        (0, 320, "wan_usd", "down to none, from 3.2 million USD", "由320万美元降为零"),
        (0.532, 0.5, "share", "up 3.2 percentage points", "上升3.2个百分点"),
        (0.468, 0.5, "share", "down 3.2 percentage points", "下降3.2个百分点"),
        (0.5001, 0.5, "share", "about unchanged", "基本持平"),
        (0.5006, 0.5004, "share", "up 0.1 percentage points", "上升0.1个百分点"),
        (0.5, 0.0, "share", "up 50.0 percentage points", "上升50.0个百分点"),
    ],
)
def test_a_movement_in_words(value, compared, unit, english, chinese):
    assert movement(value, compared, unit) == english
    with use_language("zh"):
        assert movement(value, compared, unit) == chinese


def overview_points(data, filters):
    with use_language(filters.language):
        return narrative.overview_points(
            overview.headline(data, filters),
            overview.activity_by_district(data, filters),
            overview.activity_by_industry(data, filters),
            overview.target_progress(data, filters),
        )


def district_points(data, filters):
    with use_language(filters.language):
        return narrative.district_points(
            district.district_profile(data, filters),
            district.district_industries(data, filters),
            district.district_channels(data, filters),
        )


def industry_points(data, filters):
    with use_language(filters.language):
        return narrative.industry_points(
            overview.activity_by_industry(data, filters),
            industry.industry_specialisation(data, filters),
            industry.projects_by_industry_and_stage(data, filters),
        )


def test_the_overview_in_sentences(small):
    assert overview_points(small, english()) == [
        "Contacts: 11 (up by 10 on the period before), 80.0% online (down 20.0 percentage "
        "points on the period before); project tips: 8.",
        "Projects signed: 3 (up from none on the period before), agreed investment 10 million "
        "CNY; new: 5, landed: 0; foreign capital received 300,000 USD (down 40.6% on the period "
        "before).",
        "Contacts: Yuyao leads with 5; among industries Integrated circuits with 3; Yuyao moved "
        "up by 1 to place 1.",
        "Against the pace of time (27.6%), ahead: Contacts 50.0%, Signed investment 50.0%, Signed "
        "projects 50.0%; behind: Foreign capital received 20.0%.",
    ]


def test_nothing_is_said_of_a_comparison_that_is_not_chosen(small):
    points = overview_points(small, english(compare="none"))

    assert points[0] == "Contacts: 11, 80.0% online; project tips: 8."
    assert not any("moved up by" in point for point in points)


def test_a_period_that_cannot_be_compared_is_not(small):
    assert overview_points(small, english(compare="year"))[0] == (
        "Contacts: 11, 80.0% online; project tips: 8."
    )


def test_a_share_of_few_contacts_is_given_as_counts(small):
    point = overview_points(small, english(days("2020-02-29"), compare="none"))[0]

    assert "50.0%" not in point and "100.0%" not in point


def test_what_no_ledger_tells_is_said_to_be_unknown(tmp_path):
    only_projects = open_database(part_of_small(tmp_path / "projects", "projects"))
    only_contacts = open_database(part_of_small(tmp_path / "contacts", "contacts"))

    of_projects = overview_points(only_projects, english())
    of_contacts = overview_points(only_contacts, english())
    assert (
        of_projects[0]
        == "How many contacts there were is unknown: no contacts ledger covers the period."
    )
    assert "foreign capital received is unknown: no receipts ledger" in of_projects[1]
    assert of_contacts[1] == "What was signed is unknown: no projects ledger covers the period."


@pytest.mark.parametrize("period", [days("2018-01-01", "2018-01-31"), days("2020-05-01")])
def test_a_period_outside_the_data_is_not_blamed_on_a_missing_ledger(small, period):
    points = overview_points(small, english(period))

    assert not any("there is no" in point for point in points)


def test_no_contacts_are_no_contacts(small):
    filters = english(days("2019-11-01", "2019-11-30"))

    assert overview_points(small, filters)[0] == "No contacts were recorded."


def test_two_districts_that_share_the_first_place_do_not_lead_alone(tmp_path):
    write(
        tmp_path,
        "contacts.csv",
        contact("A", "2020-01-05", district="cixi"),
        contact("B", "2020-01-05", district="yuyao"),
        contact("C", "2020-01-06", district="beilun"),
    )
    points = overview_points(open_database(tmp_path), english())

    assert points[-1].startswith("Contacts: Beilun, Yuyao, Cixi lead equally with 1 each")


def test_the_sentences_of_a_district_begin_with_its_name(small):
    first = district_points(small, english(districts=("yuyao",), capital="foreign"))[0]
    assert first.startswith("Yuyao – ")
    chosen = Filters(FIRST_QUARTER, districts=("yuyao",), language="zh")

    assert district_points(small, chosen)[0].startswith("余姚市：对接")


def test_a_district_in_sentences(small):
    assert district_points(small, english(districts=("yuyao",)))[2:] == [
        "That is 45.5% of all districts' contacts and 1 of 3 of their signed projects.",
        "Contacts: strongest industry Integrated circuits (3). Most used channel: Phone (20.0%).",
    ]


def test_the_industries_in_sentences(small):
    assert industry_points(small, english()) == [
        "Contacts: the first three industries (Integrated circuits, New energy vehicles, Digital "
        "economy) make up 63.6% of 11.",
        "Of 8 projects, signed or further and not closed since: 4 (50.0%).",
    ]


def test_a_district_is_specialised_only_where_enough_projects_show_it(tmp_path):
    rows = [project(f"A{place}", "2020-01-05") for place in range(5)]
    rows += [project(f"B{place}", "2020-01-05", district="cixi") for place in range(4)]
    rows += [project("C", "2020-01-05", district="cixi", industry="healthcare")]
    write(tmp_path, "projects.csv", *rows)

    assert industry_points(open_database(tmp_path), english())[-1] == (
        "Most specialised: Yinzhou in Integrated circuits, 1.11 times the share of all districts."
    )


@pytest.mark.parametrize("compare", ["previous", "year", "none"])
@pytest.mark.parametrize("measure", ["contact_count", "online_share", "signed_investment_wan_cny"])
@pytest.mark.parametrize("points_of", [overview_points, district_points, industry_points])
def test_chinese_sentences_are_chinese_and_never_grow_by_minus_something(
    small, sample, points_of, measure, compare
):
    for data in (small, sample):
        filters = Filters(FIRST_QUARTER, compare=compare, measure=measure, language="zh")
        for period in (FIRST_QUARTER, days("2020-02-29"), days("2019-11-01", "2019-12-15")):
            points = points_of(data, replace(filters, period=period))
            assert points
            for point in points:
                assert not re.search("[A-Za-z{}]", point.replace("GB", "")), point
                assert not re.search("(增长|增加|上升|下降|减少)[-−]", point), point
                assert point.endswith("。"), point
