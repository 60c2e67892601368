"""Foreign capital: figures worked out by head on tiny ledgers."""

from datetime import date

import pytest

from promotion import charts
from promotion.database import open_database
from promotion.exhibits import EXHIBITS, foreign_capital, overview
from promotion.exports.chart_blocks import block_of
from promotion.theme import measure_colours
from tests.ledgers import column_by, contact, days, english, project, rows_by, write

YEARS = english(days("2019-01-01", "2020-12-31"), compare="none")
GROUPED = ("fdi_by_district", "fdi_by_origin", "fdi_by_kind")


def foreign(project_id, signed_date, amount, origin="US", **columns):
    """A foreign project of new investment, its lead on New Year's day 2019."""
    return project(
        project_id,
        "2019-01-01",
        signed_date=signed_date,
        contracted_fdi_wan_usd=amount,
        origin_country=origin,
        **{"investment_kind": "new", "is_fortune_500": "no"} | columns,
    )


def receipt(project_id, received_date, amount, **columns):
    return {
        "project_id": project_id,
        "received_date": received_date,
        "received_fdi_wan_usd": amount,
    } | columns


PROJECTS = (
    foreign("A", "2019-12-31", 100, "HK", is_fortune_500="yes"),
    foreign("B", "2020-01-01", 50, "HK", investment_kind="capital_increase"),
    foreign("C", "2020-01-31", "", "TW", district="zhenhai"),
    foreign("D", "2020-02-10", 0, "MO", district="zhenhai", investment_kind="spin_off"),
    foreign("E", "", 70, "US"),
    foreign("F", "2020-02-29", 8, "", district="zhenhai", is_fortune_500="", investment_kind=""),
    # Domestic capital may bring in foreign capital; a zero in its cell brings none.
    foreign("G", "2020-03-01", 20, "CN", industry="healthcare"),
    foreign("H", "2020-03-01", 0, "CN", is_fortune_500="yes"),
    foreign("I", "2020-03-02", "", "CN"),
    foreign("J", "2021-01-01", 30, "DE", is_fortune_500="yes", agreed_investment_wan_cny=900),
)
RECEIPTS = (
    receipt("A", "2019-06-30", 5),
    receipt("A", "2020-01-15", 120),
    receipt("B", "2020-02-01", 10),
    receipt("C", "2020-02-01", 4),
    receipt("F", "2020-02-02", 2),
    receipt("E", "2020-02-02", ""),
    receipt("G", "2020-02-02", "", received_domestic_wan_cny=7),
    receipt("nowhere", "2020-02-03", 9),
)
RATES = (
    {"year": 2019, "cny_per_usd": 7, "source": "Central bank"},
    {"year": 2020, "cny_per_usd": 6.5, "source": ""},
)
AS_OF = {"file": "projects.csv", "source": "Office", "as_of_date": "2020-12-31"}


def folder_with(folder, *, projects=PROJECTS, receipts=RECEIPTS, rates=RATES):
    """The database of these ledgers; an empty one is not written."""
    for name, rows in (("projects", projects), ("receipts", receipts), ("rates", rates)):
        if rows:
            write(folder, f"{name}.csv", *rows)
    write(folder, "contacts.csv", contact("C1", "2019-01-05"))
    write(folder, "sources.csv", AS_OF)
    return open_database(folder)


@pytest.fixture(scope="module")
def capital(tmp_path_factory):
    return folder_with(tmp_path_factory.mktemp("capital"))


def figures(row):
    """Contracted, received, rate, projects counted, projects of unknown amount."""
    return (
        row["contracted_fdi_wan_usd"],
        row["received_fdi_wan_usd"],
        row["funds_in_place_rate"],
        row["contracted_project_count"],
        row["contracted_unknown_count"],
    )


def figures_by(exhibit, column):
    return {code: figures(row) for code, row in rows_by(exhibit, column).items()}


def test_districts_contract_on_the_signing_date_and_receive_on_the_instalments_day(capital):
    rows = figures_by(foreign_capital.fdi_by_district(capital, YEARS), "district")

    assert list(rows) == ["yinzhou", "beilun", "yuyao", "zhenhai", "cixi"]
    assert rows["yinzhou"] == (170, 135, pytest.approx(135 / 170), 3, 0)
    assert rows["zhenhai"] == (8, 6, 0.75, 1, 1)
    assert rows["beilun"] == (0, 0, None, 0, 0)


