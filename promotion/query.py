"""The questions in queries/: their SQL, their parameters, their rows."""

from functools import cache
from pathlib import Path

import duckdb
import pandas as pd

QUERIES = Path(__file__).parent.parent / "queries"


@cache
def query_text(name: str) -> str:
    """The SQL of queries/<name>.sql."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


@cache
def parameter_names(name: str) -> frozenset[str]:
    """The parameters that queries/<name>.sql names."""
    statement = duckdb.extract_statements(query_text(name))[0]
    return frozenset(statement.named_parameters)


def records_of(table: pd.DataFrame) -> list[dict[str, object]]:
    """The rows as dictionaries; for frames of Python values far quicker than pandas' own."""
    columns = [table[name].tolist() for name in table.columns]
    return [dict(zip(table.columns, row, strict=True)) for row in zip(*columns, strict=True)]
