"""Decks that hold whatever a ledger holds, and are the same for the same data."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from pptx.oxml import parse_xml

from promotion.cli import main
from promotion.exports.powerpoint import as_pptx
from tests.exports import figures
from tests.exports.decks import (
    briefing,
    chart_of,
    deck_of,
    notes_of,
    opened,
    parts_of,
    table_of,
    texts,
    workbook_of,
)
from tests.exports.figures import bars, by_district, figure
from tests.ledgers import SMALL

ROOT = Path(__file__).parents[2]
NAMES = [
    "=1+1",
    "{=A1}",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "https://example.org",
    "<b>&amp;*_#`</b> \"quoted\" 'too'",
    "😀 smile",
    "a\u202eb\u200fc",
    "长" * 300,
    "x" * 300,
    "_x0041_",
]
EVERY_KIND = (
    figures.bars,
    figures.stacked_columns,
    figures.stacked_bars,
    figures.funnel,
    figures.bullets,
    figures.lines,
    figures.heat_map,
)


def run(name: str, path: Path) -> None:
    """Nothing; a process of its own writes the exhibit's deck."""
    command = [sys.executable, "-m", "promotion", "exhibit", name, "--lang", "en"]
    subprocess.run([*command, "--data", str(SMALL), "-o", str(path)], check=True, cwd=ROOT)


@pytest.mark.parametrize("name", NAMES)
def test_text_is_shown_as_text_wherever_it_stands(name):
    rows = by_district()
    rows[0]["district_name"] = name
    words = {"title": name, "sources": (name,), "notes": (name,), "scope": (name,)}
    chart = figure(rows, bars().chart, **words)
    heat = figure(
        [{**row, "industry": "a", "industry_name": name} for row in rows],
        figures.HeatMap("industry", "industry_name", "district", "district_name", "contact_count"),
        **words,
    )
    deck = deck_of(
        chart,
        heat,
        figure(rows, **words),
        title=name,
        subtitle=name,
        department=name,
        points=(name,),
        link=name,
    )
    cover, points, charted, *_others = deck.slides

    if len(name) < 100:
        assert cover.shapes.title.text == points.placeholders[1].text_frame.text == name
        assert charted.shapes.title.text == name
        assert texts(deck.slides[4]).count(name) >= 3
    assert notes_of(charted)[0] == name
    assert name in chart_of(charted).plots[0].categories
    cells = [cell for row in workbook_of(chart_of(charted)).iter_rows() for cell in row]
    assert name in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_a_name_like_a_formula_stays_text_where_someone_edits_its_cell():
    rows = by_district()
    rows[0]["district_name"] = "=1+1"
    sheet = workbook_of(chart_of(deck_of(figure(rows, bars().chart)).slides[2]))

    quoted = {cell.value: cell.quotePrefix for cell in sheet["A"]}
    assert quoted["=1+1"]
    assert not quoted["南区"]


def test_characters_that_break_a_file_are_left_out():
    broken = "a\x01\x0b\ufffe\ud800b"
    rows = by_district()
    rows[0]["district_name"] = broken
    deck = deck_of(
        figure(rows, bars().chart, title=broken), figure(rows), title=broken, points=(broken,)
    )

    assert deck.slides[0].shapes.title.text == "ab"
    assert "ab" in chart_of(deck.slides[2]).plots[0].categories
    assert "ab" in texts(deck.slides[3])


def test_every_part_of_a_deck_is_well_formed_and_named_once():
    parts = parts_of(as_pptx(briefing(*(make() for make in EVERY_KIND))))

    roots = [parse_xml(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))]
    assert len(roots) > len(EVERY_KIND)
    assert None not in roots


def test_shapes_of_a_slide_have_numbers_of_their_own():
    for slide in deck_of(*(make() for make in EVERY_KIND)).slides:
        numbers = slide.shapes._spTree.xpath(".//p:cNvPr/@id")
        assert len(numbers) == len(set(numbers))


def test_nothing_reaches_beyond_its_slide():
    deck = deck_of(*(make(notes=("Note. " * 90,)) for make in (figures.bars, bars)))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_the_same_briefing_gives_the_same_bytes():
    first, second = (
        hashlib.sha256(as_pptx(briefing(*(make() for make in EVERY_KIND)))).hexdigest()
        for _again in range(2)
    )

    assert first == second


def test_a_figure_without_its_picture_shows_its_rows_and_why(tmp_path, monkeypatch):
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "no-browser"))
    path = tmp_path / "map.pptx"
    run("district_map", path)
    (slide,) = opened(path.read_bytes()).slides
    assert any("BROWSER_PATH names" in text for text in texts(slide))
    assert "Yinzhou" in {row[0] for row in table_of(slide)}


def test_tile_map_and_flow_are_pictures_said_in_words(tmp_path):
    for name in ("district_map", "stage_flow"):
        path = tmp_path / f"{name}.pptx"
        assert main(["exhibit", name, "--lang", "en", "--data", str(SMALL), "-o", str(path)]) == 0
        (slide,) = opened(path.read_bytes()).slides
        (shape,) = (each for each in slide.shapes if hasattr(each, "image"))
        assert shape.image.content_type == "image/png"
        assert shape._element.xpath(".//p:cNvPr/@descr")[0].startswith(slide.shapes.title.text)
