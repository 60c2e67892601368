"""What the overview's sums would cost without marts: from the rows, by SQL and by pandas."""

import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from promotion.database import open_database
from promotion.filters import Filters, preset_period
from promotion.query import query_text
from tests.bench.table import Line

_FROM_ROWS = """
with
contacted as (
    select
        coalesce(contacts.industry, projects.industry, 'unclassified') as industry,
        contacts.district,
        contacts.attendee_count,
        contacts.lead_count,
        channels.is_online
    from contacts
    left join projects on contacts.project_id = projects.project_id
    left join channels on contacts.channel = channels.channel
    where contacts.contact_date between $first_day and $last_day
)
select
    district,
    industry,
    count(*) as contact_count,
    sum(attendee_count) as attendee_count,
    sum(lead_count) as lead_count,
    count(*) filter (where is_online) as online_count
from contacted
group by grouping sets ((), (district), (industry), (district, industry))
"""


def baseline_lines(folder: Path, contacts: int, rounds: int) -> list[Line]:
    """The overview's sums from marts, beside those of the contacts alone from their rows."""
    data = open_database(folder)
    period = preset_period("all", data.first_date, data.as_of)
    parameters = data.parameters_of("overview/activity", Filters(period).parameters())
    path = data.path
    data.close()
    connection = duckdb.connect(str(path), read_only=True)
    days = {"first_day": period.first_day, "last_day": period.last_day}
    tables = [
        connection.execute(f"select {columns} from {table}").df()
        for table, columns in (
            (
                "contacts",
                "project_id, district, industry, contact_date, channel, attendee_count, lead_count",
            ),
            ("projects", "project_id, industry"),
            ("channels", "channel, is_online"),
        )
    ]
    sums = query_text("overview/activity")
    ours = _milliseconds(lambda: connection.execute(sums, parameters).fetchall(), rounds)
    rows = _milliseconds(lambda: connection.execute(_FROM_ROWS, days).fetchall(), rounds)
    frames = _milliseconds(lambda: _grouped(*tables, period.first_day, period.last_day), 3)
    connection.close()
    name = f"overview's sums, {contacts:,} contacts"
    return [
        Line(f"{name}; beside SQL over the rows", ours, "ms", None, rows),
        Line(f"{name}; beside pandas", ours, "ms", None, frames),
    ]


def _grouped(
    contacts: pd.DataFrame,
    projects: pd.DataFrame,
    channels: pd.DataFrame,
    first_day: date,
    last_day: date,
) -> list[pd.DataFrame]:
    days = contacts["contact_date"]
    within = contacts[(days >= pd.Timestamp(first_day)) & (days <= pd.Timestamp(last_day))]
    joined = within.merge(projects, on="project_id", how="left", suffixes=("", "_of_project"))
    joined = joined.merge(channels, on="channel", how="left")
    joined["industry"] = joined["industry"].fillna(joined["industry_of_project"])
    joined["is_online"] = joined["is_online"].fillna(False).astype(bool)
    sums = {"attendee_count": "sum", "lead_count": "sum", "is_online": "sum", "channel": "size"}
    return [
        joined.groupby(keys).agg(sums)
        for keys in (["district"], ["industry"], ["district", "industry"])
    ]


def _milliseconds(ask: Callable[[], object], rounds: int) -> float:
    seconds = []
    for _round in range(rounds):
        began = time.perf_counter()
        ask()
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds) * 1000
