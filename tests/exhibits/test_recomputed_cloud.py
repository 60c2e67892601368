"""Cloud promotion on the sample ledgers against plain Python, none of the project's SQL."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import cache
from statistics import median

import pytest

from promotion.exhibits import cloud, concerns
from tests.exhibits import recomputed
from tests.exhibits.test_recomputed import VIEWS
from tests.ledgers import rows_by

AS_OF = date(2020, 6, 30)
WITHIN = timedelta(days=90)
views = pytest.mark.parametrize("filters", VIEWS.values(), ids=VIEWS)


def contacts_of(filters, period=None):
    rows = recomputed.chosen(recomputed.ledger("contacts"), filters)
    period = period or filters.period
    return [row for row in rows if period.first_day <= row["contact_date"] <= period.last_day]


def counts_by(rows, column):
    """Contacts, those online, those of known channel, people and tips of each member."""
    found = defaultdict(Counter)
    for row in rows:
        found[row[column] or "unknown"].update(
            contact_count=1,
            online_count=int(row["channel"] not in (None, "on_site")),
            channel_known_count=int(row["channel"] is not None),
            attendee_count=int(row["attendee_count"] or 1),
            lead_count=int(row["lead_count"] or 0),
        )
    return found


def assert_same_counts(rows, column, expected, names):
    found = {row[column]: {name: row[name] for name in names} for row in rows}
    assert {member for member in found if any(found[member].values())} == set(expected)
    for member, counted in expected.items():
        assert found[member] == {name: counted[name] for name in names}, member


@views
def test_contacts_by_channel(sample, filters):
    rows = cloud.contacts_by_channel(sample, filters).rows()
    expected = counts_by(contacts_of(filters), "channel")
    compared = filters.compared_period
    before = counts_by(contacts_of(filters, compared), "channel")
    names = ("contact_count", "attendee_count", "lead_count")

    assert_same_counts([row for row in rows if row["contact_count"]], "channel", expected, names)
    known = sum(counted["channel_known_count"] for counted in expected.values())
    for row in rows:
        if row["channel"] != "unknown" and known:
            assert row["channel_share"] == pytest.approx(row["contact_count"] / known)
        if compared.first_day < date(2019, 1, 1):
            assert row["compared_contact_count"] is None
        else:
            assert row["compared_contact_count"] == before[row["channel"]]["contact_count"]


@views
def test_contacts_by_activity_and_by_origin(sample, filters):
    chosen = contacts_of(filters)
    by_activity = cloud.contacts_by_activity(sample, filters).rows()
    by_origin = cloud.contacts_by_origin(sample, filters).rows()
    names = ("contact_count", "online_count", "attendee_count", "lead_count")

    assert_same_counts(by_activity, "activity", counts_by(chosen, "activity"), names)
    origins = counts_by(chosen, "origin_country")
    assert_same_counts(by_origin, "origin_country", origins, (*names, "channel_known_count"))
    for row in by_origin:
        counted = origins[row["origin_country"]]
        assert row["online_share"] == pytest.approx(
            counted["online_count"] / counted["channel_known_count"]
        )


@views
def test_the_calendar(sample, filters):
    rows = rows_by(cloud.contact_calendar(sample, filters), "contact_day")
    expected = Counter(row["contact_date"] for row in contacts_of(filters))
    first_day, last_day = filters.period.first_day, filters.period.last_day

    assert list(rows) == [
        first_day + timedelta(days=place) for place in range((last_day - first_day).days + 1)
    ]
    assert {day: row["contact_count"] for day, row in rows.items()} == {
        day: expected[day] for day in rows
    }


@cache
def first_contacts():
    """The contact that opened each project of the library."""
    projects = {row["project_id"] for row in recomputed.ledger("projects")}
    found = {}
    for row in recomputed.ledger("contacts"):
        if row["project_id"] in projects:
            before = found.get(row["project_id"], row)
            found[row["project_id"]] = min(
                before, row, key=lambda each: (each["contact_date"], each["contact_id"])
            )
    return list(found.values())


@cache
def last_contacts():
    """The last contact by each channel before each signing, within the 90 days up to it."""
    signed = {row["project_id"]: row["signed_date"] for row in recomputed.ledger("projects")}
    found = {}
    for row in recomputed.ledger("contacts"):
        day = signed.get(row["project_id"])
        if day is None or day > AS_OF or row["activity"] == "signing":
            continue
        if not day - WITHIN <= row["contact_date"] <= day:
            continue
        key = row["project_id"], row["channel"]
        before = found.get(key, row)
        later = row["contact_date"] > before["contact_date"]
        same = row["contact_date"] == before["contact_date"]
        if later or (same and row["contact_id"] < before["contact_id"]):
            before = row
        found[key] = before
    return list(found.values())


@views
def test_what_contacts_yield(sample, filters):
    rows = rows_by(cloud.contact_yield(sample, filters), "channel")
    contacts = counts_by(contacts_of(filters), "channel")

    def by_channel(events):
        chosen = recomputed.chosen(events, filters)
        within = recomputed.within(chosen, "contact_date", filters)
        return Counter(row["channel"] or "unknown" for row in within)

    opened, signed = by_channel(first_contacts()), by_channel(last_contacts())
    assert set(rows) >= set(contacts) | set(opened) | set(signed)
    for channel, row in rows.items():
        count = contacts[channel]["contact_count"]
        for name, rate, expected in (
            ("lead_count", "leads_per_hundred", contacts[channel]["lead_count"]),
            ("opened_project_count", "opened_projects_per_hundred", opened[channel]),
            ("signed_within_90_days_count", "signings_per_hundred", signed[channel]),
        ):
            assert row[name] == expected, (channel, name)
            if count < 5:
                assert row[rate] is None
            else:
                assert row[rate] == pytest.approx(100 * expected / count)


def test_the_sample_tells_first_contacts_and_signings_apart(sample):
    """Else the test above would prove little."""
    assert len(first_contacts()) > 500
    assert len(last_contacts()) > 100
    assert len({row["channel"] for row in last_contacts()}) == 6


@views
def test_concerns(sample, filters):
    raised = [row for row in contacts_of(filters) if row["concern"]]
    rows = rows_by(concerns.concerns(sample, filters), "concern")
    open_ids = []

    for code, row in rows.items():
        members = [each for each in raised if each["concern"] == code]
        resolved = [
            each
            for each in members
            if each["concern_resolved_date"] and each["concern_resolved_date"] <= AS_OF
        ]
        waiting = [each for each in members if each not in resolved]
        open_ids += [each["contact_id"] for each in waiting]
        taken = [(each["concern_resolved_date"] - each["contact_date"]).days for each in resolved]
        ages = [(AS_OF - each["contact_date"]).days for each in waiting]
        assert (row["raised_count"], row["resolved_count"], row["open_count"]) == (
            len(members),
            len(resolved),
            len(waiting),
        )
        assert row["median_days_to_answer"] == (median(taken) if taken else None)
        assert row["median_open_days"] == (median(ages) if ages else None)
        assert row["oldest_open_days"] == (max(ages) if ages else None)
    listed = concerns.open_concerns(sample, filters).rows()
    assert sorted(row["contact_id"] for row in listed) == sorted(open_ids)


@views
def test_the_online_share_by_month(sample, filters):
    rows = cloud.online_share_by_month(sample, filters).rows()
    chosen = recomputed.chosen(recomputed.ledger("contacts"), filters)
    last_day = filters.period.last_day
    ends_month = (last_day + timedelta(days=1)).day == 1

    def share(year, month, until):
        known = [
            row["channel"] != "on_site"
            for row in chosen
            if (row["contact_date"].year, row["contact_date"].month) == (year, month)
            and row["contact_date"].day <= until
            and row["channel"]
        ]
        return sum(known) / len(known) if len(known) >= 5 else None

    assert rows
    for row in rows:
        day = row["month"]
        is_last = (day.year, day.month) == (last_day.year, last_day.month)
        until = 31 if ends_month or not is_last else last_day.day
        assert row["online_share"] == pytest.approx(share(day.year, day.month, until))
        assert row["year_before_online_share"] == pytest.approx(
            share(day.year - 1, day.month, until)
        )
