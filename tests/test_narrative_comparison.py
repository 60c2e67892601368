"""The sentences on two sides: each side's largest lead, never a rise of minus something."""

from promotion.exhibits.comparison import comparison
from promotion.filters import Sides
from promotion.narrative import comparison_points, finding
from tests.ledgers import days, english


def points(data, *sides, **choices):
    return comparison_points(comparison(data, english(sides=Sides(*sides), **choices)))


def test_each_side_says_where_it_leads_most(sample):
    found = points(sample, "district", "cixi", "yuyao", period=days("2020-01-01", "2020-06-30"))

    assert 1 <= len(found) <= 2
    assert all(point.startswith(("Cixi is furthest", "Yuyao is furthest")) for point in found)
    assert not any("−" in point or "-" in point for point in found)


def test_numbers_too_small_make_no_percentage(small):
    found = points(small, "district", "yinzhou", "yuyao")

    assert "%" not in found[0] or "investment" in found[0] or "person-times" in found[0].lower()


def test_sides_alike_and_sides_unknown_are_told(small):
    same = points(small, "industry", "port_logistics", "smart_manufacturing")
    nothing = points(small, "district", "yuyao", "cixi", period=days("2001-01-01"))

    assert same == ["The two sides are equal in every measure known of both."]
    assert nothing == ["No measure is known of both sides, so there is nothing to compare."]


def test_a_briefing_says_the_same(sample):
    made = comparison(sample, english(sides=Sides("district", "cixi", "yuyao")))

    assert finding(made) == " ".join(comparison_points(made))
