"""What has not been reported yet is unknown: periods that end or lie after the as-of date."""

from datetime import date

import pytest

from promotion.exhibits import district, overview
from tests.ledgers import column_by, days, english

AS_OF = date(2020, 4, 10)
LATER = english(days("2020-04-01", "2020-06-30"))


def counts_by_month(exhibit):
    counts = {}
    for row in exhibit.rows():
        counts.setdefault(row["month"].month, set()).add(row["contact_count"])
    return counts


def test_a_period_after_it_is_unknown(small):
    values = column_by(
        overview.headline(small, english(days("2020-05-01", "2020-05-31"))), "metric", "value"
    )

    assert small.as_of == AS_OF
    assert set(values.values()) == {None}


def test_a_compared_period_after_it_is_unknown(small):
    compared = column_by(
        overview.headline(small, english(days("2020-09-01", "2020-09-30"))), "metric", "compared"
    )

    assert set(compared.values()) == {None}


@pytest.mark.parametrize(
    "function", [overview.contacts_by_month_and_channel, district.district_months]
)
def test_months_after_it_have_no_zeros(small, function):
    counts = counts_by_month(function(small, LATER))

    assert counts[4] != {None}
    assert counts.get(5, {None}) == {None}
    assert counts.get(6, {None}) == {None}


def test_channels_after_it_have_no_zeros(small):
    rows = district.district_channels(small, english(days("2020-05-01", "2020-05-31"))).rows()

    assert {row["contact_count"] for row in rows} <= {None}


def test_targets_count_up_to_it(small):
    now = overview.target_progress(small, LATER).rows()

    assert now == overview.target_progress(small, english()).rows()
    assert {row["pace"] for row in now} == {101 / 366}
