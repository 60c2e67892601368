"""The key points of foreign capital: true whatever the rows are, in English and Chinese."""

import pytest

from promotion import narrative
from promotion.database import open_database
from promotion.exhibits import foreign_capital
from promotion.filters import Filters
from promotion.language import use_language
from tests.ledgers import contact, days, english, part_of_small, project, write

QUARTER = days("2020-01-01", "2020-03-31")


def points(data, filters):
    with use_language(filters.language):
        return narrative.foreign_capital_points(
            foreign_capital.fdi_within(data, filters),
            foreign_capital.fdi_by_origin(data, filters),
            foreign_capital.fortune_500_projects(data, filters),
        )


def signed(project_id, amount, origin, signed_date="2020-02-01", **columns):
    return project(
        project_id,
        "2019-01-01",
        signed_date=signed_date,
        contracted_fdi_wan_usd=amount,
        origin_country=origin,
        **columns,
    )


def ledgers(folder, projects, *receipts):
    write(folder, "projects.csv", *projects)
    write(folder, "contacts.csv", contact("C", "2020-03-31"))
    if receipts:
        names = ("project_id", "received_date", "received_fdi_wan_usd")
        write(
            folder,
            "receipts.csv",
            *(dict(zip(names, receipt, strict=True)) for receipt in receipts),
        )
    return open_database(folder)


@pytest.fixture(scope="module")
def six_contracts(tmp_path_factory):
    return ledgers(
        tmp_path_factory.mktemp("six"),
        [
            signed("A", 400, "JP"),
            signed("B", 200, "HK", is_fortune_500="yes"),
            signed("C", 100, "TW"),
            signed("D", 100, "US"),
            signed("E", 200, "US"),
            signed("F", "", "DE"),
            signed("H", "", "CN", is_fortune_500="yes"),
            signed("G", 500, "JP", "2019-11-01"),
        ],
        ("G", "2019-10-01", 60),
        ("G", "2019-12-01", 40),
        ("A", "2020-02-02", 200),
        ("B", "2020-02-03", 50),
    )


def test_the_page_in_sentences(six_contracts):
    assert points(six_contracts, english(QUARTER)) == [
        "Foreign capital contracted: 10 million USD (up 100.0% on the period before); projects: 5, "
        "and of unknown amount: 1.",
        "Foreign capital received: 2.5 million USD (up 150.0% on the period before); received ÷ "
        "contracted in the period: 25.0%.",
        "Most was contracted from Japan: 4 million USD (40.0% of all).",
        "Hong Kong, Macao and Taiwan: contracted 3 million USD (30.0% of all), received 500,000 "
        "USD.",
        "Fortune Global 500 companies: contracted 2 million USD (20.0% of all), received 500,000 "
        "USD; projects known by the period's end, domestic investors' included: 2.",
    ]


def test_the_page_in_chinese_sentences(six_contracts):
    found = points(six_contracts, Filters(QUARTER, language="zh"))

    assert len(found) == 5
    assert not any(each.isascii() and each.isalpha() for each in "".join(found))
    assert "资金到位率25.0%" in found[1]


def test_no_percentage_is_taken_of_few_contracts(tmp_path):
    data = ledgers(
        tmp_path, [signed("A", 400, "JP"), signed("B", 200, "HK")], ("A", "2020-02-02", 200)
    )
    found = points(data, english(QUARTER, compare="none"))

    assert not any("%" in point for point in found)
    assert found[1] == "Foreign capital received: 2 million USD."


def test_origins_that_share_the_first_place_share_it_in_words(tmp_path):
    data = ledgers(tmp_path, [signed("A", 40, "JP"), signed("B", 40, "DE"), signed("C", 90, "")])

    assert "Most was contracted from Germany, Japan: 400,000 USD each." in points(
        data, english(QUARTER)
    )


def test_where_nothing_was_contracted_the_origin_is_that_of_what_arrived(tmp_path):
    data = ledgers(tmp_path, [signed("A", 40, "JP", "2019-02-01")], ("A", "2020-02-02", 20))

    assert points(data, english(QUARTER, compare="none")) == [
        "Foreign capital contracted: 0 USD; projects: 0.",
        "Foreign capital received: 200,000 USD.",
        "Most was received from Japan: 200,000 USD.",
    ]


def test_amounts_nobody_knows_are_unknown_and_not_none(tmp_path):
    data = ledgers(tmp_path, [signed("A", "", "JP")])

    assert points(data, english(QUARTER)) == [
        "Foreign capital contracted is unknown: no amount is known of what was signed (projects: "
        "1).",
        "Foreign capital received is unknown: no receipts ledger covers the period.",
    ]


def test_without_a_projects_ledger_all_is_unknown(tmp_path):
    data = open_database(part_of_small(tmp_path / "contacts", "contacts"))

    assert points(data, english(QUARTER)) == [
        "Foreign capital is unknown: no projects or receipts ledger covers the period."
    ]


def test_none_is_none(six_contracts):
    domestic = english(QUARTER, capital="domestic")

    assert points(six_contracts, domestic) == ["No foreign capital was contracted or received."]
