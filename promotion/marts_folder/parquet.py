"""Tables as folders of Parquet files, those with days in a folder of each year: year=2020."""

from pathlib import Path

from duckdb import (
    ColumnExpression,
    DuckDBPyConnection,
    DuckDBPyRelation,
    FunctionExpression,
    StarExpression,
)

from promotion.marts_folder.schema import Table

YEAR = "year"
_COMPRESSION = "zstd"


def write(rows: DuckDBPyRelation, table: Table, folder: Path) -> None:
    """Nothing; leaves the rows in the folder, which is new."""
    folder.mkdir(parents=True)
    if table.day is None or not rows.limit(1).fetchall():
        # Of no year there would be no file, and nothing would say which columns there are.
        rows.write_parquet(str(folder / "rows.parquet"), compression=_COMPRESSION)
        return
    year = FunctionExpression("year", ColumnExpression(table.day)).alias(YEAR)
    rows.select(StarExpression(), year).write_parquet(
        str(folder), compression=_COMPRESSION, partition_by=[YEAR]
    )


def read(connection: DuckDBPyConnection, folder: Path) -> DuckDBPyRelation:
    """The rows in the folder, without the years that its folders are named by."""
    return connection.read_parquet(str(folder / "**" / "*.parquet"), hive_partitioning=False)
