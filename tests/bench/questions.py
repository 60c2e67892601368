"""How long the overview's queries take together, with nothing kept from before."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from promotion.database import Database, open_database
from promotion.exhibits import OVERVIEW
from promotion.exhibits.overview import headline_by_month
from promotion.filters import Filters, preset_period
from tests.bench.table import Line

PERIODS = ("latest", "year_to_date", "all")
TEN_MILLION = 10_000_000

Question = tuple[str, dict[str, object]]


def questions_line(folder: Path, contacts: int, rounds: int) -> Line:
    """The overview's queries together in milliseconds, for the slowest of several periods."""
    data = open_database(folder)
    slowest_ms = max(
        _milliseconds(data, _asked(data, _filters(data, preset)), rounds) for preset in PERIODS
    )
    data.close()
    return Line(
        f"all overview queries, {contacts:,} contacts",
        slowest_ms,
        "ms",
        150 if contacts >= TEN_MILLION else 60,
    )


def _filters(data: Database, preset: str) -> Filters:
    return Filters(period=preset_period(preset, data.first_date, data.as_of), compare="year")


def _asked(data: Database, filters: Filters) -> list[Question]:
    """Each different question that drawing the overview asks, in order."""
    questions: list[Question] = []
    run: Callable = data.run

    def note(name: str, **parameters: object) -> object:
        question = (name, data.parameters_of(name, parameters))
        if question not in questions:
            questions.append(question)
        return run(name, **parameters)

    data.run = note
    for show in (*OVERVIEW, headline_by_month):
        show(data, filters)
    data.run = run
    return questions


def _milliseconds(data: Database, questions: list[Question], rounds: int) -> float:
    seconds = []
    for _round in range(rounds):
        data.forget()
        began = time.perf_counter()
        for name, parameters in questions:
            data.run(name, **parameters)
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds) * 1000
