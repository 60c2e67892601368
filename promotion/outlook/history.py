"""What the ledgers tell of the past up to a day, as arrays, for any set of districts."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from promotion.database import Database

STAGES = ("lead", "talks", "signed", "landed")
LEAD, TALKS, SIGNED, LANDED = range(len(STAGES))
OUTCOMES = (*STAGES, "closed", "stands")
STANDS = OUTCOMES.index("stands")
RUN_DAYS = 30
MOST_RUNS = 12  # of new projects: a year but five days


@dataclass(frozen=True)
class Spells:
    """How long projects stood at stages: a place in each array for those alike.

    `stage` and `outcome` are places in STAGES and OUTCOMES. Sums and squares are of known amounts.
    """

    stage: np.ndarray
    outcome: np.ndarray
    days: np.ndarray
    is_recent: np.ndarray
    count: np.ndarray
    investment_known: np.ndarray
    investment: np.ndarray
    investment_square: np.ndarray
    asked: np.ndarray
    contract_known: np.ndarray
    contract: np.ndarray
    contract_square: np.ndarray

    def where(self, chosen: np.ndarray) -> "Spells":
        """Those of the chosen places."""
        return Spells(**{name: column[chosen] for name, column in vars(self).items()})


@dataclass(frozen=True)
class Contracts:
    """Foreign capital contracted, a place a contract; received: by runs of days since signing.

    `closed_run` is the run in which the project was closed, −1 where it was not.
    """

    amount: np.ndarray
    days: np.ndarray
    closed_run: np.ndarray
    received: np.ndarray

    @property
    def paying_count(self) -> int:
        """Contracts of which anything has arrived."""
        return int((self.received.sum(axis=1) > 0).sum())


@dataclass(frozen=True)
class History:
    """What is known of some districts at the end of a day.

    `new` counts projects by run of days before it, the last first, and the stage they came in at.
    """

    spells: Spells
    new: np.ndarray
    contracts: Contracts


@dataclass(frozen=True)
class Records:
    """The answers of the ledgers that histories are made of, all districts together."""

    day: date
    spells: pd.DataFrame
    new_projects: pd.DataFrame
    contracts: pd.DataFrame

    def history(self, districts: tuple[str, ...] | None = None) -> History:
        """The history of these districts together; of all where none is named."""

        def of(table: pd.DataFrame) -> pd.DataFrame:
            return table if districts is None else table[table["district"].isin(districts)]

        return History(
            _spells(of(self.spells)),
            _new(of(self.new_projects), self.day),
            _contracts(of(self.contracts)),
        )


def records_at(data: Database, day: date, districts: list[str]) -> Records:
    """What the ledgers told of the districts at the end of the day; all where none is named."""
    chosen = {"day": day, "districts": districts}
    return Records(
        day,
        data.run("outlook/stage_spells", **chosen),
        data.run("outlook/new_projects", **chosen),
        data.run("outlook/contracts", **chosen),
    )


def _numbers(table: pd.DataFrame, column: str) -> np.ndarray:
    return np.array(table[column].tolist(), dtype=float)


def _spells(table: pd.DataFrame) -> Spells:
    return Spells(
        stage=np.array([STAGES.index(stage) for stage in table["stage"]], dtype=int),
        outcome=np.array([OUTCOMES.index(outcome) for outcome in table["outcome"]], dtype=int),
        days=_numbers(table, "standing_days").astype(int),
        is_recent=np.array(table["is_recent"].tolist(), dtype=bool),
        count=_numbers(table, "project_count").astype(int),
        investment_known=_numbers(table, "investment_known_count"),
        investment=_numbers(table, "investment_wan_cny"),
        investment_square=_numbers(table, "investment_square"),
        asked=_numbers(table, "asked_count"),
        contract_known=_numbers(table, "contract_known_count"),
        contract=_numbers(table, "contract_wan_usd"),
        contract_square=_numbers(table, "contract_square"),
    )


def _new(table: pd.DataFrame, day: date) -> np.ndarray:
    """Projects by whole run that the ledgers cover and stage; no run where they cover none."""
    if table.empty:
        return np.zeros((0, len(STAGES)))
    covered = ((day - min(table["first_day"])).days + 1) // RUN_DAYS
    counts = np.zeros((min(covered, MOST_RUNS), len(STAGES)))
    for stage, run, count in zip(table["stage"], table["run"], table["project_count"], strict=True):
        if run < len(counts):
            counts[run, STAGES.index(stage)] += count
    return counts


def _contracts(table: pd.DataFrame) -> Contracts:
    ids = table["project_id"].tolist()
    places = {project_id: place for place, project_id in enumerate(dict.fromkeys(ids))}
    row_places = np.array([places[project_id] for project_id in ids], dtype=int)
    firsts = ~table["project_id"].duplicated()
    one_each = table[firsts]
    days = _numbers(one_each, "signed_days").astype(int)
    closed = [
        -1 if value is None else value // RUN_DAYS for value in one_each["closed_days"].tolist()
    ]
    # One more than whole runs have passed: what arrived in the run that has not ended yet.
    received = np.zeros((len(places), int(days.max(initial=0)) // RUN_DAYS + 1))
    for place, run, amount in zip(row_places, table["run"], table["received_wan_usd"], strict=True):
        if run is not None:
            received[place, run] += amount
    return Contracts(
        _numbers(one_each, "contracted_wan_usd"), days, np.array(closed, dtype=int), received
    )
