"""What is said of one thing, on the small ledgers, whose every figure is known by head."""

import plotly.graph_objects as go
import pytest

from promotion import charts
from promotion.database import open_database
from promotion.scope import MASK, Scope
from promotion.things import LedgerWords, carrier, company, lists, project
from promotion.things.timeline import counted_words, project_timeline
from tests.ledgers import LEDGERS, contact, english, part_of_small, write
from tests.ledgers import project as project_row

AS_OF = "Stage on 10 April 2020"


def told(facts):
    """The facts by their labels, as text."""
    return {
        fact.label: fact.value.words if isinstance(fact.value, LedgerWords) else fact.value
        for fact in facts
    }


def project_facts(data, number):
    return told(project.facts(data, project.row_of(data, number)))


def test_a_project_is_told_with_its_stage_amounts_and_days(small):
    facts = project_facts(small, "P1")

    assert facts[AS_OF] == "Signed, not landed"
    assert facts["Investor"] == "Maker"
    assert facts["Site"] == "Tower one"
    assert facts["Agreed investment"] == "10 million CNY"
    assert facts["Domestic capital received"] == "5 million CNY"
    assert facts["Foreign capital contracted"] == "unknown"
    assert facts["Last contact"] == "31 March 2020"
    assert facts["In the ledger"] == "projects.csv:2"


def test_capital_that_arrived_is_added_up_and_zero_where_none_did(small):
    assert project_facts(small, "P5")["Foreign capital received"] == "705,000 USD"
    assert project_facts(small, "P3")["Foreign capital received"] == "0 USD"


def test_without_a_receipts_ledger_capital_received_is_unknown(tmp_path):
    data = open_database(part_of_small(tmp_path, "projects", "contacts"))

    assert project_facts(data, "P5")["Foreign capital received"] == "unknown"
    assert project_facts(data, "P1")["Site"] == "B1"


def test_a_project_that_begins_after_the_as_of_date_has_no_stage_yet(tmp_path):
    write(tmp_path, "projects.csv", project_row("P", "2020-05-01"))
    write(tmp_path, "contacts.csv", contact("C", "2020-04-10"))

    assert project_facts(open_database(tmp_path), "P")[AS_OF] == "not known yet"


def test_what_happened_is_listed_the_newest_first(small):
    rows = lists.event_rows(small, "P1", 0)

    assert [(row[0].isoformat(), row[1]) for row in rows] == [
        ("2020-03-31", "Contact"),
        ("2020-03-15", "Capital received"),
        ("2020-02-29", "Contact"),
        ("2020-02-29", "Signed"),
        ("2019-04-10", "Talks begin"),
        ("2019-03-01", "Contact"),
        ("2019-03-01", "Lead"),
    ]
    assert rows[0][2].words == "Phone · Matchmaking · 1 person-time"
    assert rows[1][2].words == "5 million CNY"
    assert rows[0][3].words == "contacts.csv:15"


def test_a_concern_is_open_until_the_as_of_date_has_its_answer(tmp_path):
    write(tmp_path, "projects.csv", project_row("P", "2020-01-01", closed_date="2020-04-01"))
    concerns = [
        contact(f"C{n}", f"2020-03-0{n}", project_id="P", concern="policy", **columns)
        for n, columns in enumerate(
            ({}, {"concern_resolved_date": "2020-03-09"}, {"concern_resolved_date": "2020-05-01"}),
            start=1,
        )
    ]
    write(tmp_path, "contacts.csv", *concerns, contact("D", "2020-04-10"))
    rows = lists.event_rows(open_database(tmp_path), "P", 0)

    words = [row[2].words.split(" · ")[-1] for row in rows if row[1] == "Contact"]
    assert words == [
        "concern: Policy, still open",
        "concern: Policy, resolved on 9 March 2020",
        "concern: Policy, still open",
    ]