def test_a_rate_may_exceed_the_whole_and_its_note_says_so_where_one_is_shown(capital, tmp_path):
    january = english(days("2020-01-01", "2020-01-31"))
    exhibit = foreign_capital.fdi_by_district(capital, january)

    assert figures_by(exhibit, "district")["yinzhou"] == (50, 120, 2.4, 1, 0)
    assert not any("may exceed 100%" in note for note in exhibit.notes)
    assert exhibit.notes[0] == (
        "No funds-in-place rate: none has 5 projects with contracted capital."
    )

    signed = [foreign(f"A{number}", "2020-01-01", 10) for number in range(5)]
    write(tmp_path, "projects.csv", *signed)
    write(tmp_path, "receipts.csv", receipt("A1", "2020-01-15", 120))
    shown = foreign_capital.fdi_by_district(open_database(tmp_path), january)
    assert "the rate may exceed 100%" in shown.notes[0]


def test_a_group_of_which_no_amount_is_known_is_unknown(capital):
    january = english(days("2020-01-01", "2020-01-31"))

    rows = figures_by(foreign_capital.fdi_by_origin(capital, january), "origin_country")
    assert rows["TW"] == (None, 0, None, 0, 1)


def test_a_stated_zero_is_zero_and_no_project_with_contracted_capital(capital):
    february = english(days("2020-02-10"))

    rows = figures_by(foreign_capital.fdi_by_origin(capital, february), "origin_country")
    assert rows == {"MO": (0, 0, None, 0, 0)}


def test_a_domestic_zero_does_not_make_an_unknown_amount_known(tmp_path):
    data = folder_with(
        tmp_path,
        projects=(
            foreign("A", "2020-01-01", "", "US"),
            foreign("B", "2020-01-01", 0, "CN"),
            foreign("C", "2020-01-01", "", "CN"),
        ),
    )
    [row, *_others] = foreign_capital.fdi_by_district(data, YEARS).rows()

    assert row["contracted_fdi_wan_usd"] is None
    assert row["contracted_unknown_count"] == 1


def test_origins_come_by_size_and_an_unstated_one_is_its_own(capital):
    exhibit = foreign_capital.fdi_by_origin(capital, YEARS)
    rows = figures_by(exhibit, "origin_country")

    assert list(rows) == ["HK", "CN", "unknown", "MO", "TW"]
    assert rows["HK"] == (150, 135, 0.9, 2, 0)
    assert rows["CN"] == (20, 0, 0, 1, 0)
    assert rows["unknown"] == (8, 2, 0.25, 1, 0)
    assert rows_by(exhibit, "origin_country")["unknown"]["origin_country_name"] == "Not stated"


def test_kinds_come_in_their_order_with_zeros_and_the_unstated_last(capital):
    rows = figures_by(foreign_capital.fdi_by_kind(capital, YEARS), "investment_kind")

    assert list(rows) == ["new", "capital_increase", "spin_off", "merger_acquisition", "unknown"]
    assert rows["new"] == (120, 129, pytest.approx(129 / 120), 2, 1)
    assert rows["capital_increase"] == (50, 10, 0.2, 1, 0)
    assert rows["merger_acquisition"] == (0, 0, None, 0, 0)
    assert rows["unknown"] == (8, 2, 0.25, 1, 0)


def test_an_unstated_kind_has_a_row_only_where_there_is_one(capital):
    rows = foreign_capital.fdi_by_kind(capital, english(days("2020-01-01", "2020-01-31"))).rows()

    assert "unknown" not in {row["investment_kind"] for row in rows}


def test_the_parts_within(capital):
    exhibit = foreign_capital.fdi_within(capital, YEARS)
    rows = figures_by(exhibit, "capital_part")

    assert rows == {
        "all": (178, 141, pytest.approx(141 / 178), 4, 1),
        "fortune_500": (100, 125, 1.25, 1, 0),
        "hong_kong": (150, 135, 0.9, 2, 0),
        "macao": (0, 0, None, 0, 0),
        "taiwan": (None, 4, None, 0, 1),
        "hong_kong_macao_taiwan": (150, 139, pytest.approx(139 / 150), 2, 1),
    }
    shares = column_by(exhibit, "capital_part", "contracted_share_of_all")
    assert shares["hong_kong"] == pytest.approx(150 / 178)
    assert shares["taiwan"] is None
    received = column_by(exhibit, "capital_part", "received_share_of_all")
    assert received["fortune_500"] == pytest.approx(125 / 141)
    assert {
        "Not stated whether of a Fortune Global 500 company: contracted 80,000 USD, received "
        "20,000 USD.",
        "Of an origin not stated: contracted 80,000 USD, received 20,000 USD.",
    } <= set(exhibit.notes)


