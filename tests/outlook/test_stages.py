"""The chances to leave a stage, against cases worked out by hand."""

import numpy as np
import pytest

from promotion.outlook.history import LEAD, OUTCOMES, SIGNED, TALKS, Contracts, Spells
from promotion.outlook.receipts import arrival_of
from promotion.outlook.stages import Chain, exits_of


def spells(*of_projects: tuple[int, str, int], is_recent: bool = True) -> Spells:
    """A spell of each project: its stage, how it ended (or that it stands), after how many days."""
    stages, outcomes, days = zip(*of_projects, strict=True)
    size = len(days)
    amounts = {
        name: np.zeros(size)
        for name in Spells.__dataclass_fields__
        if name not in ("stage", "outcome", "days", "is_recent", "count")
    }
    return Spells(
        stage=np.array(stages),
        outcome=np.array([OUTCOMES.index(outcome) for outcome in outcomes]),
        days=np.array(days),
        is_recent=np.full(size, is_recent),
        count=np.ones(size, dtype=int),
        **amounts,
    )


def exits(*of_projects: tuple[int, str, int]):
    """The ways out of a stage as the history has them."""
    return exits_of(spells(*of_projects), np.random.default_rng(1), 0)


# At risk on day 2 are all four, of whom one signs and one is closed; on day 4 only the third.
FOUR = ((TALKS, "signed", 2), (TALKS, "closed", 2), (TALKS, "signed", 4), (TALKS, "stands", 3))


def chances(days_left: int, *ways):
    return Chain([*ways, exits((SIGNED, "stands", 1))], days_left).worth(
        SIGNED, np.ones((1, days_left + 1))
    )


def test_a_closed_project_leaves_and_one_that_stands_counts_up_to_its_age():
    ways = exits(*FOUR)

    assert ways.staying[0].tolist() == pytest.approx([1, 1, 0.5, 0.5, 0])
    assert ways.leaving[SIGNED][0].tolist() == pytest.approx([0, 0, 0.25, 0, 0.5])


def test_the_chance_to_sign_adds_up_over_the_days_left():
    leads = exits((LEAD, "talks", 1), (LEAD, "closed", 1))
    signing = chances(4, leads, exits(*FOUR))

    assert signing.fresh[TALKS][0].tolist() == pytest.approx([0, 0, 0.25, 0.25, 0.75])


def test_a_project_that_has_stood_has_the_chance_of_those_that_stood_as_long():
    leads = exits((LEAD, "talks", 1), (LEAD, "closed", 1))

    assert chances(1, leads, exits(*FOUR)).standing[TALKS][0].tolist() == pytest.approx(
        [0, 0.25, 0, 1, 0]
    )
    assert chances(3, leads, exits(*FOUR)).standing[TALKS][0, :4].tolist() == pytest.approx(
        [0.25, 0.75, 1, 1]
    )


def test_a_lead_has_to_pass_the_talks_in_the_days_left():
    """Half of the leads come to talks after a day; of those a quarter signs within two more."""
    leads = exits((LEAD, "talks", 1), (LEAD, "closed", 1))
    signing = chances(5, leads, exits(*FOUR))

    assert signing.fresh[LEAD][0].tolist() == pytest.approx([0, 0, 0, 0.125, 0.125, 0.375])
    assert signing.standing[LEAD][0].tolist() == pytest.approx([0.375, 0])


def test_a_stage_that_is_passed_over_is_reached_with_the_later_one():
    signing = chances(3, exits((LEAD, "landed", 2), (LEAD, "stands", 9)), exits(*FOUR))

    assert signing.fresh[LEAD][0].tolist() == pytest.approx([0, 0, 0.5, 0.5])


def test_a_project_that_has_stood_longer_than_any_in_the_history_is_not_foreseen():
    leads = exits((LEAD, "talks", 1), (LEAD, "closed", 1))
    worth = chances(3, leads, exits(*FOUR)).of_standing(
        spells((TALKS, "stands", 3), (TALKS, "stands", 400), (SIGNED, "stands", 1))
    )

    assert worth[0].tolist() == pytest.approx([1, 0, 0])


def test_old_spells_are_no_history():
    old = exits_of(spells(*FOUR, is_recent=False), np.random.default_rng(1), 3)

    assert not old.leaving
    assert old.staying.tolist() == [[1]] * 4


def test_a_history_drawn_anew_varies_around_the_history_itself():
    ways = exits_of(spells(*(FOUR * 50)), np.random.default_rng(1), 400)
    drawn = ways.leaving[SIGNED][1:, 2]

    assert ways.leaving[SIGNED][0, 2] == pytest.approx(0.25)
    assert drawn.mean() == pytest.approx(0.25, abs=0.01)
    # The spread of a share of 200: the square root of 0.25 · 0.75 ÷ 200.
    assert drawn.std() == pytest.approx(0.0306, rel=0.2)


def contracts(closed_run: int) -> Contracts:
    """Of 100, 300 and 600: the last has seen only one run of thirty days, and in part another."""
    return Contracts(
        amount=np.array([100.0, 300.0, 600.0]),
        days=np.array([59, 59, 40]),
        closed_run=np.array([closed_run, -1, -1]),
        received=np.array([[10.0, 0, 0], [0, 90.0, 0], [0, 500.0, 0]]),
    )


def test_capital_arrives_as_a_share_of_the_contracts_seen_so_long():
    arrival = arrival_of(contracts(closed_run=-1), np.random.default_rng(1), 0)

    assert arrival.received[0, :3].tolist() == pytest.approx([0, 0.01, 0.01 + 90 / 400])
    assert arrival.within(np.array([15, 45, 400]))[0].tolist() == pytest.approx(
        [0.005, 0.01 + 45 / 400, 0.235]
    )


def test_a_closed_contract_receives_nothing_more():
    arrival = arrival_of(contracts(closed_run=0), np.random.default_rng(1), 0)

    assert arrival.following[0, :3].tolist() == pytest.approx([1, 0.9, 0.9])
    assert arrival.received[0, 2] == pytest.approx(0.01 + 0.9 * 90 / 300)
    # One still followed after a run receives the share of those still followed.
    assert arrival.later(np.array([30]), 30)[0][0, 0] == pytest.approx(90 / 300)
