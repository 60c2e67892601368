"""Tiny ledgers for a test: written as CSV into its own folder."""

import csv
import shutil
from datetime import date
from pathlib import Path

from promotion.filters import Filters, Period

SAMPLE_DATA = Path(__file__).parent / "sample_data"
SMALL = SAMPLE_DATA / "small"
LEDGERS = Path(__file__).parent.parent / "data"
# Exhibits that are lists of rows, without a chart.
TABLES = frozenset(
    {
        "headline",
        "dispatch_list",
        "repeated_signings",
        "open_concerns",
        "fortune_500_projects",
        "spin_offs",
        "building_list",
        "comparison",
        "score_card_list",
    }
)
# A question that DuckDB would answer after years.
ENDLESS = """
-- How many of a great many products leave a rest of three? One row, after years.

select count(*) as product_count

from range(100000000000) as a

cross join range(100000) as b

where (a.range * b.range) % 7 = 3
"""
FIRST_QUARTER = Period(date(2020, 1, 1), date(2020, 3, 31))


def days(first_day: str, last_day: str | None = None) -> Period:
    """The period between two days written as ISO dates; a single day where one is given."""
    return Period(date.fromisoformat(first_day), date.fromisoformat(last_day or first_day))


def english(period: Period = FIRST_QUARTER, **choices) -> Filters:
    """Filters in English, of the first quarter of 2020 unless told otherwise."""
    return Filters(period, language="en", **choices)


def write(folder: Path, name: str, *rows: dict[str, object]) -> Path:
    """The ledger's path; its headings are the keys of all rows, a missing value is blank."""
    folder.mkdir(parents=True, exist_ok=True)
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, headings)
        writer.writeheader()
        writer.writerows(rows)
    return path


def project(project_id: str, lead_date: str, **columns) -> dict[str, object]:
    """A project's row: an integrated circuits project of Yinzhou unless told otherwise."""
    required = {
        "project_id": project_id,
        "project_name": f"Project {project_id}",
        "district": "yinzhou",
        "industry": "integrated_circuits",
        "lead_date": lead_date,
    }
    return required | columns


def contact(contact_id: str, contact_date: str, **columns) -> dict[str, object]:
    """A contact's row: a telephone call of Yinzhou unless told otherwise."""
    required = {
        "contact_id": contact_id,
        "district": "yinzhou",
        "contact_date": contact_date,
        "channel": "phone",
    }
    return required | columns


def part_of_small(folder: Path, *kinds: str) -> Path:
    """The folder, holding only these of the small ledgers."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in kinds:
        shutil.copy(SMALL / f"{kind}.csv", folder)
    return folder


def rows_by(exhibit, *columns: str) -> dict[object, dict[str, object]]:
    """An exhibit's rows by the value of a column, or by the values of several."""
    if len(columns) == 1:
        return {row[columns[0]]: row for row in exhibit.rows()}
    return {tuple(row[column] for column in columns): row for row in exhibit.rows()}


def column_by(exhibit, key: str, column: str) -> dict[object, object]:
    """One column of an exhibit by another."""
    return {row[key]: row[column] for row in exhibit.rows()}