@pytest.mark.parametrize(
    ("compare", "contracted", "received"),
    [("none", None, None), ("previous", 100, 0), ("year", 0, 0)],
)
def test_the_whole_against_the_compared_period(capital, compare, contracted, received):
    asked = english(days("2020-01-01", "2020-03-31"), compare=compare)
    whole = rows_by(foreign_capital.fdi_within(capital, asked), "capital_part")["all"]

    # Receipts begin in June 2019, after the first quarter of that year.
    expected_received = None if compare == "year" else received
    assert whole["contracted_compared"] == contracted
    assert whole["received_compared"] == expected_received


def test_months_run_from_the_first_covered_to_the_as_of_dates(capital):
    rows = rows_by(
        foreign_capital.fdi_by_month(capital, english(days("2018-11-15", "2022-06-30"))), "month"
    )

    # January 2021 lies after the as-of date; something is signed in it all the same.
    assert next(iter(rows)) == date(2019, 1, 1)
    assert list(rows)[-2:] == [date(2020, 12, 1), date(2021, 1, 1)]
    assert rows[date(2021, 1, 1)]["contracted_fdi_wan_usd"] == 30
    assert rows[date(2021, 1, 1)]["received_fdi_wan_usd"] is None
    assert rows[date(2019, 5, 1)]["received_fdi_wan_usd"] is None
    assert rows[date(2019, 5, 1)]["contracted_fdi_wan_usd"] == 0
    assert rows[date(2019, 7, 1)]["received_fdi_wan_usd"] == 0


def test_a_month_in_dollars_and_beside_them_in_yuan_at_its_years_rate(capital):
    rows = rows_by(foreign_capital.fdi_by_month(capital, YEARS), "month")

    december, january = rows[date(2019, 12, 1)], rows[date(2020, 1, 1)]
    assert december["contracted_fdi_wan_cny"] == 700
    assert (december["cny_per_usd"], december["rate_year"]) == (7, 2019)
    # The amount of the one signed in Taiwan is unknown; the other's is 50.
    assert january["contracted_fdi_wan_usd"] == 50
    assert january["contracted_unknown_count"] == 1
    assert january["contracted_fdi_wan_cny"] == 325
    assert january["received_fdi_wan_cny"] == 780
    assert (january["cny_per_usd"], january["rate_year"]) == (6.5, 2020)


def test_each_years_amount_is_converted_at_its_own_rate(capital):
    exhibit = foreign_capital.fdi_by_district(capital, YEARS)
    row = rows_by(exhibit, "district")["yinzhou"]

    assert row["contracted_fdi_wan_cny"] == 100 * 7 + 70 * 6.5
    assert row["received_fdi_wan_cny"] == 5 * 7 + 130 * 6.5
    assert row["rates_used"] == "2019: 7.0000; 2020: 6.5000"
    assert rows_by(exhibit, "district")["beilun"]["contracted_fdi_wan_cny"] == 0
    assert (
        "Yuan in the rows are converted at the year's rate, yuan per US dollar: 2019: 7.0000 "
        "(Central bank); 2020: 6.5000 (rates.csv)."
    ) in exhibit.notes


def test_a_year_without_a_rate_leaves_its_yuan_unknown_and_is_named(tmp_path):
    data = folder_with(tmp_path, rates=RATES[:1])
    exhibit = foreign_capital.fdi_by_district(data, YEARS)
    rows = rows_by(exhibit, "district")
    months = rows_by(foreign_capital.fdi_by_month(data, YEARS), "month")

    assert rows["yinzhou"]["contracted_fdi_wan_usd"] == 170
    assert rows["yinzhou"]["contracted_fdi_wan_cny"] is None
    assert rows["yinzhou"]["received_fdi_wan_cny"] is None
    assert rows["beilun"]["contracted_fdi_wan_cny"] == 0
    assert any("2020" in note and "rates.csv" in note for note in exhibit.notes)
    assert months[date(2019, 12, 1)]["contracted_fdi_wan_cny"] == 700
    assert months[date(2020, 1, 1)]["contracted_fdi_wan_cny"] is None
    assert months[date(2020, 1, 1)]["rate_year"] is None


