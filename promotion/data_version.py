"""Which state of ledgers, reference tables and reading code a built database is of."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from promotion import ingest
from promotion.query import QUERIES

REFERENCE = Path(__file__).parent.parent / "data" / "reference"


def version_of(folder: Path) -> str:
    """A name for the state of the ledgers and of the code and tables that read them.

    Before its dash stand the folder and the code, after it the state of the files.
    """
    read_by = f"{folder.resolve()} {_code_version()}"
    return f"{_digest(read_by)}-{_digest(repr(ingest.fingerprint(folder)))}"


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


@cache
def _code_version() -> str:
    digest = hashlib.blake2b(digest_size=16)
    for library in ("duckdb", "pyarrow", "babel", "python-calamine"):
        digest.update(version(library).encode())
    own = Path(__file__).parent
    for path in sorted(
        [*QUERIES.rglob("*.sql"), *REFERENCE.glob("*.csv"), *(own / "ingest").glob("*.py")]
    ):
        digest.update(path.read_bytes())
    for name in ("building.py", "marts.py", "scope.py"):
        digest.update((own / name).read_bytes())
    return digest.hexdigest()
