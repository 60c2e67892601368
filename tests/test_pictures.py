"""What a picture says in itself: title, period and filters, unit, source, as-of date."""

import re
from dataclasses import replace

import pytest

from promotion import theme
from promotion.exhibits import EXHIBITS, overview
from promotion.filters import Filters
from promotion.pictures import LINE_WIDTH, slide_layout
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
        "Projects whose amount is unknown and adds nothing: 2. Unit"
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


def test_a_picture_keeps_the_light_template_and_room_for_its_words(small):
    layout = slide_layout(overview.headline(small, english()))

    assert layout["template"] == theme.template().to_plotly_json()
    assert layout["margin"]["t"] > 60
    assert layout["margin"]["b"] > 40
    assert layout["height"] is None
