"""Pairs in briefings: one figure of each of two sides, on one scale, in every file."""

import io
import json
import zipfile

import pytest
from pptx import Presentation

from promotion.briefing import PAIRS, BriefingChoice, compose
from promotion.cli import main
from promotion.database import open_database
from promotion.exhibits import overview
from promotion.exports.briefing_files import as_file
from promotion.exports.picture_zip import pictures_zip
from promotion.filters import Sides
from promotion.scope import Scope
from promotion.view import choices_of, parameters
from tests.ledgers import LEDGERS, days, english

QUARTER = days("2020-04-01", "2020-06-30")
CIXI_AND_YUYAO = english(QUARTER, sides=Sides("district", "cixi", "yuyao"))
ADDRESS = "http://dashboard.test"


def briefing_of(data, *names, filters=CIXI_AND_YUYAO):
    return compose(data, filters, BriefingChoice(names), ADDRESS)


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("by", ["district", "industry", "period"])
def test_a_pair_is_both_sides_figures_on_one_scale_under_their_names(sample, name, by):
    briefing = briefing_of(sample, name, filters=english(QUARTER, sides=Sides(by)))
    left, right = briefing.figures

    assert (left.side, right.side) == ("left", "right")
    assert left.exhibit.chart.scale.largest == right.exhibit.chart.scale.largest > 0
    assert left.exhibit.title != right.exhibit.title
    assert left.link == right.link
    assert left.link.startswith(f"{ADDRESS}/compare?")
    assert f"sides={by}" in left.link


@pytest.mark.parametrize(
    ("filters", "names", "subtitle"),
    [
        (CIXI_AND_YUYAO, ("pair_project_funnel",), "Q2 2020 · Cixi compared with Yuyao"),
        (
            english(QUARTER, sides=Sides("period")),
            ("comparison", "pair_project_funnel"),
            "Q2 2020 compared with Q1 2020",
        ),
        (
            english(QUARTER, districts=("cixi",), sides=Sides("district", "cixi", "yuyao")),
            ("headline", "comparison"),
            "Q2 2020 · Cixi · Cixi compared with Yuyao",
        ),
    ],
)
def test_the_cover_names_both_sides(sample, filters, names, subtitle):
    assert briefing_of(sample, *names, filters=filters).subtitle == subtitle


def test_a_briefing_of_nothing_but_two_sides_is_told_of_both(sample):
    one = english(QUARTER, districts=("cixi",), sides=Sides("district", "cixi", "yuyao"))
    briefing = briefing_of(sample, "pair_project_funnel", filters=one)
    alone = [
        overview.headline(sample, english(QUARTER, districts=(district,))).rows()[0]["value"]
        for district in ("cixi", "yuyao")
    ]

    assert [point.split()[0] for point in briefing.points] == ["Cixi", "Yuyao"]
    assert briefing.headline.rows()[0]["value"] == sum(alone)


def test_each_side_has_the_rows_of_its_own_district(sample):
    figures = briefing_of(sample, "pair_project_funnel").figures
    for figure, district in zip(figures, ("cixi", "yuyao"), strict=True):
        alone = overview.project_funnel(sample, english(QUARTER, districts=(district,)))
        assert figure.exhibit.rows() == alone.rows()


def test_a_figure_alone_and_in_a_pair_are_three_pictures_each_its_own(sample):
    briefing = briefing_of(sample, "project_funnel", "pair_project_funnel")
    with zipfile.ZipFile(io.BytesIO(pictures_zip(briefing, "svg"))) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        contents = {archive.read(entry["file"]) for entry in manifest["pictures"]}

    assert [entry["file"] for entry in manifest["pictures"]] == [
        "01_project_funnel.svg",
        "02_project_funnel_left.svg",
        "03_project_funnel_right.svg",
    ]
    assert [entry["title"].split(":")[0] for entry in manifest["pictures"][1:]] == ["Cixi", "Yuyao"]
    assert len(contents) == 3


def test_the_slides_of_a_pair_end_their_axes_at_the_same_value(sample):
    content = as_file(sample, briefing_of(sample, "pair_project_funnel"), "pptx")
    slides = [
        slide
        for slide in Presentation(io.BytesIO(content)).slides
        if any(shape.has_chart for shape in slide.shapes)
    ]
    ends = {
        shape.chart.value_axis.maximum_scale
        for slide in slides
        for shape in slide.shapes
        if shape.has_chart
    }

    assert [slide.shapes.title.text.split(":")[0] for slide in slides] == ["Cixi", "Yuyao"]
    assert len(ends) == 1
    assert None not in ends


def test_a_saved_briefing_holds_its_pair_and_both_sides(sample):
    choice = BriefingChoice(("pair_project_funnel",), view=parameters(CIXI_AND_YUYAO))
    read = BriefingChoice.from_json(choice.as_json())

    assert read == choice
    assert choices_of(read.view)["sides"] == CIXI_AND_YUYAO.sides


def test_a_district_s_people_have_no_pair_of_others(sample):
    part = open_database(LEDGERS, Scope(("yuyao",)))
    for figure in briefing_of(part, *PAIRS).figures:
        assert "Cixi" not in figure.exhibit.title
        assert {row.get("district", "yuyao") for row in figure.exhibit.rows()} == {"yuyao"}


def test_the_command_makes_a_pair_of_the_sides_it_names(tmp_path, capfd):
    file = tmp_path / "pair.xlsx"
    asked = ["briefing", "--exhibits", "pair_project_funnel", "--lang", "en", "-o", str(file)]
    sides = ["--district", "cixi", "--against-district", "yuyao"]

    assert main([*asked, *sides]) == 0
    with zipfile.ZipFile(file) as workbook:
        words = workbook.read("xl/sharedStrings.xml").decode()
    assert "<t>Cixi: " in words
    assert "<t>Yuyao: " in words
    asked[2] = "project_funnel"
    assert main([*asked, *sides]) == 2
    assert "--against" in capfd.readouterr().err
