"""The dictionary: every exhibit and every measure has its definition, in both languages."""

import pytest

from promotion import code_book
from promotion.exhibits import EXHIBITS
from promotion.exhibits.definitions import DEFINITIONS
from promotion.language import use_language
from promotion.measures import MEASURES


def test_every_exhibit_has_a_definition_and_every_definition_an_exhibit():
    assert list(DEFINITIONS) == list(EXHIBITS)


def test_every_measure_that_is_a_number_has_a_definition():
    names = {"text", "date", "month", "plain"}
    without = [name for name, each in MEASURES.items() if not each.definition]

    assert [name for name in without if MEASURES[name].unit not in names] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_exhibit_and_measure_has_words_in_each_language(language):
    with use_language(language):
        exhibits, measures = code_book.exhibit_rows(), code_book.measure_rows()

    assert {row["exhibit"] for row in exhibits} == EXHIBITS.keys()
    assert {row["column"] for row in measures} == MEASURES.keys()
    words = [row["definition"] for row in exhibits] + [row["name"] for row in measures]
    assert all(words)
    assert all(any("一" <= each <= "鿿" for each in text) for text in words) == (language == "zh")


def test_the_readme_of_the_data_holds_the_dictionary_as_it_is():
    readme = code_book.README.read_text(encoding="utf-8")

    assert code_book.with_dictionary(readme) == readme, "make code-book brings it up to date"
