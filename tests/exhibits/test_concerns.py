"""Concerns on a ledger small enough to count by head."""

import pytest

from promotion import charts
from promotion.database import open_database
from promotion.exhibits import concerns
from promotion.exports.chart_blocks import block_of
from tests.ledgers import contact, days, english, part_of_small, rows_by, write

MARCH = days("2020-03-01", "2020-03-31")
AS_OF = {"file": "contacts.csv", "source": "Ledger", "as_of_date": "2020-04-10"}


def land(number, day, resolved="", **columns):
    return contact(number, day, concern="land", concern_resolved_date=resolved, **columns)


@pytest.fixture(scope="module")
def raised(tmp_path_factory):
    folder = tmp_path_factory.mktemp("concerns")
    write(
        folder,
        "contacts.csv",
        land("A", "2020-03-01", "2020-03-03", origin_country="JP"),
        land("B", "2020-03-02", "2020-03-02"),
        land("C", "2020-03-10", "2020-03-31", district="cixi"),
        land("D", "2020-03-31", "2020-03-01"),  # resolved before it was raised
        land("E", "2020-03-31", origin_country="HK", organisation="Firm E", project_id="P"),
        land("F", "2020-03-11", "2020-04-11"),  # resolved after the data end
        land("G", "2020-02-29"),
        contact("H", "2020-03-05", concern="policy", concern_resolved_date="2020-04-10"),
        contact("I", "2020-03-06", concern="taxes"),  # not in the list
        contact("J", "2020-03-07", concern_resolved_date="2020-03-08"),
        contact("K", "2020-03-08", concern="labour", concern_resolved_date="done"),
        contact("L", "2020-03-09"),
    )
    write(folder, "sources.csv", AS_OF)
    return open_database(folder)


def test_concerns_raised_resolved_and_open_with_their_days(raised):
    rows = rows_by(concerns.concerns(raised, english(MARCH)), "concern")
    known = {
        code: tuple(row.values())[2:] for code, row in rows.items() if row["raised_count"] != 0
    }

    # Land: 2, 0 and 21 days to answer; E open for 10 days, F for 30.
    assert known == {
        "land": (6, 4, 2, 2, 20, 30),
        "policy": (1, 1, 0, 36, None, None),
        "labour": (1, 0, 1, None, 33, 33),
        "unknown": (2, 1, 1, 1, 35, 35),
    }
    assert list(rows)[-1] == "unknown"
    assert rows["unknown"]["concern_name"] == "Not stated"
    assert rows["logistics"]["raised_count"] == 0
    assert rows["logistics"]["median_days_to_answer"] is None


def test_notes_count_what_the_dates_leave_unclear(raised):
    assert concerns.concerns(raised, english(MARCH)).notes == (
        "Resolved before they were raised, left out of the median: 1.",
        "Open, as the day they were resolved could not be read: 1.",
    )
    assert concerns.concerns(raised, english(days("2020-02-01", "2020-02-29"))).notes == ()


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({"districts": ("cixi",)}, (1, 1, 0)),
        ({"industries": ("new_materials",)}, (0, 0, 0)),
        ({"capital": "foreign"}, (2, 1, 1)),
        ({"capital": "domestic"}, (0, 0, 0)),
    ],
)
def test_concerns_keep_the_filters(raised, choices, expected):
    row = rows_by(concerns.concerns(raised, english(MARCH, **choices)), "concern")["land"]

    assert (row["raised_count"], row["resolved_count"], row["open_count"]) == expected


def test_open_concerns_come_oldest_first(raised):
    rows = concerns.open_concerns(raised, english(MARCH)).rows()

    assert [(row["contact_id"], row["concern"], row["open_days"]) for row in rows] == [
        ("I", "unknown", 35),
        ("K", "labour", 33),
        ("F", "land", 30),
        ("E", "land", 10),
    ]
    last = rows[-1]
    assert (last["organisation"], last["project_id"]) == ("Firm E", "P")
    assert (last["origin_country_name"], last["concern_name"]) == ("Hong Kong, China", "Land")
    assert rows[0]["origin_country_name"] == "Not stated"


@pytest.mark.parametrize(
    "choices", [{}, {"districts": ("yinzhou",)}, {"capital": "foreign"}, {"period": "all"}]
)
def test_the_list_holds_as_many_as_are_counted_open(raised, choices):
    period = days("2020-01-01", "2020-04-10") if choices.pop("period", None) else MARCH
    filters = english(period, **choices)
    counted = sum(row["open_count"] for row in concerns.concerns(raised, filters).rows())

    assert len(concerns.open_concerns(raised, filters).rows()) == counted > 0


def test_a_concern_raised_after_the_as_of_date_has_no_age(tmp_path):
    write(tmp_path, "contacts.csv", land("A", "2020-03-01"), land("B", "2020-04-20"))
    write(tmp_path, "sources.csv", AS_OF)
    data, filters = open_database(tmp_path), english(days("2020-01-01", "2020-06-30"))
    row = rows_by(concerns.concerns(data, filters), "concern")["land"]

    assert (row["open_count"], row["median_open_days"], row["oldest_open_days"]) == (2, 40, 40)
    listed = [each["open_days"] for each in concerns.open_concerns(data, filters).rows()]
    assert listed == [40, None]


def test_where_no_contact_names_a_concern_they_are_unknown(small, tmp_path):
    without = open_database(part_of_small(tmp_path, "projects"))

    for data in (small, without):
        rows = concerns.concerns(data, english()).rows()
        assert {row["raised_count"] for row in rows} == {None}
        assert {row["open_count"] for row in rows} == {None}
        assert concerns.open_concerns(data, english()).rows() == []


def test_the_median_stands_beside_the_bars_where_it_is_known(raised):
    exhibit = concerns.concerns(raised, english(MARCH))
    resolved, still_open, beside = charts.figure(exhibit, {}).data
    codes = [row["concern"] for row in exhibit.rows()]
    place = codes.index("land")

    assert (resolved.x[place], still_open.x[place]) == (4, 2)
    assert (beside.x[place], beside.text[place].strip()) == (6, "2 days")
    assert beside.text[codes.index("labour")].strip() == ""


def test_a_spreadsheet_holds_the_median_beside_the_bars_undrawn(raised):
    block = block_of(concerns.concerns(raised, english(MARCH)), {})

    assert [(series.name, series.is_drawn) for series in block.series] == [
        ("Resolved", True),
        ("Still open", True),
        ("Median days to answer", False),
    ]
