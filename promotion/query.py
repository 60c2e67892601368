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


def frozen(parameters: dict[str, object]) -> tuple[tuple[str, object], ...]:
    """The parameters in order, lists as tuples: what an answer can be kept by."""
    return tuple(
        (key, tuple(value) if isinstance(value, list) else value)
        for key, value in sorted(parameters.items())
    )


def records_of(table: pd.DataFrame) -> list[dict[str, object]]:
    """The rows as dictionaries; for frames of Python values far quicker than pandas' own.

    All cells at once: each column taken by its name would leave a weak reference in a frame that
    is kept, hundreds of them before pandas tidies up.
    """
    names = list(table.columns)
    return [dict(zip(names, row, strict=True)) for row in table.to_numpy(dtype=object).tolist()]
