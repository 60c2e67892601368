"""The year that targets are compared in: that of the period's end, as far as it is known."""

from datetime import date

from promotion.database import Database
from promotion.filters import Filters


def target_year(data: Database, filters: Filters) -> tuple[date, date]:
    """The year's first day, and its last or the as-of date, which may lie before the first."""
    first_day = filters.period.last_day.replace(month=1, day=1)
    return first_day, min(first_day.replace(month=12, day=31), data.as_of)
