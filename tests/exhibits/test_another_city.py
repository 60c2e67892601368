"""Other districts and industries than ours: a folder's own reference tables, no code touched."""

import shutil

import pytest

from promotion import charts
from promotion.database import open_database
from promotion.exhibits import EXHIBITS, industry, overview
from tests.ledgers import LEDGERS, TABLES, column_by, contact, english, project, write


@pytest.fixture(scope="module")
def city(own_cache, tmp_path_factory):
    """Two districts, one of them nowhere on the grid, and one industry."""
    folder = tmp_path_factory.mktemp("city")
    reference = folder / "reference"
    shutil.copytree(LEDGERS / "reference", reference)
    write(
        reference,
        "districts.csv",
        {"district": "north", "name_en": "North", "name_zh": "北区", "aliases": "", "adcode": ""},
        {
            "district": "south",
            "name_en": "South",
            "name_zh": "南区",
            "grid_row": 1,
            "grid_column": 1,
        },
    )
    write(
        reference,
        "industries.csv",
        {"industry": "tea", "name_en": "Tea", "name_zh": "茶业", "aliases": ""},
    )
    write(
        folder,
        "projects.csv",
        project("A", "2020-01-05", district="north", industry="tea"),
        project("B", "2020-01-05", district="north", industry=""),
    )
    write(
        folder,
        "contacts.csv",
        contact("C", "2020-01-05", district="south", industry="Tea"),
        contact("D", "2020-01-05", district="north"),
    )
    return open_database(folder)


@pytest.mark.parametrize("name", [name for name in EXHIBITS if name not in TABLES])
def test_every_exhibit_draws_another_city(city, name):
    exhibit = EXHIBITS[name](city, english())

    assert charts.figure(exhibit, {}).data is not None
    assert exhibit.text_alternative()


def test_its_districts_come_in_its_own_order(city):
    rows = column_by(overview.activity_by_district(city, english()), "district", "contact_count")

    assert list(rows.items()) == [("north", 1), ("south", 1)]


def test_what_has_no_industry_is_lost_nowhere(city):
    contacts = column_by(
        overview.activity_by_industry(city, english()), "industry", "contact_count"
    )
    stages = industry.projects_by_industry_and_stage(city, english()).rows()
    roles = industry.chain_roles_by_industry(city, english()).rows()

    assert contacts == {"tea": 1, "unclassified": 1}
    assert sum(row["project_count"] for row in stages) == 2
    assert sum(row["project_count"] for row in roles) == 2
