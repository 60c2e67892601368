"""What an earlier build of the same folder holds of the ledgers that have not changed since."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from promotion.ingest.faults import Fault, remarks_from_json
from promotion.ingest.outcomes import Outcome
from promotion.ingest.reference import KINDS, Reference
from promotion.ingest.staging import KEY_COLUMNS, REPEATED, query


class EarlierFault(Exception):
    """An earlier build that cannot be used; the ledgers must be read without it."""


@dataclass(frozen=True)
class Kept:
    """The outcomes of unchanged ledgers, and which of them had rows taken out as repeated.

    Others are the files that the earlier build holds besides, changed or gone since.
    """

    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    with_repeated: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


@contextmanager
def opened(connection: duckdb.DuckDBPyConnection, path: Path) -> Iterator[None]:
    """Nothing; while it lasts, the earlier build at the path can be asked. Raises EarlierFault."""
    with _told_apart():
        connection.execute(query("attach_earlier"), {"path": str(path)})
    yield
    with _told_apart():
        connection.execute(query("detach_earlier"))


def unchanged(
    connection: duckdb.DuckDBPyConnection, reference: Reference, states: Mapping[str, str]
) -> Kept:
    """What is kept of ledgers that are still in the state in which the earlier build read them.

    Nothing, where that was done by other reference tables. Raises EarlierFault.
    """
    with _told_apart():
        read_by = connection.execute(query("earlier_read_by")).fetchall()
        if read_by != [(digest_of(reference),)]:
            return Kept()
        files = connection.execute(query("earlier_files")).fetchall()
        refused = _faults(connection, "earlier_refusals")
        blanked = _faults(connection, "earlier_blanked_cells")
    outcomes = {
        file: _outcome(file, *found, refused.get(file, []), blanked.get(file, []))
        for file, *found, state in files
        if state is not None and states.get(file) == state
    }
    return Kept(
        outcomes,
        frozenset(
            file
            for file in outcomes
            if any(fault.reason == REPEATED for fault in refused.get(file, []))
        ),
        frozenset(file for file, *_found in files) - outcomes.keys(),
    )


def take_over(connection: duckdb.DuckDBPyConnection, files: tuple[str, ...], kept: Kept) -> None:
    """Nothing; adds the rows of these kept files, which follow each other in name order.

    Rows taken out as repeated come back, for their first may be gone. Raises EarlierFault.
    """
    between = {"first_file": files[0], "last_file": files[-1]}
    has_repeated = any(file in kept.with_repeated for file in files)
    kinds = {kept.outcomes[file].kind for file in files}
    for kind in KINDS:
        if kind in kinds:
            name = f"kept_all_{kind}" if has_repeated and kind in KEY_COLUMNS else f"kept_{kind}"
            with _told_apart():
                connection.execute(query(name), between)


def runs(files: Collection[str], kept: Kept) -> Iterator[tuple[str, ...]]:
    """The files in name order: kept ones that follow each other together, all others alone.

    A file with rows taken out as repeated is alone too: its rows are to be put in order, which
    is not done to more rows than need be.
    """
    run: list[str] = []
    listed = set(files)
    for file in sorted(listed | kept.outcomes.keys() | kept.others):
        if file in listed and file in kept.outcomes and file not in kept.with_repeated:
            run.append(file)
            continue
        if run:
            yield tuple(run)
            run = []
        if file in listed:
            yield (file,)
    if run:
        yield tuple(run)


def digest_of(reference: Reference) -> str:
    """What tells reference tables that mean the same from all others."""
    parts = (
        reference.columns,
        reference.codes,
        reference.code_of,
        reference.units,
        sorted(reference.blanks),
        sorted(reference.total_words),
        reference.currency_signs,
    )
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@contextmanager
def _told_apart() -> Iterator[None]:
    """Nothing; whatever an earlier build fails with is told apart from faults of the new one."""
    try:
        yield
    except duckdb.Error as error:
        raise EarlierFault(str(error)) from error


def _faults(connection: duckdb.DuckDBPyConnection, name: str) -> dict[str, list[Fault]]:
    """The rows refused or cells blanked, by file."""
    faults: dict[str, list[Fault]] = {}
    for file, line, column, value, details in connection.execute(query(name)).fetchall():
        fault = Fault(file, line, column, value, remarks_from_json(details))
        faults.setdefault(file, []).append(fault)
    return faults


def _outcome(
    file: str,
    kind: str | None,
    row_count: int,
    details: str | None,
    notes: str,
    encoding: str | None,
    refused: list[Fault],
    blanked: list[Fault],
) -> Outcome:
    (reason,) = remarks_from_json(details) if details else (None,)
    return Outcome(
        file=file,
        kind=kind,
        rows=row_count,
        reason=reason,
        notes=remarks_from_json(notes),
        encoding=encoding,
        refused=tuple(fault for fault in refused if fault.reason != REPEATED),
        blanked=tuple(blanked),
    )
