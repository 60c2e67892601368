"""Arguments that several commands take, and how they are read."""

import argparse
from collections.abc import Callable
from datetime import date

from promotion.filters import CAPITALS, COMPARISONS
from promotion.measures import ACTIVITY

FIRST_YEAR, LAST_YEAR = 1900, 2200


def add_choices(parser: argparse.ArgumentParser) -> None:
    """Nothing; the parser then takes the filters: period, districts, industries, capital."""
    for option, words in (("from", "first"), ("to", "last")):
        parser.add_argument(
            f"--{option}",
            type=day,
            metavar="DATE",
            dest=f"{words}_day",
            help=f"the {words} day; without either, the latest complete month or quarter",
        )
    for option in ("district", "industry"):
        parser.add_argument(
            f"--{option}",
            nargs="+",
            action="extend",
            default=[],
            metavar="CODE",
            help="codes or names; none means all",
        )
    parser.add_argument("--capital", choices=tuple(CAPITALS), help="all where not given")
    parser.add_argument("--compare", choices=tuple(COMPARISONS), help="previous where not given")
    parser.add_argument("--measure", choices=ACTIVITY, help=f"{ACTIVITY[0]} where not given")


def choices_of(given: argparse.Namespace) -> dict[str, object]:
    """What `choices.choose_filters` takes, of what was given."""
    chosen = {
        "first_day": given.first_day,
        "last_day": given.last_day,
        "districts": given.district,
        "industries": given.industry,
        "capital": given.capital,
        "compare": given.compare,
        "measure": given.measure,
        "language": given.lang,
    }
    return {name: value for name, value in chosen.items() if value}


def day(text: str) -> date:
    """The day that an argument names as an ISO date."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2020-03-31") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"{text!r} is not between {FIRST_YEAR} and {LAST_YEAR}")
    return day


def whole_from(least: int) -> Callable[[str], int]:
    """A reader of whole numbers from the least on."""

    def whole(text: str) -> int:
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {least} on")
        return int(text)

    return whole
