"""What rows of forecasts are made of: the whole beside districts, rounding, and words."""

import math
from collections.abc import Iterable

from promotion import numbers
from promotion.language import _
from promotion.outlook.asked import WHOLE
from promotion.outlook.forecasting import LEAST_BASE, METRICS, Forecast
from promotion.rounding import half_up

Row = dict[str, object]


def sum_of_known(values: Iterable[float | None]) -> float | None:
    """The sum of the known values; None where none is known."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def with_the_whole(reached: list[Row]) -> list[Row]:
    """The rows by measure, before those of several districts one of all of them.

    The whole has a target only where every one of them has: else what is reached and what is
    asked would be of different districts.
    """
    rows = []
    for metric in METRICS:
        members = [row for row in reached if row["metric"] == metric]
        if len(members) > 1:
            targets = [row["target"] for row in members]
            whole = {
                "district": WHOLE,
                "metric": metric,
                "reached": sum_of_known(row["reached"] for row in members),
                "target": None if None in targets else sum(targets),
            }
            rows.append(whole)
        rows += members
    return rows


def expected(found: Forecast) -> float | None:
    """What is expected to come; None where nothing is forecast."""
    return None if found.pipeline is None else found.pipeline + found.new


def rounded(value: float | None, metric: str = "", upwards: bool | None = None) -> float | None:
    """The value to one decimal; an end of an interval of counts to the whole count beyond."""
    if value is None:
        return None
    if metric.endswith("_count"):
        return float(math.ceil(value) if upwards else math.floor(value))
    return float(half_up(value, 1))


def status_words(known: float | None, found: Forecast, is_over: bool) -> str:
    """Whether a row holds a forecast, and else why not."""
    if known is None:
        return _("Not known what was reached")
    if is_over:
        return _("The year is over")
    if found.base_count < LEAST_BASE:
        return _("Too few to forecast (n={count})").format(
            count=numbers.count_text(found.base_count)
        )
    if found.low is None:
        return _("Less than thirty days of history")
    return _("Forecast")
