"""How much of what is contracted arrives how long after the signing."""

from dataclasses import dataclass

import numpy as np

from promotion.outlook.history import RUN_DAYS, Contracts


@dataclass(frozen=True)
class Arrival:
    """Shares of contracts that arrive, by whole runs of days since the signing, 0 at first.

    Rows are drawings of the history, the first history itself. `received[:, k]` is the share that
    arrives within k runs, `following[:, k]` the share of contracts whose projects are not closed
    by then, `spread[k]` the variance of one contract's share received within k runs.
    """

    received: np.ndarray
    following: np.ndarray
    spread: np.ndarray

    def within(self, days: np.ndarray) -> np.ndarray:
        """The share that arrives within so many days of the signing, a column each."""
        return _between(self.received, days)

    def spread_within(self, days: np.ndarray) -> np.ndarray:
        """The variance of one contract's share within so many days of the signing."""
        return _between(self.spread[None, :], days)

    def later(self, days: np.ndarray, days_left: int) -> tuple[np.ndarray, np.ndarray]:
        """What a contract still followed receives in the days left, signed so many days ago.

        The mean share in each drawing, a column a contract, and its variance.
        """
        following = _between(self.following, days)
        share = self.within(days + days_left) - self.within(days)
        spread = self.spread_within(days + days_left) - self.spread_within(days)
        mean = np.divide(share, following, out=np.zeros_like(share), where=following > 0)
        followed = following[0]
        return mean, np.divide(spread[0], followed, out=np.zeros_like(followed), where=followed > 0)


def _between(by_run: np.ndarray, days: np.ndarray) -> np.ndarray:
    """The values at so many days, on straight lines between whole runs, level after the last."""
    runs = np.minimum(days / RUN_DAYS, by_run.shape[1] - 1)
    low = runs.astype(int)
    high = np.minimum(low + 1, by_run.shape[1] - 1)
    part = runs - low
    return by_run[:, low] * (1 - part) + by_run[:, high] * part


def arrival_of(contracts: Contracts, drawing: np.random.Generator, drawings: int) -> Arrival:
    """The shares that arrive: in each run, of the contracts seen to its end and still followed.

    Amounts are added before they are divided. A contract signed too lately to have seen a run
    to its end says nothing of that run; one whose project was closed has left.
    """
    count, width = contracts.received.shape
    runs = np.arange(width - 1)
    ended = contracts.days[:, None] + 1 >= RUN_DAYS * (runs + 1)
    is_closed = contracts.closed_run[:, None] >= 0
    is_followed = ~is_closed | (contracts.closed_run[:, None] >= runs)
    at_risk = ended & is_followed
    amounts = contracts.amount[:, None] * at_risk
    received = contracts.received[:, :-1] * at_risk
    leaving = amounts * (is_closed & (contracts.closed_run[:, None] == runs))
    weights = np.ones((drawings + 1, count))
    weights[1:] = drawing.poisson(1, size=(drawings, count))
    whole = weights @ amounts
    share = _divided(weights @ received, whole)
    closing = _divided(weights @ leaving, whole)
    following = _running(np.cumprod(1 - closing, axis=1), 1)
    arrived = _running(np.cumsum(share * following[:, :-1], axis=1), 0)
    deviation = ((received - share[0] * amounts) ** 2).sum(axis=0)
    square = (amounts**2).sum(axis=0)
    spread = _running(np.cumsum(_divided(deviation, square) * following[0, :-1])[None, :], 0)[0]
    return Arrival(arrived, following, spread)


def _divided(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def _running(values: np.ndarray, first: float) -> np.ndarray:
    return np.concatenate([np.full((len(values), 1), float(first)), values], axis=1)