def test_the_figure_shows_each_event_once_and_tells_it_in_words(small):
    timeline = project_timeline(small, english(districts=("cixi",)), "P1")

    assert [(row["event"], row["event_count"]) for row in timeline.rows()] == [
        ("lead", 1),
        ("negotiation", 1),
        ("signed", 1),
        ("contact", 1),
        ("contact", 1),
        ("contact", 1),
        ("receipt", 1),
    ]
    assert counted_words(timeline).startswith("Contacts: 3; instalments of capital: 1")
    assert timeline.period_line() == "1 March 2019 – 10 April 2020"
    assert "Signed" in timeline.text_alternative()
    figure = go.Figure(charts.figure(timeline, {}).to_plotly_json())  # which Plotly finds valid
    assert len(figure.data[0].x) == 7


def test_a_company_is_told_by_what_it_invests_in_however_it_is_written(small):
    facts = told(company.facts(company.row_of(small, " ＭＡＫＥＲ")))

    assert facts["Projects it invests in"] == "2 projects"
    assert facts["Projects it brought"] == "0 projects"
    assert facts["Contacts"] == "0 contacts"
    rows = lists.project_rows(small, "investor", "maker", 0)
    assert [row[0].words for row in rows] == ["Platform", "Tower"]
    assert [row[5] for row in rows] == ["Landed", "Signed, not landed"]
    assert company.row_of(small, "Nobody") is None


def test_an_organisation_is_told_with_its_contacts_and_their_projects(tmp_path):
    write(
        tmp_path,
        "projects.csv",
        project_row("P1", "2020-01-01", investor="Other"),
        project_row("P2", "2020-01-02", investor="ma ker", referred_by="Anchor"),
        project_row("P3", "2020-01-03", referred_by="MAKER"),
    )
    rows = [
        contact("C1", "2020-01-05", organisation="Maker", project_id="P1"),
        contact("C2", "2020-01-06", organisation="Ｍaker", project_id="PX"),
        contact("C3", "2020-01-07", organisation="Maker two"),
    ]
    write(tmp_path, "contacts.csv", *rows)
    data = open_database(tmp_path)
    row = company.row_of(data, "maker")

    assert [
        row[f"{name}_count"]
        for name in ("contact", "project", "invested_project", "brought_project")
    ] == [2, 2, 1, 1]
    contacts = lists.contact_rows(data, "organisation", "maker", 0)
    assert [each[0].isoformat() for each in contacts] == ["2020-01-06", "2020-01-05"]
    assert [each[6].words for each in contacts] == ["PX", "Project P1"]
    named = lists.project_rows(data, "organisation", "maker", 0)
    assert [each[1].words for each in named] == ["P2", "P1"]
    brought = lists.project_rows(data, "anchor", "maker", 0)
    assert [each[1].words for each in brought] == ["P3"]


def test_a_site_is_told_with_its_areas_projects_and_viewings(small):
    row = carrier.row_of(small, "B1")
    facts = told(carrier.facts(small, row))

    assert facts["Area on offer"] == "5,000 m²"
    assert facts["Occupancy"] == "75.0%"
    assert facts["Projects at this site"] == "2 projects"
    assert facts["Viewings"] == "2 contacts"
    assert facts["Last viewing"] == "2 April 2020"
    assert [each[1].words for each in lists.project_rows(small, "carrier", "B1", 0)] == ["P2", "P1"]
    assert len(lists.contact_rows(small, "carrier", "B1", 0)) == 2
    assert told(carrier.facts(small, carrier.row_of(small, "B2")))["Area on offer"] == "unknown"


@pytest.mark.parametrize("number", ["CX-0001", "🙂", "", "\0", "' or 1=1 --", "x" * 3000])
def test_of_what_a_part_does_not_hold_nothing_is_told(number):
    part = open_database(LEDGERS, Scope(("yuyao",)))

    assert project.row_of(part, number) is None
    assert carrier.row_of(part, number) is None
    assert company.row_of(part, number) is None
    assert lists.event_rows(part, number, 0) == []


def test_the_owner_is_masked_where_names_of_people_are():
    shown, hidden = (
        project_facts(open_database(LEDGERS, Scope((), hides)), "CX-0001")["Owner"]
        for hides in (False, True)
    )
    assert shown != MASK
    assert hidden == MASK
