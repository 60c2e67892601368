"""A block of cells that a native chart is drawn from, as data."""

from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from promotion import numbers
from promotion.annotations import marks_by_month
from promotion.descriptions import SharedScale
from promotion.exhibit import Exhibit
from promotion.exports.cells import Cell, plain_value
from promotion.measures import unit_of

_ROOM = 1.05  # beyond the largest value, where two charts share an axis


@dataclass(frozen=True)
class Series:
    """A column of the block: its heading, values, number format and colours.

    `point_colours` differ by value where they are given. A series that is a line stands on a
    second axis; one that is not `drawn` is only read. One with a `mark` stands over the columns on
    their own axis: "dot", points with an `interval`, whose ends are so far above and below as the
    series at these places say; "rule" and "dotted rule", a line across.
    """

    name: str
    values: tuple[Cell, ...]
    number_format: str
    colour: str
    point_colours: tuple[str, ...] = ()
    is_line: bool = False
    is_drawn: bool = True
    mark: str = ""
    interval: tuple[int, int] | None = None


@dataclass(frozen=True)
class Block:
    """Categories and series of one chart; kind is bar, column or line, as spreadsheets say.

    `top` ends the axis of the values where another chart is to have the same one. A block that is
    one of several has its own `title`.
    """

    kind: str
    heading: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis_title: str
    is_stacked: bool = False
    top: float | None = None
    title: str = ""


def axis_top(scale: SharedScale | None) -> float | None:
    """Where the axis of charts on one scale ends, in two digits; None where each has its own."""
    if scale is None or not scale.largest:
        return None
    needed = scale.largest * _ROOM
    digits = floor(log10(needed)) - 1
    top = ceil(needed / 10**digits) * 10**digits
    return round(top, max(-digits, 0))


def cell_text(row: dict[str, object], column: str) -> str:
    """What a category is called, as text; empty where it is unknown."""
    return str(plain_value(row[column]) or "")


def month_names(exhibit: Exhibit, days: list[date]) -> tuple[str, ...]:
    """Months as the axis names them, each with the signs of its notes: no native chart has lines
    across its plot."""
    marks = marks_by_month(exhibit.annotations)
    ticks = [numbers.month_tick(day) for day in days]
    return tuple(f"{tick} {marks[tick]}" if tick in marks else tick for tick in ticks)


def axis_title(column: str) -> str:
    """The unit on the axis of the values; empty for a percentage, which its labels say."""
    unit = numbers.unit_label(unit_of(column))
    return unit if unit != "%" else ""
