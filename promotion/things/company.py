"""One company or organisation: what it invests in, brought, and was contacted about."""

from promotion import numbers
from promotion.database import Database
from promotion.language import _
from promotion.measures import label_of
from promotion.query import records_of
from promotion.things.thing import Fact, LedgerWords, figure

NAMES_SHOWN = 5

Row = dict[str, object]


def row_of(data: Database, name: str) -> Row | None:
    """What the ledgers hold of the company, however its name is written; None where nothing."""
    row = records_of(data.run("search/company", id=name))[0]
    return row if row["names"] else None


def facts(row: Row) -> list[Fact]:
    """What the ledgers say of the company, in the language in use."""
    told = [
        figure(_("Projects it invests in"), row, "invested_project_count", "projects"),
        figure(_("Projects it brought"), row, "brought_project_count", "projects"),
        figure(label_of("contact_count"), row, "contact_count", "contacts"),
    ]
    if row["contact_count"]:
        told += [
            figure(_("First contact"), row, "first_contact_date", "date"),
            figure(label_of("last_contact_date"), row, "last_contact_date", "date"),
        ]
    others = row["names"][1:]
    if others:
        told.append(Fact(_("Also written"), LedgerWords(_names_words(others))))
    return told


def _names_words(names: list[str]) -> str:
    words = _("; ").join(names[:NAMES_SHOWN])
    more = len(names) - NAMES_SHOWN
    if more <= 0:
        return words
    return _("{names} and {count} more").format(names=words, count=numbers.count_text(more))
