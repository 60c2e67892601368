"""The measures of activity as overview/activity answers them, for the exhibits that show them."""

from collections.abc import Iterable

import pandas as pd

from promotion import numbers
from promotion.database import Database
from promotion.filters import Filters, months_later
from promotion.language import _
from promotion.measures import MEASURES, label_of
from promotion.query import records_of

ACTIVITY_QUERY = "overview/activity"
TREND_QUERY, TREND_MONTHS = "overview/headline_by_month", 12
# Beside the measures: what the online share and the amounts rest on.
BASES = ("online_count", "channel_known_count", "signed_investment_unknown_count")
ACTIVITY_KINDS = ("contacts", "projects", "receipts")


def activity_rows(data: Database, filters: Filters, period: str, grouped_by: str) -> pd.DataFrame:
    """The measures of the period, 'this' or 'compared', of one grouping; a row a member."""
    answer = data.run(ACTIVITY_QUERY, **filters.parameters())
    wanted = (answer["period"] == period) & (answer["grouped_by"] == grouped_by)
    return answer[wanted.to_numpy(dtype=bool)].reset_index(drop=True)


def whole_rows(data: Database, filters: Filters) -> tuple[dict[str, object], dict[str, object]]:
    """The measures of all that is filtered, in the period and the compared one (may be empty)."""
    this = records_of(activity_rows(data, filters, "this", "whole"))[0]
    compared = records_of(activity_rows(data, filters, "compared", "whole"))
    return this, compared[0] if compared else {}


def measure_row(
    metric: str, this: dict[str, object], compared: dict[str, object]
) -> dict[str, object]:
    """A row of the headline: metric, value and compared in its unit, change as a fraction.

    A share comes with its numerator and denominator.
    """
    value, before = this[metric], compared.get(metric)
    return {
        "metric": metric,
        "metric_name": label_of(metric),
        "value": value,
        "compared": before,
        "change": _change(value, before, MEASURES[metric].unit),
        "numerator": this["online_count"] if metric == "online_share" else None,
        "denominator": this["channel_known_count"] if metric == "online_share" else None,
    }


def measure_text(row: dict[str, object]) -> str:
    """The value of a row of the headline in words; a share of a small base as its counts."""
    if row["denominator"] is None:
        return numbers.value_text(row["value"], MEASURES[row["metric"]].unit)
    return numbers.share_of_base(row["value"], row["numerator"], row["denominator"])


def has_small_base(row: dict[str, object]) -> bool:
    """Whether a row of the headline is a share of so few that it is told by its counts."""
    denominator = row.get("denominator")
    return denominator is not None and denominator < numbers.SMALL_BASE


def change_text(row: dict[str, object]) -> str:
    """How a row of the headline moved, in words; a share of a small base is not compared."""
    if has_small_base(row):
        return _("no comparison")
    return numbers.change_text(row["value"], row["compared"], MEASURES[row["metric"]].unit)


def _change(value: float | None, compared: float | None, unit: str) -> float | None:
    if value is None or compared is None:
        return None
    if unit == "share":
        return value - compared
    return (value - compared) / compared if compared else None


def kinds_of(measure: str) -> tuple[str, ...]:
    """The kinds of ledger a measure is counted from."""
    if measure == "received_fdi_wan_usd":
        return ("receipts",)
    if measure in ("contact_count", "attendee_count", "lead_count", "online_share"):
        return ("contacts",)
    return ("projects",)


def ranks_of(values: pd.Series) -> list[int | None]:
    """Places, the largest value first; equal values share the better place; unknown has none."""
    known = sorted((value for value in values if value is not None), reverse=True)
    return [None if value is None else known.index(value) + 1 for value in values]


def unknown_amounts(rows: Iterable[dict[str, object]]) -> tuple[str, ...]:
    """A note of how many signed projects have no known amount; none where all have."""
    unknown = sum(row["signed_investment_unknown_count"] or 0 for row in rows)
    if not unknown:
        return ()
    return (
        _("Signed projects whose amount is unknown, not in the total: {count}.").format(
            count=numbers.count_text(unknown)
        ),
    )


def trend_parameters(data: Database, filters: Filters) -> dict[str, object]:
    """The parameters of TREND_QUERY: the months up to the period's end that any ledger covers."""
    last_month = filters.period.last_day.replace(day=1)
    first_month = max(months_later(last_month, 1 - TREND_MONTHS), data.first_date.replace(day=1))
    return filters.parameters() | {"first_month": first_month}
