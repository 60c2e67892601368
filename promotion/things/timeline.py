"""The figure of what happened to one project when."""

from dataclasses import replace

from promotion import exhibit, numbers
from promotion.database import Database
from promotion.descriptions import Timeline
from promotion.exhibit import Exhibit, with_names
from promotion.filters import FIRST_YEAR, Filters, Period
from promotion.language import _
from promotion.things.project import event_name

KINDS = ("projects", "contacts", "receipts")


def project_timeline(data: Database, filters: Filters, number: str) -> Exhibit:
    """The days of a project's stages, contacts, instalments and follow-up, whatever is filtered.

    It is about a project and not about filters, so it is none of the exhibits by name.
    """
    table = data.run("search/project_days", id=number)
    days = [day for day in table["event_day"] if day.year >= FIRST_YEAR]
    period = Period(min([*days, data.as_of]), max([*days, data.as_of]))
    return exhibit.make(
        data,
        replace(filters, period=period, districts=(), industries=(), capital="all"),
        name="project_timeline",
        title=_("What happened when"),
        unit="",
        table=with_names(table, event_name, "event"),
        chart=Timeline(event="event", label="event_name", day="event_day", value="event_count"),
        query="search/project_days",
        kinds=tuple(kind for kind in KINDS if kind in data.kinds),
        parameters={"id": number},
    )


def counted_words(timeline: Exhibit) -> str:
    """How many contacts and instalments the figure shows, and what hollow points are."""
    counts = dict.fromkeys(("contact", "receipt"), 0)
    for row in timeline.rows():
        if row["event"] in counts:
            counts[row["event"]] += row["event_count"]
    return _(
        "Contacts: {contacts}; instalments of capital: {instalments}; hollow: after the as-of date"
    ).format(
        contacts=numbers.count_text(counts["contact"]),
        instalments=numbers.count_text(counts["receipt"]),
    )
