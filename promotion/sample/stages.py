"""The dates on which invented projects reach each stage, or are closed."""

import numpy as np

from promotion.sample.drawing import AS_OF, FIRST_DAY, NEVER, days, lognormal, working_day

_STANDSTILL = (np.datetime64("2020-01-24"), np.datetime64("2020-02-20"))
# The library opens with projects that are well under way; new ones are not until summer.
_SETTLED_DAY = np.datetime64("2019-07-01")
_OPENING_DELAY_FACTOR = 0.35


def stage_dates(
    rng: np.random.Generator, lead: np.ndarray, is_key: np.ndarray
) -> dict[str, np.ndarray]:
    """Negotiation, signed, landed, production and closed dates as known on the as-of date."""
    size = len(lead)
    negotiates = rng.random(size) < np.where(is_key, 0.95, 0.74)
    signs = negotiates & (rng.random(size) < np.where(is_key, 0.55, 0.36))
    lands = signs & (rng.random(size) < 0.80)
    produces = lands & (rng.random(size) < 0.85)

    factor = np.interp(
        lead.astype(np.int64),
        [FIRST_DAY.astype(np.int64), _SETTLED_DAY.astype(np.int64)],
        [_OPENING_DELAY_FACTOR, 1.0],
    )
    negotiation = _later(rng, lead, factor * 22, 0.6, (4, 120), negotiates)
    signed = _later(rng, negotiation, factor * 62, 0.45, (10, 180), signs)
    landed = _later(rng, signed, factor * 78, 0.5, (14, 200), lands)
    production = _later(rng, landed, factor * 310, 0.25, (120, 560), produces)
    closed = _closed(rng, lead, negotiation, signed, lands)

    # An office sometimes signs what it never entered as negotiating.
    unrecorded = signs & (rng.random(size) < 0.015)
    planned = {
        "negotiation_date": np.where(unrecorded, NEVER, negotiation),
        "signed_date": signed,
        "landed_date": landed,
        "production_date": production,
        "closed_date": closed,
    }
    return {name: np.where(dates <= AS_OF, dates, NEVER) for name, dates in planned.items()}


def furthest_date(columns: dict[str, np.ndarray]) -> np.ndarray:
    """The date of the furthest thing that has happened to each project."""
    names = ("lead_date", "negotiation_date", "signed_date", "landed_date", "production_date")
    return np.fmax.reduce([columns[name] for name in (*names, "closed_date")])


def _later(
    rng: np.random.Generator,
    dates: np.ndarray,
    median: np.ndarray | float,
    sigma: float,
    limits: tuple[float, float],
    happens: np.ndarray,
) -> np.ndarray:
    later = dates + days(lognormal(rng, median, sigma, *limits, len(dates)))
    # Spring 2020's standstill put off what was due in it by two to six weeks.
    is_put_off = (later >= _STANDSTILL[0]) & (later <= _STANDSTILL[1])
    delay = days(rng.integers(18, 45, len(dates)))
    return np.where(happens, working_day(np.where(is_put_off, later + delay, later)), NEVER)


def _closed(
    rng: np.random.Generator,
    lead: np.ndarray,
    negotiation: np.ndarray,
    signed: np.ndarray,
    lands: np.ndarray,
) -> np.ndarray:
    furthest = np.fmax(np.fmax(lead, negotiation), signed)
    closes = ~lands & (rng.random(len(lead)) < np.where(np.isnat(signed), 0.33, 0.25))
    return _later(rng, furthest, 110, 0.5, (30, 360), closes)
