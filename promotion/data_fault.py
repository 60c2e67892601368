"""Why the ledgers cannot be shown, told in the reader's language, and where there is no room."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from promotion.ingest.reference import ReferenceFault
from promotion.language import N_, _

_NO_ROOM = N_(
    "There is no room on the disk for the database of the ledgers, in the folder {folder}; "
    "make room there, or set PROMOTION_CACHE to a folder on another disk."
)
_NOT_ALLOWED = N_(
    "The database of the ledgers cannot be written into the folder {folder} ({error}); allow it, "
    "or set PROMOTION_CACHE to another folder."
)
_CANNOT_BE_READ = N_("{file} cannot be read ({error}); allow it.")
_SENTENCES = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: _NO_ROOM,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.EEXIST: _NOT_ALLOWED,
    errno.ENOTDIR: _NOT_ALLOWED,
}


class DataFault(Exception):
    """The data cannot be shown at all; its text is a sentence for the reader.

    Made of a message id and its details, so that each reader has it in their own language.
    """

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message, details)
        self.message = message
        self.details = {name: str(detail) for name, detail in details.items()}

    def __str__(self) -> str:
        return _(self.message).format(**self.details)


def no_folder(folder: Path) -> DataFault:
    """The fault that there is nothing at the folder's path."""
    return DataFault(N_("There is no folder {folder}."), folder=folder)


def no_ledgers(folder: Path) -> DataFault:
    """The fault that nothing in the folder can be shown."""
    return DataFault(
        N_(
            "The folder {folder} holds no project or contact ledger that can be read; "
            "`python -m promotion check --data {folder}` says why."
        ),
        folder=folder,
    )


@contextmanager
def told_in_a_sentence(folder: Path) -> Iterator[None]:
    """Nothing; raises DataFault where the folder, or its disk, takes no more in the block.

    And where the reference tables that the block reads cannot be used.
    """
    try:
        yield
    except ReferenceFault as fault:
        raise DataFault("{reason}", reason=fault) from fault
    except (duckdb.Error, OSError) as error:
        number = _system_error_of(error)
        if number not in _SENTENCES:
            raise
        file = getattr(error, "filename", None)
        is_elsewhere = file is not None and folder not in (Path(file), *Path(file).parents)
        sentence = _CANNOT_BE_READ if is_elsewhere else _SENTENCES[number]
        words = os.strerror(number)
        raise DataFault(sentence, folder=folder, file=file, error=words) from error


def _system_error_of(error: duckdb.Error | OSError) -> int | None:
    """The system's number of what went wrong, which DuckDB gives by its words alone."""
    if isinstance(error, OSError):
        return error.errno
    return next((one for one in _SENTENCES if os.strerror(one) in str(error)), None)
