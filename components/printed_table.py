"""A grid of rows as it is printed: all columns, where a window shows those it has room for."""

import pandas as pd
import streamlit as st

from components import table_columns, text_table
from promotion import numbers
from promotion.measures import unit_of

UNKNOWN = "\N{EN DASH}"


def show(title: str, table: pd.DataFrame, labels: dict[str, str]) -> None:
    """Nothing; gives the rows under their labels, on paper only, in place of the grid before it."""
    columns = [_cells(table[name], unit_of(name)) for name in table.columns]
    headings = [labels[name] for name in table.columns]
    rows = zip(*columns, strict=True)
    st.html(f'<div class="printed">{text_table.html(title, headings, rows)}</div>')


def _cells(values: pd.Series, unit: str) -> list[text_table.Cell]:
    """A column's cells; figures have as many decimals as in the grid."""
    known = [value for value in values if not pd.isna(value)]
    if unit in table_columns.NOT_FIGURES:
        return [UNKNOWN if pd.isna(value) else _words(value, unit) for value in values]
    if all(isinstance(value, str) for value in known):
        return [text_table.Figure(UNKNOWN if pd.isna(value) else value) for value in values]
    written = numbers.column_format(map(float, known), unit)
    return [
        text_table.Figure(UNKNOWN if pd.isna(value) else numbers.column_text(float(value), written))
        for value in values
    ]


def _words(value: object, unit: str) -> text_table.Cell:
    if unit == "date":
        return text_table.Day(value.isoformat())
    return numbers.value_text(value, unit)
