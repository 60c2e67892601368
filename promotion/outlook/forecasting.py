"""What some districts will reach between a day and a later one, and how far it may be off."""

import zlib
from dataclasses import dataclass

import numpy as np

from promotion.outlook.history import (
    LANDED,
    RUN_DAYS,
    SIGNED,
    STAGES,
    STANDS,
    History,
    Spells,
)
from promotion.outlook.receipts import Arrival, arrival_of
from promotion.outlook.stages import Chain, Worth, exits_of

METRICS = ("signed_count", "signed_investment_wan_cny", "landed_count", "received_fdi_wan_usd")
LEAST_BASE = 20  # past events of the kind: below it nothing is forecast
DRAWINGS, OUTCOMES_EACH = 100, 4
REPETITIONS = DRAWINGS * OUTCOMES_EACH
INTERVAL = 0.8
_SEED = 2020


@dataclass(frozen=True)
class Forecast:
    """What is still to come of one measure, and the past events it is counted from.

    Null where too few of those are known. `pipeline` comes from the projects that stand in the
    library and the contracts signed, `new` from projects not known yet; `low` and `high` hold
    the sum of both with the chance INTERVAL.
    """

    base_count: int
    pipeline: float | None = None
    new: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class _Drawn:
    """The history of some districts drawn anew, and what it says of projects and their chances."""

    history: History
    days_left: int
    drawing: np.random.Generator
    chain: Chain
    coming: np.ndarray  # new projects in the days left, by drawing and stage

    @property
    def standing(self) -> Spells:
        return self.history.spells.where(self.history.spells.outcome == STANDS)

    def chances(self, goal: int) -> Worth:
        """The chances to reach a stage in the days left."""
        return self.worth(goal, np.ones((DRAWINGS + 1, self.days_left + 1)))

    def worth(self, goal: int, at_goal: np.ndarray) -> Worth:
        """What projects are worth that reach a stage."""
        return self.chain.worth(goal, at_goal)

    def of_new(self, worth: Worth) -> np.ndarray:
        """What the new projects are worth together, in each drawing."""
        return (self.coming * worth.of_new(self.days_left)).sum(axis=1)


def signings(spells: Spells) -> Spells:
    """The recent spells that tell of a signing: those signed, or landed without standing so."""
    passed_over = (spells.outcome == LANDED) & (spells.stage < SIGNED)
    return spells.where(spells.is_recent & ((spells.stage == SIGNED) | passed_over))


def base_counts(history: History) -> dict[str, int]:
    """How many past events of its kind each measure would be forecast from."""
    spells = history.spells
    recent = spells.where(spells.is_recent)
    signed = signings(spells)
    landed = recent.where((recent.outcome == LANDED) & (recent.stage < LANDED))
    return {
        "signed_count": int(signed.count.sum()),
        "signed_investment_wan_cny": int(signed.investment_known.sum()),
        "landed_count": int(landed.count.sum()),
        "received_fdi_wan_usd": history.contracts.paying_count,
    }


def forecasts(history: History, days_left: int, key: str) -> dict[str, Forecast]:
    """What the days left will bring, by measure.

    `key` tells these districts from others, whose chances are drawn apart: what is said of one
    does not hang on which others are shown.
    """
    bases = base_counts(history)
    found = {metric: Forecast(base) for metric, base in bases.items()}
    enough = [metric for metric in METRICS if bases[metric] >= LEAST_BASE and len(history.new)]
    if not enough:
        return found
    if days_left == 0:
        return found | {metric: Forecast(bases[metric], 0.0, 0.0, 0.0, 0.0) for metric in enough}
    drawn = _drawn(history, days_left, key)
    makers = {
        "signed_count": lambda: _count(drawn, SIGNED),
        "signed_investment_wan_cny": lambda: _investment(drawn),
        "landed_count": lambda: _count(drawn, LANDED),
        "received_fdi_wan_usd": lambda: _received(drawn),
    }
    for metric in enough:
        pipeline, new, sums = makers[metric]()
        low, high = np.quantile(sums, ((1 - INTERVAL) / 2, (1 + INTERVAL) / 2))
        found[metric] = Forecast(
            bases[metric], float(pipeline), float(new), float(low), float(high)
        )
    return found


