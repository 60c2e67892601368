"""DuckDB's SQL of a mart as Spark's: by SQLGlot, and here what it leaves as it is."""

from collections.abc import Iterable, Iterator, Mapping

from sqlglot import exp, parse_one

from promotion.marts import MARTS
from promotion.marts_folder.schema import Schema
from promotion.query import query_text

# A macro's parameters and what it stands for.
Macros = Mapping[str, tuple[list[str], exp.Expression]]


class NotTranslated(ValueError):
    """A mart says something that Spark cannot be told; its text says which and what."""


def queries_for_spark(schema: Schema) -> dict[str, str]:
    """Spark's query of each mart that is a table or a view, by its name, in their order.

    Macros stand in what calls them. Raises NotTranslated.
    """
    statements = {name: parse_one(query_text(f"marts/{name}"), read="duckdb") for name in MARTS}
    macros = dict(_scalar_macros(statements.values()))
    return {
        name: _translated(name, statement.expression, macros, schema)
        for name, statement in statements.items()
        if statement.args["kind"] in ("TABLE", "VIEW")
    }


def _scalar_macros(
    statements: Iterable[exp.Expression],
) -> Iterator[tuple[str, tuple[list[str], exp.Expression]]]:
    for statement in statements:
        stands_for = statement.expression
        if statement.args["kind"] == "MACRO" and not isinstance(stands_for, exp.Subquery):
            function = statement.this
            yield function.this.name, ([one.name for one in function.expressions], stands_for)


def _translated(name: str, query: exp.Expression, macros: Macros, schema: Schema) -> str:
    try:
        query = query.transform(_with_macro_put_in, macros)
        return query.transform(_with_columns_in_their_places, schema).sql(dialect="spark")
    except NotTranslated as fault:
        raise NotTranslated(f"{name}: {fault}") from fault


def _with_macro_put_in(node: exp.Expression, macros: Macros) -> exp.Expression:
    if not isinstance(node, exp.Anonymous) or node.name.lower() not in macros:
        return node
    parameters, stands_for = macros[node.name.lower()]
    given = dict(zip(parameters, node.expressions, strict=True))

    def put_in(part: exp.Expression) -> exp.Expression:
        is_parameter = isinstance(part, exp.Column) and not part.table and part.name in given
        return given[part.name].copy() if is_parameter else part

    return exp.paren(stands_for.copy().transform(put_in))


def _with_columns_in_their_places(node: exp.Expression, schema: Schema) -> exp.Expression:
    """A union by name as one by place, null where a query lacks a column: Spark wants all alike."""
    if not isinstance(node, exp.Union) or not node.args.get("by_name"):
        return node
    queries = list(_united(node))
    named = [_columns_of(query, schema) for query in queries]
    every = list(dict.fromkeys(column for columns in named for column in columns))
    in_place = [
        exp.select(
            *(exp.column(one) if one in columns else exp.alias_(exp.null(), one) for one in every)
        ).from_(query.copy().subquery("united"))
        for query, columns in zip(queries, named, strict=True)
    ]
    union: exp.Expression = in_place[0]
    for query in in_place[1:]:
        union = exp.union(union, query, distinct=False)
    return union


def _united(query: exp.Expression) -> Iterator[exp.Expression]:
    if isinstance(query, exp.Union) and query.args.get("by_name"):
        if query.args.get("distinct"):
            raise NotTranslated("union by name that takes out what is double")
        yield from _united(query.left)
        yield from _united(query.right)
    else:
        yield query


def _columns_of(query: exp.Expression, schema: Schema) -> list[str]:
    names: list[str] = []
    for chosen in query.selects:
        if isinstance(chosen, exp.Star):
            table = query.find(exp.Table).name
            if table not in schema:
                raise NotTranslated(f"all columns of {table}, which is not known")
            left_out = {one.name for one in chosen.args.get("except_") or ()}
            names += [name for name in schema[table].columns if name not in left_out]
        else:
            names.append(chosen.alias_or_name)
    return names
