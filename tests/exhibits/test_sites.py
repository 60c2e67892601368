"""Buildings, parks and parcels on ledgers small enough to count by head."""

from datetime import date

import pytest

from promotion.database import open_database
from promotion.exhibits import EXHIBITS, SITES, sites
from promotion.filters import Filters
from tests.ledgers import contact, days, english, project, rows_by, write

# 14 days of which contacts cover 12 (from 3 March); as of 14 March.
FORTNIGHT = english(days("2020-03-01", "2020-03-14"))
TALKS = {"negotiation_date": "2020-02-01"}
every_site_exhibit = pytest.mark.parametrize("function", SITES, ids=lambda each: each.__name__)


def carrier(carrier_id, **columns):
    """A carrier's row: a building of Yinzhou unless told otherwise."""
    required = {
        "carrier_id": carrier_id,
        "carrier_name": f"Site {carrier_id}",
        "district": "yinzhou",
        "kind": "building",
    }
    return required | columns


def ledgers(folder, carriers=(), projects=(), contacts=()):
    """The database of these rows, as of 14 March 2020; a ledger without rows is left out."""
    for kind, rows in (("carriers", carriers), ("projects", projects), ("contacts", contacts)):
        if rows:
            write(folder, f"{kind}.csv", *rows)
    write(
        folder,
        "sources.csv",
        *(
            {"file": f"{kind}.csv", "source": "Office", "as_of_date": "2020-03-14"}
            for kind in ("carriers", "projects", "contacts")
        ),
    )
    return open_database(folder)


@pytest.fixture
def town(tmp_path):
    """Five buildings, a park, two parcels and a site of no kind, in two districts."""
    return ledgers(
        tmp_path,
        carriers=[
            carrier("B1", developer="Dev", operator="Op", total_area_m2=1000, leased_area_m2=600),
            carrier("B2", total_area_m2=900, leased_area_m2=""),
            carrier("B3", total_area_m2=500, leased_area_m2=501),
            carrier("B4", total_area_m2=0, leased_area_m2=0),
            carrier("B5", district="yuyao", total_area_m2=5000, leased_area_m2=4500),
            carrier("K", kind="park", district="yuyao", required_output_wan_cny_per_mu=480),
            carrier("L1", kind="parcel", district="yuyao", required_output_wan_cny_per_mu=500),
            carrier("L2", kind="parcel", required_output_wan_cny_per_mu=""),
            carrier("N", kind=""),
        ],
        projects=[
            project("P1", "2020-01-01", carrier_id="B1", agreed_investment_wan_cny=100, **TALKS),
            project("P2", "2020-01-01", carrier_id="B1", is_key="yes", **TALKS),
            project(
                "P3",
                "2020-01-01",
                carrier_id="B1",
                signed_date="2020-03-14",
                agreed_investment_wan_cny=30,
                origin_country="US",
                industry="healthcare",
            ),
            project("P4", "2020-01-01", carrier_id="B1", landed_date="2020-03-14"),
            project("P5", "2020-01-01", carrier_id="B1"),
            project("P6", "2020-01-01", carrier_id="B1", closed_date="2020-03-14", **TALKS),
            project("P7", "2020-03-15", carrier_id="B1", negotiation_date="2020-03-16"),
            project("P8", "2020-01-01", carrier_id="B2", is_key="yes", **TALKS),
            project("P9", "2020-01-01", carrier_id="GONE", **TALKS),
            project("P10", "2020-01-01", carrier_id="K", land_mu=10, planned_output_wan_cny=4000),
            project("P11", "2020-01-01", carrier_id="K", land_mu=30, planned_output_wan_cny=15200),
            project("P12", "2020-01-01", carrier_id="K", land_mu=1000),
            project("P13", "2020-01-01", carrier_id="K", planned_output_wan_cny=99999),
            project(
                "P14",
                "2020-01-01",
                carrier_id="K",
                closed_date="2020-02-01",
                land_mu=1,
                planned_output_wan_cny=99999,
            ),
            project(
                "P15", "2020-01-01", carrier_id="L1", land_mu=10, planned_output_wan_cny="4999.9"
            ),
            project("P16", "2020-01-01", carrier_id="L2", land_mu=1),
        ],
        contacts=[
            contact("C1", "2020-03-03", carrier_id="B1", channel="on_site", attendee_count=3),
            contact("C2", "2020-03-08", carrier_id="B1", channel="video", origin_country="US"),
            contact("C3", "2020-03-09", carrier_id="B1", district="yuyao", industry="healthcare"),
            contact("C4", "2020-03-14", carrier_id="B5", attendee_count=2),
            contact("C5", "2020-03-15", carrier_id="B5"),
            contact("C6", "2020-03-10", carrier_id="GONE"),
            contact("C7", "2020-03-10"),
            contact("C8", "2020-03-11", carrier_id="N"),
        ],
    )