def _drawn(history: History, days_left: int, key: str) -> _Drawn:
    drawing = np.random.default_rng([_SEED, zlib.crc32(key.encode())])
    spells = history.spells
    exits = [
        exits_of(spells.where(spells.stage == stage), drawing, DRAWINGS) for stage in range(LANDED)
    ]
    runs = history.new
    coming = np.empty((DRAWINGS + 1, len(STAGES)))
    coming[0] = runs.mean(axis=0) * days_left / RUN_DAYS
    # Runs of thirty days to come are drawn from the past ones, as uneven as those were; and those
    # first anew from themselves, as their mean too is only known from so few.
    size = len(runs)
    needed = -(-days_left // RUN_DAYS)
    past = drawing.integers(0, size, size=(DRAWINGS, size))
    chosen = np.take_along_axis(past, drawing.integers(0, size, size=(DRAWINGS, needed)), axis=1)
    coming[1:] = runs[chosen].mean(axis=1) * days_left / RUN_DAYS
    return _Drawn(history, days_left, drawing, Chain(exits, days_left), coming)


Sums = tuple[float, float, np.ndarray]  # of the pipeline, of new projects, of both as drawn


def _count(drawn: _Drawn, goal: int) -> Sums:
    """Projects that reach a stage: each by its own chance, new ones as many as come."""
    worth = drawn.chances(goal)
    standing = drawn.standing
    chances = worth.of_standing(standing).clip(max=1)
    new = drawn.of_new(worth)
    each = (OUTCOMES_EACH, *chances[1:].shape)
    from_pipeline = drawn.drawing.binomial(standing.count, chances[1:], size=each).sum(axis=2)
    sums = from_pipeline + drawn.drawing.poisson(new[1:], size=each[:2])
    return chances[0] @ standing.count, new[0], sums


def _investment(drawn: _Drawn) -> Sums:
    """Agreed investment of the projects that sign, known or like that of past signings."""
    worth = drawn.chances(SIGNED)
    standing = drawn.standing
    chances = worth.of_standing(standing).clip(max=1)
    signed = signings(drawn.history.spells)
    amount = _Amount(signed.count.sum(), signed.investment.sum(), signed.investment_square.sum())
    unknown = chances @ (standing.count - standing.investment_known)
    new = drawn.of_new(worth)
    means = amount.means(drawn.drawing)
    known = chances @ standing.investment
    variance = (chances * (1 - chances)) @ standing.investment_square
    variance += (unknown + new) * amount.square
    sums = _gamma(drawn.drawing, known + (unknown + new) * means, variance)
    return known[0] + unknown[0] * means[0], new[0] * means[0], sums


def _received(drawn: _Drawn) -> Sums:
    """Foreign capital that arrives of contracts signed, and of those still to be signed."""
    arrival = arrival_of(drawn.history.contracts, drawn.drawing, DRAWINGS)
    signed_mean, signed_variance = _of_contracts(drawn, arrival)
    days = np.arange(drawn.days_left + 1) + 1  # the day of the signing is one
    share = arrival.within(days)
    worth = drawn.worth(SIGNED, share)
    square = drawn.worth(SIGNED, share**2 + arrival.spread_within(days))
    standing = drawn.standing
    mean, mean_square = worth.of_standing(standing), square.of_standing(standing)

    signed = signings(drawn.history.spells)
    sums_of = (signed.contract.sum(), signed.contract_square.sum())
    asked, every = (_Amount(base.sum(), *sums_of) for base in (signed.asked, signed.count))
    asked_means = asked.means(drawn.drawing)
    every_means = asked_means * (asked.count / every.count if every.count else 0)
    unknown = standing.asked - standing.contract_known
    new, new_square = drawn.of_new(worth), drawn.of_new(square)
    pipeline = signed_mean + mean @ standing.contract + (mean @ unknown) * asked_means
    variance = (
        signed_variance
        + (mean_square - mean**2).clip(min=0) @ standing.contract_square
        + (mean_square @ unknown) * asked.square
        + new_square * every.square
    )
    sums = _gamma(drawn.drawing, pipeline + new * every_means, variance)
    return pipeline[0], new[0] * every_means[0], sums


def _of_contracts(drawn: _Drawn, arrival: Arrival) -> tuple[np.ndarray, float]:
    """What the contracts signed and not closed will receive, in each drawing, and its variance."""
    contracts = drawn.history.contracts
    is_open = contracts.closed_run < 0
    share, spread = arrival.later(contracts.days[is_open] + 1, drawn.days_left)
    amount = contracts.amount[is_open]
    return share @ amount, float(spread @ amount**2)


@dataclass(frozen=True)
class _Amount:
    """Amounts of past signings: how many signings, the sum of the known amounts, of their squares.

    A signing of unknown amount counts as one that adds nothing, as it does in what was reached.
    """

    count: float
    total: float
    total_square: float

    @property
    def mean(self) -> float:
        return self.total / self.count if self.count else 0.0

    @property
    def square(self) -> float:
        """The mean square."""
        return self.total_square / self.count if self.count else 0.0

    def means(self, drawing: np.random.Generator) -> np.ndarray:
        """The mean, then one a drawing as another history might have had it."""
        variance = (self.square - self.mean**2) / max(self.count, 1)
        drawn = _gamma(
            drawing, np.full(DRAWINGS + 1, self.mean), np.full(DRAWINGS + 1, variance), 1
        )
        return np.concatenate([[self.mean], drawn[0]])


def _gamma(
    drawing: np.random.Generator, mean: np.ndarray, variance: np.ndarray, times: int = OUTCOMES_EACH
) -> np.ndarray:
    """Positive amounts of each drawing's mean and variance; the first is history's and left."""
    means, variances = mean[1:], np.broadcast_to(variance, mean.shape)[1:]
    varies = (means > 0) & (variances > 0)
    shape = np.divide(means**2, variances, out=np.ones_like(means), where=varies)
    scale = np.divide(variances, means, out=np.zeros_like(means), where=varies)
    return np.where(varies, drawing.gamma(shape, scale, size=(times, *shape.shape)), means)
