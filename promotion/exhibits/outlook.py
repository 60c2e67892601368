"""The outlook: what the year is to reach by its end."""

from dataclasses import replace

import pandas as pd

from promotion import exhibit, numbers
from promotion.database import Database
from promotion.descriptions import Forecasts
from promotion.exhibit import Exhibit, in_the_readers_language
from promotion.exhibits import outlook_notes
from promotion.exhibits.outlook_rows import (
    expected,
    rounded,
    status_words,
    with_the_whole,
)
from promotion.filters import Filters, Period
from promotion.language import _
from promotion.measures import label_of
from promotion.outlook.asked import WHOLE, forecasts_at
from promotion.outlook.forecasting import Forecast
from promotion.query import records_of

KINDS = ("projects", "receipts", "targets")
_COLUMNS = (
    "district",
    "district_name",
    "metric",
    "metric_name",
    "so_far",
    "forecast",
    "low",
    "high",
    "from_pipeline",
    "from_new_projects",
    "target",
    "completion_so_far",
    "completion_forecast",
    "pace",
    "base_count",
    "remark",
)


@in_the_readers_language
def year_end_forecast(data: Database, filters: Filters) -> Exhibit:
    """What each district and all shown will have reached at the year's end, with an interval.

    Made with what was known at the end of the period, or by the as-of date where that is
    earlier, for the year of that day. A row a measure and district: so_far, what the pipeline
    and new projects are to add, their sum, what holds it with a chance of four fifths (low,
    high), the target and the pace of time. Null where unknown or counted from too few.
    """
    day = min(filters.period.last_day, data.as_of)
    first_day = filters.period.last_day.replace(month=1, day=1)
    last_day = first_day.replace(month=12, day=31)
    districts = filters.parameters()["districts"]
    parameters = {"from": first_day, "to": day}
    rows: list[dict[str, object]] = []
    if data.first_date <= day and first_day <= day and "projects" in data.kinds:
        reached = records_of(data.run("outlook/reached", districts=districts, **parameters))
        found = forecasts_at(data, day, last_day, tuple(districts), apart=True)
        pace = ((day - first_day).days + 1) / ((last_day - first_day).days + 1)
        rows = [
            _row(row, found[row["district"]][row["metric"]], pace, is_over=day == last_day)
            | _names(data, row)
            for row in with_the_whole(reached)
        ]
    chart = Forecasts(
        category="district",
        label="district_name",
        metric="metric",
        metric_label="metric_name",
        so_far="so_far",
        low="low",
        middle="forecast",
        high="high",
        target="target",
        pace="pace",
    )
    return exhibit.make(
        data,
        replace(filters, industries=(), capital="all"),
        name="year_end_forecast",
        title=_("Forecast for the end of {year}, as known on {day}").format(
            year=first_day.year, day=numbers.date_text(day)
        ),
        unit=_("share of the target, %"),
        table=pd.DataFrame(rows, columns=list(_COLUMNS), dtype=object),
        chart=chart,
        query="outlook/stage_spells",
        kinds=KINDS,
        notes=outlook_notes.of_year(rows, filters, day, data.as_of),
        period=Period(first_day, last_day),
        parameters={"day": day},
    )


def _names(data: Database, row: dict[str, object]) -> dict[str, object]:
    code = row["district"]
    name = _("All shown") if code == WHOLE else data.name_of("district", code)
    return {"district_name": name, "metric_name": label_of(row["metric"])}


def _row(row: dict[str, object], found: Forecast, pace: float, is_over: bool) -> dict[str, object]:
    so_far, target, metric = row["reached"], row["target"], row["metric"]
    coming = Forecast(found.base_count, 0.0, 0.0, 0.0, 0.0) if is_over else found
    is_forecast = so_far is not None and coming.low is not None

    def so_much_more(amount: float | None) -> float | None:
        return so_far + amount if is_forecast else None

    total = rounded(so_much_more(expected(coming)))
    return {
        "district": row["district"],
        "metric": metric,
        "so_far": so_far,
        "from_pipeline": rounded(coming.pipeline) if is_forecast else None,
        "from_new_projects": rounded(coming.new) if is_forecast else None,
        "forecast": total,
        "low": rounded(so_much_more(coming.low), metric, upwards=False),
        "high": rounded(so_much_more(coming.high), metric, upwards=True),
        "target": target,
        "completion_so_far": so_far / target if target and so_far is not None else None,
        "completion_forecast": total / target if target and total is not None else None,
        "pace": pace,
        "base_count": found.base_count,
        "remark": status_words(so_far, found, is_over),
    }
