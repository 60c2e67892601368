"""The same figures from the sample ledgers' files in plain Python, none of the project's SQL."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from tests.ledgers import LEDGERS

STEPS = ("negotiation_date", "signed_date", "landed_date", "production_date")
Rows = list[dict[str, object]]


@cache
def ledger(kind: str) -> Rows:
    """Every row of the sample ledgers of a kind, dates read, capital and industry worked out."""
    rows = []
    for path in sorted(LEDGERS.glob(f"*{kind}.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows += [_typed(row) for row in csv.DictReader(file)]
    if kind == "contacts":
        industries = {row["project_id"]: row["industry"] for row in ledger("projects")}
        for row in rows:
            row["industry"] = row["industry"] or industries.get(row["project_id"])
    for row in rows:
        row["industry"] = row.get("industry") or "unclassified"
    return rows


def _typed(row: dict[str, str]) -> dict[str, object]:
    typed: dict[str, object] = {name: value or None for name, value in row.items()}
    for name, value in row.items():
        if name.endswith("_date") and value:
            typed[name] = date.fromisoformat(value)
    origin = row.get("origin_country")
    typed["capital"] = {"": "unknown", "CN": "domestic"}.get(origin, "foreign")
    return typed


def chosen(rows: Iterable[dict[str, object]], filters) -> Rows:
    """The rows that the filters leave, whenever they are."""
    return [
        row
        for row in rows
        if (not filters.districts or row["district"] in filters.districts)
        and (not filters.industries or row["industry"] in filters.industries)
        and filters.capital in ("all", row["capital"])
    ]


def within(rows: Rows, column: str, filters) -> Rows:
    """The rows whose day is within the period."""
    period = filters.period
    return [
        row
        for row in rows
        if row[column] is not None and period.first_day <= row[column] <= period.last_day
    ]


def receipts() -> Rows:
    """Each instalment with the district, industry and capital of its project."""
    projects = {row["project_id"]: row for row in ledger("projects")}
    return [
        {**projects[row["project_id"]], **{name: row[name] for name in RECEIVED}}
        for row in ledger("receipts")
        if row["project_id"] in projects
    ]


RECEIVED = ("received_date", "received_fdi_wan_usd")


def activity(filters, key: Callable[[dict[str, object]], object]) -> dict[object, dict]:
    """The activity measures of each member that anything happened in."""
    projects = chosen(ledger("projects"), filters)
    found: dict[object, Counter] = {}

    def add(row: dict[str, object], **amounts: float) -> None:
        found.setdefault(key(row), Counter()).update(amounts)

    for row in within(chosen(ledger("contacts"), filters), "contact_date", filters):
        add(
            row,
            contact_count=1,
            attendee_count=int(row["attendee_count"] or 1),
            lead_count=int(row["lead_count"] or 0),
            online_count=int(row["channel"] not in (None, "on_site")),
            channel_known_count=int(row["channel"] is not None),
        )
    for row in within(projects, "lead_date", filters):
        add(row, new_project_count=1)
    for row in within(projects, "signed_date", filters):
        amount = row["agreed_investment_wan_cny"]
        add(
            row,
            signed_count=1,
            signed_investment_wan_cny=float(amount or 0),
            signed_investment_unknown_count=int(amount is None),
        )
    for row in within(projects, "landed_date", filters):
        add(row, landed_count=1)
    for row in within(chosen(receipts(), filters), "received_date", filters):
        add(row, received_fdi_wan_usd=float(row["received_fdi_wan_usd"] or 0))
    return found


def stage_on(row: dict[str, object], day: date) -> str | None:
    """The furthest stage whose date is not after the day; None where nothing is dated by then."""
    if row["closed_date"] and row["closed_date"] <= day:
        return "no_follow_up"
    talks = "key_negotiating" if row["is_key"] in ("true", "yes") else "negotiating"
    names = dict(zip(STEPS, (talks, "signed", "landed", "in_production"), strict=True))
    reached = [names[step] for step in STEPS if row[step] and row[step] <= day]
    if reached:
        return reached[-1]
    return "lead" if row["lead_date"] <= day else None


def funnel(filters) -> dict[str, tuple[int, float]]:
    """How many projects stand at each stage at the period's end, and their known investment."""
    counts: dict[str, tuple[int, float]] = {}
    for row in chosen(ledger("projects"), filters):
        stage = stage_on(row, filters.period.last_day)
        if stage:
            count, amount = counts.get(stage, (0, 0.0))
            known = float(row["agreed_investment_wan_cny"] or 0)
            counts[stage] = (count + 1, amount + known)
    return counts
