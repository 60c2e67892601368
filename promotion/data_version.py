"""Which state of ledgers, reference tables and reading code a built database is of."""

import hashlib
from functools import cache
from pathlib import Path

import duckdb

from promotion import ingest
from promotion.query import QUERIES

REFERENCE = Path(__file__).parent.parent / "data" / "reference"


def version_of(folder: Path) -> str:
    """A name for the state of the ledgers and of the code and tables that read them."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(str(folder.resolve()).encode())
    digest.update(repr(ingest.fingerprint(folder)).encode())
    digest.update(_code_version().encode())
    return digest.hexdigest()


@cache
def _code_version() -> str:
    digest = hashlib.blake2b(duckdb.__version__.encode(), digest_size=16)
    own = Path(__file__).parent
    for path in sorted(
        [*QUERIES.rglob("*.sql"), *REFERENCE.glob("*.csv"), *(own / "ingest").glob("*.py")]
    ):
        digest.update(path.read_bytes())
    digest.update((own / "database.py").read_bytes())
    return digest.hexdigest()
