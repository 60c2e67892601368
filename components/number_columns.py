"""How the columns of a table on a page show their figures: separators, percentages."""

from collections.abc import Iterable

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


def formats(columns: Iterable[str], labels: dict[str, str]) -> dict[str, object]:
    """A column setting for each column of figures, by its label."""
    shown = {name: _FORMATS.get(unit_of(name), "localized") for name in columns}
    return {
        labels[name]: st.column_config.NumberColumn(format=style)
        for name, style in shown.items()
        if style
    }
