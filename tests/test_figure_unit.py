"""The unit under a figure is the one its numbers are read in."""

import pytest

from promotion import charts, numbers
from promotion.exhibits import district, overview
from promotion.figure_unit import figure_unit
from promotion.language import use_language
from tests.ledgers import english


def test_cells_of_amounts_are_read_in_the_unit_that_is_printed(sample):
    exhibit = overview.activity_by_district_and_industry(
        sample, english(measure="signed_investment_wan_cny")
    )
    _cells, words = charts.figure(exhibit, {}).data
    row = max(exhibit.rows(), key=lambda each: each["signed_investment_wan_cny"] or 0)
    place = list(words.customdata).index([row["district"], row["industry"]])

    assert exhibit.unit == "10,000 yuan"
    assert figure_unit(exhibit) == "billion CNY"
    shown = float(words.text[place].replace(",", ""))
    assert shown * 100_000 == pytest.approx(row["signed_investment_wan_cny"], rel=0.01)


def test_labels_of_amounts_carry_their_own_unit(sample):
    exhibit = overview.activity_by_district(sample, english(measure="received_fdi_wan_usd"))

    assert figure_unit(exhibit) == "as labelled"
    assert all("USD" in text for text in charts.figure(exhibit, {}).data[0].text)


def test_an_axis_of_amounts_is_read_in_the_unit_that_is_printed(sample):
    exhibit = district.district_months(sample, english(measure="signed_investment_wan_cny"))
    largest = max(row["signed_investment_wan_cny"] or 0 for row in exhibit.rows())
    line = charts.figure(exhibit, {}).data[-1]

    assert figure_unit(exhibit) == "billion CNY"
    assert max(value or 0 for value in line.y) * 100_000 == pytest.approx(largest)


def test_what_is_counted_keeps_its_unit(sample):
    assert figure_unit(overview.district_map(sample, english())) == "contacts"


def test_chinese_amounts_are_scaled_by_ten_thousand():
    with use_language("zh"):
        assert numbers.axis_scale(250_000, "wan_cny") == (10_000, "亿元")
        assert numbers.axis_scale(9_000, "wan_cny") == (1, "万元")