@pytest.mark.parametrize("name", ["fdi_by_month", "fdi_by_district"])
def test_without_rates_there_are_no_yuan_and_a_note_names_the_file(tmp_path, name):
    exhibit = EXHIBITS[name](folder_with(tmp_path, rates=()), YEARS)

    for row in exhibit.rows():
        assert row["contracted_fdi_wan_cny"] is None
        assert row["received_fdi_wan_cny"] is None
    assert any("rates.csv" in note for note in exhibit.notes)


def test_no_other_figure_speaks_of_yuan(capital):
    for name in ("fdi_by_origin", "fdi_by_kind", "fdi_within"):
        assert not any("_cny" in column for column in EXHIBITS[name](capital, YEARS).table.columns)


@pytest.mark.parametrize("name", GROUPED)
def test_without_receipts_received_is_unknown_and_so_is_the_rate(tmp_path, name):
    rows = EXHIBITS[name](folder_with(tmp_path, receipts=()), YEARS).rows()

    assert {row["received_fdi_wan_usd"] for row in rows} == {None}
    assert {row["funds_in_place_rate"] for row in rows} == {None}
    assert sum(row["contracted_fdi_wan_usd"] or 0 for row in rows) == 178


def test_without_projects_what_was_contracted_is_unknown(tmp_path):
    data = folder_with(tmp_path, projects=())

    for name in ("fdi_by_month", "fdi_by_district", "fdi_by_kind", "fdi_within"):
        for row in EXHIBITS[name](data, YEARS).rows():
            assert row["contracted_fdi_wan_usd"] is None
            assert row["contracted_project_count"] is None
    assert foreign_capital.fortune_500_projects(data, YEARS).is_empty


def test_a_period_outside_the_ledgers_is_unknown(capital):
    for period in (days("2018-01-01", "2018-12-31"), days("2022-01-01", "2022-12-31")):
        for row in foreign_capital.fdi_by_district(capital, english(period)).rows():
            assert row["contracted_fdi_wan_usd"] is None
            assert row["received_fdi_wan_usd"] is None


def test_what_is_left_out_is_counted(capital):
    assert set(foreign_capital.fdi_by_kind(capital, YEARS).notes) >= {
        "Foreign projects signed whose contracted amount is unknown, not in the total: 1.",
        "Contracted capital of projects not signed by the period's end, not counted: 1 million USD "
        "(projects: 2).",
        "Received for projects that no ledger holds, in all districts, not counted: 90,000 USD "
        "(instalments: 1).",
        "Instalments whose amount is unknown, not in the total: 1.",
    }


def test_what_is_left_out_follows_the_filters(capital):
    asked = english(days("2020-01-01", "2020-01-31"), districts=("beilun",))

    assert len(foreign_capital.fdi_by_kind(capital, asked).notes) == 1


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({"capital": "foreign"}, (150, 139, 2)),
        ({"capital": "domestic"}, (20, 0, 1)),
        ({"districts": ("zhenhai",)}, (8, 6, 1)),
        ({"industries": ("healthcare",)}, (20, 0, 1)),
    ],
)
def test_every_filter_holds_for_every_figure(capital, choices, expected):
    asked = english(YEARS.period, **choices)

    for name in (*GROUPED, "fdi_by_month"):
        rows = EXHIBITS[name](capital, asked).rows()
        columns = ("contracted_fdi_wan_usd", "received_fdi_wan_usd", "contracted_project_count")
        assert tuple(sum(row[each] or 0 for row in rows) for each in columns) == expected, name