def test_the_largest_area_on_offer_comes_first_and_what_is_unknown_last(town):
    rows = sites.building_occupancy(town, FORTNIGHT).rows()

    assert [
        (row["carrier_id"], row["available_area_m2"], row["occupancy_share"]) for row in rows
    ] == [
        ("B5", 500, 0.9),
        ("B1", 400, 0.6),
        ("B4", 0, None),
        ("B2", None, None),
        ("B3", None, None),
    ]


def test_unknown_areas_are_counted_and_those_with_more_let_than_there_is_apart(town):
    notes = " ".join(sites.building_occupancy(town, FORTNIGHT).notes)

    assert "on offer is unknown: 2, of which more let than there is: 1." in notes


def test_viewings_a_week_are_over_the_days_that_contacts_cover(town):
    rows = rows_by(sites.building_occupancy(town, FORTNIGHT), "carrier_id")

    assert rows["B1"]["viewing_count"] == 3
    assert rows["B1"]["viewings_per_week"] == pytest.approx(3 / 12 * 7)
    assert rows["B5"]["viewing_count"] == 1
    assert (rows["B2"]["viewing_count"], rows["B2"]["viewings_per_week"]) == (0, 0)


def test_what_follows_the_as_of_date_is_not_counted(town):
    rows = rows_by(
        sites.building_occupancy(town, english(days("2020-03-01", "2020-12-31"))), "carrier_id"
    )

    assert rows["B5"]["viewing_count"] == 1
    assert rows["B1"]["viewings_per_week"] == pytest.approx(3 / 12 * 7)
    assert rows["B1"]["pipeline_project_count"] == 3


def test_the_pipe_holds_talks_key_talks_and_signed_by_the_periods_end(town):
    rows = rows_by(sites.building_occupancy(town, FORTNIGHT), "carrier_id")
    before = rows_by(
        sites.building_occupancy(town, english(days("2020-03-01", "2020-03-13"))), "carrier_id"
    )

    assert rows["B1"]["pipeline_project_count"] == 3
    assert rows["B1"]["pipeline_investment_wan_cny"] == 130
    assert rows["B1"]["landed_project_count"] == 1
    assert before["B1"]["pipeline_project_count"] == 3  # P6 in talks, P3 a lead
    assert before["B1"]["pipeline_investment_wan_cny"] == 100
    assert before["B1"]["landed_project_count"] == 0


def test_investment_of_which_no_amount_is_known_is_unknown_and_none_is_zero(town):
    rows = rows_by(sites.building_occupancy(town, FORTNIGHT), "carrier_id")

    assert rows["B2"]["pipeline_project_count"] == 1
    assert rows["B2"]["pipeline_investment_wan_cny"] is None
    assert rows["B3"]["pipeline_investment_wan_cny"] == 0


def test_districts_choose_sites_by_where_they_stand_not_by_who_showed_them(town):
    chosen = english(FORTNIGHT.period, districts=("yinzhou",))
    rows = rows_by(sites.building_occupancy(town, chosen), "carrier_id")

    assert set(rows) == {"B1", "B2", "B3", "B4"}
    assert rows["B1"]["viewing_count"] == 3
    assert any("choose the sites" in note for note in sites.site_viewings(town, chosen).notes)
    assert not any(
        "choose the sites" in note for note in sites.site_viewings(town, FORTNIGHT).notes
    )


