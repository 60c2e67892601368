"""Channels, activities, days, origins and yields on ledgers small enough to count by head."""

from datetime import date

import pytest

from promotion import charts
from promotion.database import open_database
from promotion.exhibits import cloud
from promotion.exports.chart_blocks import block_of
from tests.ledgers import (
    column_by,
    contact,
    days,
    english,
    part_of_small,
    project,
    rows_by,
    write,
)

QUARTER = days("2020-01-01", "2020-03-31")


def as_of(folder, day, *files):
    write(
        folder,
        "sources.csv",
        *({"file": file, "source": "Ledger", "as_of_date": day} for file in files),
    )


@pytest.fixture(scope="module")
def only_projects(tmp_path_factory):
    return open_database(part_of_small(tmp_path_factory.mktemp("projects"), "projects"))


@pytest.fixture(scope="module")
def only_contacts(tmp_path_factory):
    return open_database(part_of_small(tmp_path_factory.mktemp("contacts"), "contacts"))


@pytest.fixture(scope="module")
def yields(tmp_path_factory):
    """Five projects contacted and signed; the data end on 1 June 2020."""
    folder = tmp_path_factory.mktemp("yields")
    write(
        folder,
        "projects.csv",
        project("A", "2020-01-05", signed_date="2020-03-01"),
        project("B", "2020-01-05", signed_date="2020-06-01"),
        project("C", "2020-01-05", signed_date="2020-06-01"),
        project("D", "2020-01-05", signed_date="2020-06-15"),
        project("E", "2020-01-05"),
    )
    write(
        folder,
        "contacts.csv",
        # The first two on one day: the smaller number opened it, whatever the file's order.
        contact("A2", "2020-01-10", project_id="A", channel="video", lead_count=4),
        contact("A1", "2020-01-10", project_id="A", lead_count=1),
        contact("A3", "2020-02-01", project_id="A", activity="negotiation", district="cixi"),
        contact("A4", "2020-03-01", project_id="A", activity="signing"),
        contact("A5", "2020-03-02", project_id="A", lead_count=2),
        contact("B1", "2020-03-03", project_id="B", channel="on_site"),  # 90 days before
        contact("C1", "2020-03-02", project_id="C", channel="on_site"),  # 91 days before
        contact("D1", "2020-05-30", project_id="D", channel="wechat"),
        contact("E1", "2020-04-01", project_id="E", channel=""),
        contact("X1", "2020-03-04", project_id="X", channel="on_site"),  # no such project
        contact("N1", "2020-03-05", lead_count=3),
        contact("N2", "2020-03-06"),
    )
    as_of(folder, "2020-06-01", "contacts.csv", "projects.csv")
    return open_database(folder)


YEAR = days("2020-01-01", "2020-06-01")


def test_each_channel_yields_tips_first_contacts_and_signings_within_90_days(yields):
    rows = rows_by(cloud.contact_yield(yields, english(YEAR)), "channel")
    counts = {
        code: (
            row["contact_count"],
            row["lead_count"],
            row["opened_project_count"],
            row["signed_within_90_days_count"],
        )
        for code, row in rows.items()
    }

    assert counts == {
        "phone": (6, 6, 1, 1),
        "wechat": (1, 0, 1, 0),
        "video": (1, 4, 0, 1),
        "email": (0, 0, 0, 0),
        "livestream": (0, 0, 0, 0),
        "on_site": (3, 0, 2, 1),
        "unknown": (1, 0, 1, 0),
    }


def test_rates_are_of_a_hundred_contacts_and_none_of_a_few(yields):
    exhibit = cloud.contact_yield(yields, english(YEAR))
    rows = rows_by(exhibit, "channel")

    assert rows["phone"]["leads_per_hundred"] == 100
    assert rows["phone"]["opened_projects_per_hundred"] == pytest.approx(100 / 6)
    assert rows["phone"]["signings_per_hundred"] == pytest.approx(100 / 6)
    assert {rows[code]["leads_per_hundred"] for code in rows if code != "phone"} == {None}
    few = "With fewer than 5 contacts and no rate: "
    assert f"{few}WeChat (1), Video meeting (1), On site (3), Not stated (1)." in exhibit.notes
    assert [list(bar.y) for bar in charts.figure(exhibit, {}).data] == [[0]] * 3
    assert block_of(exhibit, {}).categories == ("Phone",)


