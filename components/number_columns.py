"""How the columns of a table on a page show their figures: separators, percentages."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from promotion.measures import unit_of

_FORMATS = {
    "share": "percent",
    "plain": None,
    "text": None,
    "date": None,
    "month": None,
    "yes_no": None,
}


_ONE_DECIMAL = ("days", "mu", "per_hundred", "per_week", "wan_cny_per_mu")


def rounded(table: pd.DataFrame) -> pd.DataFrame:
    """The rows with rates and durations to one decimal, as readers see them elsewhere."""
    shown = table.copy()
    for name in table.columns:
        if unit_of(name) in _ONE_DECIMAL:
            values = [None if value is None else round(value, 1) for value in table[name]]
            shown[name] = pd.Series(values, index=table.index, dtype=object)
    return shown


def formats(columns: Iterable[str], labels: dict[str, str]) -> dict[str, object]:
    """A column setting for each column of figures, by its label."""
    shown = {name: _FORMATS.get(unit_of(name), "localized") for name in columns}
    return {
        labels[name]: st.column_config.NumberColumn(format=style)
        for name, style in shown.items()
        if style
    }
