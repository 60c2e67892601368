"""Rows that should not be there: queries/checks, with words for each."""

from dataclasses import dataclass

import pandas as pd

from promotion.database import Database
from promotion.language import N_, _

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
    """A check's rows, none where it passed; each with file, line, district, id and detail."""

    name: str
    title: str
    rows: pd.DataFrame

    @property
    def count(self) -> int:
        """How many rows it found."""
        return len(self.rows)


def run_checks(data: Database) -> list[CheckResult]:
    """The result of every check, in a fixed order, titles in the language in use."""
    return [
        CheckResult(name=name, title=_(title), rows=data.run(f"checks/{name}"))
        for name, title in CHECKS.items()
    ]