def test_where_all_channels_had_few_contacts_the_counts_are_drawn(yields):
    exhibit = cloud.contact_yield(yields, english(days("2020-01-01", "2020-01-31")))
    tips, opened, signed = charts.figure(exhibit, {}).data

    assert exhibit.title == "What the contacts of each channel yielded"
    assert [list(bar.x)[:3] for bar in (tips, opened, signed)] == [[1, 0, 4], [1, 0, 0], [0, 0, 1]]


@pytest.mark.parametrize(
    ("first_day", "last_day", "opened", "signed"),
    [
        ("2020-01-10", "2020-01-10", {"phone": 1}, {"video": 1}),
        ("2020-02-01", "2020-02-29", {}, {"phone": 1}),
        ("2020-03-01", "2020-03-02", {"on_site": 1}, {}),
        ("2020-03-03", "2020-03-31", {"on_site": 1}, {"on_site": 1}),
        ("2020-04-01", "2020-06-01", {"unknown": 1, "wechat": 1}, {}),
    ],
)
def test_what_a_contact_yields_counts_on_its_day(yields, first_day, last_day, opened, signed):
    exhibit = cloud.contact_yield(yields, english(days(first_day, last_day)))

    for column, expected in (
        ("opened_project_count", opened),
        ("signed_within_90_days_count", signed),
    ):
        counts = column_by(exhibit, "channel", column)
        assert {code: count for code, count in counts.items() if count} == expected


def test_what_a_contact_yields_counts_where_the_contact_was(yields):
    in_cixi = rows_by(cloud.contact_yield(yields, english(YEAR, districts=("cixi",))), "channel")

    assert in_cixi["phone"]["contact_count"] == 1
    assert in_cixi["phone"]["opened_project_count"] == 0
    assert in_cixi["phone"]["signed_within_90_days_count"] == 1


def test_a_note_counts_the_contacts_that_had_fewer_than_90_days(yields):
    """1 June is 90 days after 3 March: what came later had fewer."""
    [note] = [
        note
        for note in cloud.contact_yield(yields, english(YEAR)).notes
        if "fewer than 90 days" in note
    ]

    assert "1 June 2020" in note
    assert note.endswith("5 of 12.")
    recent = column_by(
        cloud.contact_yield(yields, english(YEAR)), "channel", "recent_contact_count"
    )
    assert sum(recent.values()) == 5
    early = cloud.contact_yield(yields, english(days("2020-01-01", "2020-03-03")))
    assert not any("fewer than 90 days" in note for note in early.notes)


def test_without_a_projects_ledger_only_tips_are_known(only_contacts):
    exhibit = cloud.contact_yield(only_contacts, english())

    for row in exhibit.rows():
        assert row["contact_count"] is not None
        assert row["lead_count"] is not None
        assert row["opened_project_count"] is None
        assert row["signed_within_90_days_count"] is None
    assert exhibit.chart.values == ("lead_count",)


@pytest.mark.parametrize(
    "function",
    [cloud.contacts_by_channel, cloud.contacts_by_activity, cloud.contact_yield],
)
@pytest.mark.parametrize("period", [QUARTER, days("2018-01-01", "2018-12-31")])
def test_without_a_contacts_ledger_nothing_is_zero(only_projects, function, period):
    rows = function(only_projects, english(period)).rows()
    counts = [value for row in rows for name, value in row.items() if name.endswith("_count")]

    assert counts
    assert set(counts) == {None}


@pytest.mark.parametrize(
    "function",
    [cloud.contact_calendar, cloud.contacts_by_origin, cloud.online_share_by_month],
)
def test_without_a_contacts_ledger_there_are_no_days_origins_or_months(only_projects, function):
    assert function(only_projects, english()).rows() == []


@pytest.mark.parametrize("day", ["2001-01-01", "2030-01-01"])
def test_before_and_after_the_ledger_channels_are_unknown(small, day):
    for function in (cloud.contacts_by_channel, cloud.contacts_by_activity, cloud.contact_yield):
        rows = function(small, english(days(day))).rows()
        assert {row["contact_count"] for row in rows} == {None}
        assert {row["lead_count"] for row in rows} == {None}


