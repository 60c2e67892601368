"""How long it takes to work out anew what pages ask often, once the ledgers are read."""

import shutil
import time
from pathlib import Path

import duckdb

from promotion.database import open_database
from promotion.marts import MARTS
from promotion.query import query_text
from tests.bench.table import Line


def marts_line(folder: Path, contacts: int) -> Line:
    """Seconds to make every mart again, in a copy of the built database."""
    data = open_database(folder)
    copy = folder.with_name("marts.duckdb")
    shutil.copy(data.path, copy)
    data.close()
    connection = duckdb.connect(str(copy))
    began = time.perf_counter()
    for mart in MARTS:
        connection.execute(query_text(f"marts/{mart}"))
    seconds = time.perf_counter() - began
    connection.close()
    copy.unlink()
    return Line(f"build all marts, {contacts:,} contacts", seconds, "s", None)
