"""Ledgers as offices keep them become typed rows in the database, and a report."""

from pathlib import Path

import duckdb

from promotion.ingest.faults import Fault, FileRefused, FileReport, ImportReport, Remark
from promotion.ingest.folder import (
    fingerprint,
    ledger_paths,
    reference_folder,
    unlisted_paths,
    workbook_paths,
)
from promotion.ingest.headings import Headings, index_headings
from promotion.ingest.ledger import Ledger, batches_of, open_ledger
from promotion.ingest.records import write_reference, write_report
from promotion.ingest.reference import Reference, ReferenceFault, read_reference
from promotion.ingest.staging import (
    KEY_COLUMNS,
    add_batches,
    create_tables,
    take_out_repeated,
)
from promotion.language import N_

__all__ = [
    "Fault",
    "FileReport",
    "ImportReport",
    "ReferenceFault",
    "Remark",
    "fingerprint",
    "read_folder",
]

_WORKBOOK = N_("the file is a workbook; save each of its sheets as CSV")
_CANNOT_OPEN = N_("the file cannot be read ({error}); see that it exists and may be opened")


def read_folder(
    folder: Path, connection: duckdb.DuckDBPyConnection, workers: int = 2
) -> ImportReport:
    """What reading every ledger of the folder reported; their rows are in the database.

    Raises ReferenceFault where the folder's own reference data cannot be used.
    """
    reference = read_reference(reference_folder(folder))
    headings = index_headings(reference)
    create_tables(connection)
    write_reference(connection, reference)
    outcomes: list[Ledger | FileReport] = [
        _refused(file, Remark(_WORKBOOK)) for file in workbook_paths(folder)
    ]
    outcomes += [
        _refused(path, Remark(_CANNOT_OPEN, {"error": reason}))
        for path, reason in unlisted_paths(folder)
    ]
    outcomes += [
        _read_file(folder, file, connection, reference, headings, workers)
        for file in ledger_paths(folder)
    ]
    ledgers = {one.file: one for one in outcomes if isinstance(one, Ledger)}
    for kind in KEY_COLUMNS:
        if any(ledger.layout.kind == kind for ledger in ledgers.values()):
            for fault in take_out_repeated(connection, kind):
                ledgers[fault.file].refused.append(fault)
    files = tuple(
        sorted(
            (_report(one) if isinstance(one, Ledger) else one for one in outcomes),
            key=lambda report: report.file,
        )
    )
    refusals = [Fault(one.file, None, None, None, (one.reason,)) for one in files if one.reason]
    for ledger in ledgers.values():
        refusals += sorted(ledger.refused, key=lambda fault: fault.line)
    blanked = [
        fault
        for ledger in ledgers.values()
        for fault in sorted(ledger.blanked, key=lambda fault: fault.line)
    ]
    write_report(connection, files, refusals, blanked)
    return ImportReport(files, refusals, blanked)


def _read_file(
    folder: Path,
    file: str,
    connection: duckdb.DuckDBPyConnection,
    reference: Reference,
    headings: Headings,
    workers: int,
) -> Ledger | FileReport:
    """What became of the file: all its good rows are in the database, or none."""
    connection.execute("begin")
    try:
        with (folder / file).open("rb") as stream:
            ledger = open_ledger(stream, file, reference, headings)
            batches = batches_of(stream, ledger, reference)
            add_batches(connection, ledger.layout.kind, file, batches, workers)
    except FileRefused as refused:
        connection.execute("rollback")
        return _refused(file, refused.remark)
    except OSError as error:
        connection.execute("rollback")
        return _refused(file, Remark(_CANNOT_OPEN, {"error": error.strerror or str(error)}))
    connection.execute("commit")
    return ledger


def _refused(file: str, reason: Remark) -> FileReport:
    return FileReport(file, None, 0, 0, 0, reason, ())


def _report(ledger: Ledger) -> FileReport:
    refused = len(ledger.refused)
    return FileReport(
        file=ledger.file,
        kind=ledger.layout.kind,
        rows=ledger.row_count,
        loaded=ledger.row_count - refused,
        refused=refused,
        reason=None,
        notes=ledger.notes(),
        encoding=ledger.encoding.name,
    )
