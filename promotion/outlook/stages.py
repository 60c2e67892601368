"""How likely projects leave a stage, day by day, and reach a later one in the days left."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from promotion.outlook.history import LANDED, OUTCOMES, STANDS, Spells


@dataclass(frozen=True)
class Exits:
    """The ways out of a stage. Each row is one drawing of the history, the first history itself.

    `staying[:, d]` is the share that has not left within d days; `leaving[outcome][:, d]` the
    share that leaves for it on day d.
    """

    staying: np.ndarray
    leaving: dict[int, np.ndarray]

    @property
    def most_days(self) -> int:
        """The longest spell that the history holds."""
        return self.staying.shape[1] - 1


def exits_of(spells: Spells, drawing: np.random.Generator, drawings: int) -> Exits:
    """The ways out of the one stage these spells stood at, and as often drawn anew.

    On day d those are at risk that stood at least d days: a spell that still stands counts up to
    its age, and a project that was closed has left.
    """
    recent = spells.where(spells.is_recent)
    most_days = int(recent.days.max(initial=0))
    base = np.zeros((len(OUTCOMES), most_days + 1))
    np.add.at(base, (recent.outcome, recent.days), recent.count)
    drawn = np.zeros((drawings + 1, *base.shape))
    drawn[0] = base
    outcomes, days = np.nonzero(base)
    drawn[1:, outcomes, days] = drawing.poisson(
        base[outcomes, days], size=(drawings, len(outcomes))
    )
    at_risk = drawn.sum(axis=1)[:, ::-1].cumsum(axis=1)[:, ::-1]
    left = drawn.copy()
    left[:, STANDS] = 0
    hazards = np.divide(
        left, at_risk[:, None, :], out=np.zeros_like(left), where=at_risk[:, None, :] > 0
    )
    staying = np.cumprod(1 - hazards.sum(axis=1), axis=1).clip(min=0)
    before = np.concatenate([np.ones((len(staying), 1)), staying[:, :-1]], axis=1)
    leaving = {
        int(outcome): before * hazards[:, outcome]
        for outcome in np.unique(outcomes)
        if outcome <= LANDED
    }
    return Exits(staying, leaving)


@dataclass(frozen=True)
class Worth:
    """What a project is worth to a sum by its stage, in each drawing (a row).

    `fresh[stage][:, t]` of one that comes to the stage with t days left;
    `standing[stage][:, s]` of one that has stood there s days, with all days left.
    """

    fresh: list[np.ndarray]
    standing: list[np.ndarray]

    def of_standing(self, spells: Spells) -> np.ndarray:
        """The worth of each of the spells that still stand, a column each.

        One that has stood longer than any in the history is worth nothing.
        """
        found = np.zeros((self.fresh[0].shape[0], len(spells.days)))
        for stage, by_days in enumerate(self.standing):
            known = (spells.stage == stage) & (spells.days < by_days.shape[1])
            found[:, known] = by_days[:, spells.days[known]]
        return found

    def of_new(self, days_left: int) -> np.ndarray:
        """The mean worth of one that comes on any of the days left, by stage: a row a drawing."""
        return np.stack([each[:, :days_left].mean(axis=1) for each in self.fresh], axis=1)


@dataclass(frozen=True)
class Chain:
    """The ways out of each stage before the last, in order, and the days left to take them."""

    exits: list[Exits]
    days_left: int

    @cached_property
    def _room(self) -> int:
        """Days that hold any spell and all days left, of a length that transforms quickly."""
        needed = max(ways.most_days for ways in self.exits) + self.days_left + 2
        powers = [2**power for power in range(needed.bit_length() + 1)]
        return min(step * power for step in (1, 3, 5) for power in powers if step * power >= needed)

    @cached_property
    def _leaving(self) -> dict[tuple[int, int], np.ndarray]:
        """The Fourier transform of each way out: sums over days become products."""
        return {
            (stage, outcome): self._transformed(leaving)
            for stage, ways in enumerate(self.exits)
            for outcome, leaving in ways.leaving.items()
        }

    def _transformed(self, by_day: np.ndarray) -> np.ndarray:
        return np.fft.rfft(by_day, self._room)

    def worth(self, goal: int, at_goal: np.ndarray) -> Worth:
        """The worth of projects, where one that reaches the goal with t days left has at_goal[t].

        A stage later than the goal, reached past it, counts as the goal. With at_goal of ones
        the worth is the chance to reach it.
        """
        fresh = [at_goal] * (len(self.exits) + 1)
        by_days_left = [self._transformed(at_goal)] * len(fresh)
        by_day = [self._by_day(at_goal)] * len(fresh)
        standing = [np.zeros((len(at_goal), 0))] * goal
        for stage in reversed(range(goal)):
            ways = self.exits[stage]
            transforms = {outcome: self._leaving[stage, outcome] for outcome in ways.leaving}
            fresh[stage] = self._summed(
                [each * by_days_left[outcome] for outcome, each in transforms.items()], at_goal
            )
            later = self._summed(
                [each * by_day[outcome] for outcome, each in transforms.items()], ways.staying
            )
            standing[stage] = np.divide(
                later, ways.staying, out=np.zeros_like(later), where=ways.staying > 0
            )
            by_days_left[stage] = self._transformed(fresh[stage])
            by_day[stage] = self._by_day(fresh[stage])
        return Worth(fresh, standing)

    def _by_day(self, fresh: np.ndarray) -> np.ndarray:
        """The transform of the worth of one that comes on day 1, 2 … of the days left, turned
        round, as what counts for who has stood s days is the leaving on day s + 1, s + 2 …
        """
        turned = fresh[:, ::-1].copy()
        turned[:, 0] = 0  # today is over
        return self._transformed(turned).conj()

    def _summed(self, products: list[np.ndarray], like: np.ndarray) -> np.ndarray:
        """The sums over days that the products stand for; zero where there is no way out."""
        if not products:
            return np.zeros_like(like)
        return np.fft.irfft(sum(products), self._room)[:, : like.shape[1]].clip(min=0)
