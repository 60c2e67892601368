"""What the record of exports holds, as a test reads it."""

import json
from pathlib import Path

from promotion.record import KEPT_FILES, NAME


def lines(folder: Path) -> list[bytes]:
    """Every line of every file of the record, the oldest first."""
    files = [folder / f"{NAME}.{place}" for place in range(KEPT_FILES + 1, 0, -1)]
    files.append(folder / NAME)
    return [line for file in files if file.exists() for line in file.read_bytes().split(b"\n")[:-1]]


def entries(folder: Path) -> list[dict[str, object]]:
    """The same, as JSON holds them."""
    return [json.loads(line) for line in lines(folder)]
