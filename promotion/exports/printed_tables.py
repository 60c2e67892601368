"""An exhibit's rows as a table that fits a page: chosen columns, cells as text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from promotion import comparison_words, numbers
from promotion.chart_columns import shown_values
from promotion.exhibit import Exhibit
from promotion.exports.cells import plain_text, plain_value
from promotion.measures import unit_of
from promotion.text_widths import text_width

# In digits: the widest and narrowest that a column of words is made, and what divides columns.
_WIDEST, _NARROW, _NARROWEST = 30, 12, 5
_GAP = 2
_UNBROKEN = re.compile(r"(?<!\S)[!-\u024f]{1,24}(?!\S)")  # longer ones are broken: briefing.typ


@dataclass(frozen=True)
class PrintedTable:
    """The first rows as text; `widths` are the columns' shares of the line.

    `row_count` is how many rows there are in all, `left_out` what the columns are called that
    have no room.
    """

    headings: tuple[str, ...]
    are_numbers: tuple[bool, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    row_count: int
    left_out: tuple[str, ...]


def printed_table(exhibit: Exhibit, most_rows: int, line_width: int) -> PrintedTable:
    """The exhibit's first rows on a line so many digits wide, in the language in use.

    Words take more lines before a column is left out: dates first, then what its chart does not
    show.
    """
    rows = exhibit.rows()[:most_rows]
    texts = {
        column: tuple(_cell(row, column) for row in rows) for column in exhibit.shown_columns()
    }
    widths = _widths(exhibit, texts, line_width)
    kept = [column for column in texts if column in widths]
    return PrintedTable(
        headings=tuple(plain_text(exhibit.heading(column)) for column in kept),
        are_numbers=tuple(unit_of(column) not in ("text", "date", "month") for column in kept),
        widths=tuple(widths[column] for column in kept),
        rows=tuple(zip(*(texts[column] for column in kept), strict=True)),
        row_count=len(exhibit.table),
        left_out=tuple(plain_text(exhibit.heading(each)) for each in texts if each not in widths),
    )


def _cell(row: dict[str, object], column: str) -> str:
    compared = comparison_words.cell_text(row, column)
    if compared is not None:
        return compared
    value = plain_value(row[column])
    if isinstance(value, date) and unit_of(column) == "date":
        return value.isoformat()
    if column == "online_share" and "channel_known_count" in row:
        return numbers.measure_text(row, column, "share")
    metric = row.get("metric")
    return plain_text(
        numbers.value_text(value, unit_of(column, metric if isinstance(metric, str) else None))
    )


def _widths(
    exhibit: Exhibit, texts: Mapping[str, tuple[str, ...]], line_width: int
) -> dict[str, int]:
    """The width of each column that has room, none where it has not."""
    kept, taken = [], 0
    for column in sorted(texts, key=lambda each: _goes_first(exhibit, each)):
        width = _width(exhibit, column, texts[column], _NARROW)
        if not kept or taken + width <= line_width:
            kept.append(column)
            taken += width
    for widest in range(_WIDEST, _NARROW - 1, -1):
        widths = {column: _width(exhibit, column, texts[column], widest) for column in kept}
        if sum(widths.values()) <= line_width:
            break
    return widths


def _goes_first(exhibit: Exhibit, column: str) -> int:
    """The higher, the sooner the column is left out."""
    unit = unit_of(column)
    if exhibit.chart is None:
        return 2 if unit == "date" else 1 if unit == "text" else 0
    return 0 if unit in ("text", "month") or column in shown_values(exhibit.chart) else 1


def _width(exhibit: Exhibit, column: str, texts: tuple[str, ...], widest: int) -> int:
    longest = max(map(text_width, texts), default=0)
    if unit_of(column) == "text":
        words = [len(word) for text in texts for word in _UNBROKEN.findall(text)]
        longest = min(longest, max(widest, *words, 0))
    # A heading may stand in two lines.
    return max(longest, text_width(exhibit.heading(column)) // 2 + 1, _NARROWEST) + _GAP
