"""What a picture says in itself: title, period and filters, unit, source, as-of date."""

import re
from dataclasses import replace

import pytest

from promotion import theme
from promotion.exhibits import EXHIBITS, overview
from promotion.filters import Filters
from promotion.pictures import LINE_WIDTH, lines_of_label, slide_layout
from tests.ledgers import FIRST_QUARTER, english


def footer_of(layout):
    (footer,) = layout["annotations"]
    return footer["text"]


def width_of(line):
    return sum(2 if each >= "\u2e80" else 1 for each in line)


def test_a_picture_says_what_it_shows_of_when_and_from_where(small):
    filters = english(districts=("yuyao",), capital="foreign")
    layout = slide_layout(overview.activity_by_district(small, filters))

    assert layout["title"]["text"] == "Contacts by district"
    assert layout["title"]["subtitle"]["text"] == "Q1 2020 · Yuyao · Foreign capital"
    assert footer_of(layout) == (
        "What is of unknown origin is left out under this choice of capital. "
        "Unit: contacts; Source: Contact ledger; as of 10 April 2020"
    )


def test_a_note_stands_before_the_source(small):
    layout = slide_layout(overview.project_funnel(small, english()))

    assert footer_of(layout).startswith(
        "Projects whose amount is unknown, not in the total: 2. Unit"
    )


def test_sample_data_are_marked_as_such_in_both_languages(sample):
    english_words = footer_of(slide_layout(overview.headline(sample, english())))
    chinese = Filters(FIRST_QUARTER, language="zh")
    chinese_words = footer_of(slide_layout(overview.headline(sample, chinese)))

    assert "sample data" in english_words
    assert "示例数据" in chinese_words


@pytest.mark.parametrize("name", EXHIBITS)
def test_a_chinese_picture_has_no_english_words(small, name):
    filters = Filters(FIRST_QUARTER, districts=("cixi",), language="zh")
    layout = slide_layout(EXHIBITS[name](small, filters))
    words = layout["title"]["text"] + layout["title"]["subtitle"]["text"] + footer_of(layout)

    sources = (
        "Contact ledger",
        "Project ledger",
        "Bank statements",
        "targets.csv",
        "rates.csv",
        "carriers.csv",
        "score_card.csv",
    )
    words = words.replace("<br>", " ")
    for source in sources:
        words = words.replace(source, "")
    assert not re.search("[A-Za-z]", words), words


def test_a_long_source_is_wrapped_and_nothing_of_it_lost(small):
    exhibit = overview.activity_by_district(small, english())
    for source in ("district ledger of investors; " * 20, "投资促进局台账、" * 40):
        lines = footer_of(slide_layout(replace(exhibit, sources=(source,)))).split("<br>")

        assert len(lines) > 1
        assert all(width_of(line) <= LINE_WIDTH for line in lines)
        joined = "".join(lines).replace(" ", "")
        assert source.replace(" ", "") in joined


def test_many_filters_stand_in_several_lines_with_room_for_them(small):
    exhibit = overview.activity_by_district(small, english())
    scope = tuple(f"Integrated circuits {number}" for number in range(12))
    few, many = slide_layout(exhibit), slide_layout(replace(exhibit, scope=scope))
    lines = many["title"]["subtitle"]["text"].split("<br>")

    assert len(lines) > 1
    assert " ".join(lines).endswith(" · ".join(scope))
    assert many["margin"]["t"] == few["margin"]["t"] + round((len(lines) - 1) * 13 * 1.3)


def test_a_title_of_two_lines_starts_lower_so_that_the_first_is_not_cut(small):
    exhibit = overview.activity_by_district(small, english())
    one, two = slide_layout(exhibit), slide_layout(replace(exhibit, title="Contacts " * 20))

    assert two["title"]["text"].count("<br>") == 2
    assert two["title"]["y"] < one["title"]["y"]
    assert two["margin"]["t"] > one["margin"]["t"]


def test_many_notes_push_the_figure_up(small):
    exhibit = overview.activity_by_district(small, english())
    notes = ("Not counted, as it could not be read: a ledger of rather a long name. " * 12,)
    layout = slide_layout(replace(exhibit, notes=notes))

    assert layout["margin"]["b"] > slide_layout(exhibit)["margin"]["b"]


def test_words_are_shown_as_they_are(small):
    exhibit = overview.activity_by_district(small, english())
    layout = slide_layout(replace(exhibit, title="<b>A</b> &amp; B\x00", sources=("a<b>.csv",)))

    assert layout["title"]["text"] == "&lt;b>A&lt;/b> &amp;amp; B"
    assert "a&lt;b>.csv" in footer_of(layout)


def test_a_long_label_stands_in_two_lines_and_is_cut_visibly():
    assert lines_of_label("short", 10) == "short"
    assert lines_of_label("two words", 5) == "two<br>words"
    assert lines_of_label("abcdefghijkl", 5) == "abcde<br>fghij\N{HORIZONTAL ELLIPSIS}"
    assert lines_of_label("汉字汉字汉", 4) == "汉字<br>汉字\N{HORIZONTAL ELLIPSIS}"


def test_a_picture_keeps_the_light_template_and_room_for_its_words(small):
    layout = slide_layout(overview.headline(small, english()))

    assert layout["template"] == theme.template().to_plotly_json()
    assert layout["margin"]["t"] > 60
    assert layout["margin"]["b"] > 40
    assert layout["height"] is None
