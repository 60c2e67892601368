"""Key points of the supply chain: true sentences under any filter."""

import pytest

from promotion.database import open_database
from promotion.exhibits import supply_chain
from promotion.filters import Filters
from promotion.language import use_language
from promotion.narrative import supply_chain_points
from tests.ledgers import FIRST_QUARTER, contact, days, english, project, write


def points(data, filters=None):
    filters = filters or english()
    with use_language(filters.language):
        return supply_chain_points(
            supply_chain.anchor_companies(data, filters),
            supply_chain.chain_roles_by_district(data, filters),
            supply_chain.partner_firms(data, filters),
            supply_chain.spin_offs(data, filters),
        )


def ledgers(folder, *projects):
    write(folder, "projects.csv", *projects)
    write(folder, "contacts.csv", contact("C", "2020-03-31"))
    return open_database(folder)


@pytest.fixture
def two_companies(tmp_path):
    return ledgers(
        tmp_path,
        project(
            "P1",
            "2020-01-01",
            referred_by="Geely",
            investor="Gears",
            chain_role="extend",
            agreed_investment_wan_cny=100,
            landed_date="2020-02-01",
        ),
        project("P2", "2020-01-01", referred_by="Geely", investor="Bolts", district="cixi"),
        project(
            "P3",
            "2020-01-01",
            referred_by="Haitian",
            agreed_investment_wan_cny=200,
            investment_kind="spin_off",
            closed_date="2020-03-01",
        ),
    )


def test_the_points_say_what_the_rows_hold(two_companies):
    assert points(two_companies) == [
        "Anchor companies: 2; projects they brought: 3, of these signed 1, landed 1, in "
        "production 0, dropped ones included; known agreed investment 3 million CNY.",
        "Geely brought the most projects (2), Haitian the largest known investment "
        "(2 million CNY).",
        "The chain role is stated for 1 of 3 projects: Extends the chain 1, Strengthens the chain "
        "0, Complements the chain 0.",
        "Partner firms screened: Yinzhou 1 (signed 1, dropped 0), Cixi 1 (signed 0, dropped 0).",
        "Spin-offs set up as projects of their own: 1 (No further follow-up 1).",
    ]


def test_one_company_is_not_compared_and_an_unknown_amount_is_unknown(two_companies):
    first, *others = points(two_companies, english(districts=("cixi",)))

    assert first == (
        "Anchor companies: 1; projects they brought: 1, of these signed 0, landed 0, in "
        "production 0, dropped ones included; known agreed investment unknown."
    )
    assert others == ["Partner firms screened: Cixi 1 (signed 0, dropped 0)."]


def test_a_company_first_in_both_is_named_once(tmp_path):
    data = ledgers(
        tmp_path,
        project("P1", "2020-01-01", referred_by="A", agreed_investment_wan_cny=100),
        project("P2", "2020-01-01", referred_by="A"),
        project("P3", "2020-01-01", referred_by="B"),
    )

    assert points(data)[1] == (
        "A brought the most projects (2) and the largest known investment (1 million CNY)."
    )


@pytest.mark.parametrize(("first", "second"), [(100, 200), ("", "")])
def test_no_company_is_called_the_first_of_equals(tmp_path, first, second):
    data = ledgers(
        tmp_path,
        project("P1", "2020-01-01", referred_by="A", agreed_investment_wan_cny=first),
        project("P2", "2020-01-01", referred_by="B", agreed_investment_wan_cny=second),
    )

    assert not any("most projects" in point for point in points(data))


def test_where_no_company_is_named_that_is_said(small):
    assert points(small)[0] == "No project in the library names a company that brought it."


def test_without_a_projects_ledger_nothing_is_claimed(tmp_path):
    write(tmp_path, "contacts.csv", contact("C", "2020-03-31"))

    assert points(open_database(tmp_path)) == [
        "What the supply chain brought is unknown: there is no projects ledger."
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("period", [FIRST_QUARTER, days("2018-01-01"), days("2030-01-01")])
def test_the_points_stand_under_any_filter(sample, language, period):
    for choices in ({}, {"districts": ("beilun",)}, {"capital": "foreign"}):
        for point in points(sample, Filters(period, language=language, **choices)):
            assert point
            assert "{" not in point
            assert "None" not in point