@pytest.mark.parametrize(
    ("choice", "viewings", "pipeline"),
    [
        ({"capital": "foreign"}, 1, 1),
        ({"industries": ("healthcare",)}, 1, 1),
        ({"capital": "domestic"}, 0, 0),
    ],
)
def test_industries_and_capital_choose_viewings_and_projects_not_sites(
    town, choice, viewings, pipeline
):
    rows = rows_by(
        sites.building_occupancy(town, english(FORTNIGHT.period, **choice)), "carrier_id"
    )

    assert len(rows) == 5
    assert rows["B1"]["viewing_count"] == viewings
    assert rows["B1"]["pipeline_project_count"] == pipeline


def test_what_goes_to_a_site_that_no_ledger_holds_is_counted_in_a_note(town):
    viewings = "Viewings of sites that the carriers ledger does not hold, in all districts: 1."
    projects = (
        "Projects going to sites that the carriers ledger does not hold, in all districts: 1."
    )
    kinds = "neither building, park nor parcel, or do not say, and stand only under viewings and"
    said = {function: " ".join(function(town, FORTNIGHT).notes) for function in SITES}

    for function, notes in said.items():
        assert (viewings in notes) == (function not in (sites.site_projects, sites.output_per_mu))
        assert (projects in notes) == (function != sites.site_viewings)
        assert (kinds in notes) == (function not in (sites.site_viewings, sites.site_projects))


def test_the_list_shows_who_is_behind_each_building(town):
    rows = rows_by(sites.building_list(town, FORTNIGHT), "carrier_name")
    figure = rows_by(sites.building_occupancy(town, FORTNIGHT), "carrier_name")

    assert (rows["Site B1"]["developer"], rows["Site B1"]["operator"]) == ("Dev", "Op")
    assert rows["Site B2"]["developer"] is None
    assert list(rows) == list(figure)
    for name, row in rows.items():
        assert row.items() <= figure[name].items()


def test_viewings_by_week_count_days_within_the_period_and_name_partial_weeks(town):
    exhibit = sites.site_viewings(town, FORTNIGHT)
    rows = rows_by(exhibit, "carrier_id", "week")
    first, second = date(2020, 3, 2), date(2020, 3, 9)

    assert [row["carrier_id"] for row in exhibit.rows()][:2] == ["B1", "B1"]
    assert len(rows) == 9 * 2
    assert (rows["B1", first]["viewing_count"], rows["B1", first]["attendee_count"]) == (2, 4)
    assert (rows["B1", second]["viewing_count"], rows["B1", second]["attendee_count"]) == (1, 1)
    assert rows["B5", second]["viewing_count"] == 1
    assert rows["N", second]["viewing_count"] == 1
    assert rows["K", first]["viewing_count"] == 0
    assert any("those from 2 March 2020, 9 March 2020." in note for note in exhibit.notes)


def test_whole_weeks_are_not_called_partial(town):
    exhibit = sites.site_viewings(town, english(days("2020-03-09", "2020-03-14")))
    whole = sites.site_viewings(town, english(days("2020-03-03", "2020-03-08")))

    assert any("9 March 2020" in note for note in exhibit.notes)
    assert any("2 March 2020" in note for note in whole.notes)
    assert {row["week"] for row in whole.rows()} == {date(2020, 3, 2)}


def test_further_sites_are_counted_with_their_viewings(tmp_path):
    many = sites.MOST_SITES + 2
    data = ledgers(
        tmp_path,
        carriers=[carrier(f"S{place:02}") for place in range(many)],
        contacts=[
            contact(f"C{place}-{again}", "2020-03-02", carrier_id=f"S{place:02}")
            for place in range(many)
            for again in range(1 if place < 2 else 3)
        ],
    )
    exhibit = sites.site_viewings(data, english(days("2020-03-02", "2020-03-08")))

    assert len(exhibit.rows()) == many
    assert [row["viewing_count"] for row in exhibit.rows()] == [3] * sites.MOST_SITES + [1, 1]
    assert any("rows: 2; their viewings in all: 2." in note for note in exhibit.notes)
    assert not any("Weeks of which" in note for note in exhibit.notes)


