"""Random draws that the same seed repeats, and the calendar they fall on."""

from functools import cache

import numpy as np

from promotion.sample.settings import Mix, holidays

FIRST_DAY = np.datetime64("2019-01-01")
AS_OF = np.datetime64("2020-06-30")
NEVER = np.datetime64("NaT")
Columns = dict[str, np.ndarray]
_DAY_WEIGHTS = np.array([1.0, 1.05, 1.05, 1.0, 0.92, 0.28, 0.14])  # Monday to Sunday
_DAY_OFF = 0.35  # a holiday with less than this share of the usual contacts


def generator(seed: int, *keys: int) -> np.random.Generator:
    """A stream of random numbers that depends on the seed and the keys alone."""
    return np.random.default_rng([seed, *keys])


def draw(rng: np.random.Generator, weights: np.ndarray, size: int) -> np.ndarray:
    """That many positions in the weights, each as likely as its weight."""
    limits = np.cumsum(weights) / np.sum(weights)
    return np.searchsorted(limits[:-1], rng.random(size), side="right")


def draw_mix(rng: np.random.Generator, mix: Mix, dates: np.ndarray) -> np.ndarray:
    """A position in the mix's codes for each date, by the weights of the date's year."""
    before = draw(rng, mix.before_2020, len(dates))
    later = draw(rng, mix.from_2020, len(dates))
    return np.where(is_from_2020(dates), later, before)


def lognormal(
    rng: np.random.Generator,
    median: np.ndarray | float,
    sigma: float,
    low: float,
    high: float,
    size: int,
) -> np.ndarray:
    """Log-normal sizes kept between low and high."""
    return np.clip(median * np.exp(sigma * rng.standard_normal(size)), low, high)


def days(numbers: np.ndarray) -> np.ndarray:
    """The numbers as whole days that can be added to a date."""
    return np.round(numbers).astype("timedelta64[D]")


def is_from_2020(dates: np.ndarray) -> np.ndarray:
    """Which dates are in 2020 or later."""
    return dates >= np.datetime64("2020-01-01")


def working_day(dates: np.ndarray) -> np.ndarray:
    """Each date, or the next working day after a weekend or holiday; unknown stays unknown."""
    return np.busday_offset(dates, 0, roll="forward", holidays=_days_off())


def split_exactly(total: int, weights: np.ndarray) -> np.ndarray:
    """The total in whole parts as near to the weights as whole parts can be."""
    exact = total * weights / weights.sum()
    parts = np.floor(exact).astype(np.int64)
    largest_rests = np.argsort(parts - exact, kind="stable")
    parts[largest_rests[: total - parts.sum()]] += 1
    return parts


def draw_days(rng: np.random.Generator, month: str, size: int) -> np.ndarray:
    """That many days of the month in order: weekdays more than weekends and holidays."""
    in_month = _days_of_month(month)
    return in_month[np.sort(draw(rng, _weights_of_days(month), size))]


def numbered(word: str, numbers: np.ndarray, width: int) -> np.ndarray:
    """The word followed by each number, zeros in front up to the width."""
    return np.array([word + str(number).zfill(width) for number in numbers], dtype=object)


@cache
def _days_off() -> np.ndarray:
    return np.concatenate(
        [np.arange(first, last + 1) for first, last, factor in holidays() if factor < _DAY_OFF]
    )


def _days_of_month(month: str) -> np.ndarray:
    first = np.datetime64(month, "M")
    return np.arange(first.astype("datetime64[D]"), (first + 1).astype("datetime64[D]"))


@cache
def _weights_of_days(month: str) -> np.ndarray:
    in_month = _days_of_month(month)
    weekdays = (in_month.astype(np.int64) + 3) % 7  # 1970-01-01 was a Thursday
    weights = _DAY_WEIGHTS[weekdays]
    for first_day, last_day, factor in holidays():
        weights = np.where((in_month >= first_day) & (in_month <= last_day), factor, weights)
    return weights
