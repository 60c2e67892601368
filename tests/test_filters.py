"""Periods, presets and comparisons, leap days and month ends among them."""

from datetime import date

import pytest

from promotion.filters import (
    COMPARISONS,
    FilterFault,
    Filters,
    Period,
    month_end,
    months_later,
    period_before,
    preset_period,
    year_before,
)
from tests.ledgers import days

FIRST_DATE = date(2019, 1, 2)


@pytest.mark.parametrize(
    ("day", "end"),
    [
        ("2020-02-01", "2020-02-29"),
        ("2019-02-28", "2019-02-28"),
        ("2020-12-05", "2020-12-31"),
        ("1900-02-03", "1900-02-28"),
        ("2000-02-03", "2000-02-29"),
    ],
)
def test_a_month_ends_with_its_last_day(day, end):
    assert month_end(date.fromisoformat(day)) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("months", "first"),
    [
        (0, "2020-01-01"),
        (1, "2020-02-01"),
        (-1, "2019-12-01"),
        (-12, "2019-01-01"),
        (14, "2021-03-01"),
    ],
)
def test_months_are_counted_over_years(months, first):
    assert months_later(date(2020, 1, 1), months) == date.fromisoformat(first)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (days("2020-03-01", "2020-03-31"), days("2020-02-01", "2020-02-29")),
        (days("2020-02-01", "2020-02-29"), days("2020-01-01", "2020-01-31")),
        (days("2020-01-01", "2020-03-31"), days("2019-10-01", "2019-12-31")),
        (days("2019-01-01", "2020-12-31"), days("2017-01-01", "2018-12-31")),
        (days("2020-03-01", "2020-03-30"), days("2020-01-31", "2020-02-29")),
        (days("2020-03-01"), days("2020-02-29")),
        (days("2020-02-29"), days("2020-02-28")),
        (days("2020-01-05", "2020-01-14"), days("2019-12-26", "2020-01-04")),
    ],
)
def test_the_period_before_is_as_long_and_touches(period, before):
    assert period_before(period) == before


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (days("2020-04-01", "2020-06-30"), days("2019-04-01", "2019-06-30")),
        (days("2020-02-01", "2020-02-29"), days("2019-02-01", "2019-02-28")),
        (days("2021-02-01", "2021-02-28"), days("2020-02-01", "2020-02-29")),
        (days("2020-02-29"), days("2019-02-28")),
        (days("2020-02-10", "2020-02-20"), days("2019-02-10", "2019-02-20")),
        (days("2020-01-01", "2020-02-28"), days("2019-01-01", "2019-02-28")),
        (days("2021-02-28"), days("2020-02-28")),
    ],
)
def test_a_year_before_are_the_same_days(period, before):
    assert year_before(period) == before


@pytest.mark.parametrize(
    ("preset", "as_of", "period"),
    [
        ("latest", "2020-06-30", days("2020-04-01", "2020-06-30")),
        ("latest", "2020-12-31", days("2020-10-01", "2020-12-31")),
        ("latest", "2020-02-29", days("2020-02-01", "2020-02-29")),
        ("latest", "2020-02-28", days("2020-01-01", "2020-01-31")),
        ("latest", "2020-01-15", days("2019-12-01", "2019-12-31")),
        ("last_week", "2020-06-28", days("2020-06-22", "2020-06-28")),
        ("last_week", "2020-06-27", days("2020-06-15", "2020-06-21")),
        ("last_month", "2020-06-30", days("2020-06-01", "2020-06-30")),
        ("last_month", "2020-01-30", days("2019-12-01", "2019-12-31")),
        ("last_quarter", "2019-12-31", days("2019-10-01", "2019-12-31")),
        ("last_quarter", "2020-05-31", days("2020-01-01", "2020-03-31")),
        ("this_month", "2020-02-28", days("2020-02-01", "2020-02-28")),
        ("this_quarter", "2020-06-30", days("2020-04-01", "2020-06-30")),
        ("this_quarter", "2020-01-01", days("2020-01-01")),
        ("year_to_date", "2020-06-15", days("2020-01-01", "2020-06-15")),
        ("last_12_months", "2020-06-15", days("2019-07-01", "2020-06-15")),
        ("last_12_months", "2020-12-31", days("2020-01-01", "2020-12-31")),
        ("all", "2020-06-15", days("2019-01-02", "2020-06-15")),
        ("all", "2018-06-15", days("2018-06-15")),
    ],
)
def test_presets_hang_on_the_as_of_date(preset, as_of, period):
    assert preset_period(preset, FIRST_DATE, date.fromisoformat(as_of)) == period


def test_an_unknown_preset_is_told_with_those_there_are():
    with pytest.raises(FilterFault, match="'yesterday': use one of latest"):
        preset_period("yesterday", FIRST_DATE, date(2020, 6, 30))


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(FilterFault, match="begins on 2020-02-02, after its end"):
        Period(date(2020, 2, 2), date(2020, 2, 1))


@pytest.mark.parametrize(
    ("period", "is_whole", "count"),
    [
        (days("2020-02-01", "2020-02-29"), True, 1),
        (days("2020-02-01", "2020-02-28"), False, 1),
        (days("2019-12-01", "2020-02-29"), True, 3),
        (days("2019-12-31", "2020-01-01"), False, 2),
    ],
)
def test_a_period_knows_its_months(period, is_whole, count):
    assert (period.is_whole_months, period.month_count) == (is_whole, count)


@pytest.mark.parametrize(
    "choice", [{"compare": "later"}, {"capital": "mixed"}, {"language": "fr"}, {"measure": "luck"}]
)
def test_a_choice_that_cannot_be_is_refused_with_those_that_can(choice):
    with pytest.raises(FilterFault, match="use one of"):
        Filters(days("2020-02-29"), **choice)


@pytest.mark.parametrize(
    ("compare", "compared"),
    [
        ("previous", days("2020-01-01", "2020-01-31")),
        ("year", days("2019-02-01", "2019-02-28")),
        ("none", None),
    ],
)
def test_the_compared_period_follows_the_choice(compare, compared):
    filters = Filters(days("2020-02-01", "2020-02-29"), compare=compare)

    assert filters.compared_period == compared
    assert compare in COMPARISONS


def test_the_queries_get_every_choice():
    filters = Filters(days("2020-02-29"), compare="none", districts=("cixi",), capital="foreign")

    assert filters.parameters() == {
        "from": date(2020, 2, 29),
        "to": date(2020, 2, 29),
        "compare_from": None,
        "compare_to": None,
        "districts": ["cixi"],
        "industries": [],
        "capital": "foreign",
    }


@pytest.mark.parametrize("compare", ["previous", "year"])
def test_a_period_with_nothing_before_it_in_the_calendar_is_a_choice_that_cannot_be(compare):
    with pytest.raises(FilterFault):
        Filters(days("0001-01-01", "0001-01-31"), compare=compare).parameters()
