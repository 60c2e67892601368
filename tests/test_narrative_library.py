"""Key points of the project library, branch by branch."""

import pytest

from promotion import narrative
from promotion.database import open_database
from promotion.exhibits import library
from promotion.filters import Filters
from promotion.language import use_language
from tests.ledgers import LEDGERS, contact, days, english, project, write

SECOND_QUARTER = days("2020-04-01", "2020-06-30")


def points(data, filters):
    with use_language(filters.language):
        return narrative.library_points(
            library.project_library(data, filters),
            library.signing_cohorts(data, filters),
            library.stage_durations(data, filters),
            library.dispatch_list(data, filters),
            library.record_staleness(data, filters),
        )


@pytest.fixture
def opened(tmp_path):
    def open_projects(*projects):
        write(tmp_path, "projects.csv", *projects)
        write(tmp_path, "contacts.csv", contact("1", "2020-06-30", project_id="A"))
        return open_database(tmp_path)

    return open_projects


def test_a_small_base_is_told_by_its_numbers(opened):
    signed = {"signed_date": "2020-04-05", "agreed_investment_wan_cny": 9800}
    data = opened(project("A", "2020-04-01", **signed), project("B", "2020-06-20"))

    assert points(data, english(SECOND_QUARTER)) == [
        "In the library: Negotiating 0, Key negotiation 0, Signed, not landed 1, No further "
        "follow-up 0; known agreed investment 98 million CNY.",
        "Of 1 project signed in the period, landed: 0 (0 of 1).",
    ]


def test_nothing_signed_and_nothing_waiting_says_only_what_the_library_holds(opened):
    data = opened(project("A", "2020-06-29"))

    assert len(points(data, english(SECOND_QUARTER))) == 1


def test_what_waits_is_counted_by_reason_and_each_project_once(opened):
    late = {"next_follow_up_date": "2020-06-01", "agreed_investment_wan_cny": 100}
    data = opened(project("B", "2020-01-01", **late), project("C", "2020-01-01"))

    assert points(data, english(SECOND_QUARTER))[1] == (
        "Needing follow-up: 2 projects, known investment 1 million CNY "
        "(Follow-up overdue 1, No recent contact 2; a project may have several reasons)."
    )


def test_half_of_the_projects_is_told_for_steps_that_enough_made(opened):
    made = [
        project(str(n), "2020-04-01", negotiation_date=f"2020-04-{11 + n}", updated_date=None)
        for n in range(5)
    ]
    sentences = points(opened(*made), english(SECOND_QUARTER))

    assert "Half of the projects took at most: Lead to talks 12 days." in sentences


def test_the_freshest_and_the_oldest_records_are_named_where_they_differ(opened):
    data = opened(
        project("A", "2020-04-01", updated_date="2020-06-29"),
        project("B", "2020-04-01", updated_date="2020-05-31", district="cixi"),
    )

    assert points(data, english(SECOND_QUARTER))[-1] == (
        "Records are freshest in Yinzhou (median 1 day) and oldest in Cixi (30 days)."
    )


def test_amounts_of_which_none_is_known_are_unknown_and_not_zero(opened):
    data = opened(project("B", "2020-01-01", signed_date="2020-01-05"))
    library_point, dispatch_point, *_others = points(data, english(SECOND_QUARTER))

    assert library_point.endswith("known agreed investment unknown.")
    assert "known investment unknown" in dispatch_point


def test_no_projects_ledger_is_said(tmp_path):
    write(tmp_path, "contacts.csv", contact("1", "2020-06-30"))

    assert points(open_database(tmp_path), english(SECOND_QUARTER)) == [
        "What the library holds is unknown: there is no projects ledger."
    ]


def test_chinese_points_hold_no_english():
    data = open_database(LEDGERS)
    sentences = points(data, Filters(SECOND_QUARTER, language="zh"))

    assert len(sentences) == 5
    assert not any(each.isascii() and each.isalpha() for text in sentences for each in text)
