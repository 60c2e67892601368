"""The project library on ledgers small enough to compute by head."""

from datetime import date

import pytest

from promotion.database import open_database
from promotion.exhibits import library
from tests.ledgers import column_by, contact, days, english, project, rows_by, write

SECOND_QUARTER = english(days("2020-04-01", "2020-06-30"))
MONEY = "agreed_investment_wan_cny"


def opened(folder, *projects, contacts=(), as_of="2020-06-30"):
    write(folder, "projects.csv", *projects)
    if contacts:
        write(folder, "contacts.csv", *contacts)
    write(folder, "sources.csv", {"file": "projects.csv", "source": "P", "as_of_date": as_of})
    return open_database(folder)


@pytest.fixture(scope="module")
def data(own_cache, tmp_path_factory):
    """Nine projects of two districts; contacts of three of them."""
    talks = {"negotiation_date": "2020-02-01"}
    return opened(
        tmp_path_factory.mktemp("library"),
        project("LEAD", "2020-05-20", owner="A"),
        project("TALK", "2020-01-01", **talks, next_follow_up_date="2020-06-29", owner="B")
        | {MONEY: 100, "updated_date": "2020-06-23"},
        project("KEY", "2020-01-01", **talks, is_key="yes", updated_date="2020-06-22"),
        project("SIGNED", "2020-01-01", **talks, signed_date="2020-04-01", owner="C")
        | {MONEY: 900, "next_follow_up_date": "2020-06-30", "updated_date": "2020-05-31"},
        project("FRESH", "2020-01-01", signed_date="2020-04-02", updated_date="2020-03-01")
        | {MONEY: 50},
        project("LANDED", "2020-01-01", signed_date="2020-04-10", landed_date="2020-06-30")
        | {"district": "cixi", "next_follow_up_date": "2020-06-01", MONEY: 70},
        project("WORKS", "2019-01-01", signed_date="2019-03-01", landed_date="2019-04-01")
        | {"production_date": "2019-09-01", "next_follow_up_date": "2020-01-01"},
        project("CLOSED", "2020-01-01", **talks, closed_date="2020-05-01")
        | {"next_follow_up_date": "2020-05-02", MONEY: 30},
        project("LATER", "2020-07-05"),
        contacts=(
            contact("1", "2020-05-31", project_id="TALK"),
            contact("2", "2020-06-01", project_id="SIGNED"),
            contact("3", "2020-05-01", project_id="SIGNED"),
            contact("4", "2020-07-02", project_id="FRESH"),
            contact("5", "2020-06-29"),
        ),
    )


def test_each_district_has_its_four_classes_at_the_periods_end(data):
    exhibit = library.project_library(data, SECOND_QUARTER)
    counts = {key: row["project_count"] for key, row in _classes(exhibit).items()}

    assert len(exhibit.rows()) == 5 * 4
    assert {key: count for key, count in counts.items() if count} == {
        ("yinzhou", "negotiating"): 1,
        ("yinzhou", "key_negotiating"): 1,
        ("yinzhou", "signed"): 2,
        ("yinzhou", "no_follow_up"): 1,
    }
    assert _classes(exhibit)["yinzhou", "signed"][MONEY] == 950
    assert _classes(exhibit)["yinzhou", "key_negotiating"][MONEY] is None
    assert _classes(exhibit)["cixi", "signed"][MONEY] == 0


def _classes(exhibit):
    return rows_by(exhibit, "district", "library_class")


def test_what_stands_in_no_class_is_counted_in_a_note(data):
    notes = library.project_library(data, SECOND_QUARTER).notes

    assert notes[0].endswith("leads not yet in talks 1, projects that have landed 2.")
    assert notes[1] == "Projects whose amount is unknown, not in the total: 1."


def test_a_past_day_is_replayed(data):
    classes = _classes(library.project_library(data, english(days("2020-03-01", "2020-03-31"))))

    assert classes["yinzhou", "negotiating"]["project_count"] == 3
    assert classes["yinzhou", "signed"]["project_count"] == 0
    assert classes["yinzhou", "no_follow_up"]["project_count"] == 0


def test_projects_flow_from_where_they_stood_to_where_they_stand(data):
    flows = rows_by(library.stage_flow(data, SECOND_QUARTER), "from_stage", "to_stage")

    assert {pair: row["project_count"] for pair, row in flows.items()} == {
        ("not_known", "lead"): 1,
        ("lead", "signed"): 1,
        ("lead", "landed"): 1,
        ("negotiating", "negotiating"): 1,
        ("negotiating", "signed"): 1,
        ("negotiating", "no_follow_up"): 1,
        ("key_negotiating", "key_negotiating"): 1,
        ("in_production", "in_production"): 1,
    }
    assert flows["negotiating", "signed"][MONEY] == 900
    assert flows["key_negotiating", "key_negotiating"][MONEY] is None


