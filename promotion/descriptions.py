"""Chart descriptions: what to draw, as data. drawings/ and exports/ each draw them their way."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SharedScale:
    """What a figure has in common with the one beside it, so that their lengths say the same.

    `largest` is the largest value or stack of either. `categories` are the codes of bars in the
    order drawn, `series` the code and name of every series that either draws, `place_count` how
    many months an axis has room for. `colour` is the code of the figure's own colour: a district's,
    or "left" or "right".
    """

    largest: float
    colour: str
    categories: tuple[str, ...] = ()
    series: tuple[tuple[str, str], ...] = ()
    place_count: int = 0


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
    scale: SharedScale | None = None


@dataclass(frozen=True)
class StackedBars:
    """Columns over a time or category axis, stacked by series; a share as a line over them.

    Of lying bars `total` may be written at the end, over the `whole` it is of: columns that are
    the same in all rows of a category.

    With `most` only so many categories are drawn, the first ones: the rows hold the others.
    """

    x: str
    value: str
    series: str
    series_label: str
    x_label: str | None = None
    line: str | None = None
    most: int | None = None
    scale: SharedScale | None = None
    total: str | None = None
    whole: str | None = None


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
    scale: SharedScale | None = None


@dataclass(frozen=True)
class Bullets:
    """Completion of a target a bar, against the pace of time as a mark, each category as a dot.

    Without the dots where there are too many categories to be told apart: `is_whole_only`.
    """

    category: str
    label: str
    metric: str
    metric_label: str
    is_whole_only: bool = False


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
    rows of bars. Measures of how far things got have the `stages` whose colours they take.
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
    stages: tuple[str, ...] = ()


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
class Forecasts:
    """What is to be reached as a share of its target: so far as a bar, the forecast as a dot, its
    interval as a line; a band a metric, a lane a category in it, against the pace of time.
    """

    category: str
    label: str
    metric: str
    metric_label: str
    so_far: str
    low: str
    middle: str
    high: str
    target: str
    pace: str


@dataclass(frozen=True)
class TestedForecasts:
    """Forecasts and their intervals as shares of what came, those that did not hold it apart; a
    band a metric, a lane a day they were made on.
    """

    day: str
    metric: str
    metric_label: str
    low: str
    middle: str
    high: str
    actual: str
    is_within: str


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
    | Forecasts
    | TestedForecasts
    | Timeline
)
