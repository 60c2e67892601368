"""Ledgers that are being written: waited for, and what was read of them meanwhile not shown."""

import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from promotion.data_fault import DataFault
from promotion.data_version import version_of
from promotion.language import N_

T = TypeVar("T")
Given = ParamSpec("Given")

SETTLE_SECONDS = 1.0  # a ledger still being written changes within this time
ATTEMPTS = 3
_CHANGING = N_(
    "The ledgers in the folder {folder} are being written at this moment; look again once they "
    "are complete."
)


class LedgersChanged(DataFault):
    """A ledger was changed while it was read, so that what was read may be neither state."""

    def __init__(self, folder: Path) -> None:
        super().__init__(_CHANGING, folder=folder)


def settled_version(folder: Path) -> str:
    """The version of the ledgers once nothing about them changes any more."""
    version = version_of(folder)
    while True:
        time.sleep(SETTLE_SECONDS)
        now = version_of(folder)
        if now == version:
            return version
        version = now


def tried_again_while_ledgers_change(read: Callable[Given, T]) -> Callable[Given, T]:
    """The function, called again a few times where the ledgers are changed while it reads them."""

    @wraps(read)
    def read_again(*given: Given.args, **named: Given.kwargs) -> T:
        for _attempt in range(ATTEMPTS - 1):
            try:
                return read(*given, **named)
            except LedgersChanged:
                time.sleep(SETTLE_SECONDS)
        return read(*given, **named)

    return read_again
