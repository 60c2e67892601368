"""Every mart can be told to Spark, and one that cannot is said to be such."""

import pytest
from sqlglot import parse_one

from promotion import marts
from promotion.marts_folder import translation
from promotion.marts_folder.schema import schema_of_tables


@pytest.fixture(scope="module")
def schema():
    return schema_of_tables()


def test_every_mart_translates(schema):
    made = translation.queries_for_spark(schema)

    tables = [name for name in marts.MARTS if name in schema]
    assert list(made) == tables
    for query in made.values():
        assert parse_one(query, read="spark")


def test_columns_that_a_query_lacks_are_null(schema):
    query = translation.queries_for_spark(schema)["activity_by_day"]

    assert "BY NAME" not in query
    assert "NULL AS landed_count" in query


def test_a_macro_stands_in_what_calls_it(schema):
    query = translation.queries_for_spark(schema)["organisations"]

    assert "company_key" not in query.lower()
    assert "TRANSLATE(organisation" in query.replace("`", "")


def test_a_mart_that_spark_cannot_be_told_is_named(schema, put_query, monkeypatch):
    monkeypatch.setattr(translation, "MARTS", ("of_nobody",))
    put_query(
        "marts/of_nobody",
        "create or replace table of_nobody as "
        "select * from elsewhere union all by name select 1 as one",
    )

    with pytest.raises(translation.NotTranslated, match=r"of_nobody.*elsewhere"):
        translation.queries_for_spark(schema)
