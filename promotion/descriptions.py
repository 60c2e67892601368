"""Chart descriptions: what to draw, as data. drawings/ and exports/ each draw them their way."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bars:
    """Horizontal bars, one a row: a value for each category, coloured by district if so.

    Categories left out have no such value; those whose value is unknown are shown so.
    """

    category: str
    value: str
    label: str
    coloured_by_district: bool = False
    leave_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class StackedBars:
    """Columns over a time or category axis, stacked by series; a share as a line over them."""

    x: str
    value: str
    series: str
    series_label: str
    x_label: str | None = None
    line: str | None = None


@dataclass(frozen=True)
class HeatMap:
    """A table of cells shaded by value: a row a category, a column another.

    Shaded apart below and above `centre` where there is one; a cell whose `base` is small
    shows it in brackets instead of the value.
    """

    row: str
    row_label: str
    column: str
    column_label: str
    value: str
    centre: float | None = None
    base: str | None = None


@dataclass(frozen=True)
class Funnel:
    """Stages from the top: a bar for those standing, a thinner one for those who got so far."""

    stage: str
    stage_label: str
    value: str
    reached: str
    amount: str


@dataclass(frozen=True)
class Bullets:
    """Completion of a target a bar, against the pace of time as a mark."""

    category: str
    label: str
    metric: str
    metric_label: str


@dataclass(frozen=True)
class Tiles:
    """A tile a district on a grid, shaded by value."""

    category: str
    label: str
    value: str


@dataclass(frozen=True)
class Lines:
    """A line over months."""

    x: str
    value: str


Chart = Bars | StackedBars | HeatMap | Funnel | Bullets | Tiles | Lines
