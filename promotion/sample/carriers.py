"""Invented buildings, parks and parcels."""

import numpy as np

from promotion.sample.drawing import NEVER, Columns, draw_days, numbered
from promotion.sample.settings import Settings

COLUMN_NAMES = (
    "carrier_id",
    "carrier_name",
    "district",
    "kind",
    "industry_focus",
    "developer",
    "operator",
    "total_area_m2",
    "leased_area_m2",
    "land_mu",
    "required_output_wan_cny_per_mu",
    "opened_date",
)
_UNKNOWN = np.nan


def carrier_table(rng: np.random.Generator, settings: Settings) -> Columns:
    """All districts' carriers by column name, in the order of the settings."""
    prefixes = {district.district: district.id_prefix for district in settings.districts}
    groups = [_group(rng, settings, row, prefixes[row["district"]]) for row in settings.carriers]
    return {name: np.concatenate([group[name] for group in groups]) for name in COLUMN_NAMES}


def _group(
    rng: np.random.Generator, settings: Settings, row: dict[str, str], id_prefix: str
) -> Columns:
    count = int(row["count"])
    numbers = np.arange(1, count + 1)
    focus = np.array(row["industry_focus"].split(), dtype=object)
    is_built = row["kind"] != "parcel"
    area = np.round(_between(rng, row, "area_m2", count), -2)
    is_let_known = rng.random(count) < 0.93
    leased = np.round(area * rng.beta(5, 3, count), -1)
    opened_month = np.datetime64("2011-01") + rng.integers(0, 96, count)
    opened = [draw_days(rng, str(month), 1)[0] for month in opened_month]
    developers = numbered(settings.word("developer"), rng.integers(1, 13, count), 2)
    operators = numbered(settings.word("operator"), rng.integers(1, 10, count), 2)
    return {
        "carrier_id": numbered(f"{id_prefix}-{row['kind'].upper()}-", numbers, 2),
        "carrier_name": numbered(row["carrier_name"], numbers, 2),
        "district": np.full(count, row["district"], dtype=object),
        "kind": np.full(count, row["kind"], dtype=object),
        "industry_focus": focus[numbers % len(focus)],
        "developer": np.where(is_built, developers, None),
        "operator": np.where(is_built, operators, None),
        "total_area_m2": area,
        "leased_area_m2": np.where(is_let_known, leased, _UNKNOWN),
        "land_mu": np.round(_between(rng, row, "land_mu", count), 1),
        "required_output_wan_cny_per_mu": np.round(
            _between(rng, row, "required_output_wan_cny_per_mu", count), -1
        ),
        "opened_date": np.where(is_built, np.array(opened), NEVER),
    }


def _between(rng: np.random.Generator, row: dict[str, str], name: str, count: int) -> np.ndarray:
    """Sizes between the row's low and high, or unknown where the kind has no such size."""
    if not row[f"low_{name}"]:
        return np.full(count, _UNKNOWN)
    low, high = float(row[f"low_{name}"]), float(row[f"high_{name}"])
    return rng.uniform(low, high, count)
