"""Marts made by DuckDB, on this machine; what does not fit into memory goes to the disk."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb

from promotion.marts import MARTS
from promotion.marts_folder import parquet
from promotion.marts_folder.schema import Schema
from promotion.marts_folder.staged import STAGING
from promotion.query import query_text


def build(
    staging: Path, marts: Path, schema: Schema, _master: str, tell: Callable[[str], None]
) -> None:
    """Nothing; leaves each mart, made of the staging tables, in a folder of its name in `marts`."""
    database = marts.with_suffix(".duckdb")
    with closing(duckdb.connect(str(database))) as connection:
        connection.execute(query_text("staging/build_settings"))
        for name in STAGING:
            parquet.read(connection, staging / name).create_view(name)
        for name in MARTS:
            tell(name)
            connection.execute(query_text(f"marts/{name}"))
            if name in schema and not schema[name].is_view:
                parquet.write(connection.table(name), schema[name], marts / name)
    database.unlink()
