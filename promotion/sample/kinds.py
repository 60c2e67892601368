"""What kind of project each invented project is."""

import numpy as np

from promotion.sample.drawing import Columns, draw, draw_mix, numbered
from promotion.sample.settings import District, Mix, Settings

HOME_COUNTRY = "CN"


def kinds(
    rng: np.random.Generator, settings: Settings, district: District, lead: np.ndarray
) -> Columns:
    """What kind of project each is: industry, origin, investment, source, chain role."""
    size = len(lead)
    name = district.district
    industry = _codes(rng, settings.mix("industry", name), lead)
    kind = _codes(rng, settings.mix("investment_kind", name), lead)
    source = _codes(rng, settings.mix("lead_source", name), lead)
    role = _codes(rng, settings.mix("chain_role", name), lead)
    country = _codes(rng, settings.mix("origin_country", name), lead)

    is_spin_off = kind == "spin_off"
    source[is_spin_off & (rng.random(size) < 0.8)] = "supply_chain"
    has_role = (source == "supply_chain") | is_spin_off | (rng.random(size) < 0.12)
    is_increase = kind == "capital_increase"
    is_foreign = rng.random(size) < np.minimum(
        np.where(is_increase, 1.3, 1.0) * district.foreign_share, 0.9
    )
    anchors = numbered(
        settings.word("anchor"),
        _anchor_offset(settings, district) + np.arange(1, district.anchor_count + 1),
        2,
    )
    anchor_weights = 1 / np.arange(1.5, district.anchor_count + 1.5)
    referred = (source == "supply_chain") | (source == "referral") | is_spin_off
    referred &= rng.random(size) < 0.97
    return {
        "industry": industry,
        "investment_kind": kind,
        "lead_source": source,
        "chain_role": np.where(has_role, role, None),
        "is_foreign": is_foreign,
        "origin_country": np.where(is_foreign, country, HOME_COUNTRY),
        "is_fortune_500": rng.random(size) < np.where(is_foreign, 0.09, 0.025),
        "referred_by": np.where(referred, anchors[draw(rng, anchor_weights, size)], None),
    }


def _codes(rng: np.random.Generator, mix: Mix, dates: np.ndarray) -> np.ndarray:
    return np.array(mix.codes, dtype=object)[draw_mix(rng, mix, dates)]


def _anchor_offset(settings: Settings, district: District) -> int:
    """How many anchor companies the districts before this one have."""
    before = settings.districts[: settings.districts.index(district)]
    return sum(other.anchor_count for other in before)
