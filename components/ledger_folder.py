"""Where the ledgers being shown lie."""

import os
from pathlib import Path

OWN_DATA = Path(__file__).parent.parent / "data"


def folder() -> Path:
    """The data folder: PROMOTION_DATA, else the sample ledgers."""
    return Path(os.environ.get("PROMOTION_DATA") or OWN_DATA)
