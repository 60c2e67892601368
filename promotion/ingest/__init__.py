"""Ledgers as offices keep them become typed rows in the database, and a report."""

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
from promotion.ingest.faults import Fault, FileRefused, FileReport, ImportReport, Remark
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
from promotion.ingest.headings import Headings, index_headings
from promotion.ingest.ledger import batches_of, open_ledger
from promotion.ingest.outcomes import Outcome, import_report, outcome_of, refused_whole
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
    "EarlierFault",
    "Fault",
    "FileReport",
    "ImportReport",
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
_CANNOT_OPEN = N_("the file cannot be read ({error}); see that it exists and may be opened")


def read_folder(
    folder: Path,
    connection: duckdb.DuckDBPyConnection,
    workers: int = 2,
    earlier: Path | None = None,
) -> ImportReport:
    """What reading every ledger of the folder reported; their rows are in the database.

    Ledgers that stand as they stood when an earlier database was built, by the same code, are
    not read but taken from there: the outcome is the same. Raises ReferenceFault where the
    folder's own reference data cannot be used, EarlierFault where the earlier database cannot.
    """
    # Taken before any file is read: one that changes meanwhile is read again next time.
    states = ledger_states(folder)
    reference = read_reference(reference_folder(folder))
    create_tables(connection)
    write_reference(connection, reference)
    if earlier is None:
        outcomes, read = _read_ledgers(folder, connection, reference, workers, Kept())
    else:
        with opened(connection, earlier):
            kept = unchanged(connection, reference, states)
            outcomes, read = _read_ledgers(folder, connection, reference, workers, kept)
    outcomes += [
        refused_whole(file, Remark(_OTHER_WORKBOOK)) for file in other_workbook_paths(folder)
    ]
    outcomes += [
        refused_whole(path, Remark(_CANNOT_OPEN, {"error": reason}))
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
    kept: Kept,
) -> tuple[list[Outcome], tuple[str, ...]]:
    """What each ledger holds, and which of them were read rather than taken over."""
    headings = index_headings(reference)
    outcomes: list[Outcome] = []
    read: list[str] = []
    with Storing(connection, workers) as storing:
        for files in runs(ledger_paths(folder), kept):
            if files[0] in kept.outcomes:
                storing.do(take_over, connection, files, kept)
                outcomes += [kept.outcomes[file] for file in files]
            else:
                (file,) = files
                outcomes.append(_read_file(folder, file, storing, reference, headings))
                read.append(file)
    return outcomes, tuple(read)


def _read_file(
    folder: Path,
    file: str,
    storing: Storing,
    reference: Reference,
    headings: Headings,
) -> Outcome:
    """What became of the file: all its good rows will be in the database, or none."""
    try:
        with (folder / file).open("rb") as stream, storing.file():
            ledger = open_ledger(stream, file, reference, headings)
            storing.add(ledger.layout.kind, file, batches_of(stream, ledger, reference))
    except FileRefused as refused:
        return refused_whole(file, refused.remark)
    except OSError as error:
        reason = Remark(_CANNOT_OPEN, {"error": error.strerror or str(error)})
        return refused_whole(file, reason)
    return outcome_of(ledger)


def _lasting(outcomes: list[Outcome], states: dict[str, str]) -> dict[str, str]:
    """The states of the ledgers whose outcome lasts as long as their state does.

    What could not be opened may be opened another time, though nothing about it has changed.
    """
    return {
        outcome.file: states[outcome.file]
        for outcome in outcomes
        if outcome.file in states
        and not (outcome.reason and outcome.reason.reason in (_CANNOT_OPEN, _OTHER_WORKBOOK))
    }
