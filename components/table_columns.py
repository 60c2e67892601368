"""How the columns of a table on a page are shown: separators, percentages, widths."""

import unicodedata

import pandas as pd
import streamlit as st

from promotion import numbers
from promotion.measures import label_of, unit_of

_FORMATS = {
    "share": "percent",
    "plain": None,
    "text": None,
    "date": None,
    "month": None,
    "yes_no": None,
}


_ROWS_SEEN = 5
_PADDING_PX, _WIDEST_PX = 18, 360
# A share of one is shown as a percentage.
_DECIMALS = {"share": 3} | dict.fromkeys(
    ("days", "mu", "per_hundred", "per_week", "wan_cny_per_mu"), 1
)


def rounded(table: pd.DataFrame) -> pd.DataFrame:
    """The rows with shares, rates and durations to the decimals readers see elsewhere."""
    shown = table.copy()
    for name in table.columns:
        decimals = _DECIMALS.get(unit_of(name))
        if decimals is not None:
            values = [None if value is None else round(value, decimals) for value in table[name]]
            shown[name] = pd.Series(values, index=table.index, dtype=object)
    return shown


def formats(table: pd.DataFrame, labels: dict[str, str]) -> dict[str, object]:
    """A column setting, by its label, for each column of figures and each that needs its width."""
    shown = {name: _FORMATS.get(unit_of(name), "localized") for name in table.columns}
    settings = {name: _text_column(table[name], labels[name]) for name in table.columns}
    settings |= {
        name: st.column_config.NumberColumn(format=style, width=_number_width(name, table[name]))
        for name, style in shown.items()
        if style
    }
    return {labels[name]: setting for name, setting in settings.items() if setting}


def _number_width(name: str, values: pd.Series) -> int | None:
    """As wide as the longest, where amounts stand below counts that the browser looks at."""
    if unit_of(name) != "by_metric":
        return None
    texts = [numbers.decimal_text(value) for value in values if value is not None]
    seen = max([_width_px(label_of(name)), *map(_width_px, texts)])
    return min(seen + _PADDING_PX, _WIDEST_PX)


def _text_column(texts: pd.Series, label: str) -> object | None:
    """A column as wide as its longest text, where the browser would not see that it is.

    The browser sets a column's width by its heading and first rows.
    """
    widths = [_width_px(text) for text in texts if isinstance(text, str)]
    seen = max([_width_px(label), *widths[:_ROWS_SEEN]])
    if max(widths, default=0) <= seen:
        return None
    return st.column_config.Column(width=min(max(widths) + _PADDING_PX, _WIDEST_PX))


def _width_px(text: str) -> int:
    return sum(14 if unicodedata.east_asian_width(letter) in "WF" else 8 for letter in text)
