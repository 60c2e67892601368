"""`python -m promotion.build_apart FOLDER`: builds the database of a folder, and no more.

A server has it done by a process of its own: its readers neither wait for the processor that
reading takes, nor does it hold on to the memory.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb

from promotion.data_fault import DataFault
from promotion.database import open_database
from promotion.language import N_
from promotion.query_limits import QueryStopped

ROOT = Path(__file__).parent.parent
BEHIND_READERS = 19  # the least of a busy processor that there is, as they wait and it does not
_TOLD = 3  # the exit status of one that says why as a message id and its details


def build_apart(folder: Path) -> None:
    """Nothing; the database of the folder's ledgers is in the cache. Raises DataFault."""
    command = [sys.executable, "-m", "promotion.build_apart", str(folder.resolve())]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode < 0:
        raise DataFault(
            N_("reading them was stopped by signal {number}; there may be too little memory"),
            number=-done.returncode,
        )
    if done.returncode == _TOLD:
        message, details = json.loads(done.stdout.splitlines()[-1])
        raise DataFault(message, **details)
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        if lines:
            raise DataFault("{reason}", reason=lines[-1])
        raise DataFault(N_("reading them failed without a reason"))


def main() -> None:
    """Nothing; exits with the reason where the ledgers cannot be read."""
    os.nice(BEHIND_READERS)
    try:
        open_database(Path(sys.argv[1])).close()
    except DataFault as fault:
        print(json.dumps([fault.message, fault.details]))
        sys.exit(_TOLD)
    except (QueryStopped, ValueError, OSError, duckdb.Error) as fault:
        sys.exit(" ".join(str(fault).split()))


if __name__ == "__main__":
    main()
