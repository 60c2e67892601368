"""Dated notes on the figures over months: marked, numbered, listed, counted, in every file."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from pptx import Presentation

from promotion import charts, pictures
from promotion.annotations import MOST
from promotion.briefing import Figure
from promotion.database import open_database
from promotion.exhibits import EXHIBITS, cloud, district, foreign_capital, overview
from promotion.exports.chart_blocks import block_of
from promotion.exports.powerpoint import figure_as_pptx
from promotion.exports.rows import facts
from promotion.exports.spreadsheet import as_xlsx
from promotion.filters import Filters
from promotion.scope import Scope
from tests.ledgers import FIRST_QUARTER, LEDGERS, days, english, part_of_small, write

NOTES = (
    {"date": "2019-12-31", "text": "Before the period"},
    {"date": "2020-03-05", "text_zh": "首次网上签约", "kind": "event", "district": "yuyao"},
    {"date": "2020-02-10", "text_zh": "停止考察", "text_en": "Visits paused", "kind": "policy"},
    {"date": "2020-03-31", "text": "<b>1 & 2</b> **x**\n=1+1", "district": "cixi"},
    {"date": "2020-04-01", "text": "After the period"},
)
LINES = (
    "① 10 February 2020 (Policy): Visits paused",
    "② 5 March 2020 (Event, Yuyao): 首次网上签约",
    "③ 31 March 2020 (Cixi): <b>1 & 2</b> **x** =1+1",
)


@pytest.fixture
def folder(tmp_path):
    """The small ledgers with notes in and about the first quarter of 2020."""
    ledgers = part_of_small(tmp_path / "small", "contacts", "projects", "receipts", "sources")
    write(ledgers, "annotations.csv", *NOTES)
    return ledgers


@pytest.fixture
def data(folder):
    return open_database(folder)


def lines_of(exhibit):
    return tuple(each.line for each in exhibit.annotations)


def test_notes_of_the_period_are_numbered_by_day_and_listed_last(data):
    exhibit = overview.contacts_by_month_and_channel(data, english())

    assert lines_of(exhibit) == LINES
    assert exhibit.notes[-3:] == LINES
    assert exhibit.own_notes == exhibit.notes[:-3]


def test_a_note_is_read_in_the_reader_s_language_where_it_has_words_of_it(data):
    exhibit = overview.contacts_by_month_and_channel(data, Filters(FIRST_QUARTER, language="zh"))

    words = [each.words for each in exhibit.annotations]
    assert words == ["停止考察", "首次网上签约", "<b>1 & 2</b> **x** =1+1"]


@pytest.mark.parametrize(
    "function",
    [
        overview.contacts_by_month_and_channel,
        district.district_months,
        cloud.online_share_by_month,
        foreign_capital.fdi_by_month,
    ],
)
def test_chosen_districts_choose_their_own_notes_and_the_region_s(data, function):
    exhibit = function(data, english(districts=("yuyao",)))

    told = [(each.day, each.words) for each in exhibit.annotations]
    own = [(date(2020, 2, 10), "Visits paused"), (date(2020, 3, 5), "首次网上签约")]
    assert told[-2:] == own
    # Twelve months reach further back than the quarter.
    assert told[:-2] in ([], [(date(2019, 12, 31), "Before the period")])


def test_figures_that_are_not_over_months_have_no_notes(data):
    over_months = {name for name, make in EXHIBITS.items() if make(data, english()).annotations}

    assert over_months == {
        "contacts_by_month_and_channel",
        "district_months",
        "online_share_by_month",
        "fdi_by_month",
        "signing_cohorts",
    }


def test_the_marker_stands_at_the_month_and_notes_of_one_month_share_it(data):
    layout = charts.figure(overview.contacts_by_month_and_channel(data, english()), {}).layout

    assert [(line.x0, line.x1, line.layer) for line in layout.shapes] == [
        ("2020-02", "2020-02", "below"),
        ("2020-03", "2020-03", "below"),
    ]
    assert [(sign.x, sign.text) for sign in layout.annotations] == [
        ("2020-02", "①"),
        ("2020-03", "②③"),
    ]


def test_where_many_months_stand_close_the_marks_of_neighbours_stand_in_two_rows(data):
    exhibit = district.district_months(data, english(districts=("yuyao",)))
    signs = charts.figure(exhibit, {}).layout.annotations

    assert [(sign.x, sign.yshift) for sign in signs] == [
        ("2019-12", 0),
        ("2020-02", 0),
        ("2020-03", 18),
    ]


def test_without_notes_a_figure_is_as_it_was(small):
    layout = charts.figure(overview.contacts_by_month_and_channel(small, english()), {}).layout

    assert not layout.shapes and not layout.annotations


def test_of_many_notes_the_latest_are_marked_and_the_others_counted(folder):
    write(
        folder,
        "more.csv",
        *({"date": f"2020-01-{day:02}", "text": f"Note {day}"} for day in range(1, 21)),
    )
    exhibit = overview.contacts_by_month_and_channel(open_database(folder), english())

    assert len(exhibit.annotations) == MOST
    assert lines_of(exhibit)[-1].startswith("⑨ 31 March 2020")
    assert lines_of(exhibit)[0] == "① 15 January 2020: Note 15"
    assert exhibit.own_notes[-1] == (
        "Only the latest notes are marked; earlier ones in the period: 14."
    )
    signs = charts.figure(exhibit, {}).layout.annotations
    assert [sign.text for sign in signs] == ["①–⑥", "⑦", "⑧⑨"]


def test_a_district_s_people_see_the_region_s_notes_and_their_own(folder):
    part = open_database(folder, Scope(("yuyao",)))

    told = lines_of(overview.contacts_by_month_and_channel(part, english()))
    assert [line[2:] for line in told] == [LINES[0][2:], LINES[1][2:]]
    (count,) = part._file.cursor().execute("select count(*) from annotations").fetchone()
    assert count == 4


def test_what_was_refused_among_the_region_s_notes_is_not_told_to_a_district(folder):
    write(
        folder,
        "annotations.csv",
        {"date": "2020-02-10", "text": "Of the region"},
        {"date": "no day", "text": "Secret", "district": "cixi"},
    )
    part, whole = open_database(folder, Scope(("yuyao",))), open_database(folder)

    given = {"files": ["annotations.csv"], "page_size": 10, "offset": 0}
    assert whole.run("data/faults", **given)["line"].tolist() == [3]
    assert part.run("data/faults", **given).empty
    files = part.run("data/files")
    row = files[files["file"] == "annotations.csv"]
    assert row[["row_count", "loaded_count", "refused_count"]].to_numpy().tolist() == [[1, 1, 0]]


def test_a_note_later_than_the_drawn_months_is_listed_though_nothing_marks_it(data):
    exhibit = overview.contacts_by_month_and_channel(
        data, english(days("2020-03-01", "2020-12-31"))
    )
    figure = charts.figure(exhibit, {})

    assert "After the period" in lines_of(exhibit)[-1]
    assert [sign.text for sign in figure.layout.annotations] == ["①②", "③"]


def test_a_picture_lists_the_notes_as_plain_text(data):
    exhibit = overview.contacts_by_month_and_channel(data, english())
    (footer,) = pictures.slide_layout(exhibit)["annotations"]

    text = footer["text"].replace("<br>", " ")
    assert LINES[0] in text
    assert "&lt;b>1 &amp; 2&lt;/b>" in text


def test_long_notes_are_shortened_in_a_picture_and_whole_elsewhere(folder):
    write(folder, "annotations.csv", {"date": "2020-02-10", "text": "word " * 100})
    exhibit = overview.contacts_by_month_and_channel(open_database(folder), english())
    (footer,) = pictures.slide_layout(exhibit)["annotations"]

    assert "word…" in footer["text"].replace("<br>", " ")
    assert exhibit.notes[-1].count("word") == 100


def test_a_sheet_has_a_line_for_each_note_and_its_chart_their_numbers(data):
    exhibit = overview.contacts_by_month_and_channel(data, english())
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(exhibit, {}))).worksheets[0]

    first_column = [row[0] for row in sheet.iter_rows(values_only=True)]
    assert [each for each in first_column if each in LINES] == list(LINES)
    assert block_of(exhibit, {}).categories == ("2020-01", "2020-02 ①", "2020-03 ②③")
    assert facts(exhibit)["notes"][-3:] == list(LINES)


def test_a_slide_lists_as_many_notes_as_fit_counts_the_rest_and_its_notes_have_all(folder):
    write(
        folder,
        "annotations.csv",
        *({"date": f"2020-02-{day:02}", "text": f"Note {day} " * 20} for day in range(1, 10)),
    )
    exhibit = overview.contacts_by_month_and_channel(open_database(folder), english())
    deck = Presentation(io.BytesIO(figure_as_pptx(Figure(exhibit, "", ""), {})))
    (slide,) = deck.slides
    text = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)

    shown = sum(f"Note {day}" in text for day in range(1, 10))
    assert 1 <= shown < 9
    assert f"Further notes, in the slide's own notes: {9 - shown}." in text
    for line in lines_of(exhibit):
        assert line.strip() in slide.notes_slide.notes_text_frame.text


def test_the_sample_s_notes_are_those_of_the_file(sample):
    with (LEDGERS / "annotations.csv").open(encoding="utf-8") as file:
        expected = [
            row["text_en"]
            for row in csv.DictReader(file)
            if "2020-04-01" <= row["date"] <= "2020-06-30" and row["district"] in ("", "cixi")
        ]
    exhibit = overview.contacts_by_month_and_channel(
        sample, english(days("2020-04-01", "2020-06-30"), districts=("cixi",))
    )

    assert [each.words for each in exhibit.annotations] == expected != []
