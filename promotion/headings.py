"""What the columns of rows are called, for readers."""

from collections.abc import Mapping

import pandas as pd

from promotion import numbers
from promotion.language import _
from promotion.measures import label_of, unit_of


def column_labels(table: pd.DataFrame, own: Mapping[str, str] | None = None) -> dict[str, str]:
    """What readers call each column; `own` are the headings that an exhibit gives itself."""
    labels = {}
    for name in table.columns:
        words = (own or {}).get(name) or label_of(name)
        if f"{name}_name" in table.columns:
            words = _("{column} (code)").format(column=words)
        elif unit_of(name) in numbers.UNITS_IN_HEADINGS:
            words = _("{column} ({unit})").format(
                column=words, unit=numbers.unit_label(unit_of(name))
            )
        labels[name] = words
    return labels
