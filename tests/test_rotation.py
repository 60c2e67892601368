"""What the meeting screen shows in turn, and how fast a link may ask it to."""

import pytest

from promotion import rotation
from tests.ledgers import english

ALL = ["yinzhou", "beilun", "yuyao"]


def shown(**choices):
    return [view.districts for view in rotation.views(english(**choices), ALL)]


def test_the_whole_comes_first_then_each_district():
    assert shown() == [(), ("yinzhou",), ("beilun",), ("yuyao",)]


def test_of_chosen_districts_only_these_come_in_turn_after_all_of_them():
    chosen = ("yuyao", "beilun")

    assert shown(districts=chosen) == [chosen, ("yuyao",), ("beilun",)]


def test_one_district_is_shown_once():
    assert shown(districts=("beilun",)) == [("beilun",)]
    assert len(rotation.views(english(), ["yinzhou"])) == 1


def test_every_view_keeps_the_other_choices():
    views = rotation.views(english(industries=("healthcare",), capital="foreign"), ALL)

    assert {(view.industries, view.capital) for view in views} == {(("healthcare",), "foreign")}


@pytest.mark.parametrize("text", ["-3", "0", "4", "3601", "", "soon", "12.5", "9" * 5000])
def test_a_pace_that_cannot_be_is_refused(text):
    with pytest.raises(ValueError):
        rotation.seconds_of(text)


def test_a_pace_is_taken_in_seconds():
    assert [rotation.seconds_of(text) for text in ("5", "20", "3600")] == [5, 20, 3600]
