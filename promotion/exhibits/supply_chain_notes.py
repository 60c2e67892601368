"""What the figures of the supply chain leave out or join, in words under them."""

import pandas as pd

from promotion import numbers
from promotion.database import Database
from promotion.filters import Filters
from promotion.language import _
from promotion.query import records_of

ROLES = ("extend_count", "strengthen_count", "complement_count")


def companies_drawn(companies: pd.DataFrame, most: int) -> tuple[str, ...]:
    """A note of how many companies are drawn of how many; none where all are."""
    if len(companies) <= most:
        return ()
    note = _("Named: the {most} companies with the most projects, of {count}; the rows hold all.")
    return (note.format(most=numbers.count_text(most), count=numbers.count_text(len(companies))),)


def naming_no_company(data: Database, filters: Filters) -> tuple[str, ...]:
    """A note of the projects that name no company; none where all do."""
    counted = records_of(data.run("chain/projects_brought", **filters.parameters()))[0]
    if not counted["not_brought_count"]:
        return ()
    note = _(
        "Projects that name no such company and are not counted: {count}; of these led by supply "
        "chain or referral: {led}."
    )
    return (
        note.format(
            count=numbers.count_text(counted["not_brought_count"]),
            led=numbers.count_text(counted["chain_led_count"]),
        ),
    )


def unknown_amounts(table: pd.DataFrame) -> tuple[str, ...]:
    """A note of how many projects counted have no known amount; none where all have."""
    unknown = sum(table["investment_unknown_count"])
    note = _("Projects whose amount is unknown, not in the total: {count}.")
    return (note.format(count=numbers.count_text(unknown)),) if unknown else ()


def several_spellings(companies: pd.DataFrame) -> tuple[str, ...]:
    """A note of the companies that are written in several ways; none where none is."""
    several = sum(count > 1 for count in companies["spelling_count"])
    note = _(
        "Companies written in several ways (spaces, width, capitals) and taken as one: {count}."
    )
    return (note.format(count=numbers.count_text(several)),) if several else ()


def other_roles(table: pd.DataFrame, whole: str, *known: str) -> tuple[str, ...]:
    """A note of the projects in parts of the chain that a list of one's own may add."""
    shown = (*ROLES, *known)
    others = sum(
        row[whole] - sum(row[name] for name in shown) for row in records_of(table) if row[whole]
    )
    note = _("Projects in another part of the chain, in none of these: {count}.")
    return (note.format(count=numbers.count_text(others)),) if others else ()


def left_out_of_firms(data: Database, filters: Filters) -> tuple[str, ...]:
    """Notes of the firms that count twice and of the projects that count for none."""
    left_out = records_of(data.run("chain/partner_firms_left_out", **filters.parameters()))[0]
    notes = {
        "several_districts_count": _(
            "Firms that several districts have screened, counted in each: {count}."
        ),
        "unnamed_count": _(
            "Projects by the supply chain without a named investor, not counted: {count}."
        ),
        "own_count": _(
            "Projects that the company which brought them invests in itself, not counted: {count}."
        ),
    }
    return tuple(
        note.format(count=numbers.count_text(left_out[name]))
        for name, note in notes.items()
        if left_out[name]
    )
