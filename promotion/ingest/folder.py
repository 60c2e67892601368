"""Which files of a folder are ledgers, and what state they are in."""

import os
from collections.abc import Iterator
from pathlib import Path

from promotion.ingest.workbook import WORKBOOKS

LEDGERS = frozenset((".csv", ".tsv", ".txt")) | WORKBOOKS
_OTHER_WORKBOOKS = frozenset((".xls", ".xlsb", ".et", ".ods", ".numbers"))
REFERENCE_FOLDER = "reference"


def ledger_paths(folder: Path) -> list[str]:
    """The files that are read as ledgers, relative to the folder, in name order."""
    return _paths(folder, LEDGERS)


def other_workbook_paths(folder: Path) -> list[str]:
    """The workbooks of kinds that are refused, relative to the folder, in name order."""
    return _paths(folder, _OTHER_WORKBOOKS)


def readable_suffixes() -> frozenset[str]:
    """The endings of files that are read as ledgers, in small letters."""
    return LEDGERS


def data_files(folder: Path) -> list[str]:
    """Every file in the folder that is not hidden, reference tables too, relative to it."""
    return sorted(path.relative_to(folder).as_posix() for path in _files(folder))


def reference_folder(folder: Path) -> Path | None:
    """The folder's own reference tables, None where it has none."""
    own = folder / REFERENCE_FOLDER
    return own if own.is_dir() else None


def unlisted_paths(folder: Path) -> list[tuple[str, str]]:
    """The folders whose files cannot be listed, and why; not a folder that does not exist."""
    errors: list[OSError] = []
    for _here in os.walk(folder, onerror=errors.append):
        continue
    return sorted(
        (Path(error.filename).relative_to(folder).as_posix(), error.strerror)
        for error in errors
        if not isinstance(error, FileNotFoundError)
    )


def fingerprint(folder: Path) -> tuple:
    """The state of everything that would be read: changes whenever a file does.

    Name, size, time of change of content and of entry, and inode of each file; nothing is
    opened. A folder that does not exist has nothing.
    """
    state = []
    for path in _files(folder):
        parts = path.relative_to(folder).parts
        is_reference = parts[0] == REFERENCE_FOLDER and path.suffix.lower() == ".csv"
        if is_reference or path.suffix.lower() in LEDGERS | _OTHER_WORKBOOKS:
            try:
                found = path.stat()
            except OSError:  # taken away since the folder was listed
                continue
            state.append(
                (
                    "/".join(parts),
                    found.st_size,
                    found.st_mtime_ns,
                    found.st_ctime_ns,
                    found.st_ino,
                )
            )
    return tuple(sorted(state))


def ledger_states(folder: Path) -> dict[str, str]:
    """The state of each file, as in the fingerprint, as a text."""
    return {file: " ".join(map(str, state)) for file, *state in fingerprint(folder)}


def _paths(folder: Path, suffixes: frozenset[str]) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in _files(folder)
        if path.suffix.lower() in suffixes and path.relative_to(folder).parts[0] != REFERENCE_FOLDER
    )


def _files(folder: Path) -> Iterator[Path]:
    """Every file in the folder and below, but hidden ones and those of open workbooks."""
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(here) / name for name in files if not name.startswith((".", "~$")))