def test_fortune_500_projects_stand_as_they_stood_at_the_periods_end(capital):
    rows = foreign_capital.fortune_500_projects(capital, YEARS).rows()

    assert [row["project_id"] for row in rows] == ["A", "H", "J"]
    assert [row["contracted_fdi_wan_usd"] for row in rows] == [100, 0, None]
    assert [row["received_fdi_wan_usd"] for row in rows] == [125, 0, 0]
    assert [row["stage"] for row in rows] == ["signed", "signed", "lead"]
    # Signed a day after the period's end.
    assert rows[2]["signed_date"] is None
    assert rows[2]["agreed_investment_wan_cny"] == 900


def test_a_project_is_listed_with_what_was_known_of_it_on_a_past_day(capital):
    [first, *_others] = foreign_capital.fortune_500_projects(
        capital, english(days("2019-12-01", "2019-12-30"))
    ).rows()

    assert (first["project_id"], first["contracted_fdi_wan_usd"]) == ("J", None)
    before = foreign_capital.fortune_500_projects(capital, english(days("2019-01-01"))).rows()
    assert {row["received_fdi_wan_usd"] for row in before} == {None}


def test_projects_of_domestic_fortune_500_companies_are_counted_in_a_note(capital):
    def notes(chosen):
        filters = english(YEARS.period, capital=chosen)
        return foreign_capital.fortune_500_projects(capital, filters).notes

    assert "Projects of domestic investors among these: 1." in notes("all")
    assert "Projects of domestic investors among these: 1." in notes("domestic")
    assert not any("domestic" in note for note in notes("foreign"))


def test_projects_not_said_to_be_of_a_fortune_500_company_or_not_are_counted(capital):
    notes = foreign_capital.fortune_500_projects(capital, YEARS).notes

    assert any(note.endswith("stands behind them: 1.") for note in notes)


def test_an_origin_beyond_those_drawn_is_told(tmp_path):
    origins = ["HK", "MO", "TW", "US", "GB", "KR", "JP", "DE", "FR", "SG", "IT", "NL", "CH"]
    projects = [
        foreign(f"P{place}", "2020-01-01", place + 1, origin)
        for place, origin in enumerate(origins)
    ]
    exhibit = foreign_capital.fdi_by_origin(folder_with(tmp_path, projects=projects), YEARS)

    assert len(exhibit.rows()) == 13
    assert len(charts.figure(exhibit, {}).data[0].y) == 12
    assert "Drawn: the first 12 of 13; the rows hold all." in exhibit.notes


def test_a_rate_is_printed_under_a_name_unless_few_contracted(tmp_path):
    many = [foreign(f"P{place}", "2020-01-01", 10) for place in range(5)]
    few = [foreign(f"Q{place}", "2020-01-01", 10, district="cixi") for place in range(4)]
    data = folder_with(
        tmp_path,
        projects=many + few,
        receipts=(receipt("P1", "2020-01-02", 5), receipt("Q1", "2020-01-02", 5)),
    )
    exhibit = foreign_capital.fdi_by_district(data, YEARS)
    names = charts.figure(exhibit, {}).layout.yaxis.ticktext

    assert names[0] == "Yinzhou<br>10.0%"
    assert names[4] == "Cixi"
    assert rows_by(exhibit, "district")["cixi"]["funds_in_place_rate"] == 0.125


def test_received_has_the_stronger_colour_on_the_page_and_in_the_sheet(capital):
    exhibit = foreign_capital.fdi_by_district(capital, YEARS)
    strong, pale, *_others = measure_colours()

    drawn = charts.figure(exhibit, {}).data
    assert [trace.name for trace in drawn] == [
        "Foreign capital contracted",
        "Foreign capital received",
    ]
    assert [trace.marker.color for trace in drawn] == [pale, strong]
    assert [series.colour for series in block_of(exhibit, {}).series] == [pale, strong]


@pytest.mark.parametrize("capital_choice", ["all", "foreign", "domestic"])
@pytest.mark.parametrize("districts", [(), ("zhenhai", "yinzhou")])
@pytest.mark.parametrize(
    "period", [days("2019-06-30"), days("2020-01-15", "2020-02-01"), YEARS.period]
)
def test_received_is_what_the_overview_says(capital, period, districts, capital_choice):
    asked = english(period, districts=districts, capital=capital_choice)
    of_overview = column_by(
        overview.activity_by_district(capital, asked), "district", "received_fdi_wan_usd"
    )
    rows = foreign_capital.fdi_by_district(capital, asked)

    assert column_by(rows, "district", "received_fdi_wan_usd") == of_overview
