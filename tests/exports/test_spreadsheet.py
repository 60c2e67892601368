"""Workbooks, read back."""

import hashlib
import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest

from promotion.exports.spreadsheet import as_xlsx, file_stem
from promotion.filters import Filters, Period
from tests.exports import figures
from tests.exports.figures import COLOURS, bars, by_district, figure


def opened(exhibit):
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(exhibit, COLOURS)))


def values(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def table_of(sheet, headings):
    """The table's first row in the sheet and its cells below the headings."""
    top = next(row for row in sheet.iter_rows() if row[0].value == headings[0])[0].row
    assert [cell.value for cell in sheet[top]][: len(headings)] == headings
    return top, sheet.iter_rows(min_row=top + 1, max_col=len(headings))


def chart_xml(exhibit):
    with zipfile.ZipFile(io.BytesIO(as_xlsx(exhibit, COLOURS))) as file:
        return "".join(
            file.read(name).decode()
            for name in sorted(file.namelist())
            if name.startswith("xl/charts/chart")
        )


def test_the_rows_stand_under_their_headings_and_the_header_stays_in_sight():
    sheet = opened(bars()).worksheets[0]
    top, rows = table_of(sheet, ["District (code)", "District", "Contacts"])

    assert [[cell.value for cell in row] for row in rows] == [
        ["north", "北区", 20],
        ["south", "南区", 30],
    ]
    assert sheet.freeze_panes == f"A{top + 1}"
    assert sheet.print_title_rows == f"${top}:${top}"


def test_the_words_above_say_period_filters_unit_source_and_as_of_date():
    exhibit = bars(scope=("北区",), is_sample=True, notes=("One is unknown.",))
    written = [row[0] for row in values(opened(exhibit).worksheets[0])]

    assert written[:4] == [
        "Contacts by district",
        "sample data",
        "Q2 2020 · 北区",
        "Unit: contacts; Source: district ledgers; as of 30 June 2020; sample data",
    ]
    assert written[-1] == "One is unknown."


def test_what_is_compared_with_is_said_where_changes_are_shown():
    sheet = opened(figure(by_district(rank_change=(1, -1)))).worksheets[0]

    assert sheet["A2"].value == "Q2 2020 · compared with Q1 2020"


def test_each_unit_has_its_number_format():
    rows = by_district(
        online_share=(0.5, 0.25),
        signed_investment_wan_cny=(1234.5, 0),
        location_quotient=(1.5, 1),
        rank_change=(1, -1),
        lead_date=(date(2020, 4, 1), date(2020, 4, 2)),
        month=(date(2020, 4, 1), date(2020, 5, 1)),
    )
    sheet = opened(figure(rows)).worksheets[0]
    row = next(row for row in sheet.iter_rows() if row[0].value == "north")

    assert [cell.number_format for cell in row] == [
        "@",
        "@",
        "#,##0",
        "0.0%",
        "#,##0.0",
        "0.00",
        "+#,##0;-#,##0;0",
        "yyyy-mm-dd",
        "yyyy-mm",
    ]
    assert [row[4].value, row[7].value] == [1234.5, datetime.combine(date(2020, 4, 1), time.min)]


def test_a_metrics_values_are_shown_in_the_metrics_unit():
    metrics = ("contact_count", "online_share", "signed_investment_wan_cny")
    rows = [{"metric": metric, "value": 0.5, "change": 0.1} for metric in metrics]
    sheet = opened(figure(rows)).worksheets[0]
    formats = {
        row[0].value: [cell.number_format for cell in row[1:]]
        for row in sheet.iter_rows()
        if row[0].value in metrics
    }

    share = "+0.0%;-0.0%;0.0%"
    points = '+0.0%" (percentage points)";-0.0%" (percentage points)";0.0%" (percentage points)"'
    assert formats == {
        "contact_count": ["#,##0", share],
        "online_share": ["0.0%", points],
        "signed_investment_wan_cny": ['#,##0.0" (10,000 yuan)"', share],
    }


def test_unknown_is_an_empty_cell_and_zero_a_zero():
    rows = values(opened(figure(by_district((None, 0)))).worksheets[0])

    assert [row[2] for row in rows if row[0] in COLOURS] == [None, 0]


@pytest.mark.parametrize(
    "name",
    ["=1+1", "{=A1}", "+cmd|' /C calc'!A0", "https://example.org", "长" * 300, "😀<b>&", "Rows!A1"],
)
def test_text_is_inert_wherever_it_stands(name):
    rows = by_district()
    rows[0]["district_name"] = name
    chart = bars().chart
    exhibit = figure(rows, chart, title=name, sources=(name,), notes=(name,), scope=(name,))
    workbook = opened(exhibit)

    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells].count(name) >= 4
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_characters_that_corrupt_a_workbook_are_left_out():
    sheet = opened(figure([{"investor": "a\x01b\ufffe"}], title="t\x00")).worksheets[0]

    assert {"t", "ab"} <= {cell for row in values(sheet) for cell in row}


@pytest.mark.parametrize(
    "make",
    [
        figures.bars,
        figures.stacked_columns,
        figures.stacked_bars,
        figures.funnel,
        figures.bullets,
        figures.lines,
        figures.heat_map,
        figures.tiles,
    ],
)
def test_the_same_exhibit_gives_the_same_bytes(make):
    first, second = (hashlib.sha256(as_xlsx(make())).hexdigest() for _again in range(2))

    assert first == second