@pytest.fixture(scope="module")
def channels(tmp_path_factory):
    folder = tmp_path_factory.mktemp("channels")
    write(
        folder,
        "contacts.csv",
        contact("A", "2019-03-10", channel="video", origin_country="JP"),
        contact("B", "2019-03-20", channel="on_site"),
        contact("C", "2020-03-01", channel="video", attendee_count=7, lead_count=2),
        contact("D", "2020-03-01", channel="on_site", activity="site_visit", origin_country="CN"),
        contact("E", "2020-03-02", channel="", activity="", origin_country="CN"),
        contact("F", "2020-03-04", channel="video", activity="q_and_a", origin_country="JP"),
        contact("G", "2020-03-04", channel="email", district="cixi", origin_country="HK"),
        contact("H", "2020-03-31", channel="phone", activity="q_and_a", industry="new_materials"),
    )
    as_of(folder, "2020-04-02", "contacts.csv")
    return open_database(folder)


MARCH = days("2020-03-01", "2020-03-31")


def test_channels_beside_those_of_the_compared_period(channels):
    exhibit = cloud.contacts_by_channel(channels, english(MARCH, compare="year"))
    rows = rows_by(exhibit, "channel")

    assert {code: row["contact_count"] for code, row in rows.items()} == {
        "phone": 1,
        "wechat": 0,
        "video": 2,
        "email": 1,
        "livestream": 0,
        "on_site": 1,
        "unknown": 1,
    }
    assert [row["compared_contact_count"] for row in rows.values()] == [0, 0, 1, 0, 0, 1, 0]
    assert rows["video"]["channel_share"] == 2 / 5
    assert rows["unknown"]["channel_share"] is None
    assert (rows["video"]["attendee_count"], rows["video"]["lead_count"]) == (8, 2)
    assert exhibit.title == "Contacts by channel, beside March 2019"
    assert exhibit.chart.values == ("contact_count", "compared_contact_count")


def test_nothing_is_compared_where_nothing_is_chosen_or_covered(channels):
    chosen_none = cloud.contacts_by_channel(channels, english(MARCH, compare="none"))
    uncovered = cloud.contacts_by_channel(
        channels, english(days("2019-03-01", "2019-03-31"), compare="year")
    )

    for exhibit in (chosen_none, uncovered):
        assert {row["compared_contact_count"] for row in exhibit.rows()} == {None}
        assert exhibit.chart.values == ("contact_count",)
        assert exhibit.title == "Contacts by channel"
    assert chosen_none.notes == ()
    assert uncovered.notes == ("No contacts ledger covers March 2018, so nothing is compared.",)


def test_a_channel_unknown_only_in_the_compared_period_has_its_row(channels):
    april = english(days("2020-04-01", "2020-04-30"))
    rows = rows_by(cloud.contacts_by_channel(channels, april), "channel")

    assert rows["unknown"]["contact_count"] == 0
    assert rows["unknown"]["compared_contact_count"] == 1


def test_activities_come_by_size_with_what_went_online(channels):
    exhibit = cloud.contacts_by_activity(channels, english(MARCH))
    rows = rows_by(exhibit, "activity")

    assert list(rows)[:3] == ["q_and_a", "site_visit", "matchmaking"]
    assert list(rows)[-1] == "unknown"
    assert [rows["q_and_a"][name] for name in ("contact_count", "online_count")] == [2, 2]
    assert (rows["site_visit"]["on_site_count"], rows["site_visit"]["online_share"]) == (1, 0)
    assert rows["matchmaking"]["contact_count"] == 0
    assert rows["matchmaking"]["online_share"] is None
    # C, E and G say nothing of what they were for; E neither by which channel it went.
    unknown = rows["unknown"]
    assert (unknown["contact_count"], unknown["online_count"]) == (3, 2)
    assert (unknown["on_site_count"], unknown["channel_unknown_count"]) == (0, 1)
    assert unknown["online_share"] == 1
    assert exhibit.chart.values == ("online_count", "on_site_count", "channel_unknown_count")


