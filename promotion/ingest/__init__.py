"""Ledgers as offices keep them become typed rows in the database, and a report."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import duckdb

from promotion.ingest.earlier import (
    EarlierFault,
    Kept,
    digest_of,
    opened,
    runs,
    take_over,
    unchanged,
)
from promotion.ingest.faults import Fault, FileReport, ImportReport, Remark
from promotion.ingest.folder import (
    data_files,
    fingerprint,
    ledger_paths,
    ledger_states,
    other_workbook_paths,
    readable_suffixes,
    reference_folder,
    unlisted_paths,
)
from promotion.ingest.outcomes import Outcome, import_report, refused_whole
from promotion.ingest.reading import CANNOT_OPEN, ReadingStopped, read_here, reading_apart
from promotion.ingest.records import write_reference, write_report, write_states
from promotion.ingest.reference import Reference, ReferenceFault, read_reference
from promotion.ingest.staging import (
    KEY_COLUMNS,
    Storing,
    create_tables,
    take_out_repeated,
)
from promotion.language import N_

__all__ = [
    "Apart",
    "EarlierFault",
    "Fault",
    "FileReport",
    "ImportReport",
    "ReadingStopped",
    "ReferenceFault",
    "Remark",
    "data_files",
    "fingerprint",
    "ledger_paths",
    "read_folder",
    "readable_suffixes",
    "reference_folder",
]

_OTHER_WORKBOOK = N_(
    "workbooks of this kind are not read; save the file as XLSX, or each of its sheets as CSV"
)


@dataclass(frozen=True)
class Apart:
    """How many processes read ledgers, each its own, and where what they read lies meanwhile."""

    processes: int
    scratch: Path


def read_folder(
    folder: Path,
    connection: duckdb.DuckDBPyConnection,
    workers: int = 2,
    earlier: Path | None = None,
    apart: Apart | None = None,
) -> ImportReport:
    """What reading every ledger of the folder reported; their rows are in the database.

    Ledgers that stand as they stood when an earlier database was built, by the same code, are
    not read but taken from there: the outcome is the same. Raises ReferenceFault where the
    folder's own reference data cannot be used, EarlierFault where the earlier database cannot,
    ReadingStopped where a process `apart` that read was killed.
    """
    # Taken before any file is read: one that changes meanwhile is read again next time.
    states = ledger_states(folder)
    reference = read_reference(reference_folder(folder))
    create_tables(connection)
    write_reference(connection, reference)
    if earlier is None:
        outcomes, read = _read_ledgers(folder, connection, reference, workers, apart, Kept())
    else:
        with opened(connection, earlier):
            kept = unchanged(connection, reference, states)
            outcomes, read = _read_ledgers(folder, connection, reference, workers, apart, kept)
    outcomes += [
        refused_whole(file, Remark(_OTHER_WORKBOOK)) for file in other_workbook_paths(folder)
    ]
    outcomes += [
        refused_whole(path, Remark(CANNOT_OPEN, {"error": reason}))
        for path, reason in unlisted_paths(folder)
    ]
    repeated = [fault for kind in KEY_COLUMNS for fault in take_out_repeated(connection, kind)]
    report = import_report(outcomes, repeated, read)
    write_report(connection, report)
    write_states(connection, _lasting(outcomes, states), digest_of(reference))
    return report


def _read_ledgers(
    folder: Path,
    connection: duckdb.DuckDBPyConnection,
    reference: Reference,
    workers: int,
    apart: Apart | None,
    kept: Kept,
) -> tuple[list[Outcome], tuple[str, ...]]:
    """What each ledger holds, and which of them were read rather than taken over."""
    outcomes: list[Outcome] = []
    read: list[str] = []
    files = ledger_paths(folder)
    with Storing(connection, workers) as storing, ExitStack() as processes:
        read_file = read_here(folder, reference, storing)
        if apart:
            own = [file for file in files if file not in kept.outcomes]
            read_file = processes.enter_context(
                reading_apart(folder, own, storing, apart.processes, apart.scratch)
            )
        for run in runs(files, kept):
            if run[0] in kept.outcomes:
                storing.do(take_over, connection, run, kept)
                outcomes += [kept.outcomes[file] for file in run]
            else:
                outcomes.append(read_file(*run))
                read += run
    return outcomes, tuple(read)


def _lasting(outcomes: list[Outcome], states: dict[str, str]) -> dict[str, str]:
    """The states of the ledgers whose outcome lasts as long as their state does.

    What could not be opened may be opened another time, though nothing about it has changed.
    """
    return {
        outcome.file: states[outcome.file]
        for outcome in outcomes
        if outcome.file in states
        and not (outcome.reason and outcome.reason.reason in (CANNOT_OPEN, _OTHER_WORKBOOK))
    }
