"""Key points of the sites: true whatever is known of them."""

import pytest

from promotion import narrative
from promotion.database import open_database
from promotion.exhibits import sites
from promotion.filters import Filters
from promotion.language import use_language
from tests.ledgers import FIRST_QUARTER, contact, days, english, project, write

TALKS = {"negotiation_date": "2020-01-02", "carrier_id": "A"}


def points(data, filters):
    with use_language(filters.language):
        return narrative.site_points(
            sites.building_occupancy(data, filters),
            sites.site_viewings(data, filters),
            sites.output_per_mu(data, filters),
        )


def carrier(carrier_id, kind, **columns):
    return {
        "carrier_id": carrier_id,
        "carrier_name": f"Site {carrier_id}",
        "district": "yinzhou",
        "kind": kind,
        **columns,
    }


@pytest.fixture
def told(tmp_path):
    """A function that gives the key points of these rows in the first quarter of 2020."""

    def points_of(carriers, projects=(), contacts=(), filters=None):
        write(tmp_path, "carriers.csv", *carriers)
        if projects:
            write(tmp_path, "projects.csv", *projects)
        if contacts:
            write(tmp_path, "contacts.csv", *contacts)
        return points(open_database(tmp_path), filters or english())

    return points_of


def test_the_sites_in_sentences(small):
    assert points(small, english()) == [
        "Buildings: 2; on offer 5,000 m², occupancy 75.0%; buildings of unknown area, not "
        "included: 1.",
        "Viewings of the sites: 2; shown most: Chip park, Plot (1).",
        "In the pipeline for the buildings: 2 projects, known investment 10 million CNY.",
    ]


def test_the_sites_in_chinese(small):
    sentences = points(small, Filters(FIRST_QUARTER, language="zh"))

    assert len(sentences) == 3
    assert sentences[0].startswith("楼宇2栋，可招商面积5,000平方米，出租率75.0%")


def test_occupancy_adds_areas_and_is_no_average_of_shares(told):
    sentences = told(
        [
            carrier("A", "building", total_area_m2=100, leased_area_m2=100),
            carrier("B", "building", total_area_m2=900, leased_area_m2=400),
            carrier("C", "building", total_area_m2=10, leased_area_m2=20),
        ],
        contacts=[contact("X", "2020-03-31")],
    )

    assert sentences[0].startswith("Buildings: 3; on offer 500 m², occupancy 50.0%")
    assert "not included: 1" in sentences[0]
    assert sentences[1:] == ["No site was shown in the period."]


def test_what_is_unknown_is_told_or_left_out(told):
    sentences = told([carrier("A", "building")], projects=[project("P", "2020-01-01", **TALKS)])

    assert sentences == [
        "Buildings: 1; what of them is let is unknown.",
        "In the pipeline for the buildings: 1 project, known investment unknown.",
    ]


def test_without_buildings_or_land_nothing_is_made_up(told):
    rows = [carrier("A", "building", total_area_m2=1, leased_area_m2=0)]
    sentences = told(
        rows, contacts=[contact("X", "2020-03-31")], filters=english(districts=("cixi",))
    )

    assert sentences == ["No buildings stand in the districts chosen."]


def test_an_empty_pipe_is_told_as_such(told):
    sentences = told(
        [carrier("A", "building", total_area_m2=10, leased_area_m2=10)],
        projects=[project("P", "2020-01-01")],
        filters=english(days("2020-01-01", "2020-01-31")),
    )

    assert sentences == [
        "Buildings: 1; on offer 0 m², occupancy 100.0%; all areas are known.",
        "No project for the buildings is in the pipeline.",
    ]


def test_land_below_what_it_asks_is_named_the_furthest_first(told):
    asked = {"required_output_wan_cny_per_mu": 500}
    planned = {"land_mu": 1, "lead_date": "2020-01-01"}
    outputs = {"K": 499, "L": 100, "M": 500}
    lands = [carrier(code, "park", **asked) for code in outputs] + [carrier("N", "parcel", **asked)]
    projects = [
        project(f"P{code}", carrier_id=code, planned_output_wan_cny=output, **planned)
        for code, output in outputs.items()
    ]

    assert told(lands, projects)[-1] == (
        "Output per mu: 2 of the 3 parks and parcels where it is known plan less than they "
        "require, furthest below: Site L, Site K."
    )


def test_where_no_land_is_below_what_it_asks_that_is_told(told):
    land = carrier("K", "park", required_output_wan_cny_per_mu=5)
    planned = {"carrier_id": "K", "land_mu": 1, "planned_output_wan_cny": 5}

    assert told([land], [project("P", "2020-01-01", **planned)])[-1] == (
        "Output per mu: no park or parcel plans less than it requires (known of 1)."
    )
