"""How numbers, dates, units and changes read, in English and Chinese."""

from datetime import date, datetime

import pytest

from promotion import numbers
from promotion.filters import months_later
from promotion.language import use_language
from tests.ledgers import days


@pytest.mark.parametrize(
    ("amount", "unit", "english", "chinese"),
    [
        (0, "wan_cny", "0 CNY", "0万元"),
        (0.4, "wan_cny", "4,000 CNY", "0.4万元"),
        (1, "wan_cny", "10,000 CNY", "1万元"),
        (9800, "wan_cny", "98 million CNY", "9,800万元"),
        (9999.6, "wan_cny", "100 million CNY", "1亿元"),
        (12500, "wan_cny", "125 million CNY", "1.25亿元"),
        (99_960, "wan_cny", "1 billion CNY", "10亿元"),
        (120_000, "wan_cny", "1.2 billion CNY", "12亿元"),
        (100_000_000, "wan_cny", "1 trillion CNY", "1万亿元"),
        (320, "wan_usd", "3.2 million USD", "320万美元"),
        (12500, "wan_usd", "125 million USD", "1.25亿美元"),
        (250_000, "wan_usd", "2.5 billion USD", "25亿美元"),
        (-320, "wan_usd", "−3.2 million USD", "−320万美元"),
    ],
)
def test_amounts_are_scaled_as_an_office_writes_them(amount, unit, english, chinese):
    assert numbers.amount_text(amount, unit) == english
    with use_language("zh"):
        assert numbers.amount_text(amount, unit) == chinese


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        (None, "contacts", "unknown", "不详"),
        (None, "share", "unknown", "不详"),
        (None, "wan_cny", "unknown", "不详"),
        (None, "date", "unknown", "不详"),
        (0, "contacts", "0", "0"),
        (1234567, "contacts", "1,234,567", "1,234,567"),
        (0.931, "share", "93.1%", "93.1%"),
        (0.0, "share", "0.0%", "0.0%"),
        (2.666, "ratio", "2.67", "2.67"),
        (3, "places", "+3", "+3"),
        (-3, "places", "−3", "−3"),
        (0, "places", "0", "0"),
        (-0.40594059405940597, "change", "−40.6%", "−40.6%"),
        (date(2020, 3, 3), "date", "3 March 2020", "2020年3月3日"),
        (date(2020, 3, 1), "month", "March 2020", "2020年3月"),
        ("P1", "text", "P1", "P1"),
        (12, "plain", "12", "12"),
    ],
)
def test_a_value_reads_with_its_unit_and_unknown_is_a_word(value, unit, english, chinese):
    assert numbers.value_text(value, unit) == english
    with use_language("zh"):
        assert numbers.value_text(value, unit) == chinese


@pytest.mark.parametrize(
    ("value", "compared", "unit", "english"),
    [
        (None, 3, "contacts", "unknown"),
        (3, None, "contacts", "unknown"),
        (112, 100, "contacts", "+12.0%"),
        (88, 100, "contacts", "−12.0%"),
        (100, 100, "contacts", "unchanged"),
        (7, 3, "projects", "+4"),
        (1, 4, "projects", "−3"),
        (4, 4, "projects", "unchanged"),
        (4, 0, "projects", "+4"),
        (50, 40, "wan_usd", "+25.0%"),
        (3, 2, "wan_usd", "+50.0%"),
        (320, 0, "wan_usd", "+3.2 million USD"),
        (0.55, 0.5, "share", "+5.0 pp"),
        (0.5, 0.55, "share", "−5.0 pp"),
        (0.5, 0.5, "share", "unchanged"),
        (0.70161, 0.70139, "share", "+0.1 pp"),
        (0.70139, 0.70161, "share", "−0.1 pp"),
        (0.7014, 0.7006, "share", "0.0 pp"),
        (0.7016, 0.7004, "share", "+0.2 pp"),
        (100_010, 100_000, "contacts", "about unchanged"),
        (99_990, 100_000, "wan_usd", "about unchanged"),
    ],
)
def test_a_change_is_relative_in_points_or_by_how_many(value, compared, unit, english):
    assert numbers.change_text(value, compared, unit) == english