def test_projects_of_a_site_stand_at_each_stage(town):
    rows = rows_by(sites.site_projects(town, FORTNIGHT), "carrier_id", "stage")

    assert {stage: row["project_count"] for (site, stage), row in rows.items() if site == "B1"} == {
        "lead": 1,
        "negotiating": 1,
        "key_negotiating": 1,
        "signed": 1,
        "landed": 1,
        "in_production": 0,
        "no_follow_up": 1,
    }
    assert rows["B1", "negotiating"]["agreed_investment_wan_cny"] == 100
    assert rows["B1", "key_negotiating"]["agreed_investment_wan_cny"] is None
    assert rows["B1", "in_production"]["agreed_investment_wan_cny"] == 0
    assert next(iter(rows))[0] == "B1"
    assert len(rows) == 9 * 7


def test_output_per_mu_adds_output_and_land_of_projects_that_state_both(town):
    rows = rows_by(sites.output_per_mu(town, FORTNIGHT), "carrier_id")
    park = rows["K"]

    assert (park["planned_output_wan_cny"], park["project_land_mu"]) == (19200, 40)
    assert park["planned_output_wan_cny_per_mu"] == 480
    assert (park["project_count"], park["counted_project_count"]) == (4, 2)
    assert park["meets_requirement"] is True
    assert rows["L1"]["planned_output_wan_cny_per_mu"] == pytest.approx(499.99)
    assert rows["L1"]["meets_requirement"] is False
    assert list(rows) == ["L1", "K", "L2"]


def test_a_rate_of_nothing_known_is_unknown_and_so_is_whether_it_is_reached(town):
    row = rows_by(sites.output_per_mu(town, FORTNIGHT), "carrier_id")["L2"]

    assert (row["project_count"], row["counted_project_count"]) == (1, 0)
    assert row["planned_output_wan_cny"] is None
    assert row["project_land_mu"] is None
    assert row["planned_output_wan_cny_per_mu"] is None
    assert row["meets_requirement"] is None
    assert any(
        "unknown, not counted: 3." in note for note in sites.output_per_mu(town, FORTNIGHT).notes
    )


@pytest.mark.parametrize(("output", "meets"), [("48.3", True), ("48.299999", False)])
def test_what_is_asked_is_reached_to_the_last_decimal(tmp_path, output, meets):
    data = ledgers(
        tmp_path,
        carriers=[carrier("K", kind="park", required_output_wan_cny_per_mu=483)],
        projects=[
            project("P", "2020-01-01", carrier_id="K", land_mu="0.1", planned_output_wan_cny=output)
        ],
    )

    assert sites.output_per_mu(data, FORTNIGHT).rows()[0]["meets_requirement"] is meets


def test_no_land_gives_no_rate_and_no_project_adds_zero(tmp_path):
    data = ledgers(
        tmp_path,
        carriers=[carrier("K", kind="park"), carrier("L", kind="parcel")],
        projects=[project("P", "2020-01-01", carrier_id="K", land_mu=0, planned_output_wan_cny=5)],
    )
    rows = rows_by(sites.output_per_mu(data, FORTNIGHT), "carrier_id")

    assert rows["K"]["planned_output_wan_cny_per_mu"] is None
    assert (rows["L"]["project_count"], rows["L"]["planned_output_wan_cny"]) == (0, 0)
    assert rows["L"]["planned_output_wan_cny_per_mu"] is None


def test_dates_out_of_order_never_move_a_project_back(tmp_path):
    data = ledgers(
        tmp_path,
        carriers=[carrier("B")],
        projects=[
            project(
                "P",
                "2020-03-10",
                carrier_id="B",
                signed_date="2020-03-01",
                negotiation_date="2020-03-12",
            )
        ],
    )
    rows = rows_by(sites.site_projects(data, FORTNIGHT), "carrier_id", "stage")

    assert rows["B", "signed"]["project_count"] == 1
    assert rows["B", "negotiating"]["project_count"] == 0


