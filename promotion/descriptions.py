"""Chart descriptions: what to draw, as data. drawings/ and exports/ each draw them their way."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bars:
    """Horizontal bars, one a row: a value for each category, coloured by district if so.

    Categories left out have no such value; those whose value is unknown are shown so. With
    `most` only so many are drawn, the largest: the rows hold the others.
    """

    category: str
    value: str
    label: str
    coloured_by_district: bool = False
    leave_out: tuple[str, ...] = ()
    most: int | None = None


@dataclass(frozen=True)
class StackedBars:
    """Columns over a time or category axis, stacked by series; a share as a line over them.

    With `most` only so many categories are drawn, the first ones: the rows hold the others.
    """

    x: str
    value: str
    series: str
    series_label: str
    x_label: str | None = None
    line: str | None = None
    most: int | None = None


@dataclass(frozen=True)
class HeatMap:
    """A table of cells shaded by value: a row a category, a column another.

    Shaded apart below and above `centre` where there is one; a cell whose `base` is small
    shows it in brackets instead of the value. Columns that are weeks are their Mondays. With
    `most` only so many rows are drawn, the first ones: the exhibit's rows hold the others.
    """

    row: str
    row_label: str
    column: str
    column_label: str
    value: str
    centre: float | None = None
    base: str | None = None
    is_weekly: bool = False
    most: int | None = None


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
    """A line over months; `other` is drawn behind it, to compare with."""

    x: str
    value: str
    other: str | None = None


@dataclass(frozen=True)
class MeasureBars:
    """Several measures of one unit for each category, side by side or stacked.

    Rows of bars where the categories have a `label`, else columns over months. A rate may
    stand as a line over the columns; of a month whose `base` is small it is left out. So are rows
    of bars whose `base` is, unless they have a `rate`: that is printed under their label, and left
    out alone. Measures that are ordered, from the best, are coloured as one scale; what was
    `achieved` has the first colour wherever it stands. With `most` only so many categories are
    drawn, the first ones: the rows hold the others. `aside` is a measure written beside stacked
    rows of bars.
    """

    category: str
    values: tuple[str, ...]
    label: str | None = None
    is_stacked: bool = False
    is_ordered: bool = False
    line: str | None = None
    base: str | None = None
    most: int | None = None
    aside: str | None = None
    rate: str | None = None
    achieved: str | None = None


@dataclass(frozen=True)
class Flow:
    """How a number runs from step to step, as bands between them: each step a column of codes.

    With `most` only so many codes of the first step are drawn, those with most; the others
    together. Codes stand as the rows bring them, those that `order` names in its order.
    """

    steps: tuple[str, ...]
    labels: tuple[str, ...]
    value: str
    most: int | None = None
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Calendar:
    """A cell a day, a column a week, shaded by value."""

    day: str
    value: str


@dataclass(frozen=True)
class Ranges:
    """From a low to a high value with the middle marked, a row a category, each with its base."""

    category: str
    label: str
    low: str
    middle: str
    high: str
    base: str


@dataclass(frozen=True)
class Timeline:
    """Points on an axis of days, a row of them for each event, in the order the rows bring them."""

    event: str
    label: str
    day: str
    value: str


Chart = (
    Bars
    | StackedBars
    | HeatMap
    | Funnel
    | Bullets
    | Tiles
    | Lines
    | MeasureBars
    | Flow
    | Calendar
    | Ranges
    | Timeline
)


def shown_values(chart: Chart) -> tuple[str, ...]:
    """The columns whose numbers the chart shows."""
    if isinstance(chart, Bullets):
        return ("completion",)
    if isinstance(chart, MeasureBars):
        return chart.values
    if isinstance(chart, Ranges):
        return (chart.low, chart.middle, chart.high)
    return (chart.value,)
