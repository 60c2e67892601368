"""`python -m promotion.build_apart FOLDER`: builds the database of a folder, and no more.

A server has it done by a process of its own: its readers neither wait for the processor that
reading takes, nor does it hold on to the memory.
"""

import subprocess
import sys
from pathlib import Path

from promotion.database import DataFault, open_database
from promotion.language import _

ROOT = Path(__file__).parent.parent


def build_apart(folder: Path) -> None:
    """Nothing; the database of the folder's ledgers is in the cache. Raises DataFault."""
    command = [sys.executable, "-m", "promotion.build_apart", str(folder.resolve())]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode < 0:
        sentence = _("reading them was stopped by signal {number}; there may be too little memory")
        raise DataFault(sentence.format(number=-done.returncode))
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise DataFault(lines[-1] if lines else _("reading them failed without a reason"))


def main() -> None:
    """Nothing; exits with the reason where the ledgers cannot be read."""
    try:
        open_database(Path(sys.argv[1])).close()
    except (DataFault, ValueError, OSError) as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main()
