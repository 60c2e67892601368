"""What columns the staging tables and marts have: the same whichever engine makes them."""

import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import duckdb

from promotion.ingest import read_folder
from promotion.marts import MARTS
from promotion.query import query_text

# By what a table's rows are told apart into years, where it has such a column of dates.
_DAYS = ("day", "month", "contact_date", "received_date", "from_day")


@dataclass(frozen=True)
class Table:
    """A table's columns in their order, by name their types as DuckDB writes them."""

    columns: dict[str, str]
    is_view: bool = False

    @property
    def day(self) -> str | None:
        """The column whose year says in which folder a row lies; None where all lie in one."""
        return next((name for name in _DAYS if self.columns.get(name) == "DATE"), None)


Schema = dict[str, Table]


def schema_of_tables() -> Schema:
    """Each staging table and mart by its name, as DuckDB makes it of a folder without ledgers."""
    with tempfile.TemporaryDirectory() as empty, closing(duckdb.connect()) as connection:
        read_folder(Path(empty), connection)
        for mart in MARTS:
            connection.execute(query_text(f"marts/{mart}"))
        tables = connection.execute(query_text("data/tables")).fetchall()
        return {name: Table(columns_of(connection.table(name)), view) for name, view in tables}


def columns_of(relation: duckdb.DuckDBPyRelation) -> dict[str, str]:
    """The types of the relation's columns by their names, in their order."""
    return dict(zip(relation.columns, map(str, relation.types), strict=True))
