"""Which folder is served: of ledgers, or of marts that were built of them."""

import os
from pathlib import Path

OWN_DATA = Path(__file__).parent.parent / "data"


def ledger_folder() -> Path:
    """The folder of ledgers: PROMOTION_DATA, else the sample ledgers."""
    return Path(os.environ.get("PROMOTION_DATA") or OWN_DATA)


def served_folder() -> Path:
    """The folder that is served: the marts of PROMOTION_MARTS, else the folder of ledgers."""
    marts = os.environ.get("PROMOTION_MARTS")
    return Path(marts) if marts else ledger_folder()
