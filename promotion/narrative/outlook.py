"""Key points of the outlook."""

from promotion import numbers
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import unit_of


def outlook_points(forecast: Exhibit, back_test: Exhibit) -> list[str]:
    """Up to two sentences: what the year is to reach, and how past forecasts held."""
    return [point for point in (forecast_point(forecast), tested_point(back_test)) if point]


def forecast_point(forecast: Exhibit) -> str:
    """What all shown, or the one district, are to reach by the year's end, measure by measure."""
    rows = forecast.rows()
    first = rows[0]["district"] if rows else None
    parts = []
    for row in rows:
        if row["district"] != first or row["forecast"] is None:
            continue
        values = {
            name: numbers.value_text(row[name], unit_of(name, row["metric"]))
            for name in ("forecast", "low", "high")
        }
        words = _("{metric} {forecast} ({low} to {high})")
        if row["completion_forecast"] is not None:
            words = _("{metric} {forecast} ({low} to {high}), {completion} of the target")
        parts.append(
            words.format(
                metric=row["metric_name"],
                completion=numbers.value_text(row["completion_forecast"], "share"),
                **values,
            )
        )
    if not parts:
        return ""
    return _("Expected by the end of {year}: {parts}.").format(
        year=forecast.period.last_day.year, parts=_("; ").join(parts)
    )


def tested_point(back_test: Exhibit) -> str:
    """How many past forecasts held what then came within their interval."""
    tested = [row for row in back_test.rows() if row["is_within"] is not None]
    if not tested:
        return ""
    return _(
        "Of {count} such forecasts made two quarters ahead, the actual figure was within the "
        "interval in {held}; about four in five are to be expected."
    ).format(
        count=numbers.count_text(len(tested)),
        held=numbers.count_text(sum(row["is_within"] for row in tested)),
    )