def test_a_month_without_signings_is_a_cohort_of_none(data):
    rows = rows_by(library.signing_cohorts(data, SECOND_QUARTER), "signed_month")

    assert list(rows) == [date(2020, 4, 1), date(2020, 5, 1), date(2020, 6, 1)]
    april = rows[date(2020, 4, 1)]
    assert (april["signed_count"], april["landed_of_signed_count"]) == (3, 1)
    assert april["landing_rate"] == pytest.approx(1 / 3)
    assert rows[date(2020, 5, 1)]["signed_count"] == 0
    assert rows[date(2020, 5, 1)]["landing_rate"] is None


def test_a_landing_after_the_as_of_date_has_not_happened(tmp_path):
    data = opened(
        tmp_path,
        project("P", "2020-01-01", signed_date="2020-02-01", landed_date="2020-05-01"),
        as_of="2020-04-30",
    )
    [row] = library.signing_cohorts(data, english(days("2020-02-01", "2020-02-29"))).rows()

    assert (row["signed_count"], row["landed_of_signed_count"]) == (1, 0)


def test_days_of_a_step_count_where_its_end_is_in_the_period_and_its_days_in_order(tmp_path):
    ends = ("2020-04-11", "2020-04-21", "2020-05-01", "2020-05-11", "2020-05-21")
    data = opened(
        tmp_path,
        *(project(day, "2020-04-01", negotiation_date=day) for day in ends),
        project("BEFORE", "2020-01-01", negotiation_date="2020-03-31"),
        project("SLIP", "2020-05-09", negotiation_date="2020-05-08"),
        project("SKIPPED", "2020-04-01", signed_date="2020-05-05"),
    )
    exhibit = library.stage_durations(data, SECOND_QUARTER)
    talks = rows_by(exhibit, "stage_step")["lead_to_negotiation"]

    assert [talks[name] for name in ("step_count", "lower_quartile_days")] == [5, 20]
    assert [talks[name] for name in ("median_days", "upper_quartile_days")] == [30, 40]
    assert exhibit.notes == ("Steps whose days are out of order, left out: 1.",)
    signing = rows_by(exhibit, "stage_step")["negotiation_to_signing"]
    assert (signing["step_count"], signing["median_days"]) == (0, None)


def test_the_dispatch_list_says_why_and_puts_the_largest_first(data):
    rows = library.dispatch_list(data, SECOND_QUARTER).rows()

    assert [(row["project_id"], row["dispatch_reason"], row["waiting_days"]) for row in rows] == [
        ("SIGNED", "not_landed", 90),
        ("TALK", "no_contact", 30),
        ("TALK", "overdue", 1),
        ("LANDED", "overdue", 29),
        ("FRESH", "no_contact", 181),
        ("KEY", "no_contact", 181),
        ("LEAD", "no_contact", 41),
    ]
    talk = rows[1]
    assert (talk["owner"], talk["last_contact_date"]) == ("B", date(2020, 5, 31))
    assert rows[-1]["last_contact_date"] is None


def test_the_dispatch_list_of_a_past_day_knows_no_later_contact(data):
    rows = library.dispatch_list(data, english(days("2020-05-01", "2020-05-31"))).rows()
    reasons = {(row["project_id"], row["dispatch_reason"]): row for row in rows}

    assert ("SIGNED", "no_contact") in reasons
    assert reasons["SIGNED", "no_contact"]["last_contact_date"] == date(2020, 5, 1)
    assert ("TALK", "no_contact") not in reasons
    assert ("SIGNED", "not_landed") not in reasons


def test_without_a_contacts_ledger_nobody_is_said_to_lack_contact(tmp_path):
    data = opened(tmp_path, project("P", "2020-01-01", next_follow_up_date="2020-06-01"))

    reasons = column_by(library.dispatch_list(data, SECOND_QUARTER), "project_id", "waiting_days")
    assert reasons == {"P": 29}


