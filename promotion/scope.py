"""What of a database a reader is served: only their districts' rows, with or without names."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from promotion.build_cache import building_alone, cache_folder
from promotion.ingest.records import REFERENCE_TABLES
from promotion.marts import MARTS
from promotion.query import parameter_names, query_text

# Columns that name people: DATA.md, personal data.
PERSONAL = frozenset(("owner", "staff"))
MASK = "***"
# Copied from the whole in the order they need each other; marts too, as what they say of one
# district's rows may hang on another's: who spelled a company first, which contact was the first.
COPIED = (
    *REFERENCE_TABLES,
    "rates",
    "projects",
    "contacts",
    "receipts",
    "carriers",
    "targets",
    "annotations",
    "score_card",
    "ledger_files",
    "refusals",
    "blanked_cells",
    "sources",
    "kinds",
    "coverage",
    "as_of",
    "unknown_project_rows",
    "activity_by_day",
    "activity_by_month",
    "channel_by_day",
    "channel_by_month",
    "contact_activity_by_day",
    "contact_activity_by_month",
    "contact_origin_by_day",
    "contact_origin_by_month",
    "raised_concerns",
    "stage_steps",
    "stage_changes_by_day",
    "stage_changes_by_month",
    "project_contact_days",
    "foreign_capital_by_day",
    "foreign_capital_by_month",
    "chain_projects",
    "sites",
    "carrier_viewings_by_day",
)


@dataclass(frozen=True)
class Scope:
    """The districts served, all where none is named, and whether people's names are masked."""

    districts: tuple[str, ...] = ()
    hides_people: bool = False


WHOLE = Scope()


def build_scoped(whole: Path, path: Path, scope: Scope) -> None:
    """Nothing; leaves a database that holds only the rows of the scope's districts at the path."""
    with building_alone(cache_folder()) as scratch:
        if path.exists():  # by another process, while this one waited
            return
        unfinished = scratch / path.name
        _fill(unfinished, whole, scope.districts)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        unfinished.rename(path)


def _fill(path: Path, whole: Path, districts: tuple[str, ...]) -> None:
    given = {"path": str(whole), "districts": list(districts)}
    with duckdb.connect(str(path)) as connection:
        for name in ("attach_whole", *COPIED, "detach_whole"):
            needed = parameter_names(f"access/{name}")
            parameters = {key: value for key, value in given.items() if key in needed}
            connection.execute(query_text(f"access/{name}"), parameters)
        for mart in MARTS:
            if mart not in COPIED:
                connection.execute(query_text(f"marts/{mart}"))
        connection.execute("checkpoint")


def masked(names: list[str], rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """The rows without the names of people; that nobody is named stays to be seen."""
    if not PERSONAL & set(names):
        return rows
    return [
        tuple(
            MASK if name in PERSONAL and value is not None else value
            for name, value in zip(names, row, strict=True)
        )
        for row in rows
    ]
