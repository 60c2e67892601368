"""Briefings before any format: presets, choices as files, findings, words; and the command."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from promotion.briefing import (
    PRESETS,
    BriefingChoice,
    ChoiceFileFault,
    compose,
    fingerprint,
    preset_choice,
)
from promotion.cli import main
from promotion.exhibits import EXHIBITS
from promotion.exports.briefing_files import FORMATS, as_file, file_name
from promotion.filters import Filters, preset_period
from promotion.language import use_language
from promotion.narrative import finding
from tests.ledgers import LEDGERS, days, english

QUARTER = days("2020-04-01", "2020-06-30")
# Makes the weekly briefing of a folder as the files given, each in the format it is named by.
IN_EVERY_FORMAT = """
import sys
from pathlib import Path
from promotion.cli import main
for path in map(Path, sys.argv[2:]):
    options = ["--preset", "weekly", "--format", path.name, "-o", str(path)]
    assert main(["briefing", "--data", sys.argv[1], *options]) == 0
"""


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_exhibits_that_there_are(preset):
    assert set(PRESETS[preset].exhibits) <= EXHIBITS.keys()


@pytest.mark.parametrize(
    ("preset", "as_of", "period"),
    [
        ("weekly", "2020-06-30", days("2020-06-22", "2020-06-28")),
        ("weekly", "2020-06-28", days("2020-06-22", "2020-06-28")),
        ("monthly", "2020-06-30", days("2020-06-01", "2020-06-30")),
        ("monthly", "2020-06-29", days("2020-05-01", "2020-05-31")),
        ("monthly", "2020-01-10", days("2019-12-01", "2019-12-31")),
        ("quarterly", "2020-06-30", days("2020-04-01", "2020-06-30")),
        ("quarterly", "2020-06-29", days("2020-01-01", "2020-03-31")),
        ("district", "2020-02-10", days("2019-10-01", "2019-12-31")),
    ],
)
def test_a_presets_period_is_the_last_whole_one(preset, as_of, period):
    of_preset = PRESETS[preset].period

    assert preset_period(of_preset, date(2019, 1, 2), date.fromisoformat(as_of)) == period


def test_a_choice_is_read_back_from_its_file():
    choice = BriefingChoice(
        ("headline", "project_funnel"),
        title="标题 <b>",
        department="Office",
        day=date(2020, 7, 1),
        points=("One.", "Two."),
        points_made_for="0123456789abcdef",
        view={"period": ["last_month"], "district": ["cixi", "yuyao"]},
    )

    assert BriefingChoice.from_json(choice.as_json()) == choice


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b"{}",
        b'{"exhibits": "headline"}',
        b'{"exhibits": ["nothing"]}',
        b'{"exhibits": ["headline"], "title": 3}',
        b'{"exhibits": ["headline"], "points": [1]}',
        b'{"exhibits": ["headline"], "day": "yesterday"}',
        b'{"exhibits": ["headline"], "view": ["cixi"]}',
        b'{"exhibits": ["headline"], "view": {"district": "cixi"}}',
        b"[" * 100_000,
    ],
)
def test_a_file_that_is_no_choice_is_told_in_a_sentence(content):
    with pytest.raises(ChoiceFileFault, match=r"\.$"):
        BriefingChoice.from_json(content)


def test_words_not_chosen_are_the_usual_ones_and_edited_points_stay(small):
    usual = compose(small, english(), BriefingChoice(("headline",)))
    edited = compose(small, english(), BriefingChoice((), title="Ours", points=("Only this.",)))

    assert usual.title == "Briefing on investment promotion"
    assert usual.subtitle == "Q1 2020"
    assert usual.day == date(2020, 4, 10)
    assert usual.points[0].startswith("Contacts: 11")
    assert (edited.title, edited.points) == ("Ours", ("Only this.",))


def test_edited_points_hold_only_for_the_figures_they_were_edited_for(small):
    usual = compose(small, english(), BriefingChoice(("headline",)))
    edited = BriefingChoice(
        ("headline",), points=("Mine.",), points_made_for=fingerprint(usual.points)
    )
    other = english(days("2020-02-01", "2020-02-29"))

    assert compose(small, english(), edited).points == ("Mine.",)
    assert compose(small, other, edited).points == compose(small, other, BriefingChoice(())).points


def test_each_figure_links_to_its_own_page_with_the_filters(small):
    filters = Filters(QUARTER, districts=("cixi",), capital="foreign", language="en")
    made = compose(
        small, filters, BriefingChoice(("headline", "fdi_by_month")), "https://promotion.test/a/"
    )

    same = "capital=foreign&from=2020-04-01&to=2020-06-30&district=cixi&lang=en"
    assert [figure.link for figure in made.figures] == [
        f"https://promotion.test/a/?period=custom&{same}",
        f"https://promotion.test/a/foreign_capital?period=custom&{same}",
    ]
    assert made.link == made.figures[0].link
    assert compose(small, filters, BriefingChoice(("headline",))).figures[0].link == ""


@pytest.mark.parametrize("name", EXHIBITS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_finding_is_a_sentence_in_the_readers_language(sample, name, language):
    filters = Filters(QUARTER, language=language)
    with use_language(language):
        sentence = finding(EXHIBITS[name](sample, filters))

    assert "None" not in sentence and "{" not in sentence
    assert not sentence or sentence.endswith((".", "。"))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("activity_by_district", "Contacts: Yuyao leads with 5, 45.5% of the whole."),
        (
            "contacts_by_month_and_channel",
            "Contacts: Video meeting leads with 3, 30.0% of the whole.",
        ),
        (
            "project_funnel",
            "Projects in the library: Signed, not landed leads with 3, 37.5% of the whole.",
        ),
        ("signing_cohorts", "In all: Landed by the as-of date 1, Not landed yet 2."),
        ("district_months", "Contacts: 1 in March 2020; most in January 2020, 2."),
        ("stage_durations", ""),
        ("repeated_signings", ""),
        ("headline", ""),
    ],
)
def test_a_finding_says_what_the_rows_say(small, name, sentence):
    assert finding(EXHIBITS[name](small, english())) == sentence


@pytest.mark.parametrize("name", EXHIBITS)
def test_nothing_is_found_where_nothing_is_known(small, name):
    before_all = EXHIBITS[name](small, english(days("2001-01-01", "2001-01-31")))

    assert "leads" not in finding(before_all)


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_format_is_made_of_a_preset(small, file_format):
    made = compose(small, english(), preset_choice("weekly"))

    content = as_file(small, made, file_format)
    assert content[:4] == (b"%PDF" if file_format == "pdf" else b"PK\x03\x04")
    assert file_name(made, file_format).startswith("Weekly briefing on investment promotion 2020-")


@pytest.mark.parametrize("file_format", sorted(set(FORMATS) - {"xlsx"}))
def test_it_is_told_how_many_figures_are_made(small, file_format):
    made = compose(small, english(), preset_choice("weekly"))
    told = []

    as_file(small, made, file_format, tell=lambda done, of_all: told.append((done, of_all)))
    assert told == [(done, len(told)) for done in range(1, len(told) + 1)]
    assert 2 <= len(told) <= len(made.figures)


def test_the_command_keeps_the_saved_filters_and_makes_stale_points_anew(tmp_path, capsys):
    choice = BriefingChoice(
        ("activity_by_district",),
        points=("Old figures.",),
        points_made_for="of another month",
        view={"period": ["custom"], "from": ["2020-02-01"], "to": ["2020-02-29"]},
    )
    saved, made = tmp_path / "saved.json", tmp_path / "made.xlsx"
    saved.write_bytes(choice.as_json())
    options = ["--data", str(LEDGERS), "--lang", "en", "--choices", str(saved), "-o", str(made)]

    assert main(["briefing", *options]) == 0
    assert "edited for other figures" in capsys.readouterr().err
    assert "February 2020" in words_of(made)
    assert "Old figures." not in words_of(made)

    assert main(["briefing", *options, "--from", "2020-01-01", "--to", "2020-01-31"]) == 0
    assert "January 2020" in words_of(made)


def test_a_briefing_of_other_days_than_a_presets_is_not_called_a_months(tmp_path):
    quarter = ["--from", "2020-01-01", "--to", "2020-03-31"]
    for options, title in (
        (quarter, "Briefing on investment promotion"),
        ([], "Monthly briefing on investment promotion"),
        (["--preset", "monthly", *quarter], "Monthly briefing on investment promotion"),
    ):
        made = tmp_path / "made.xlsx"
        given = ["--data", str(LEDGERS), "--lang", "en", "-o", str(made)]

        assert main(["briefing", *given, *options]) == 0
        assert words_of(made).startswith(f"{title} ")


def words_of(workbook):
    with workbook.open("rb") as file:
        contents = load_workbook(file).worksheets[0]
    return " ".join(str(cell.value) for row in contents for cell in row if cell.value)


@pytest.fixture(scope="module")
def made_twice(own_cache, tmp_path_factory):
    """The folders in which two processes have made a briefing in every format, named by it."""
    folders = [tmp_path_factory.mktemp(f"seed_{seed}") for seed in "12"]
    for seed, folder in enumerate(folders, 1):
        subprocess.run(
            [sys.executable, "-c", IN_EVERY_FORMAT, LEDGERS, *(folder / each for each in FORMATS)],
            check=True,
            cwd=Path(__file__).parents[1],
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
        )
    return folders


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_command_gives_the_same_bytes_each_time(made_twice, file_format):
    first, second = (folder / file_format for folder in made_twice)

    assert first.stat().st_size > 0
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--preset", "district", "--format", "xlsx"], "is of one district"),
        (["--format", "xlsx", "--exhibits", "nothing"], "unknown exhibit 'nothing'"),
        (["-o", "briefing.doc"], "unknown format 'doc'"),
        (["--format", "pptx", "--template", "README.md"], ""),
        (["--format", "pptx", "--choices", "README.md"], "not a saved briefing"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_line(tmp_path, capsys, options, words):
    options = ["--lang", "en", *options]
    given = options if "-o" in options else [*options, "-o", str(tmp_path / "file")]

    assert main(["briefing", "--data", str(LEDGERS), *given]) in (1, 2)
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
