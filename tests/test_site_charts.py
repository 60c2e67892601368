"""How figures of sites are drawn: long names, many sites, many weeks, unknown areas."""

import io
from datetime import date, timedelta

import openpyxl
import pytest

from promotion import charts
from promotion.descriptions import HeatMap, MeasureBars, StackedBars
from promotion.drawings.common import short_label
from promotion.exports.spreadsheet import as_xlsx
from tests.exports.figures import figure

MONDAY = date(2020, 3, 30)


def weekly(week_count, most=None):
    rows = [
        {
            "carrier_id": code,
            "carrier_name": f"Site {code}",
            "week": MONDAY + timedelta(weeks=place),
            "viewing_count": place + len(code),
        }
        for code in ("A", "BB", "C")
        for place in range(week_count)
    ]
    chart = HeatMap(
        "carrier_id", "carrier_name", "week", "week", "viewing_count", is_weekly=True, most=most
    )
    return figure(rows, chart)


def areas(*pairs):
    rows = [
        {
            "carrier_id": str(place),
            "carrier_name": "Tower",
            "leased_area_m2": leased,
            "available_area_m2": available,
        }
        for place, (leased, available) in enumerate(pairs)
    ]
    values = ("leased_area_m2", "available_area_m2")
    return figure(rows, MeasureBars("carrier_id", values, label="carrier_name", is_stacked=True))


def test_weeks_stand_in_order_each_once_with_a_figure_in_each_cell():
    cells, words = charts.figure(weekly(14), {}).data

    assert list(cells.x)[:2] == ["2020-03-30", "2020-04-06"]
    assert [list(row) for row in cells.z][1] == [place + 2 for place in range(14)]
    assert words.mode == "markers+text"
    assert words.hovertext[1] == "2 in the week from 6 April 2020"


def test_eighteen_months_of_weeks_are_shades_without_figures():
    drawn = charts.figure(weekly(79), {})

    assert drawn.data[1].mode == "markers"
    assert len(drawn.data[0].x) == 79
    assert list(drawn.layout.xaxis.ticktext) == [
        "2020<br>4",
        "7",
        "10",
        "2021<br>1",
        "4",
        "7",
    ]


def test_ten_years_of_weeks_are_told_by_their_years():
    words = list(charts.figure(weekly(520), {}).layout.xaxis.ticktext)

    assert words == [f"{year}<br>1" for year in range(2021, 2031)]


def test_only_the_first_rows_of_a_table_of_cells_are_drawn():
    cells, words = charts.figure(weekly(2, most=2), {}).data

    assert list(cells.y) == ["Site A", "Site BB"]
    assert len(words.text) == 4


def test_weeks_are_dates_in_a_workbook_and_no_row_is_missing():
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(weekly(2, most=2))))["Shaded table"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert ["Site", "2020-03-30", "2020-04-06"] in rows
    assert rows[-3:] == [["Site A", 1, 2], ["Site BB", 2, 3], ["Site C", 1, 2]]


def test_only_the_first_categories_of_stacked_bars_are_drawn():
    rows = [
        {
            "carrier_id": code,
            "carrier_name": f"Site {code}",
            "stage": stage,
            "stage_name": stage.title(),
            "project_count": 2,
        }
        for code in "ABC"
        for stage in ("lead", "signed")
    ]
    chart = StackedBars(
        "carrier_id", "project_count", "stage", "stage_name", x_label="carrier_name", most=2
    )
    drawn = charts.figure(figure(rows, chart), {})

    assert [list(bar.y) for bar in drawn.data] == [["Site A", "Site B"]] * 2


def test_an_unknown_area_is_said_to_be_unknown_beside_what_is_known():
    *bars, words = charts.figure(areas((600, 400), (None, None), (510, None)), {}).data

    assert list(words.y) == [1, 2]
    assert list(words.text) == ["unknown", "Area on offer unknown"]
    assert list(words.x) == [0, 510]
    assert [list(bar.x) for bar in bars] == [[600, 0, 510], [400, 0, 0]]


def test_nothing_is_said_where_all_areas_are_known():
    assert len(charts.figure(areas((600, 400)), {}).data) == 2


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Tower", "Tower"),
        ("Southern Business District Tower 3", "Southern Busi…rict Tower 3"),
        ("宁波南部商务区二期水街西侧甲级写字楼A座", "宁波南部商务…甲级写字楼A座"),
    ],
)
def test_a_long_name_loses_its_middle(name, shown):
    short = short_label(name)

    assert short == shown or (short.startswith(shown[:4]) and short.endswith(shown[-2:]))
    assert sum(2 if each > "⺀" else 1 for each in short) <= 26


def test_long_names_that_end_apart_stay_apart():
    names = [f"A very long name of a building in the south ({code})" for code in ("X1", "X2")]

    assert len({short_label(name) for name in names}) == 2
