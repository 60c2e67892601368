"""Headings count in words in Chinese."""

import pytest

from promotion.counting_words import counting_word
from promotion.language import use_language


@pytest.mark.parametrize(
    ("place", "word"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (60, "六十"),
        (99, "九十九"),
    ],
)
def test_chinese_counts_in_its_own_words(place, word):
    with use_language("zh"):
        assert counting_word(place) == word


def test_english_counts_in_figures():
    assert [counting_word(place) for place in (1, 11, 60)] == ["1", "11", "60"]


@pytest.mark.parametrize("place", [0, 100])
def test_no_other_place_is_guessed(place):
    with pytest.raises(ValueError, match=str(place)):
        counting_word(place)
