from decimal import Decimal

import pytest

from promotion.ingest.figures import read_decimal, read_whole

SIGNS = {"¥": "wan_cny", "rmb": "wan_cny", "$": "wan_usd", "us$": "wan_usd", "usd": "wan_usd"}


def decimal(text, factor="1", minimum="0", unit="wan_cny"):
    return read_decimal(text, Decimal(factor), Decimal(minimum), unit, SIGNS)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4900", "4900"),
        ("4,900.0", "4900"),
        ("1,234,567.5", "1234567.5"),
        ("１６９９７．８", "16997.8"),
        ("￥4,900", "4900"),
        ("¥ 4900", "4900"),
        ("RMB 4900", "4900"),
        ("1.2E+05", "120000"),
        ("0.1", "0.1"),
        (".5", "0.5"),
        ("5.", "5"),
    ],
)
def test_every_way_of_writing_a_number_is_read_exactly(text, number):
    assert decimal(text) == Decimal(number)


def test_the_unit_of_the_heading_is_applied_without_rounding():
    assert decimal("2.65007", factor="10000") == Decimal("26500.7")
    assert decimal("12345678", factor="0.0001") == Decimal("1234.5678")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,2345", "more than one way"),
        ("4.900,0", "more than one way"),
        ("1.2.3", "more than one way"),
        ("500万元", "is no number"),
        ("10%", "is no number"),
        ("nan", "is no number"),
        ("inf", "is no number"),
        ("E5", "is no number"),
        ("about 5", "is no number"),
        ("$4900", "another currency"),
        ("-5", "less than 0"),
        ("¥-5", "less than 0"),
        ("1e12", "too large"),
        ("1e9999", "too large"),
        ("9" * 300, "too large"),
    ],
)
def test_what_is_no_certain_number_is_never_guessed(text, words):
    assert words in decimal(text).sentence()


def test_a_dollar_sign_fits_a_dollar_column_only():
    assert decimal("US$ 5", unit="wan_usd") == 5
    assert "another currency" in decimal("¥5", unit="wan_usd").sentence()
    assert "another currency" in decimal("$5", unit="mu").sentence()


def test_a_whole_number_may_be_written_with_a_point():
    assert read_whole("2.0", Decimal(1), Decimal(1)) == 2
    assert read_whole("３", Decimal(1), Decimal(1)) == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [("2.5", "no whole number"), ("0", "less than 1"), ("99999999999", "too large")],
)
def test_what_is_no_whole_number_is_not_rounded(text, words):
    assert words in read_whole(text, Decimal(1), Decimal(1)).sentence()
