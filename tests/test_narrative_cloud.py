"""Key points of cloud promotion: sentences that stay true whatever the rows are."""

import re

import pytest

from promotion import narrative
from promotion.database import open_database
from promotion.exhibits import cloud, concerns
from promotion.filters import Filters
from promotion.language import use_language
from tests.ledgers import contact, days, english, part_of_small, project, write

MARCH = days("2020-03-01", "2020-03-31")


def points_of(data, filters):
    with use_language(filters.language):
        return narrative.cloud_points(
            cloud.online_share_by_month(data, filters),
            cloud.contacts_by_channel(data, filters),
            cloud.contacts_by_activity(data, filters),
            cloud.contact_yield(data, filters),
            concerns.concerns(data, filters),
            cloud.contacts_by_origin(data, filters),
        )


def several(prefix, day, count, **columns):
    return [contact(f"{prefix}{each}", day, **columns) for each in range(count)]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ledger")
    resolved = {"concern_resolved_date": "2020-03-13"}
    write(
        folder,
        "contacts.csv",
        *several("a", "2019-03-02", 5, channel="on_site", origin_country="CN"),
        *several("b", "2020-02-10", 2, channel="video", origin_country="CN"),
        *several("c", "2020-03-10", 6, channel="video", lead_count=2, origin_country="CN"),
        *several("d", "2020-03-10", 5, lead_count=1, concern="land", **resolved),
        *several("e", "2020-03-10", 5, channel="on_site", concern="policy", origin_country="JP"),
        *several("f", "2020-03-01", 5, channel="email", concern="policy", **resolved),
        contact("P", "2020-03-10", channel="video", project_id="P", origin_country="JP"),
    )
    write(folder, "projects.csv", project("P", "2020-01-01"))
    write(
        folder,
        "sources.csv",
        {"file": "contacts.csv", "source": "Ledger", "as_of_date": "2020-03-31"},
    )
    return open_database(folder)


def test_five_sentences_of_a_month(ledger):
    assert points_of(ledger, english(MARCH)) == [
        "Contacts in the period: 22, 77.3% online, up 77.3 percentage points on a year before.",
        "Most used channel: Video meeting (31.8%); grown most against February 2020: Phone, "
        "Video meeting, Email, On site (+5).",
        "Per 100 contacts: most project tips by Video meeting (171.4), most new projects by "
        "Video meeting (14.3).",
        "Concerns raised: 15, resolved 10, still open 5; the oldest of those open has waited 21 "
        "days; slowest to be answered: Policy (median 12 days).",
        "Origins of the contacts, where stated: 2; first Chinese mainland 50.0%, Japan 50.0%.",
    ]


@pytest.mark.parametrize(
    ("first_day", "last_day", "sentence"),
    [
        (
            "2020-02-01",
            "2020-03-31",
            "Contacts in the period: 24, 79.2% online; March 2020: 77.3%, ",
        ),
        ("2020-03-05", "2020-03-10", "Contacts in the period: 17, 70.6% online; 1 March 2020 – "),
        ("2020-03-01", "2020-04-30", "Contacts in the period: 22, 77.3% online, up 77.3 "),
    ],
)
def test_the_last_month_is_told_beside_a_longer_or_shorter_period(
    ledger, first_day, last_day, sentence
):
    assert points_of(ledger, english(days(first_day, last_day)))[0].startswith(sentence)


def test_without_a_comparison_nothing_has_grown(ledger):
    points = points_of(ledger, english(MARCH, compare="none"))

    assert points[1] == "Most used channel: Video meeting (31.8%)."


def test_few_contacts_are_told_by_their_number(ledger):
    assert points_of(ledger, english(days("2020-02-01", "2020-02-29"), compare="none")) == [
        "Contacts in the period: 2, 2 of 2 online.",
        "Most used channel: Video meeting (2 of 2).",
        "No concerns were raised.",
    ]


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2020-06-15", "most signings within 90 days by Video meeting (20)."),
        ("2020-05-31", "most signings within 90 days so far by Video meeting (20)."),
        ("2020-04-30", "most new projects by Video meeting (20)."),
    ],
)
def test_channels_are_ranked_by_signings_once_most_contacts_have_had_90_days(
    tmp_path, as_of, words
):
    """Of 10 March 90 days have passed by 8 June, of 1 March by 30 May."""
    write(
        tmp_path,
        "contacts.csv",
        contact("P", "2020-03-01", channel="video", project_id="P", lead_count=1),
        *several("a", "2020-03-01", 3, channel="video"),
        contact("b", "2020-03-10", channel="video"),
        *several("c", "2020-03-01", 5),
    )
    projects = [project("P", "2020-01-01", signed_date="2020-04-01")]
    write(tmp_path, "projects.csv", *projects)
    source = {"file": "contacts.csv", "source": "Ledger", "as_of_date": as_of}
    write(tmp_path, "sources.csv", source)

    assert points_of(open_database(tmp_path), english(MARCH))[2].endswith(words)


def test_no_contacts_and_no_ledger_are_told_apart(ledger, tmp_path):
    without = open_database(part_of_small(tmp_path, "projects"))

    assert points_of(ledger, english(days("2020-01-01", "2020-01-31"))) == [
        "No contacts were recorded."
    ]
    for data, filters in ((without, english(MARCH)), (ledger, english(days("2018-05-01")))):
        [point] = points_of(data, filters)
        assert "unknown" in point


def test_no_channel_that_has_shrunk_is_said_to_have_grown(ledger):
    points = points_of(ledger, english(days("2020-03-05", "2020-03-09"), compare="previous"))
    assert points == ["No contacts were recorded."]
    february = english(days("2020-02-01", "2020-02-29"), compare="year")

    assert not any("grown" in point for point in points_of(ledger, february))


def test_the_chinese_sentences_hold_no_latin_letters(sample):
    for filters in (
        Filters(days("2020-04-01", "2020-06-30"), language="zh"),
        Filters(MARCH, compare="year", districts=("zhenhai",), language="zh"),
    ):
        points = points_of(sample, filters)
        assert len(points) == 5
        assert not any(re.search("[A-Za-z{}]", point) for point in points)
