"""Forecasts in office files: charts of their own, whose values and intervals are the rows'."""

import io
import zipfile
from xml.etree import ElementTree

import openpyxl
import pytest

from promotion.briefing import figure_of
from promotion.database import open_database
from promotion.exhibits import back_test, outlook
from promotion.exports.powerpoint import figure_as_pptx
from promotion.exports.spreadsheet import as_xlsx
from tests.exports.decks import behind, opened, texts
from tests.exports.figures import COLOURS
from tests.ledgers import days, english, part_of_small, project, write

HALF = days("2020-04-01", "2020-06-30")
NAMES = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
POINT = f"{{{NAMES['c']}}}pt"
UP, DOWN = "c:errBars/c:plus", "c:errBars/c:minus"


@pytest.fixture(scope="module")
def forecast(sample):
    return outlook.year_end_forecast(sample, english(HALF))


@pytest.fixture(scope="module")
def tested(sample):
    return back_test.forecast_back_test(sample, english(HALF))


def slide_of(exhibit):
    (slide,) = opened(figure_as_pptx(figure_of(exhibit), COLOURS)).slides
    return slide


def charts_of(slide):
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def chart_trees(exhibit):
    """The workbook's charts as XML, in order."""
    with zipfile.ZipFile(io.BytesIO(as_xlsx(exhibit, COLOURS))) as file:
        names = [name for name in file.namelist() if name.startswith("xl/charts/chart")]
        return [ElementTree.fromstring(file.read(name)) for name in sorted(names)]


def by_metric(exhibit):
    found = {}
    for row in exhibit.rows():
        found.setdefault(row["metric"], []).append(row)
    return found


def points(tree, series, path):
    """The cached values of a series at the path, by their place."""
    for each in tree.iter(f"{{{NAMES['c']}}}ser"):
        if each.findtext("c:tx//c:v", namespaces=NAMES) == series:
            places = each.findall(f"{path}//c:pt", NAMES)
            return {int(at.get("idx")): float(at.findtext("c:v", None, NAMES)) for at in places}
    raise KeyError(series)


def shares(rows, column):
    return {
        place: pytest.approx(row[column] / row["target"])
        for place, row in enumerate(rows)
        if row["target"] and row[column] is not None
    }


def lengths(rows, column, whole, sign=1):
    return {
        place: pytest.approx(sign * (row[column] - row["forecast"]) / row[whole])
        for place, row in enumerate(rows)
        if row[whole] and row["forecast"] is not None
    }


def trees_of(exhibit, program):
    if program == "xlsx":
        return chart_trees(exhibit)
    charts = charts_of(slide_of(exhibit))
    return [ElementTree.fromstring(chart.part.blob) for chart in charts]


@pytest.mark.parametrize("program", ["pptx", "xlsx"])
def test_a_chart_a_measure_says_so_far_forecast_and_interval_as_the_rows_do(forecast, program):
    of_metric = by_metric(forecast)
    trees = trees_of(forecast, program)

    assert len(trees) == len(of_metric) == 4
    for tree, rows in zip(trees, of_metric.values(), strict=True):
        assert points(tree, "So far", "c:val") == shares(rows, "so_far")
        assert points(tree, "Forecast", "c:val") == shares(rows, "forecast")
        assert points(tree, "Forecast", UP) == lengths(rows, "high", "target")
        assert points(tree, "Forecast", DOWN) == lengths(rows, "low", "target", -1)
        assert set(points(tree, "Target", "c:val").values()) == {1.0}


@pytest.mark.parametrize("program", ["pptx", "xlsx"])
def test_past_forecasts_stand_apart_by_whether_they_held_what_came(tested, program):
    of_metric = {
        metric: rows
        for metric, rows in by_metric(tested).items()
        if any(row["is_within"] is not None for row in rows)
    }
    trees = trees_of(tested, program)

    assert len(trees) == len(of_metric)
    for tree, rows in zip(trees, of_metric.values(), strict=True):
        for name, holds in (("Actual inside the interval", True), ("Actual outside it", False)):
            kept = [row if row["is_within"] is holds else row | {"forecast": None} for row in rows]
            assert points(tree, name, "c:val") == {
                place: pytest.approx(row["forecast"] / row["actual_until"])
                for place, row in enumerate(kept)
                if row["forecast"] is not None
            }
            assert points(tree, name, UP) == lengths(kept, "high", "actual_until")
            assert points(tree, name, DOWN) == lengths(kept, "low", "actual_until", -1)


def test_no_forecast_is_no_point_and_never_zero(forecast):
    unknown = [row for row in by_metric(forecast)["received_fdi_wan_usd"] if not row["forecast"]]
    last = charts_of(slide_of(forecast))[-1]
    drawn = {name for name, series in behind(last) if series == "Forecast"}

    assert unknown
    assert drawn.isdisjoint(row["district_name"] for row in unknown)


def test_the_cells_behind_a_chart_are_those_it_draws(forecast):
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(forecast, COLOURS)))["Chart data"]
    for tree in chart_trees(forecast):
        for reference in tree.iter(f"{{{NAMES['c']}}}numRef"):
            address = reference.findtext("c:f", None, NAMES).split("!")[1].replace("$", "")
            cells = [cell.value for (cell,) in sheet[address]]
            cached = [float(each.findtext("c:v", None, NAMES)) for each in reference.iter(POINT)]
            assert [value for value in cells if value is not None] == pytest.approx(cached)


def test_a_far_overshot_target_does_not_flatten_the_other_measures(tmp_path):
    rows = [
        project(f"P{number}", "2020-01-10", signed_date="2020-02-09", landed_date="2020-03-01")
        for number in range(50)
    ]
    write(tmp_path, "projects.csv", *rows)
    targets = [
        {"district": "yinzhou", "year": 2020, "metric": metric, "target": target}
        for metric, target in (("signed_count", 1), ("landed_count", 60))
    ]
    write(tmp_path, "targets.csv", *targets)
    stated = {"file": "projects.csv", "source": "ledger", "as_of_date": "2020-03-31"}
    write(tmp_path, "sources.csv", stated)
    exhibit = outlook.year_end_forecast(open_database(tmp_path), english())
    signed, landed = charts_of(slide_of(exhibit))

    assert signed.value_axis.maximum_scale >= 50
    assert landed.value_axis.maximum_scale <= 2


def test_without_targets_the_slide_has_the_rows(tmp_path):
    data = open_database(part_of_small(tmp_path, "projects", "contacts"))
    slide = slide_of(outlook.year_end_forecast(data, english()))

    assert charts_of(slide) == []
    assert "Signed projects" in texts(slide)
