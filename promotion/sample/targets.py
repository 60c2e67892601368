"""Yearly targets that some districts are ahead of and some behind, and sources."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from promotion.sample.drawing import AS_OF, Columns
from promotion.sample.settings import Settings

COLUMN_NAMES = ("year", "district", "metric", "target")
SOURCE_COLUMN_NAMES = ("file", "source", "as_of_date")
RATE_COLUMN_NAMES = ("year", "cny_per_usd", "source")
YEARS = (2019, 2020)
Tally = dict[tuple[str, str, int], float]  # (district, metric, year) → what was reached


def project_tally(settings: Settings, tables: list[Columns], receipts: Columns) -> Tally:
    """What the projects and receipts reached, by district, metric and year."""
    tally: Tally = {}
    for district, table in zip(settings.districts, tables, strict=True):
        own = receipts["district"] == district.district
        for year in YEARS:
            signed = _in_year(table["signed_date"], year)
            received = own & _in_year(receipts["received_date"], year)
            reached = {
                "signed_count": signed.sum(),
                "signed_investment_wan_cny": np.nansum(table["agreed_investment_wan_cny"][signed]),
                "landed_count": _in_year(table["landed_date"], year).sum(),
                "received_fdi_wan_usd": np.nansum(receipts["received_fdi_wan_usd"][received]),
            }
            for metric, value in reached.items():
                tally[district.district, metric, year] = float(value)
    return tally


def count_contacts(tally: Tally, district: str, year: int, table: pa.Table) -> None:
    """Add a month's contacts and project tips to the tally."""
    reached = {
        "contact_count": table.num_rows,
        "lead_count": pc.sum(table["lead_count"]).as_py() or 0,
    }
    for metric, value in reached.items():
        key = (district, metric, year)
        tally[key] = tally.get(key, 0.0) + value


def target_table(settings: Settings, tally: Tally) -> Columns:
    """Targets by column name: what was reached divided by the completion the settings ask."""
    rows = [
        (
            year,
            row["district"],
            row["metric"],
            _round_target(
                tally.get((row["district"], row["metric"], year), 0.0)
                / float(row[f"completion_{year}"])
            ),
        )
        for year in YEARS
        for row in settings.targets
    ]
    return {
        name: np.array(values, dtype=object if isinstance(values[0], str) else None)
        for name, values in zip(COLUMN_NAMES, zip(*rows, strict=True), strict=True)
    }


def rate_table(settings: Settings) -> Columns:
    """Yuan per dollar of each year, with where the rate is from."""
    source = settings.word("rate_source")
    return {
        "year": np.array([int(row["year"]) for row in settings.rates]),
        "cny_per_usd": np.array([float(row["cny_per_usd"]) for row in settings.rates]),
        "source": np.full(len(settings.rates), source, dtype=object),
    }


def source_table(settings: Settings, names: tuple[str, ...], seed: int) -> Columns:
    """Every file of the folder, marked as sample data, with its as-of date."""
    return {
        "file": np.array(names, dtype=object),
        "source": np.full(len(names), f"{settings.word('source')} {seed}", dtype=object),
        "as_of_date": np.full(len(names), AS_OF),
    }


def _in_year(dates: np.ndarray, year: int) -> np.ndarray:
    return dates.astype("datetime64[Y]") == np.datetime64(str(year), "Y")


def _round_target(value: float) -> int:
    """The value as a target is set: two figures, three where the first is a one."""
    if value < 20:
        return max(1, round(value))
    first = int(str(round(value))[0])
    return int(round(value, (3 if first == 1 else 2) - len(str(round(value)))))
