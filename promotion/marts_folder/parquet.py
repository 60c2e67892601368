"""Tables as folders of Parquet files, those with days in a folder of each year: year=2020."""

from pathlib import Path

from duckdb import (
    ColumnExpression,
    ConstantExpression,
    DuckDBPyConnection,
    DuckDBPyRelation,
    Expression,
    FunctionExpression,
)

from promotion.marts_folder.schema import Table

YEAR = "year"
WITHOUT_YEAR = "__HIVE_DEFAULT_PARTITION__"  # as other engines call it
# Of rows in the order of their days, a page reads those that hold it: few, where they are small.
ROW_GROUP_ROWS = 32_768


def write(rows: DuckDBPyRelation, table: Table, folder: Path) -> None:
    """Nothing; leaves the rows in the folder, which is new; of each year the newest first."""
    folder.mkdir(parents=True)
    if table.day is None or not rows.limit(1).fetchall():
        # Of no year there would be no file, and nothing would say which columns there are.
        _write_file(rows, folder)
        return
    day = ColumnExpression(table.day)
    year = FunctionExpression("year", day)
    # One after the other: all at once they would be sorted at once.
    for (each,) in rows.select(year.alias(YEAR)).distinct().fetchall():
        part = folder / f"{YEAR}={WITHOUT_YEAR if each is None else each}"
        part.mkdir()
        _write_file(rows.filter(_is(year, each)).sort(day.desc()), part)


def _is(year: Expression, each: int | None) -> Expression:
    return year.isnull() if each is None else year == ConstantExpression(each)


def _write_file(rows: DuckDBPyRelation, folder: Path) -> None:
    rows.write_parquet(
        str(folder / "rows.parquet"), compression="zstd", row_group_size=ROW_GROUP_ROWS
    )


def read(connection: DuckDBPyConnection, folder: Path) -> DuckDBPyRelation:
    """The rows in the folder, without the years that its folders are named by; the last first.

    Who asks for the newest has them in the first that are read, and then knows which not to read.
    """
    files = sorted(map(str, folder.rglob("*.parquet")), reverse=True)
    return connection.read_parquet(files, hive_partitioning=False)
