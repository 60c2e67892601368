"""How the columns of a table on a page are shown: separators, percentages, widths."""

import unicodedata

import pandas as pd
import streamlit as st

from components.plain_text import plain
from promotion import numbers
from promotion.measures import definition_of, unit_of
from promotion.rounding import half_up

NOT_FIGURES = ("plain", "text", "date", "month", "yes_no")
_ROWS_SEEN = 5
_PADDING_PX, _WIDEST_PX = 18, 360
_ONE_DECIMAL = ("share", *numbers.ONE_DECIMAL_UNITS)


def rounded(table: pd.DataFrame) -> pd.DataFrame:
    """The rows with shares, as percentages, rates and durations to one decimal, as elsewhere."""
    shown = table.copy()
    for name in table.columns:
        unit = unit_of(name)
        if unit in _ONE_DECIMAL:
            times = 100 if unit == "share" else 1
            values = [
                None if value is None else float(half_up(value * times, 1)) for value in table[name]
            ]
            shown[name] = pd.Series(values, index=table.index, dtype=object)
    return shown


def metrics_told(table: pd.DataFrame) -> pd.DataFrame:
    """The rows with the values of several metrics in words, each with its unit."""
    told = table.copy()
    for name in table.columns:
        if unit_of(name) == "by_metric":
            pairs = zip(table[name], table["metric"], strict=True)
            texts = [numbers.value_text(value, unit_of(name, metric)) for value, metric in pairs]
            told[name] = pd.Series(texts, index=table.index, dtype=object)
    return told


def formats(table: pd.DataFrame, labels: dict[str, str]) -> dict[str, object]:
    """A column setting, by its label, for each column that needs format, width or definition."""
    settings = {name: _setting(name, table[name], labels[name]) for name in table.columns}
    return {labels[name]: setting for name, setting in settings.items() if setting}


def _setting(name: str, values: pd.Series, label: str) -> object | None:
    """What is said of a column beyond its values: figures' format, width, what it counts."""
    unit = unit_of(name)
    defined = definition_of(name)
    words = plain(defined) if defined else None
    if unit == "by_metric" and all(isinstance(each, str) for each in values):
        return st.column_config.TextColumn(
            width=_width(values, label), alignment="right", help=words
        )
    if unit not in NOT_FIGURES:
        known = [float(value) for value in values if not pd.isna(value)]
        return st.column_config.NumberColumn(format=numbers.column_format(known, unit), help=words)
    width = _width(values, label)
    return st.column_config.Column(width=width, help=words) if width or words else None


def _width(texts: pd.Series, label: str) -> int | None:
    """As wide as its longest text, where the browser would not see that it is.

    The browser sets a column's width by its heading and first rows.
    """
    widths = [_width_px(text) for text in texts if isinstance(text, str)]
    seen = max([_width_px(label), *widths[:_ROWS_SEEN]])
    if max(widths, default=0) <= seen:
        return None
    return min(max(widths) + _PADDING_PX, _WIDEST_PX)


def _width_px(text: str) -> int:
    return sum(14 if unicodedata.east_asian_width(letter) in "WF" else 8 for letter in text)
