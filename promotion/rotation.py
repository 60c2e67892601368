"""What the meeting screen shows in turn: all that is filtered, then each of its districts."""

from collections.abc import Sequence
from dataclasses import replace

from promotion.filters import Filters

# For how long each is shown: where a reader turns it on, and what a link may ask for.
SECONDS, LEAST_SECONDS, MOST_SECONDS = 20, 5, 3600


def seconds_of(text: str) -> int:
    """The seconds that a link asks for; ValueError where it asks for none that may be."""
    seconds = int(text)
    if not LEAST_SECONDS <= seconds <= MOST_SECONDS:
        raise ValueError(f"{text} is not between {LEAST_SECONDS} and {MOST_SECONDS} seconds")
    return seconds


def views(filters: Filters, districts: Sequence[str]) -> tuple[Filters, ...]:
    """The filters as they are, then with each district filtered by, or each of all, alone.

    Where there is a single district the whole is that district, and nothing else is shown.
    """
    chosen = filters.districts or tuple(districts)
    if len(chosen) <= 1:
        return (filters,)
    return (filters, *(replace(filters, districts=(code,)) for code in chosen))
