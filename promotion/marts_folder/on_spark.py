"""Marts made by Spark, on as many machines as its cluster has.

Imported only where Spark is asked for (engines.py): others have neither pyspark nor SQLGlot.
"""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import arrow_udf, col, year
from sqlglot import exp

from promotion.language import N_
from promotion.marts_folder.engine_fault import EngineFault
from promotion.marts_folder.engines import CONNECT
from promotion.marts_folder.parquet import YEAR
from promotion.marts_folder.schema import Schema, Table
from promotion.marts_folder.staged import STAGING
from promotion.marts_folder.translation import queries_for_spark

# What both engines must do alike: fail rather than give null, and know no time zone.
_SETTINGS = {"spark.sql.ansi.enabled": "true", "spark.sql.session.timeZone": "UTC"}
_OWN_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
_PARQUET = {"compression": "zstd"}
_GAVE_UP = N_("Spark gave up: {reason}")


def build(
    staging: Path, marts: Path, schema: Schema, master: str, tell: Callable[[str], None]
) -> None:
    """Nothing; leaves each mart, made of the staging tables, in a folder of its name in `marts`.

    The folders must be the same to every machine of the cluster. Raises EngineFault.
    """
    with _session(master) as spark:
        for name in STAGING:
            _read(spark, staging / name, schema[name]).createOrReplaceTempView(name)
        for name, query in queries_for_spark(schema).items():
            tell(name)
            made, table = spark.sql(query), schema[name]
            if not table.is_view:
                _write(spark, made, table, marts / name)
                made = _read(spark, marts / name, table)
            made.createOrReplaceTempView(name)


@contextmanager
def _session(master: str) -> Iterator[SparkSession]:
    try:
        spark = _connected(master)
        try:
            _register_similarity(spark)
            yield spark
        finally:
            spark.stop()
    except (PySparkException, Py4JError) as fault:
        raise EngineFault(_GAVE_UP, reason=str(fault).strip().splitlines()[0]) from fault


def _connected(master: str) -> SparkSession:
    # The machines of a cluster of one's own run the same Python, unless told otherwise.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    # It writes whole stack traces of what is told in a sentence here.
    logging.getLogger("SQLQueryContextLogger").disabled = True
    builder = SparkSession.builder.appName("promotion")
    if master.startswith(CONNECT):
        builder = builder.remote(master)
    else:
        builder = builder.master(master)
        for name, value in _OWN_SETTINGS.items():
            builder = builder.config(name, value)
    spark = builder.getOrCreate()
    for name, value in _SETTINGS.items():
        spark.conf.set(name, value)
    return spark


def _register_similarity(spark: SparkSession) -> None:
    """Nothing; the similarity of two texts that Spark has not, as DuckDB works it out."""

    # Within, so that it is sent whole to machines on which the product is not installed.
    def jaro_winkler(left, right):
        import duckdb
        import pyarrow

        pairs = pyarrow.table({"left_text": left, "right_text": right})
        texts = duckdb.ColumnExpression("left_text"), duckdb.ColumnExpression("right_text")
        similarity = duckdb.FunctionExpression("jaro_winkler_similarity", *texts)
        found = duckdb.from_arrow(pairs).select(similarity.alias("similarity"))
        return found.to_arrow_table().column("similarity").combine_chunks()

    name = exp.JarowinklerSimilarity.sql_name()
    spark.udf.register(name, arrow_udf(jaro_winkler, "double"))


def _read(spark: SparkSession, folder: Path, table: Table) -> DataFrame:
    return spark.read.parquet(folder.as_uri()).select(*table.columns)


def _write(spark: SparkSession, made: DataFrame, table: Table, folder: Path) -> None:
    types = {
        name: exp.DataType.build(of_duckdb, dialect="duckdb").sql(dialect="spark")
        for name, of_duckdb in table.columns.items()
    }
    rows = made.select(*(col(name).cast(of_spark) for name, of_spark in types.items()))
    if table.day is not None:
        by_year = rows.withColumn(YEAR, year(col(table.day)))
        by_year.write.partitionBy(YEAR).options(**_PARQUET).parquet(folder.as_uri())
        if any(folder.rglob("*.parquet")):
            return
        rows = spark.createDataFrame([], rows.schema)
    rows.write.mode("overwrite").options(**_PARQUET).parquet(folder.as_uri())
