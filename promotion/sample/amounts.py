"""Money, land and output of invented projects, unknown where an office would not know."""

import numpy as np

from promotion.sample.drawing import lognormal
from promotion.sample.settings import District, Settings

_MEDIAN_WAN_CNY = 7600.0
_LARGEST_WAN_CNY = 1_600_000.0
_CNY_PER_USD = 6.9
UNKNOWN = np.nan


def amounts(
    rng: np.random.Generator,
    settings: Settings,
    district: District,
    columns: dict[str, np.ndarray],
) -> dict[str, np.ndarray]:
    """Agreed investment, contracted foreign capital, land and output, as far as known."""
    industry = columns["industry"]
    size = len(industry)
    factors = np.array([settings.size_factors[code] for code in industry])
    has_land = np.array([code in settings.industries_with_land for code in industry], dtype=bool)
    is_signed = ~np.isnat(columns["signed_date"])
    is_negotiating = ~np.isnat(columns["negotiation_date"])
    is_foreign = columns["is_foreign"]

    invested = lognormal(rng, _MEDIAN_WAN_CNY, 1.35, 120, _LARGEST_WAN_CNY, size) * factors
    invested = np.minimum(np.where(columns["is_key"], 4.0 * invested, invested), _LARGEST_WAN_CNY)
    invested = np.where(columns["investment_kind"] == "capital_increase", 0.6 * invested, invested)
    contracted = invested / _CNY_PER_USD * rng.uniform(0.25, 0.9, size)
    land = np.clip(invested / lognormal(rng, 330, 0.35, 120, 900, size), 5, 1500)
    output = invested * lognormal(rng, 1.65, 0.35, 0.5, 4, size)

    known_invested = rng.random(size) < np.select([is_signed, is_negotiating], [0.96, 0.78], 0.35)
    known_contracted = is_foreign & is_signed & (rng.random(size) < 0.94)
    known_land = has_land & (rng.random(size) < district.land_share) & (is_negotiating | is_signed)
    known_output = known_invested & (rng.random(size) < district.output_share)
    known_output &= has_land | (rng.random(size) < 0.5)
    return {
        "agreed_investment_wan_cny": _rounded(invested, known_invested),
        "contracted_fdi_wan_usd": np.where(known_contracted, np.round(contracted, 1), UNKNOWN),
        "land_mu": np.where(known_land, np.round(land, 1), UNKNOWN),
        "planned_output_wan_cny": _rounded(output, known_output),
    }


def _rounded(values: np.ndarray, is_known: np.ndarray) -> np.ndarray:
    """Values to three figures, as an agreement writes them."""
    step = 10.0 ** (np.floor(np.log10(values)) - 2)
    return np.where(is_known, np.round(np.round(values / step) * step, 1), UNKNOWN)
