"""Rows as CSV and JSON."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from promotion.exports.cells import plain_value
from promotion.exports.rows import as_csv, as_json
from promotion.exports.tables import rows_as_csv
from promotion.filters import Filters
from tests.exports.figures import SECOND_QUARTER, bars, by_district, figure


def read_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_json_holds_the_rows_with_codes_beside_their_names():
    content = json.loads(as_json(bars()))

    assert content["rows"] == [
        {"district": "north", "district_name": "北区", "contact_count": 20},
        {"district": "south", "district_name": "南区", "contact_count": 30},
    ]


def test_json_says_what_is_counted_over_which_period_and_from_where():
    filters = Filters(SECOND_QUARTER, districts=("north",), capital="foreign", language="zh")
    content = json.loads(as_json(bars(filters=filters, is_sample=True)))

    assert [content[key] for key in ("name", "title", "unit", "source", "as_of", "sample")] == [
        "contacts_by_district",
        "Contacts by district",
        "contacts",
        "district ledgers",
        "2020-06-30",
        True,
    ]
    assert content["filters"] == {
        "from": "2020-04-01",
        "to": "2020-06-30",
        "compare": "previous",
        "compare_from": "2020-01-01",
        "compare_to": "2020-03-31",
        "districts": ["north"],
        "industries": [],
        "capital": "foreign",
        "language": "zh",
        "measure": "contact_count",
    }


def test_json_keeps_unknown_apart_from_zero_and_writes_chinese_as_it_is():
    content = as_json(figure(by_district((None, 0), online_share=(float("nan"), 0.25))))

    rows = json.loads(content)["rows"]
    assert [row["contact_count"] for row in rows] == [None, 0]
    assert [row["online_share"] for row in rows] == [None, 0.25]
    assert "北区" in content.decode()


def test_json_writes_dates_as_iso():
    content = json.loads(as_json(figure([{"month": date(2020, 4, 1)}])))

    assert content["rows"] == [{"month": "2020-04-01"}]


def test_csv_opens_in_a_spreadsheet_with_one_row_of_headings():
    content = as_csv(bars())

    assert content.startswith(b"\xef\xbb\xbf")
    assert read_csv(content) == [
        ["District (code)", "District", "Contacts"],
        ["north", "北区", "20"],
        ["south", "南区", "30"],
    ]


def test_csv_leaves_numbers_plain_and_unknown_empty():
    rows = by_district((None, 0), signed_investment_wan_cny=(1234567.5, -2.0))
    _headings, north, south = read_csv(as_csv(figure(rows)))

    assert north[2:] == ["", "1234567.5"]
    assert south[2:] == ["0", "-2"]


def test_an_amounts_heading_says_its_unit():
    rows = by_district(signed_investment_wan_cny=(1, 2), received_fdi_wan_usd=(1, 2))

    assert read_csv(as_csv(figure(rows)))[0][3:] == [
        "Signed investment (10,000 yuan)",
        "Foreign capital received (10,000 US dollars)",
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start):
    rows = [{"investor": f"{start}1+1"}]

    assert read_csv(as_csv(figure(rows)))[1] == [f"'{start}1+1"]


def test_text_with_commas_quotes_and_line_breaks_comes_back_whole():
    name = '甲,"乙"\n丙 😀 <b>'

    assert read_csv(as_csv(figure([{"investor": name}])))[1] == [name]


def test_characters_that_files_cannot_hold_are_left_out():
    name = "a\x00b\x1fc\ud800d\uffff"

    assert json.loads(as_json(figure([{"investor": name}])))["rows"] == [{"investor": "abcd"}]
    assert read_csv(as_csv(figure([{"investor": name}])))[1] == ["abcd"]


def test_a_list_of_rows_is_written_under_given_headings():
    table = figure([{"project_id": "P-1", "lead_date": date(2020, 4, 1)}]).table
    content = rows_as_csv(table, {"project_id": "Number", "lead_date": "Day"})

    assert read_csv(content) == [["Number", "Day"], ["P-1", "2020-04-01"]]


def test_numbers_of_any_library_are_plain_numbers():
    assert plain_value(np.int64(3)) == 3
    assert plain_value(np.float64("nan")) is None
    assert plain_value(Decimal("2.50")) == 2.5
    with pytest.raises(TypeError, match="a file cannot hold"):
        plain_value([1, 2])


def test_the_same_exhibit_gives_the_same_bytes():
    assert as_json(bars()) == as_json(bars())
    assert as_csv(bars()) == as_csv(bars())