def test_a_folder_of_its_own_may_set_other_numbers_of_days(tmp_path):
    write(
        tmp_path / "reference",
        "dispatch_reasons.csv",
        *(
            {"code": code, "name_en": code, "name_zh": code, "least_days": least_days}
            for code, least_days in (("overdue", 10), ("no_contact", 1000), ("not_landed", 1000))
        ),
    )
    data = opened(
        tmp_path,
        project("NINE", "2020-01-01", next_follow_up_date="2020-06-21"),
        project("TEN", "2020-01-01", next_follow_up_date="2020-06-20"),
        contacts=(contact("1", "2020-01-05"),),
    )
    rows = library.dispatch_list(data, SECOND_QUARTER).rows()

    assert [row["project_id"] for row in rows] == ["TEN"]


def test_records_are_parted_by_the_days_since_they_were_updated(data):
    yinzhou = rows_by(library.record_staleness(data, SECOND_QUARTER), "district")["yinzhou"]

    assert yinzhou["open_project_count"] == 5
    assert yinzhou["updated_within_week_count"] == 1  # TALK, 7 days
    assert yinzhou["updated_within_month_count"] == 2  # KEY, 8 days; SIGNED, 30 days
    assert yinzhou["updated_within_quarter_count"] == 0
    assert yinzhou["updated_earlier_count"] == 1  # FRESH, 121 days
    assert yinzhou["undated_count"] == 1  # LEAD
    assert yinzhou["median_record_age_days"] == 19  # of 7, 8, 30 and 121


def test_a_district_without_open_projects_has_records_of_no_age(data):
    zhenhai = rows_by(library.record_staleness(data, SECOND_QUARTER), "district")["zhenhai"]

    assert (zhenhai["open_project_count"], zhenhai["median_record_age_days"]) == (0, None)


@pytest.fixture(scope="module")
def repeated(own_cache, tmp_path_factory):
    """A signing repeated under nearly the same name, and some that only look a little like it."""

    def signed(code, name, day, **columns):
        same = {"investor": "Maker Ltd", MONEY: 500, "signed_date": day, "project_name": name}
        return project(code, "2020-01-01") | same | columns

    return opened(
        tmp_path_factory.mktemp("repeated"),
        signed("A", "Wafer plant phase 1", "2020-04-10"),
        signed("B", "Wafer Plant  phase 2", "2020-04-20", district="cixi", investor="maker ltd"),
        signed("OTHER NAME", "Harbour logistics hub", "2020-04-12"),
        signed("OTHER SUM", "Wafer plant phase 1", "2020-04-12", agreed_investment_wan_cny=501),
        signed("OTHER FIRM", "Wafer plant phase 1", "2020-04-12", investor="Baker Ltd"),
        signed("UNSIGNED", "Wafer plant phase 1", None),
        signed("LATER", "Wafer plant phase 1", "2020-07-12"),
    )


def test_signings_of_one_investor_amount_and_similar_name_are_listed_once(repeated):
    [row] = library.repeated_signings(repeated, SECOND_QUARTER).rows()

    assert (row["project_id"], row["other_project_id"]) == ("A", "B")
    assert (row["district"], row["other_district"]) == ("yinzhou", "cixi")
    assert 0.85 <= row["name_similarity"] < 1


@pytest.mark.parametrize(("districts", "count"), [(("cixi",), 1), (("beilun",), 0)])
def test_a_pair_is_listed_under_the_district_of_either(repeated, districts, count):
    filters = english(days("2020-04-01", "2020-06-30"), districts=districts)

    assert len(library.repeated_signings(repeated, filters).rows()) == count


def test_a_repeated_signing_stays_in_the_counts(repeated):
    [april, *_others] = library.signing_cohorts(repeated, SECOND_QUARTER).rows()

    assert april["signed_count"] == 5


def test_filters_choose_the_projects_of_every_exhibit(data):
    cixi = english(days("2020-04-01", "2020-06-30"), districts=("cixi",))

    assert {row["district"] for row in library.project_library(data, cixi).rows()} == {"cixi"}
    assert [row["project_id"] for row in library.dispatch_list(data, cixi).rows()] == ["LANDED"]
    assert sum(row["signed_count"] for row in library.signing_cohorts(data, cixi).rows()) == 1
    assert sum(row["project_count"] for row in library.stage_flow(data, cixi).rows()) == 1


def test_without_a_projects_ledger_the_library_is_unknown(tmp_path):
    write(tmp_path, "contacts.csv", contact("1", "2020-05-01"))
    data = open_database(tmp_path)

    for row in library.project_library(data, SECOND_QUARTER).rows():
        assert (row["project_count"], row[MONEY]) == (None, None)
    assert library.stage_flow(data, SECOND_QUARTER).is_empty
    assert library.signing_cohorts(data, SECOND_QUARTER).is_empty
    assert library.dispatch_list(data, SECOND_QUARTER).is_empty