@pytest.mark.parametrize(("share", "compared"), [(0.70161, 0.70139), (0.125, 0.375), (0.9995, 0)])
def test_points_are_what_is_found_by_subtracting_the_percentages_shown(share, compared):
    shown, before = (float(numbers.share_text(each).rstrip("%")) for each in (share, compared))
    points = numbers.points_text(numbers.share_difference(share, compared))

    assert points == numbers.points_text((shown - before) / 100)


@pytest.mark.parametrize(
    ("value", "compared", "unit", "sign"),
    [
        (112, 100, "contacts", 1),
        (88, 100, "contacts", -1),
        (100, 100, "contacts", 0),
        (100_010, 100_000, "contacts", 0),
        (0.7014, 0.7006, "share", 0),
        (0.70139, 0.70161, "share", -1),
    ],
)
def test_a_changes_sign_is_of_what_is_told(value, compared, unit, sign):
    assert numbers.change_sign(value, compared, unit) == sign


def test_changes_read_in_chinese():
    with use_language("zh"):
        assert numbers.change_text(0.468, 0.5, "share") == "−3.2个百分点"
        assert numbers.change_text(None, 1, "share") == "不详"


@pytest.mark.parametrize(
    ("share", "numerator", "denominator", "text"),
    [(0.5, 2, 4, "2 of 4"), (0.4, 2, 5, "40.0%"), (None, 0, 0, "unknown"), (0.0, 0, 3, "0 of 3")],
)
def test_a_share_of_a_small_base_shows_its_counts(share, numerator, denominator, text):
    assert numbers.share_of_base(share, numerator, denominator) == text


@pytest.mark.parametrize(
    ("period", "english", "chinese"),
    [
        (days("2020-01-01", "2020-12-31"), "the year 2020", "2020年"),
        (days("2020-01-01", "2020-03-31"), "Q1 2020", "2020年第一季度"),
        (days("2020-04-01", "2020-06-30"), "Q2 2020", "2020年第二季度"),
        (days("2020-07-01", "2020-09-30"), "Q3 2020", "2020年第三季度"),
        (days("2020-10-01", "2020-12-31"), "Q4 2020", "2020年第四季度"),
        (days("2020-02-01", "2020-02-29"), "February 2020", "2020年2月"),
        (days("2020-02-01", "2020-04-30"), "February – April 2020", "2020年2月至4月"),
        (days("2019-01-01", "2020-12-31"), "January 2019 – December 2020", "2019年1月至2020年12月"),
        (days("2020-02-29"), "29 February 2020", "2020年2月29日"),
        (
            days("2020-02-01", "2020-02-28"),
            "1 February 2020 – 28 February 2020",
            "2020年2月1日至2020年2月28日",
        ),
    ],
)
def test_a_period_reads_in_the_fewest_words(period, english, chinese):
    assert numbers.period_text(period) == english
    with use_language("zh"):
        assert numbers.period_text(period) == chinese


def test_a_moment_has_its_time():
    moment = datetime.fromisoformat("2020-03-03T14:05:59+08:00")

    assert numbers.moment_text(moment) == "3 March 2020 14:05"
    with use_language("zh"):
        assert numbers.moment_text(moment) == "2020年3月3日 14:05"


@pytest.mark.parametrize(
    ("value", "unit", "largest", "text"),
    [
        (None, "contacts", 10, "–"),
        (1234, "contacts", 2000, "1,234"),
        (0.456, "share", 1, "46"),
        (1.5, "ratio", 2, "1.50"),
        (150, "wan_cny", 9000, "1.5"),
        (0, "wan_cny", 250_000, "0"),
    ],
)
def test_a_cell_is_scaled_like_the_largest_of_its_table(value, unit, largest, text):
    assert numbers.cell_text(value, unit, largest) == text


def test_what_is_not_zero_never_reads_as_zero_in_a_cell():
    assert numbers.cell_text(300, "wan_cny", 250_000) != "0"


@pytest.mark.parametrize(
    ("largest", "unit", "scale"),
    [
        (0.9, "share", (0.01, "%")),
        (90, "contacts", (1, "contacts")),
        (9000, "wan_cny", (100, "million CNY")),
        (250_000, "wan_usd", (100_000, "billion USD")),
    ],
)
def test_an_axis_is_divided_and_named_by_its_largest_value(largest, unit, scale):
    assert numbers.axis_scale(largest, unit) == scale


