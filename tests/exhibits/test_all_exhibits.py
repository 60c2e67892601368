"""What every exhibit keeps to, on the small and on the sample ledgers."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from promotion.exhibit import column_labels
from promotion.exhibits import EXHIBITS
from promotion.filters import Filters
from promotion.language import use_language
from promotion.measures import ACTIVITY, MEASURES, definition_of
from promotion.numbers import UNITS
from tests.ledgers import FIRST_QUARTER, days, english

WITHOUT_UNIT = ("text", "plain", "number", "date", "month", "by_metric", "change", "yes_no")
every_exhibit = pytest.mark.parametrize("name", EXHIBITS)
PERIODS = {
    "quarter": FIRST_QUARTER,
    "before the data": days("2001-01-01", "2001-01-31"),
    "after the data": days("2030-01-05"),
}


@every_exhibit
def test_every_column_is_in_the_dictionary(small, name):
    table = EXHIBITS[name](small, english()).table

    assert {_named_by(column) or column for column in table.columns} <= MEASURES.keys()
    assert len(column_labels(table)) == len(set(column_labels(table).values()))


def _named_by(column):
    """The code column that this one names; None for others, a project's own name among them."""
    is_name = column.endswith("_name") and column not in MEASURES
    return column.removesuffix("_name") if is_name else None


@every_exhibit
def test_a_code_stands_beside_its_name_in_both_languages(small, name):
    for language in ("en", "zh"):
        exhibit = EXHIBITS[name](small, Filters(FIRST_QUARTER, language=language))
        for column in exhibit.table.columns:
            if _named_by(column) and not exhibit.is_empty:
                assert _named_by(column) in exhibit.table.columns
                assert all(exhibit.table[column])
                chinese = all(
                    any("一" <= each <= "鿿" for each in x) for x in exhibit.table[column]
                )
                assert chinese == (language == "zh"), (column, set(exhibit.table[column]))


@every_exhibit
def test_rows_hold_plain_values(sample, name):
    plain = (int, float, str, date, bool, type(None))
    for row in EXHIBITS[name](sample, english()).rows():
        for column, value in row.items():
            assert type(value) in plain, (column, value)
            assert not isinstance(value, datetime | Decimal)
            assert value == value, f"{column} is not a number"


@every_exhibit
@pytest.mark.parametrize("period", PERIODS.values(), ids=PERIODS)
def test_shares_are_fractions_and_counts_are_not_negative(sample, name, period):
    exhibit = EXHIBITS[name](sample, english(period))
    for row in exhibit.rows():
        for column, value in row.items():
            if column.endswith("_count") and value is not None:
                assert value >= 0
            if column.endswith("_share") and value is not None:
                assert 0 <= value <= 1


@every_exhibit
def test_the_same_question_gives_the_same_rows(small, name):
    first = EXHIBITS[name](small, english()).rows()
    small.forget()

    assert EXHIBITS[name](small, english()).rows() == first


@every_exhibit
@pytest.mark.parametrize("measure", ACTIVITY)
def test_any_measure_can_be_chosen(small, name, measure):
    exhibit = EXHIBITS[name](small, english(measure=measure))

    assert exhibit.name == name
    assert exhibit.title and "{" not in exhibit.title


@every_exhibit
def test_an_exhibit_says_what_it_counts_from_which_ledger_as_of_which_day(small, name):
    exhibit = EXHIBITS[name](small, english())

    assert "as of 10 April 2020" in exhibit.source_line()
    assert "Source: " in exhibit.source_line()
    assert "sample data" not in exhibit.source_line()
    assert exhibit.question.sql.startswith("-- ")
    assert exhibit.question.parameters


@every_exhibit
def test_sample_data_say_so(sample, name):
    assert "sample data" in EXHIBITS[name](sample, english()).source_line()


@every_exhibit
def test_the_words_for_who_cannot_see_hold_no_raw_fraction(small, name):
    words = EXHIBITS[name](small, english()).text_alternative()

    assert "None" not in words
    assert not any(len(part.rstrip("%;")) > 12 and "." in part for part in _numbers_in(words))


def _numbers_in(words):
    return [part for part in words.split() if part.strip("+−%;,").replace(".", "").isdigit()]


@every_exhibit
def test_the_scope_names_what_is_filtered(small, name):
    filters = english(districts=("yuyao",), industries=("healthcare",), capital="foreign")

    shown = EXHIBITS[name](small, filters)
    districts = "Yuyao, Yinzhou" if name == "comparison" else "Yuyao"

    assert (
        shown.period_line() == f"Q1 2020 · {districts} · Healthcare · Foreign capital"
        or shown.period != FIRST_QUARTER
    )


def test_every_measure_has_a_name_a_unit_and_where_it_counts_a_definition():
    for name, measure in MEASURES.items():
        assert measure.label
        assert measure.unit in {*UNITS, *WITHOUT_UNIT}
        assert name not in ACTIVITY or definition_of(name)


def test_a_title_is_in_the_readers_language_whatever_the_thread_speaks(small):
    with use_language("en"):
        chinese = EXHIBITS["project_funnel"](small, Filters(FIRST_QUARTER, language="zh"))

    assert not any(each.isascii() and each.isalpha() for each in chinese.title)
