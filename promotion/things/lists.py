"""What happened to one project; the projects and contacts of one company, organisation or site."""

from datetime import date

from promotion import numbers
from promotion.database import Database
from promotion.language import _
from promotion.measures import label_of, stage_name
from promotion.query import records_of
from promotion.things.project import event_detail, event_name, place_words
from promotion.things.thing import LedgerWords, Thing

PAGE_SIZE = 12


class Amount(str):
    """An amount in words, which stands on the right in a table."""


Cell = str | int | date | LedgerWords
Rows = list[tuple[Cell, ...]]


def event_headings() -> tuple[str, ...]:
    """The headings of `event_rows`."""
    return (_("Date"), _("Event"), _("Detail"), _("In the ledger"))


def event_rows(data: Database, number: str, offset: int) -> Rows:
    """A page of what happened to a project, the newest first."""
    rows = data.run("search/project_events", id=number, page_size=PAGE_SIZE, offset=offset)
    return [
        (
            row["event_day"],
            event_name("", row["event"]),
            LedgerWords(event_detail(data, row)),
            LedgerWords(place_words(row)),
        )
        for row in records_of(rows)
    ]


def project_headings() -> tuple[str, ...]:
    """The headings of `project_rows`."""
    columns = ("project_name", "project_id", "district", "industry", "investor", "stage")
    more = ("agreed_investment_wan_cny", "lead_date", "signed_date")
    return tuple(map(label_of, (*columns, *more)))


def project_rows(data: Database, relation: str, name: str, offset: int) -> Rows:
    """A page of the projects in that relation to a company, organisation or site."""
    rows = data.run(
        "search/projects",
        relation=relation,
        id=name,
        day=data.as_of,
        page_size=PAGE_SIZE,
        offset=offset,
    )
    return [
        (
            LedgerWords(row["project_name"], Thing("project", row["project_id"])),
            LedgerWords(row["project_id"]),
            data.name_of("district", row["district"]),
            data.name_of("industry", row["industry"]),
            _named("company", row["investor"]),
            stage_name("", row["stage"]) or _("not known yet"),
            Amount(numbers.value_text(row["agreed_investment_wan_cny"], "wan_cny")),
            row["lead_date"],
            row["signed_date"] or "",
        )
        for row in records_of(rows)
    ]


def contact_headings(relation: str) -> tuple[str, ...]:
    """The headings of `contact_rows` of that relation."""
    columns = ["contact_date", "district", "channel", "activity", "organisation"]
    if relation == "organisation":
        columns.remove("organisation")
    more = ("attendee_count", "lead_count", "project_name")
    return (*map(label_of, (*columns, *more)), _("In the ledger"))


def contact_rows(data: Database, relation: str, name: str, offset: int) -> Rows:
    """A page of the contacts with an organisation, or in which a site was shown.

    Those with an organisation are listed without its name, which is the same in all.
    """
    rows = data.run(
        "search/contacts", relation=relation, id=name, page_size=PAGE_SIZE, offset=offset
    )
    return [
        (
            row["contact_date"],
            data.name_of("district", row["district"]),
            data.name_of("channel", row["channel"]) or _("unknown"),
            data.name_of("activity", row["activity"]) or _("unknown"),
            *([] if relation == "organisation" else [_named("organisation", row["organisation"])]),
            row["attendee_count"],
            row["lead_count"],
            _project(row["project_id"], row["project_name"]),
            LedgerWords(place_words(row)),
        )
        for row in records_of(rows)
    ]


def _named(kind: str, name: str | None) -> Cell:
    return _("unknown") if name is None else LedgerWords(name, Thing(kind, name))


def _project(number: str | None, name: str | None) -> Cell:
    """The project; its number alone where no ledger holds it, nothing where there is none yet."""
    if number is None:
        return ""
    return LedgerWords(number) if name is None else LedgerWords(name, Thing("project", number))
