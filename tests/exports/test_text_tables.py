"""Exhibits as tables of words."""

from datetime import date

from promotion.descriptions import Bars, MeasureBars
from promotion.exports.text_tables import key_measures, table_of
from promotion.filters import Filters
from promotion.language import use_language
from tests.exports import figures
from tests.exports.figures import SECOND_QUARTER, by_district, figure


def cells(table):
    return [[column.heading for column in table.columns], *map(list, table.rows)]


def headline(language="en", compare="previous", **share):
    """Contacts up by a half, nine in ten of twenty online, capital unknown."""
    names = ("metric", "metric_name", "value", "compared", "change", "numerator", "denominator")
    online = {"value": 0.9, "numerator": 18, "denominator": 20} | share
    rows = [
        ("contact_count", "Contacts", 1500, 1000, 0.5, None, None),
        ("online_share", "Online share", online["value"], 0.85, 0.05),
        ("signed_investment_wan_cny", "Signed investment", 12500.0, 0, None, None, None),
        ("received_fdi_wan_usd", "Foreign capital received", None, 320.5, None, None, None),
    ]
    rows[1] = (*rows[1], online["numerator"], online["denominator"])
    return figure(
        [dict(zip(names, row, strict=True)) for row in rows],
        name="headline",
        title="Promotion activity at a glance",
        unit="",
        filters=Filters(SECOND_QUARTER, language=language, compare=compare),
    )


def test_key_measures_stand_beside_what_they_are_compared_with():
    assert cells(key_measures(headline())) == [
        ["Measure", "This period (Q2 2020)", "Compared (Q1 2020)", "Change"],
        ["Contacts", "1,500", "1,000", "+50.0%"],
        ["Online share", "90.0%", "85.0%", "+5.0 pp"],
        ["Signed investment", "125 million CNY", "0 CNY", "+125 million CNY"],
        ["Foreign capital received", "unknown", "3.21 million USD", "unknown"],
    ]


def test_without_comparison_only_the_period_stands():
    assert cells(key_measures(headline(compare="none")))[:2] == [
        ["Measure", "This period (Q2 2020)"],
        ["Contacts", "1,500"],
    ]


def test_a_share_of_few_stands_as_the_counts():
    table = key_measures(headline(value=2 / 3, numerator=2, denominator=3))

    assert table.rows[1][1] == "2 of 3"


def test_a_heat_map_is_a_grid_and_a_small_base_stands_in_brackets():
    table = table_of(figures.heat_map(centre=1.0, base="project_count"))

    assert cells(table) == [
        ["Industry", "北区", "南区"],
        ["Steel", "0.50", "1.50"],
        ["Paper", "(3)", "–"],
    ]
    assert table.limits() == ["–: unknown, or none."]


def test_stacked_columns_are_a_grid_with_the_share_behind():
    assert cells(table_of(figures.stacked_columns())) == [
        ["Month", "Phone", "Video", "Email", "Online share"],
        ["April 2020", "40", "41", "0", "50.0%"],
        ["May 2020", "50", "51", "0", "50.0%"],
    ]


def test_bullets_are_a_grid_of_completions_with_the_pace_behind():
    assert cells(table_of(figures.bullets())) == [
        ["District", "Signed investment", "Pace of time"],
        ["北区", "50.0%", "49.7%"],
        ["南区", "25.0%", "49.7%"],
    ]


def test_bars_stand_the_longest_first_and_show_no_other_columns():
    exhibit = figure(by_district((20, 30), lead_count=(1, 2)), figures.bars().chart)

    assert cells(table_of(exhibit)) == [["District", "Contacts"], ["南区", "30"], ["北区", "20"]]


def test_a_funnel_shows_both_counts_and_the_amounts():
    assert cells(table_of(figures.funnel()))[1:] == [
        ["Lead", "7", "10", "12.5 million CNY"],
        ["Signed", "3", "3", "–"],
    ]


def test_an_online_share_of_few_stands_as_the_counts():
    rows = by_district(online_share=(0.5, 0.75), online_count=(1, 30), channel_known_count=(2, 40))
    table = table_of(figure(rows, Bars("district", "online_share", "district_name")))

    assert table.rows == [("南区", "75.0%"), ("北区", "1 of 2")]


def test_a_rate_of_few_is_left_to_the_counts_beside_it():
    rows = [
        {
            "signed_month": date(2020, month, 1),
            "signed_count": signed,
            "landed_of_signed_count": 1,
            "landing_rate": 1 / signed,
        }
        for month, signed in ((4, 10), (5, 2))
    ]
    chart = MeasureBars(
        "signed_month", ("landed_of_signed_count",), line="landing_rate", base="signed_count"
    )

    assert [row[-1] for row in table_of(figure(rows, chart)).rows] == ["10.0%", "–"]


def test_a_list_shows_its_first_rows_and_says_of_how_many():
    rows = [{"project_name": f"Project {place}", "waiting_days": place} for place in range(40)]
    table = table_of(figure(rows))

    assert len(table.rows) == 15
    assert table.limits() == ["The first 15 of 40 rows."]


def test_columns_left_out_are_named():
    table = table_of(figure([{"project_id": "P1", "project_name": "One"}]))
    (number, _name) = table.columns

    assert number.spare > 0
    assert table.limits((number,)) == ["Columns left out for want of room: Project number."]


def test_words_are_in_the_language_in_use():
    with use_language("zh"):
        assert cells(key_measures(headline("zh")))[0] == [
            "指标",
            "本期（2020年第二季度）",
            "对比期（2020年第一季度）",
            "增减",
        ]


def test_dates_of_a_list_are_as_short_as_in_ledgers():
    table = table_of(figure([{"project_name": "One", "lead_date": date(2020, 5, 25)}]))

    assert table.rows == [("One", "2020-05-25")]
