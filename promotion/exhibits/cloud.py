"""Cloud promotion: how much goes online, by which channels, for what, and what it yields."""

from promotion import exhibit, numbers
from promotion.database import Database
from promotion.descriptions import Bars, Calendar, Lines, MeasureBars
from promotion.exhibit import Exhibit, in_the_readers_language, not_stated_or, with_names
from promotion.exhibits.cloud_notes import origin_notes, share_notes, yield_notes
from promotion.filters import Filters, Period, months_later
from promotion.language import _
from promotion.query import records_of

TREND_MONTHS = 12
ORIGINS_DRAWN = 12
_YIELDS = ("lead_count", "opened_project_count", "signed_within_90_days_count")
_RATES = ("leads_per_hundred", "opened_projects_per_hundred", "signings_per_hundred")
_BASE = {"small_base": numbers.SMALL_BASE}


@in_the_readers_language
def online_share_by_month(data: Database, filters: Filters) -> Exhibit:
    """The online share of each of the twelve months to the period's end, and a year before.

    A share of fewer than five contacts is null; what it is made of stands beside it.
    """
    query = "contacts/online_share_by_month"
    table = data.run(query, **_BASE, **filters.parameters())
    last_day = filters.period.last_day
    first_month = months_later(last_day.replace(day=1), 1 - TREND_MONTHS)
    if not table.empty:
        first_month = max(first_month, table["month"].tolist()[0])
    has_year_before = any(share is not None for share in table["year_before_online_share"])
    return exhibit.make(
        data,
        filters,
        name="online_share_by_month",
        title=_("Online share by month, beside the year before")
        if has_year_before
        else _("Online share by month"),
        unit=_("online share, %"),
        table=table,
        chart=Lines(
            x="month",
            value="online_share",
            other="year_before_online_share" if has_year_before else None,
        ),
        query=query,
        kinds=("contacts",),
        notes=share_notes(records_of(table)),
        period=Period(first_month, last_day),
        parameters=_BASE,
    )


@in_the_readers_language
def contacts_by_channel(data: Database, filters: Filters) -> Exhibit:
    """Contacts by channel in the period and the compared one, with share, people and tips.

    channel_share is of contacts whose channel is known; 'unknown' has a row only where a cell is.
    """
    table = data.run("contacts/contacts_by_channel", **filters.parameters())
    compared = filters.compared_period
    is_known = any(count is not None for count in table["compared_contact_count"])
    title, notes = _("Contacts by channel"), ()
    if compared and is_known:
        title = _("Contacts by channel, beside {period}").format(
            period=numbers.period_text(compared)
        )
    elif compared:
        notes = (
            _("No contacts ledger covers {period}, so nothing is compared.").format(
                period=numbers.period_text(compared)
            ),
        )
    return exhibit.make(
        data,
        filters,
        name="contacts_by_channel",
        title=title,
        unit=numbers.unit_label("contacts"),
        table=with_names(table, not_stated_or(data.name_of), "channel"),
        chart=MeasureBars(
            category="channel",
            label="channel_name",
            values=("contact_count", *(("compared_contact_count",) if is_known else ())),
        ),
        query="contacts/contacts_by_channel",
        kinds=("contacts",),
        notes=notes,
    )


@in_the_readers_language
def contacts_by_activity(data: Database, filters: Filters) -> Exhibit:
    """Contacts of the period by what they were for, online, on site and by unknown channel."""
    table = data.run("contacts/contacts_by_activity", **filters.parameters())
    parts = ("online_count", "on_site_count")
    if any(table["channel_unknown_count"]):
        parts = (*parts, "channel_unknown_count")
    return exhibit.make(
        data,
        filters,
        name="contacts_by_activity",
        title=_("Contacts by activity, online and on site"),
        unit=numbers.unit_label("contacts"),
        table=with_names(table, not_stated_or(data.name_of), "activity"),
        chart=MeasureBars(
            category="activity", label="activity_name", values=parts, is_stacked=True
        ),
        query="contacts/contacts_by_activity",
        kinds=("contacts",),
    )


@in_the_readers_language
def contact_calendar(data: Database, filters: Filters) -> Exhibit:
    """Contacts of each day of the period, zeros where none was, within what the ledger covers."""
    return exhibit.make(
        data,
        filters,
        name="contact_calendar",
        title=_("Contacts day by day"),
        unit=numbers.unit_label("contacts"),
        table=data.run("contacts/contact_calendar", **filters.parameters()),
        chart=Calendar(day="contact_day", value="contact_count"),
        query="contacts/contact_calendar",
        kinds=("contacts",),
    )


@in_the_readers_language
def contact_yield(data: Database, filters: Filters) -> Exhibit:
    """What the contacts by each channel yielded: tips, new projects, signings within 90 days.

    Rates are per 100 contacts, null where there are fewer than five; where no channel has as
    many, the counts are drawn.
    """
    query = "contacts/contact_yield"
    answer = data.run(query, **_BASE, **filters.parameters())
    table = with_names(answer, not_stated_or(data.name_of), "channel")
    rates = [rate for rate in _RATES if any(value is not None for value in table[rate])]
    counts = [count for count in _YIELDS if any(value is not None for value in table[count])]
    return exhibit.make(
        data,
        filters,
        name="contact_yield",
        title=_("What a hundred contacts of each channel yield")
        if rates
        else _("What the contacts of each channel yielded"),
        unit=numbers.unit_label("per_hundred") if rates else _("tips; projects"),
        table=table,
        chart=MeasureBars(
            category="channel",
            label="channel_name",
            values=tuple(rates or counts or _YIELDS[:1]),
            base="contact_count" if rates else None,
        ),
        query=query,
        kinds=("contacts", "projects"),
        notes=yield_notes(data, records_of(table)),
        parameters=_BASE,
    )


@in_the_readers_language
def contacts_by_origin(data: Database, filters: Filters) -> Exhibit:
    """Contacts of the period by the country or region investors came from, the most first."""
    table = data.run("contacts/contacts_by_origin", **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="contacts_by_origin",
        title=_("Contacts by origin of the investors"),
        unit=numbers.unit_label("contacts"),
        table=with_names(table, origin_namer(data), "origin_country"),
        chart=Bars(
            category="origin_country",
            value="contact_count",
            label="origin_country_name",
            most=ORIGINS_DRAWN,
        ),
        query="contacts/contacts_by_origin",
        kinds=("contacts",),
        notes=origin_notes(records_of(table), ORIGINS_DRAWN),
    )


def origin_namer(data: Database) -> exhibit.NameOf:
    """The names of countries and regions, with words for an origin that is not stated."""
    named = not_stated_or(data.name_of)
    return lambda _list, code: named("country", code)
