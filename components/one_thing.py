"""The page of one project, company, site or organisation."""

from functools import partial

from components import exhibit_card, facts, page, stopped, text_table, thing_lists
from promotion.database import Database
from promotion.filters import Filters
from promotion.language import _
from promotion.things import KINDS, Thing, carrier, company, kind_name, lists, project
from promotion.things.timeline import counted_words, project_timeline


def show(data: Database, filters: Filters, kind: str, name: str) -> None:
    """Nothing; draws the page of the thing that an address names, or says what to do."""
    with stopped.told_instead():
        if kind == "project":
            _show_project(data, filters, name)
        elif kind == "carrier":
            _show_carrier(data, filters, name)
        elif kind in KINDS:
            _show_company(data, filters, kind, name)
        else:
            _show_nothing()


def _show_nothing() -> None:
    page.head_of_one(_("Not found"))
    text_table.show_sentence(
        _(
            "The address of this page names nothing that is in the ledgers you may see: it may "
            "have been cut off, or the ledgers may have changed. Find it by a part of its name in "
            "the box at the top of the sidebar."
        )
    )


def _show_project(data: Database, filters: Filters, number: str) -> None:
    row = project.row_of(data, number)
    if row is None:
        _show_nothing()
        return
    page.head_of_one(
        row["project_name"],
        kind_name("project"),
        data.name_of("district", row["district"]),
        project.stage_words(row),
    )
    facts.show(project.facts(data, row))
    timeline = project_timeline(data, filters, number)
    exhibit_card.show_plain(timeline, counted_words(timeline), data, timeline.name)
    thing_lists.show(
        "events",
        _("One after the other, the newest first"),
        lists.event_headings(),
        partial(lists.event_rows, data, number),
        sum(timeline.table["event_count"]),
        (data.version, number),
        filters,
    )


def _show_carrier(data: Database, filters: Filters, number: str) -> None:
    row = carrier.row_of(data, number)
    if row is None:
        _show_nothing()
        return
    page.head_of_one(
        row["carrier_name"], kind_name("carrier"), data.name_of("district", row["district"])
    )
    facts.show(carrier.facts(data, row))
    thing = Thing("carrier", number)
    _show_projects(data, filters, thing, "carrier", _("Projects going there"), row["project_count"])
    _show_contacts(data, filters, thing, _("Contacts in which it was shown"), row["viewing_count"])


def _show_company(data: Database, filters: Filters, kind: str, name: str) -> None:
    row = company.row_of(data, name)
    if row is None:
        _show_nothing()
        return
    page.head_of_one(row["names"][0], kind_name(kind))
    facts.show(company.facts(row))
    thing = Thing(kind, name)
    if kind == "company":
        invested, brought = row["invested_project_count"], row["brought_project_count"]
        words = _("Projects it invests in")
        _show_projects(data, filters, thing, "investor", words, invested)
        _show_projects(data, filters, thing, "anchor", _("Projects it brought"), brought)
    _show_contacts(data, filters, thing, _("Contacts with it"), row["contact_count"])
    if kind == "organisation":
        words = _("Projects named in its contacts, or that it invests in")
        _show_projects(data, filters, thing, "organisation", words, row["project_count"])


def _show_projects(
    data: Database, filters: Filters, thing: Thing, relation: str, title: str, count: int
) -> None:
    thing_lists.show(
        f"projects_{relation}",
        title,
        lists.project_headings(),
        partial(lists.project_rows, data, relation, thing.id),
        count,
        (data.version, thing),
        filters,
    )


def _show_contacts(data: Database, filters: Filters, thing: Thing, title: str, count: int) -> None:
    relation = "carrier" if thing.kind == "carrier" else "organisation"
    thing_lists.show(
        "contacts",
        title,
        lists.contact_headings(relation),
        partial(lists.contact_rows, data, relation, thing.id),
        count,
        (data.version, thing),
        filters,
    )