def test_bars_are_sorted_and_wear_the_districts_colours():
    workbook = opened(bars())

    assert values(workbook["Chart data"])[:3] == [
        ["District", "Contacts"],
        ["南区", 30],
        ["北区", 20],
    ]
    assert len(workbook["Rows"]._charts) == 1
    xml = chart_xml(bars())
    assert xml.index("445566") < xml.index("112233")


def test_a_chart_that_is_copied_elsewhere_says_its_period_and_that_it_is_invented():
    xml = chart_xml(bars(is_sample=True))

    assert "Contacts by district · Q2 2020 · sample data" in xml


def test_stacked_columns_have_the_share_as_a_line_on_an_axis_of_its_own():
    workbook = opened(figures.stacked_columns())

    assert values(workbook["Chart data"])[:3] == [
        ["Month", "Phone", "Video", "Online share"],
        ["2020-04", 40, 41, 0.5],
        ["2020-05", 50, 51, 0.5],
    ]
    xml = chart_xml(figures.stacked_columns())
    assert '<c:grouping val="stacked"/>' in xml
    assert "<c:lineChart>" in xml
    assert xml.count("<c:valAx>") == 2


def test_stacked_bars_lie_where_the_categories_have_names():
    workbook = opened(figures.stacked_bars())

    assert values(workbook["Chart data"])[:3] == [
        ["District", "Lead", "Signed"],
        ["北区", 1, 2],
        ["南区", 3, 4],
    ]
    assert '<c:barDir val="bar"/>' in chart_xml(figures.stacked_bars())


def test_a_funnel_shows_both_counts_and_keeps_the_amounts_for_reading():
    assert values(opened(figures.funnel())["Chart data"])[:3] == [
        ["Stage", "Now at this stage", "Reached or passed", "Agreed investment (10,000 yuan)"],
        ["Lead", 7, 10, 1250.5],
        ["Signed", 3, 3, None],
    ]
    assert chart_xml(figures.funnel()).count("<c:ser>") == 2


def test_bullets_show_completion_beside_the_pace():
    assert values(opened(figures.bullets())["Chart data"])[:2] == [
        ["Measure", "北区", "南区", "Pace of time"],
        ["Signed investment", 0.5, 0.25, 0.4973],
    ]


def test_a_line_leaves_a_gap_where_the_value_is_unknown():
    assert values(opened(figures.lines())["Chart data"])[:3] == [
        ["Month", "Contacts"],
        ["2020-04", 9],
        ["2020-05", None],
    ]


def test_a_heat_map_is_a_shaded_table_and_a_small_base_shows_itself():
    sheet = opened(figures.heat_map(centre=1.0, base="project_count"))["Shaded table"]

    _top, rows = table_of(sheet, ["Industry", "北区", "南区"])
    assert [[cell.value for cell in row] for row in rows] == [
        ["Steel", 0.5, 1.5],
        ["Paper", "(3)", None],
    ]
    (shaded,) = sheet.conditional_formatting
    assert [rule.type for rule in shaded.rules] == ["colorScale"]


def test_tiles_stand_where_the_grid_puts_them():
    rows = values(opened(figures.tiles())["Shaded table"])

    assert rows[-4:] == [["北区", None], [30, None], [None, "南区"], [None, 20]]


def test_tiles_of_one_line_stand_beside_each_other():
    rows = figures.by_district(grid_row=(1, 1), grid_column=(0, 1))
    written = values(opened(figure(rows, figures.tiles().chart))["Shaded table"])

    assert written[-2:] == [["北区", "南区"], [30, 20]]


def test_tiles_without_a_place_leave_a_sheet_of_words():
    rows = figures.by_district(grid_row=(None, None), grid_column=(None, None))

    assert "Shaded table" in opened(figure(rows, figures.tiles().chart)).sheetnames


def test_no_chart_and_no_rows_leave_a_sheet_of_words():
    assert opened(figure(by_district())).sheetnames == ["Rows"]
    assert opened(figure([], bars().chart)).sheetnames == ["Rows"]


def test_a_sheet_prints_on_a4_lying_and_a_chart_below_the_rows_with_them():
    rows, chart_data = opened(bars())

    for sheet in (rows, chart_data):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert rows.page_setup.fitToHeight is None  # one page
    assert chart_data.page_setup.fitToHeight == 0  # as many as it takes


def test_a_long_table_has_its_chart_beside_it_in_sight():
    rows = [row for _again in range(8) for row in by_district()]
    sheet = opened(figure(rows, bars().chart))["Rows"]
    top, _rows = table_of(sheet, ["District (code)", "District", "Contacts"])

    corner = sheet._charts[0].anchor._from
    assert (corner.row, corner.col) == (top, 4)


def test_the_workbook_is_dated_as_of_the_data():
    assert opened(bars()).properties.created == datetime.combine(date(2020, 6, 30), time.min)


def test_a_file_is_called_by_title_and_period():
    assert file_stem(bars()) == "Contacts by district Q2 2020"


def test_a_files_name_is_safe_anywhere_and_not_too_long():
    stem = file_stem(bars(title='A/B\\C: "x" <y>|z?* ' + "长" * 300))

    assert stem.startswith("A B C x y z 长长")
    assert stem.endswith(" Q2 2020")
    assert len(stem) <= 80


def test_a_files_name_is_in_the_readers_language():
    filters = Filters(Period(date(2020, 6, 1), date(2020, 6, 30)), language="zh")

    assert file_stem(bars(title="客商对接", filters=filters)) == "客商对接 2020年6月"


def test_a_custom_periods_name_survives_a_long_title():
    filters = Filters(Period(date(2020, 4, 3), date(2020, 6, 29)), language="en")

    assert file_stem(bars(title="x" * 100, filters=filters)).endswith("3 April 2020 – 29 June 2020")
