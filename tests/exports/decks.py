"""Decks of a few figures, read back."""

import io
import zipfile
from datetime import date

import openpyxl
from pptx import Presentation

from promotion.briefing import Briefing, Figure
from promotion.exhibit import Exhibit
from promotion.exports.powerpoint import as_pptx
from tests.exports.figures import COLOURS, by_district, figure

DAY = date(2020, 7, 3)
CONTENT_TYPES = "[Content_Types].xml"


def briefing(*exhibits: Exhibit, **words) -> Briefing:
    """A briefing of these exhibits, in English unless told otherwise."""
    headline = figure(
        by_district(), name="headline", title="At a glance", is_sample=words.get("is_sample", False)
    )
    parts = {
        "title": "Weekly briefing",
        "subtitle": "Q2 2020",
        "department": "The office",
        "day": DAY,
        "points": ("Contacts rose.", "Signings fell."),
        "is_sample": False,
        "link": "http://dashboard.test/?from=2020-04-01",
    }
    link = (parts | words)["link"]
    return Briefing(
        figures=tuple(
            Figure(each, f"{each.title} is found.", "What is counted.", link) for each in exhibits
        ),
        headline=headline,
        filters=headline.filters,
        colours=COLOURS,
        **parts | words,
    )


def deck_of(*exhibits: Exhibit, template: bytes | None = None, **words):
    """The deck of these exhibits, opened."""
    return opened(as_pptx(briefing(*exhibits, **words), template))


def opened(content: bytes):
    """A deck's bytes as python-pptx reads them."""
    return Presentation(io.BytesIO(content))


def texts(slide) -> list[str]:
    """Every text on the slide, table cells too."""
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found += [paragraph.text for paragraph in shape.text_frame.paragraphs]
        elif shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return [text for text in found if text]


def table_of(slide) -> list[list[str]]:
    """The cells of the slide's table."""
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    return [[cell.text for cell in row.cells] for row in table.rows]


def chart_of(slide):
    """The slide's native chart; None where it has none."""
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    return charts[0] if charts else None


def notes_of(slide) -> list[str]:
    """The lines of the slide's notes."""
    return slide.notes_slide.notes_text_frame.text.split("\n")


def drawn(chart) -> dict[tuple[str, str], float]:
    """What a chart draws, by category and series; what is unknown is left out."""
    return {
        (category, series.name): value
        for plot in chart.plots
        for series in plot.series
        for category, value in zip(plot.categories, series.values, strict=True)
        if value is not None
    }


def workbook_of(chart):
    """The sheet behind the chart, its cells."""
    (sheet,) = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return sheet


def behind(chart) -> dict[tuple[str, str], float]:
    """What stands in the workbook behind the chart, by category and series."""
    headings, *rows = workbook_of(chart).iter_rows(values_only=True)
    return {
        (row[0], name): value
        for row in rows
        for name, value in zip(headings[1:], row[1:], strict=True)
        if value is not None
    }


def parts_of(content: bytes) -> dict[str, bytes]:
    """A zip file's parts by name; none twice."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = file.namelist()
        assert len(names) == len(set(names))
        assert file.testzip() is None
        return {name: file.read(name) for name in names}
