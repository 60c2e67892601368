"""Which state of ledgers or marts, reference tables and code a built database is of."""

import hashlib
import os
from functools import cache
from importlib.metadata import version
from pathlib import Path

from promotion import ingest
from promotion.query import QUERIES

REFERENCE = Path(__file__).parent.parent / "data" / "reference"
MANIFEST = "manifest.json"  # of a folder of marts: which of its builds is served
BUILD = "build-"  # how the folder of each of its builds begins


def is_marts_folder(folder: Path) -> bool:
    """Whether the folder holds marts, built already, and not ledgers."""
    # One that may not be looked into has none: whoever reads it then says so.
    return any(folder.glob(f"{BUILD}*")) and os.access(folder / MANIFEST, os.R_OK)


def version_of(folder: Path) -> str:
    """A name for the state of the ledgers or marts and of the code and tables that read them.

    Before its dash stand the folder and the code, after it the state of the files.
    """
    read_by = f"{folder.resolve()} {_code_version()}"
    return f"{_digest(read_by)}-{_digest(_state_of(folder))}"


def _state_of(folder: Path) -> str:
    if is_marts_folder(folder):
        return (folder / MANIFEST).read_text(encoding="utf-8")
    return repr(ingest.fingerprint(folder))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


@cache
def _code_version() -> str:
    digest = hashlib.blake2b(digest_size=16)
    for library in ("duckdb", "pyarrow", "babel", "python-calamine"):
        digest.update(version(library).encode())
    own = Path(__file__).parent
    reading = [path for each in ("ingest", "marts_folder") for path in (own / each).glob("*.py")]
    for path in sorted([*QUERIES.rglob("*.sql"), *REFERENCE.glob("*.csv"), *reading]):
        digest.update(path.read_bytes())
    for name in ("building.py", "marts.py", "scope.py"):
        digest.update((own / name).read_bytes())
    return digest.hexdigest()
