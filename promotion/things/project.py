"""One project: what its ledger says of it, where it stands, and what happened to it when."""

from promotion import numbers
from promotion.database import Database
from promotion.language import N_, _
from promotion.measures import label_of, stage_name
from promotion.query import records_of
from promotion.things.thing import Fact, Thing, coded, company, figure, written

Row = dict[str, object]

EVENTS = {
    "lead": N_("Lead"),
    "negotiation": N_("Talks begin"),
    "signed": N_("Signed"),
    "landed": N_("Landed"),
    "production": N_("In production"),
    "closed": N_("No further follow-up"),
    "contact": N_("Contact"),
    "receipt": N_("Capital received"),
    "follow_up": N_("Next follow-up"),
}


def event_name(_list: str, event: str) -> str:
    """What readers call an event, in the language in use."""
    return _(EVENTS[event])


def row_of(data: Database, number: str) -> Row | None:
    """The project's row with its stage on the as-of date; None where no ledger holds it."""
    rows = records_of(data.run("search/project", id=number, day=data.as_of))
    return rows[0] if rows else None


def stage_words(row: Row) -> str:
    """Where the project stands on the as-of date."""
    return stage_name("", row["stage"]) or _("not known yet")


def facts(data: Database, row: Row) -> list[Fact]:
    """What the ledgers say of the project, in the language in use."""
    day = numbers.date_text(data.as_of)
    return [
        Fact(_("Stage on {day}").format(day=day), stage_words(row)),
        written(label_of("project_id"), row["project_id"]),
        coded(data, label_of("district"), "district", row["district"]),
        coded(data, label_of("industry"), "industry", row["industry"]),
        company(label_of("investor"), row["investor"]),
        coded(data, label_of("origin_country"), "country", row["origin_country"]),
        figure(_("Fortune Global 500 company"), row, "is_fortune_500", "yes_no"),
        figure(_("Key project"), row, "is_key", "yes_no"),
        coded(data, label_of("investment_kind"), "investment_kind", row["investment_kind"]),
        coded(data, _("How it became known"), "lead_source", row["lead_source"]),
        company(label_of("referred_by"), row["referred_by"]),
        coded(data, label_of("chain_role"), "chain_role", row["chain_role"]),
        _site(row),
        figure(label_of("agreed_investment_wan_cny"), row, "agreed_investment_wan_cny"),
        figure(label_of("contracted_fdi_wan_usd"), row, "contracted_fdi_wan_usd"),
        figure(label_of("received_fdi_wan_usd"), row, "received_fdi_wan_usd"),
        figure(_("Domestic capital received"), row, "received_domestic_wan_cny", "wan_cny"),
        figure(_("Land asked for"), row, "land_mu"),
        figure(label_of("planned_output_wan_cny"), row, "planned_output_wan_cny"),
        written(label_of("owner"), row["owner"]),
        figure(label_of("last_contact_date"), row, "last_contact_date"),
        figure(label_of("next_follow_up_date"), row, "next_follow_up_date"),
        figure(_("Record updated"), row, "updated_date", "date"),
        written(_("In the ledger"), place_words(row)),
    ]


def _site(row: Row) -> Fact:
    """The site it goes to: by its name where a ledger holds it, else by its number alone."""
    if row["carrier_name"] is None:
        return written(label_of("carrier_name"), row["carrier_id"])
    site = Thing("carrier", row["carrier_id"])
    return written(label_of("carrier_name"), row["carrier_name"], site)


def place_words(row: Row) -> str:
    """Where a row stands in its ledger: the file and the line."""
    return f"{row['file']}:{row['line']}"


def event_detail(data: Database, row: Row) -> str:
    """What is said of an event besides its day, in the language in use."""
    parts = {"contact": _contact_parts, "receipt": _receipt_parts}.get(row["event"])
    told = parts(data, row) if parts else [row["closed_reason"]]
    return " · ".join(part for part in told if part)


def _contact_parts(data: Database, row: Row) -> list[str | None]:
    people = numbers.with_unit(numbers.count_text(row["attendee_count"]), "person_times")
    tips = numbers.count_text(row["lead_count"])
    return [
        data.name_of("channel", row["channel"]),
        data.name_of("activity", row["activity"]),
        row["organisation"],
        people,
        _("project tips: {count}").format(count=tips) if row["lead_count"] else None,
        _concern(data, row),
    ]


def _concern(data: Database, row: Row) -> str | None:
    if row["concern"] is None and row["concern_resolved_date"] is None:
        return None
    concern = data.name_of("concern", row["concern"]) or _("Not stated")
    resolved = row["concern_resolved_date"]
    if resolved is None or resolved > data.as_of:
        return _("concern: {concern}, still open").format(concern=concern)
    return _("concern: {concern}, resolved on {day}").format(
        concern=concern, day=numbers.date_text(resolved)
    )


def _receipt_parts(_data: Database, row: Row) -> list[str | None]:
    known = [
        numbers.value_text(row[column], unit)
        for column, unit in (
            ("received_fdi_wan_usd", "wan_usd"),
            ("received_domestic_wan_cny", "wan_cny"),
        )
        if row[column] is not None
    ]
    return known or [_("amount unknown")]
