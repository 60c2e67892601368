"""How forecasts have held before: what they said at past quarter ends, and what came."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd

from promotion import exhibit, numbers
from promotion.database import Database
from promotion.descriptions import TestedForecasts
from promotion.exhibit import Exhibit, in_the_readers_language
from promotion.exhibits import outlook_notes
from promotion.exhibits.outlook_rows import expected, rounded, status_words, sum_of_known
from promotion.filters import Filters, Period, month_end, months_later
from promotion.language import _
from promotion.measures import label_of
from promotion.outlook.asked import WHOLE, forecasts_at
from promotion.outlook.forecasting import METRICS, Forecast
from promotion.query import records_of

KINDS = ("projects", "receipts")
QUARTERS_AHEAD = 2
MOST_DATES = 8
_COLUMNS = (
    "forecast_date",
    "until_date",
    "metric",
    "metric_name",
    "forecast",
    "low",
    "high",
    "actual_until",
    "forecast_error",
    "is_within",
    "base_count",
    "remark",
)


@in_the_readers_language
def forecast_back_test(data: Database, filters: Filters) -> Exhibit:
    """What forecasts made at past quarter ends said of two quarters, and what then came.

    Each uses what was known on its day only. A row a quarter end and measure, of all districts
    shown together: the forecast of what those two quarters bring, its interval, what came, the
    error as a share of that, and whether the interval held it.
    """
    day = min(filters.period.last_day, data.as_of)
    districts = filters.parameters()["districts"]
    dates = _quarter_ends(day)
    rows = [
        row
        for made in dates
        if data.first_date <= made and "projects" in data.kinds
        for row in _tested(data, made, _quarters_later(made), districts)
    ]
    return exhibit.make(
        data,
        replace(filters, industries=(), capital="all"),
        name="forecast_back_test",
        title=_("Forecasts made at past quarter ends, for two quarters ahead, and the actuals"),
        unit=_("share of the actual, %"),
        table=pd.DataFrame(rows, columns=list(_COLUMNS), dtype=object),
        chart=TestedForecasts(
            day="forecast_date",
            metric="metric",
            metric_label="metric_name",
            low="low",
            middle="forecast",
            high="high",
            actual="actual_until",
            is_within="is_within",
        ),
        query="outlook/stage_spells",
        kinds=KINDS,
        notes=outlook_notes.of_test(rows, filters),
        period=Period(rows[0]["forecast_date"] + timedelta(days=1) if rows else dates[0], day),
        parameters={"day": max((row["forecast_date"] for row in rows), default=dates[-1])},
    )


def _quarter_ends(day: date) -> list[date]:
    """The past quarter ends that forecasts are made at: their two quarters are over by the day."""
    after = day + timedelta(days=1)
    first_of_quarter = months_later(after.replace(day=1), -((after.month - 1) % 3))
    return [
        months_later(first_of_quarter, -3 * (QUARTERS_AHEAD + back)) - timedelta(days=1)
        for back in reversed(range(MOST_DATES))
    ]


def _quarters_later(quarter_end: date) -> date:
    return month_end(months_later(quarter_end.replace(day=1), 3 * QUARTERS_AHEAD))


def _tested(
    data: Database, made: date, until: date, districts: Iterable[str]
) -> list[dict[str, object]]:
    span = {"from": made + timedelta(days=1), "to": until, "districts": list(districts)}
    reached = records_of(data.run("outlook/reached", **span))
    found = forecasts_at(data, made, until, tuple(districts), apart=False)[WHOLE]
    return [
        _test_row(
            made,
            until,
            metric,
            found[metric],
            sum_of_known(row["reached"] for row in reached if row["metric"] == metric),
        )
        for metric in METRICS
    ]


def _test_row(
    made: date, until: date, metric: str, found: Forecast, actual: float | None
) -> dict[str, object]:
    is_tested = found.low is not None and actual is not None
    is_count = metric.endswith("_count")
    is_large = bool(actual) and (not is_count or actual >= numbers.SMALL_BASE)
    total = rounded(expected(found)) if is_tested else None
    low = rounded(found.low, metric, upwards=False) if is_tested else None
    high = rounded(found.high, metric, upwards=True) if is_tested else None
    return {
        "forecast_date": made,
        "until_date": until,
        "metric": metric,
        "metric_name": label_of(metric),
        "forecast": total,
        "low": low,
        "high": high,
        "actual_until": actual,
        "forecast_error": total / actual - 1 if is_tested and is_large else None,
        "is_within": low <= actual <= high if is_tested else None,
        "base_count": found.base_count,
        "remark": status_words(actual, found, is_over=False),
    }
