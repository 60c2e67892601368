"""What reading each file found, and the report of the whole folder that it makes."""

from collections.abc import Iterable
from dataclasses import dataclass

from promotion.ingest.faults import Fault, FileReport, ImportReport, Remark
from promotion.ingest.ledger import Ledger


@dataclass(frozen=True)
class Outcome:
    """What one file was found to hold, whatever the other files hold.

    Rows that repeat a key of an earlier row still count as loaded. Kind is None where the
    whole file is refused, for the reason.
    """

    file: str
    kind: str | None
    rows: int
    reason: Remark | None
    notes: tuple[Remark, ...]
    encoding: str | None
    refused: tuple[Fault, ...]
    blanked: tuple[Fault, ...]


def outcome_of(ledger: Ledger) -> Outcome:
    """What a ledger that was read to its end holds."""
    return Outcome(
        file=ledger.file,
        kind=ledger.layout.kind,
        rows=ledger.row_count,
        reason=None,
        notes=ledger.notes(),
        encoding=ledger.encoding.name if ledger.encoding else None,
        refused=_in_line_order(ledger.refused),
        blanked=_in_line_order(ledger.blanked),
    )


def refused_whole(file: str, reason: Remark) -> Outcome:
    """That nothing of the file could be read, and why."""
    return Outcome(file, None, 0, reason, (), None, (), ())


def import_report(
    outcomes: Iterable[Outcome], repeated: Iterable[Fault], files_read: tuple[str, ...]
) -> ImportReport:
    """What became of the folder: its files' outcomes, and the rows taken out as repeated."""
    outcomes = sorted(outcomes, key=lambda outcome: outcome.file)
    refused = {outcome.file: list(outcome.refused) for outcome in outcomes}
    for fault in repeated:
        refused[fault.file].append(fault)
    return ImportReport(
        files=tuple(_report(outcome, len(refused[outcome.file])) for outcome in outcomes),
        refusals=[
            *(Fault(one.file, None, None, None, (one.reason,)) for one in outcomes if one.reason),
            *(fault for outcome in outcomes for fault in _in_line_order(refused[outcome.file])),
        ],
        blanked=[fault for outcome in outcomes for fault in outcome.blanked],
        files_read=files_read,
    )


def _report(outcome: Outcome, refused_count: int) -> FileReport:
    return FileReport(
        file=outcome.file,
        kind=outcome.kind,
        rows=outcome.rows,
        loaded=outcome.rows - refused_count,
        refused=refused_count,
        reason=outcome.reason,
        notes=outcome.notes,
        encoding=outcome.encoding,
    )


def _in_line_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: fault.line))
