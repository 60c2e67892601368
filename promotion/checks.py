"""Rows that should not be there: queries/checks, with words for each."""

import re
from dataclasses import dataclass

import pandas as pd

from promotion import code_book
from promotion.database import Database
from promotion.language import N_, _

_COLUMN = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")
MOST_ROWS = 100_000  # a ledger in which every row is one is not listed to its end

CHECKS = {
    "dates_out_of_order": N_("Stage dates out of order"),
    "received_more_than_contracted": N_("More foreign capital received than contracted"),
    "dates_after_as_of": N_("Dates after the as-of date"),
    "unknown_projects": N_("Contacts and receipts of a project that no ledger holds"),
    "repeated_signings": N_("Signings that look repeated: same investor, name and amount"),
    "projects_without_industry": N_("Projects whose industry is unclassified"),
}


@dataclass(frozen=True)
class CheckResult:
    """How many rows a check found, none where it passed, and the first of them.

    Each has file, line, district, id and detail.
    """

    name: str
    title: str
    count: int
    rows: pd.DataFrame


def run_checks(data: Database, most_rows: int = MOST_ROWS) -> list[CheckResult]:
    """The result of every check, in a fixed order, titles in the language in use."""
    return [_result(data, name, title, most_rows) for name, title in CHECKS.items()]


def _result(data: Database, name: str, title: str, most_rows: int) -> CheckResult:
    found = data.run(f"checks/{name}", most_rows=most_rows)
    count = 0 if found.empty else found["found_count"].tolist()[0]
    return CheckResult(name, _(title), count, found.drop(columns="found_count"))


def detail_in_words(data: Database, detail: str) -> str:
    """What a check says of a row, with columns called as their ledgers call them."""
    names = {column: name for (_kind, column), name in code_book.column_names(data.folder).items()}
    return _COLUMN.sub(lambda found: names.get(found[0], found[0]), detail)