def test_the_calendar_has_a_row_a_day_up_to_the_as_of_date(channels):
    period = days("2020-02-28", "2020-04-30")
    rows = rows_by(cloud.contact_calendar(channels, english(period)), "contact_day")
    found = {day: row for day, row in rows.items() if row["contact_count"]}

    assert (min(rows), max(rows), len(rows)) == (date(2020, 2, 28), date(2020, 4, 2), 35)
    assert {day.day: (row["contact_count"], row["online_count"]) for day, row in found.items()} == {
        1: (2, 1),
        2: (1, 0),
        4: (2, 2),
        31: (1, 1),
    }


def test_the_calendar_begins_with_the_ledger(channels):
    period = days("2019-01-01", "2019-03-31")
    calendar = cloud.contact_calendar(channels, english(period))

    assert next(iter(rows_by(calendar, "contact_day"))) == date(2019, 3, 10)
    assert cloud.contact_calendar(channels, english(days("2018-01-01", "2018-12-31"))).rows() == []


def test_the_calendar_keeps_the_filters_and_its_zeros(channels):
    counts = column_by(
        cloud.contact_calendar(channels, english(MARCH, districts=("cixi",))),
        "contact_day",
        "contact_count",
    )

    assert len(counts) == 31
    assert {day.day: count for day, count in counts.items() if count} == {4: 1}


def test_the_days_of_many_years_are_drawn_without_gaps_between(tmp_path):
    write(tmp_path, "contacts.csv", contact("A", "2015-01-05"), contact("B", "2020-03-01"))
    data = open_database(tmp_path)
    gaps = [
        charts.figure(cloud.contact_calendar(data, english(days(first_day, "2020-03-01"))), {})
        .data[0]
        .xgap
        for first_day in ("2020-01-01", "2018-12-01", "2015-01-05")
    ]

    assert gaps == [2, 1, 0]


def test_a_contact_dated_after_the_as_of_date_is_not_lost_from_the_calendar(tmp_path):
    write(tmp_path, "contacts.csv", contact("A", "2020-03-01"), contact("B", "2020-03-09"))
    as_of(tmp_path, "2020-03-03", "contacts.csv")
    calendar = cloud.contact_calendar(open_database(tmp_path), english(MARCH))

    assert list(column_by(calendar, "contact_day", "contact_count").values()) == [1, 0, 0, 1]


def test_origins_come_by_size_the_unknown_with_its_own_row(channels):
    exhibit = cloud.contacts_by_origin(channels, english(MARCH))

    assert [(row["origin_country"], row["contact_count"]) for row in exhibit.rows()] == [
        ("CN", 2),
        ("unknown", 2),
        ("HK", 1),
        ("JP", 1),
    ]
    rows = rows_by(exhibit, "origin_country")
    assert rows["unknown"]["origin_country_name"] == "Not stated"
    assert rows["unknown"]["attendee_count"] == 8
    assert (rows["CN"]["online_share"], rows["CN"]["channel_known_count"]) == (0, 1)
    assert exhibit.notes == ()


def fewer_of_each(codes):
    """Fourteen contacts of the first origin, one fewer of each that follows."""
    return [
        contact(f"{code}{each}", "2020-03-01", origin_country=code)
        for place, code in enumerate(codes)
        for each in range(14 - place)
    ]


def test_origins_beyond_those_drawn_are_counted_in_a_note(tmp_path):
    codes = ["CN", "HK", "MO", "TW", "US", "GB", "KR", "JP", "DE", "FR", "IT", "NL", "SG"]
    contacts = fewer_of_each(codes)
    write(tmp_path, "contacts.csv", *contacts)
    exhibit = cloud.contacts_by_origin(open_database(tmp_path), english(MARCH))
    (bars,) = charts.figure(exhibit, {}).data

    assert len(exhibit.rows()) == 13
    assert list(bars.customdata) == codes[:12]
    assert len(block_of(exhibit, {}).categories) == 12
    assert exhibit.notes[0] == "Drawn: the 12 largest of 13 origins; contacts of the others: 2."


