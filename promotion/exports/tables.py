"""A table of rows as CSV that offices can open by a double click."""

import csv
import io
from datetime import date

import pandas as pd

from promotion import numbers
from promotion.exports.cells import inert_text, plain_value


def rows_as_csv(table: pd.DataFrame, labels: dict[str, str]) -> bytes:
    """The rows as CSV under the labels: UTF-8 with its mark, numbers plain, unknown empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(inert_text(labels[name]) for name in table.columns)
    for row in table.itertuples(index=False, name=None):
        writer.writerow(map(_as_text, row))
    return text.getvalue().encode("utf-8-sig")


def _as_text(value: object) -> str | float | None:
    value = plain_value(value)
    if isinstance(value, str):
        return inert_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return numbers.value_text(value, "yes_no")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
