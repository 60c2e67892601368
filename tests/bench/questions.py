"""How long the queries of each page take together, with nothing kept from before."""

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from promotion.database import Database, open_database
from promotion.exhibits import PAGES, comparison
from promotion.exhibits.overview import headline_by_month
from promotion.filters import Filters, preset_period
from tests.bench.table import Line

PERIODS = ("latest", "year_to_date", "all")
TEN_MILLION = 10_000_000

# What a page asks besides its exhibits, by its address.
MORE_ASKED = {"": (headline_by_month,), "compare": (comparison.pairs,)}

Question = tuple[str, dict[str, object]]


def question_lines(folder: Path, contacts: int, rounds: int) -> list[Line]:
    """Each page's queries together in milliseconds, for the slowest of several periods."""
    data = open_database(folder)
    lines = []
    for page, exhibits in PAGES.items():
        functions = (*exhibits, *MORE_ASKED.get(page, ()))
        slowest_ms = max(
            _milliseconds(data, _asked(data, functions, _filters(data, preset)), rounds)
            for preset in PERIODS
        )
        target_ms = 150 if contacts >= TEN_MILLION else 60
        lines.append(
            Line(
                f"all queries of {page or 'the overview'}, {contacts:,} contacts",
                slowest_ms,
                "ms",
                None if page else target_ms,
            )
        )
    data.close()
    return lines


def _filters(data: Database, preset: str) -> Filters:
    return Filters(period=preset_period(preset, data.first_date, data.as_of), compare="year")


def _asked(data: Database, functions: Sequence[Callable], filters: Filters) -> list[Question]:
    """Each different question that drawing the page asks, in order."""
    questions: list[Question] = []
    run: Callable = data.run

    def note(name: str, **parameters: object) -> object:
        question = (name, data.parameters_of(name, parameters))
        if question not in questions:
            questions.append(question)
        return run(name, **parameters)

    data.run = note
    for show in functions:
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