def test_sites_of_one_name_stay_apart(tmp_path):
    data = ledgers(
        tmp_path,
        carriers=[
            carrier("X", carrier_name="Tower"),
            carrier("Y", carrier_name="Tower", district="yuyao"),
            carrier("Z", carrier_name="Other"),
        ],
        contacts=[contact("C", "2020-03-03", carrier_id="Y")],
    )

    for function in (sites.building_occupancy, sites.site_viewings, sites.site_projects):
        names = {row["carrier_name"] for row in function(data, FORTNIGHT).rows()}
        assert names == {"Tower (X)", "Tower (Y)", "Other"}
    alone = sites.building_occupancy(data, english(FORTNIGHT.period, districts=("yuyao",)))
    assert [row["carrier_name"] for row in alone.rows()] == ["Tower (Y)"]


def test_without_contacts_viewings_are_unknown(tmp_path):
    data = ledgers(
        tmp_path, carriers=[carrier("B")], projects=[project("P", "2020-01-01", carrier_id="B")]
    )
    exhibit = sites.building_occupancy(data, FORTNIGHT)

    assert exhibit.rows()[0]["viewing_count"] is None
    assert exhibit.rows()[0]["viewings_per_week"] is None
    assert exhibit.rows()[0]["pipeline_project_count"] == 0
    assert any("Viewings are unknown" in note for note in exhibit.notes)
    assert sites.site_viewings(data, FORTNIGHT).is_empty


def test_without_projects_the_pipe_is_unknown(tmp_path):
    data = ledgers(
        tmp_path,
        carriers=[carrier("B"), carrier("K", kind="park")],
        contacts=[contact("C", "2020-03-03", carrier_id="B")],
    )
    building = sites.building_occupancy(data, FORTNIGHT).rows()[0]
    park = sites.output_per_mu(data, FORTNIGHT).rows()[0]

    assert building["viewing_count"] == 1
    for column in (
        "pipeline_project_count",
        "pipeline_investment_wan_cny",
        "landed_project_count",
    ):
        assert building[column] is None
    for column in ("project_count", "counted_project_count", "planned_output_wan_cny"):
        assert park[column] is None
    assert {row["project_count"] for row in sites.site_projects(data, FORTNIGHT).rows()} == {None}


@pytest.mark.parametrize(
    "period", [days("2020-02-01", "2020-03-02"), days("2020-03-15", "2020-03-31")]
)
def test_a_period_that_contacts_do_not_cover_has_unknown_viewings(town, period):
    rows = sites.building_occupancy(town, english(period)).rows()

    assert {row["viewing_count"] for row in rows} == {None}
    assert {row["viewings_per_week"] for row in rows} == {None}
    assert sites.site_viewings(town, english(period)).is_empty


@every_site_exhibit
def test_without_a_carriers_ledger_there_are_no_rows_and_a_note_says_what_to_add(
    tmp_path, function
):
    data = ledgers(
        tmp_path,
        projects=[project("P", "2020-01-01", carrier_id="B", **TALKS)],
        contacts=[contact("C", "2020-03-03", carrier_id="B")],
    )
    for language in ("en", "zh"):
        exhibit = function(data, Filters(FORTNIGHT.period, language=language))
        assert exhibit.rows() == []
        [note] = exhibit.notes
        assert "carriers.csv" in note


@every_site_exhibit
def test_office_ledgers_without_carriers_still_answer(dev, function):
    assert function(dev, english()).rows() == []


def test_the_sites_page_has_its_exhibits_in_the_contract():
    assert [function.__name__ for function in SITES] == [
        "building_occupancy",
        "building_list",
        "site_viewings",
        "site_projects",
        "output_per_mu",
    ]
    assert {function.__name__ for function in SITES} <= EXHIBITS.keys()