def test_an_axis_tick_is_a_month():
    assert numbers.month_tick(date(2020, 3, 1)) == "2020-03"


def months_from(first, count):
    return [months_later(first, place) for place in range(count)]


def names_along_an_axis(days, places=0):
    return [name for name, _has_year in numbers.months_of_axis(days, places)]


def test_months_along_an_axis_have_their_word_in_chinese():
    spring = months_from(date(2020, 4, 1), 3)

    assert names_along_an_axis(spring) == ["4", "5", "6"]
    with use_language("zh"):
        assert names_along_an_axis(spring) == ["4月", "5月", "6月"]
        assert names_along_an_axis([]) == []


def test_of_many_months_along_an_axis_those_with_the_year_have_their_word():
    year = months_from(date(2019, 10, 1), 9)

    with use_language("zh"):
        found = numbers.months_of_axis(year)
        assert [place for place, (_name, has_year) in enumerate(found) if has_year] == [0, 3]
        many = ["10月", "11", "12", "1月", "2", "3", "4", "5", "6"]
        assert names_along_an_axis(year) == many
        assert names_along_an_axis(year[:8])[-1] == "5月"
        # An axis may be longer than its months.
        assert names_along_an_axis(year[:3], places=9) == many[:3]


def test_every_unit_has_a_name_in_both_languages():
    for unit in numbers.UNITS:
        assert numbers.unit_label(unit)
        with use_language("zh"):
            assert not any(each.isascii() and each.isalpha() for each in numbers.unit_label(unit))
    assert numbers.unit_label("text") == ""


@pytest.mark.parametrize(
    ("number", "unit", "english", "chinese"),
    [
        ("1", "person_times", "1 person-time", "1人次"),
        ("12", "person_times", "12 person-times", "12人次"),
        ("1", "days", "1 day", "1天"),
        ("1.0", "days", "1.0 days", "1.0天"),
        ("0", "projects", "0 projects", "0个"),
        ("1", "mu", "1 mu", "1亩"),
    ],
)
def test_one_of_a_unit_is_called_so(number, unit, english, chinese):
    assert numbers.with_unit(number, unit) == english
    with use_language("zh"):
        assert numbers.with_unit(number, unit) == chinese


def test_figures_under_each_other_have_as_many_decimals():
    assert numbers.texts_alike([21, 66.5, None], "days") == ["21.0", "66.5", "unknown"]
    assert numbers.texts_alike([21, 66], "days") == ["21", "66"]
    assert numbers.texts_alike([21, 66], "contacts") == ["21", "66"]


def test_a_tables_column_has_the_decimals_that_one_of_its_figures_needs():
    assert numbers.column_format([1200.0, 3.25], "wan_usd") == "%,.2f"
    assert numbers.column_format([1200.0, 3.0], "wan_usd") == "%,.0f"
    assert numbers.column_format([0.5], "share") == "%.1f%%"


@pytest.mark.parametrize(
    ("value", "column_format", "text"),
    [(1200.0, "%,.2f", "1,200.00"), (-3.0, "%,.0f", "−3"), (46.25, "%.1f%%", "46.3%")],
)
def test_a_figure_on_paper_reads_as_in_the_grid_of_its_column(value, column_format, text):
    assert numbers.column_text(value, column_format) == text


def test_a_large_percentage_is_written_as_other_large_numbers_are():
    assert numbers.share_text(21.194) == "2,119.4%"
    assert numbers.change_text(22.194, 1.0, "wan_cny") == "+2,119.4%"


@pytest.mark.parametrize(
    ("share", "text"),
    [(5 / 16, "31.3%"), (-5 / 16, "−31.3%"), (201 / 2000, "10.1%"), (0.0625, "6.3%")],
)
def test_a_half_is_rounded_up_as_by_hand_and_in_spreadsheets(share, text):
    assert numbers.share_text(share) == text
    assert numbers.column_text(share * 100, "%.1f%%") == text


def test_a_half_of_an_amount_is_rounded_up_too():
    assert numbers.amount_text(123_450, "wan_cny") == "1.23 billion CNY"
    assert numbers.amount_text(122_500, "wan_cny") == "1.23 billion CNY"
    assert numbers.decimal_text(0.25) == "0.3"
    assert numbers.count_text(2.5) == "3"
