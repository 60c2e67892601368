"""The sites' exhibits on the sample ledgers against the same figures in plain Python."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from promotion.exhibits import sites
from tests.exhibits import recomputed
from tests.ledgers import days, english, rows_by

VIEWS = {
    "quarter": english(days("2020-04-01", "2020-06-30")),
    "all": english(days("2019-01-01", "2020-06-30")),
    "days of a week": english(days("2020-02-12", "2020-02-14")),
    "from before the data": english(days("2018-12-20", "2019-02-03")),
    "beyond the data": english(days("2020-06-01", "2020-12-31")),
    "two districts": english(days("2020-01-01", "2020-03-31"), districts=("yinzhou", "yuyao")),
    "industries": english(
        days("2020-01-05", "2020-03-31"), industries=("digital_economy", "unclassified")
    ),
    "foreign": english(days("2019-07-01", "2020-03-15"), capital="foreign"),
    "everything at once": english(
        days("2019-06-02", "2020-06-29"),
        districts=("yuyao",),
        industries=("integrated_circuits",),
        capital="domestic",
    ),
}
views = pytest.mark.parametrize("filters", VIEWS.values(), ids=VIEWS)
PIPELINE = ("negotiating", "key_negotiating", "signed")


def number(text):
    return float(text) if text is not None else None


def chosen_sites(filters, *kinds):
    return {
        row["carrier_id"]: row
        for row in recomputed.ledger("carriers")
        if (not kinds or row["kind"] in kinds)
        and (not filters.districts or row["district"] in filters.districts)
    }


def viewings(filters):
    """The contacts of the period in which a site was shown, whoever showed it."""
    contacts = recomputed.chosen(recomputed.ledger("contacts"), replace(filters, districts=()))
    return [
        row
        for row in recomputed.within(contacts, "contact_date", filters)
        if row["carrier_id"] is not None
    ]


def projects_by_site(filters):
    """The projects of each site with the stage they stand at by the period's end."""
    found = {}
    chosen = recomputed.chosen(recomputed.ledger("projects"), replace(filters, districts=()))
    for row in chosen:
        stage = recomputed.stage_on(row, filters.period.last_day)
        if stage and row["carrier_id"]:
            found.setdefault(row["carrier_id"], []).append((stage, row))
    return found


def known_sum(rows, column):
    """The added amounts; none where there are rows and no amount is known."""
    known = [float(row[column]) for row in rows if row[column] is not None]
    return None if rows and not known else sum(known)


@views
def test_building_occupancy(sample, filters):
    buildings = chosen_sites(filters, "building")
    counts = Counter(row["carrier_id"] for row in viewings(filters))
    projects = projects_by_site(filters)
    contact_days = [row["contact_date"] for row in recomputed.ledger("contacts")]
    first = max(filters.period.first_day, min(contact_days))
    last = min(filters.period.last_day, max(contact_days))
    rows = rows_by(sites.building_occupancy(sample, filters), "carrier_id")

    assert rows.keys() == buildings.keys()
    for code, row in rows.items():
        building = buildings[code]
        whole, let = number(building["total_area_m2"]), number(building["leased_area_m2"])
        assert (row["total_area_m2"], row["leased_area_m2"]) == (whole, let)
        assert (row["developer"], row["operator"]) == (building["developer"], building["operator"])
        is_known = whole is not None and let is not None
        assert row["available_area_m2"] == (pytest.approx(whole - let) if is_known else None)
        assert row["occupancy_share"] == (pytest.approx(let / whole) if is_known else None)
        assert row["viewing_count"] == counts[code]
        assert row["viewings_per_week"] == pytest.approx(
            counts[code] / ((last - first).days + 1) * 7
        )
        there = projects.get(code, [])
        pipeline = [project for stage, project in there if stage in PIPELINE]
        assert row["pipeline_project_count"] == len(pipeline)
        assert row["pipeline_investment_wan_cny"] == pytest.approx(
            known_sum(pipeline, "agreed_investment_wan_cny")
        )
        assert row["landed_project_count"] == sum(
            stage in ("landed", "in_production") for stage, _project in there
        )


@views
def test_site_viewings(sample, filters):
    places = chosen_sites(filters)
    counts, people = Counter(), Counter()
    for row in viewings(filters):
        day = row["contact_date"]
        place = row["carrier_id"], day - timedelta(days=day.weekday())
        counts[place] += 1
        people[place] += int(row["attendee_count"] or 1)
    rows = rows_by(sites.site_viewings(sample, filters), "carrier_id", "week")

    assert {code for code, _week in rows} == places.keys()
    assert {place: row["viewing_count"] for place, row in rows.items() if row["viewing_count"]} == {
        place: count for place, count in counts.items() if place[0] in places
    }
    assert all(row["attendee_count"] == people[place] for place, row in rows.items())
    weeks = sorted({week for _code, week in rows})
    assert [each.weekday() for each in weeks] == [0] * len(weeks)
    assert len(rows) == len(weeks) * len(places)
    assert (weeks[-1] - weeks[0]).days == 7 * (len(weeks) - 1)


@views
def test_the_sites_shown_most_come_first(sample, filters):
    whole = Counter()
    for row in sites.site_viewings(sample, filters).rows():
        whole[row["carrier_id"]] += row["viewing_count"]

    assert list(whole.values()) == sorted(whole.values(), reverse=True)


@views
def test_site_projects(sample, filters):
    projects = projects_by_site(filters)
    rows = sites.site_projects(sample, filters).rows()

    assert {row["carrier_id"] for row in rows} == chosen_sites(filters).keys()
    for row in rows:
        there = [
            project
            for stage, project in projects.get(row["carrier_id"], [])
            if stage == row["stage"]
        ]
        assert row["project_count"] == len(there)
        assert row["agreed_investment_wan_cny"] == pytest.approx(
            known_sum(there, "agreed_investment_wan_cny")
        )


@views
def test_output_per_mu(sample, filters):
    land = chosen_sites(filters, "park", "parcel")
    projects = projects_by_site(filters)
    rows = rows_by(sites.output_per_mu(sample, filters), "carrier_id")

    assert rows.keys() == land.keys()
    for code, row in rows.items():
        open_ones = [
            project for stage, project in projects.get(code, []) if stage != "no_follow_up"
        ]
        stated = [
            (float(project["planned_output_wan_cny"]), float(project["land_mu"]))
            for project in open_ones
            if project["planned_output_wan_cny"] and project["land_mu"]
        ]
        assert (row["project_count"], row["counted_project_count"]) == (
            len(open_ones),
            len(stated),
        )
        asked = number(land[code]["required_output_wan_cny_per_mu"])
        assert row["required_output_wan_cny_per_mu"] == asked
        if not stated:
            assert row["planned_output_wan_cny_per_mu"] is None
            assert row["meets_requirement"] is None
            assert row["project_land_mu"] == (None if open_ones else 0)
            continue
        output, mu = (sum(amounts) for amounts in zip(*stated, strict=True))
        assert row["planned_output_wan_cny"] == pytest.approx(output)
        assert row["project_land_mu"] == pytest.approx(mu)
        assert row["planned_output_wan_cny_per_mu"] == pytest.approx(output / mu)
        assert row["meets_requirement"] == (output / mu >= asked)
