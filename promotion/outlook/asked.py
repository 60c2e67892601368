"""The forecasts of what a database holds, made once for a state of the ledgers."""

from datetime import date

from promotion.database import Database
from promotion.outlook.forecasting import Forecast, forecasts
from promotion.outlook.history import records_at

WHOLE = "all"  # stands in place of a district's code


def forecasts_at(
    data: Database, day: date, until: date, districts: tuple[str, ...], apart: bool
) -> dict[str, dict[str, Forecast]]:
    """What is to come from the day on, by district where apart, and of all, by measure."""

    def make() -> dict[str, dict[str, Forecast]]:
        records = records_at(data, day, list(districts))
        days_left = (until - day).days
        codes = data.codes("district") if apart else []
        chosen = [code for code in codes if not districts or code in districts]
        found = {code: forecasts(records.history((code,)), days_left, code) for code in chosen}
        return found | {WHOLE: forecasts(records.history(), days_left, WHOLE)}

    return data.keep(("outlook", day, until, districts, apart), make)