def test_contacts_of_an_origin_not_stated_are_none_of_the_origins_that_are_counted(tmp_path):
    codes = ["CN", "HK", "MO", "TW", "US", "GB", "KR", "JP", "DE", "FR", "IT", "NL", ""]
    contacts = fewer_of_each(codes)
    write(tmp_path, "contacts.csv", *contacts)
    exhibit = cloud.contacts_by_origin(open_database(tmp_path), english(MARCH))

    assert exhibit.notes[0] == "Not drawn: contacts whose origin is not stated, 2."

    more = [contact(f"none{each}", "2020-03-02", origin_country="") for each in range(10)]
    write(tmp_path, "contacts.csv", *contacts, *more)
    exhibit = cloud.contacts_by_origin(open_database(tmp_path), english(MARCH))

    assert exhibit.notes[0] == "Drawn: the 11 largest of 12 origins; contacts of the others: 3."


def calls(prefix, day, online, on_site):
    return [
        contact(f"{prefix}{each}", day, channel="phone" if each < online else "on_site")
        for each in range(online + on_site)
    ]


@pytest.fixture(scope="module")
def months(tmp_path_factory):
    folder = tmp_path_factory.mktemp("months")
    write(
        folder,
        "contacts.csv",
        *calls("a", "2019-02-10", online=2, on_site=8),
        *calls("b", "2019-02-28", online=10, on_site=0),
        *calls("c", "2019-03-10", online=1, on_site=3),
        *calls("d", "2020-01-15", online=3, on_site=3),
        *calls("e", "2020-02-10", online=8, on_site=2),
        *calls("f", "2020-03-05", online=2, on_site=2),
    )
    as_of(folder, "2020-03-31", "contacts.csv")
    return open_database(folder)


def shares(exhibit):
    return {
        (row["month"].year, row["month"].month): (
            row["online_share"],
            row["year_before_online_share"],
        )
        for row in exhibit.rows()
        if row["online_share"] is not None or row["year_before_online_share"] is not None
    }


def test_the_online_share_of_twelve_months_beside_the_year_before(months):
    exhibit = cloud.online_share_by_month(months, english(MARCH))
    rows = rows_by(exhibit, "month")

    assert next(iter(rows)) == date(2019, 4, 1)
    assert len(rows) == 12
    assert shares(exhibit) == {(2020, 1): (0.5, None), (2020, 2): (0.8, 0.6)}
    # Nothing before the ledger begins, nothing of four contacts, but their numbers.
    assert rows[date(2020, 1, 1)]["year_before_online_count"] is None
    march = rows[date(2020, 3, 1)]
    assert (march["online_count"], march["channel_known_count"]) == (2, 4)
    assert (march["year_before_online_count"], march["year_before_channel_known_count"]) == (1, 4)
    assert exhibit.notes == (
        "The year before is shown from February 2020 on: the contacts ledger begins in February "
        "2019.",
        "Points of fewer than 5 contacts whose channel is known, not drawn: 2.",
    )
    assert exhibit.period == days("2019-04-01", "2020-03-31")
    assert exhibit.title == "Online share by month, beside the year before"


@pytest.mark.parametrize(
    ("last_day", "year_before"),
    [("2020-02-10", 0.2), ("2020-02-27", 0.2), ("2020-02-28", 0.6), ("2020-02-29", 0.6)],
)
def test_the_last_months_year_before_ends_on_the_same_day(months, last_day, year_before):
    exhibit = cloud.online_share_by_month(months, english(days("2020-02-01", last_day)))

    assert shares(exhibit)[2020, 2] == (0.8, year_before)


def test_a_month_that_the_data_do_not_end_is_compared_with_as_many_days(tmp_path):
    write(
        tmp_path,
        "contacts.csv",
        *calls("a", "2019-02-10", online=1, on_site=4),
        *calls("b", "2019-02-20", online=10, on_site=0),
        *calls("c", "2020-02-10", online=5, on_site=0),
    )
    as_of(tmp_path, "2020-02-15", "contacts.csv")
    exhibit = cloud.online_share_by_month(
        open_database(tmp_path), english(days("2020-02-01", "2020-03-31"))
    )

    assert shares(exhibit) == {(2020, 2): (1.0, 0.2)}
    assert max(row["month"] for row in exhibit.rows()) == date(2020, 2, 1)


def test_without_a_year_before_none_is_drawn(small):
    exhibit = cloud.online_share_by_month(small, english())

    assert exhibit.chart.other is None
    assert exhibit.title == "Online share by month"
    assert not any("year before" in note for note in exhibit.notes)
    assert len(charts.figure(exhibit, {}).data) == 1
