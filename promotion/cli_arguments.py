"""Arguments that several commands take, and how they are read."""

import argparse
from collections.abc import Callable, Collection
from datetime import date

from promotion.choices import ChoiceFault
from promotion.filters import CAPITALS, COMPARISONS, Period, Sides
from promotion.measures import ACTIVITY
from promotion.sides import CHOSEN, period_code

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
    _add_other_side(parser)


def _add_other_side(parser: argparse.ArgumentParser) -> None:
    """Nothing; the parser then takes what the exhibit `comparison` sets beside the filters' own."""
    for option in ("district", "industry"):
        parser.add_argument(
            f"--against-{option}",
            metavar="CODE",
            help=f"in `comparison`, beside the one --{option}",
        )
    for option, words in (("from", "first"), ("to", "last")):
        parser.add_argument(
            f"--against-{option}",
            type=day,
            metavar="DATE",
            dest=f"against_{words}_day",
            help=f"in `comparison`, the {words} day beside the period's",
        )


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
        "sides": _sides(given),
    }
    return {name: value for name, value in chosen.items() if value}


def refuse_unused_side(
    given: argparse.Namespace, names: Collection[str], paired: Collection[str] = ()
) -> None:
    """Nothing; raises ChoiceFault where another side is named and no exhibit would show it."""
    if _other_sides(given) and not {"comparison", *paired} & set(names):
        raise ChoiceFault("--against-… is for the exhibit comparison: name it")


def _sides(given: argparse.Namespace) -> Sides | None:
    """The two sides where another is named; raises ChoiceFault where that leaves one open."""
    named = _other_sides(given)
    if not named:
        return None
    if len(named) > 1:
        raise ChoiceFault("two sides are two districts, two industries or two periods: name one")
    [(by, other)] = named.items()
    if by == "period":
        if not all(other):
            raise ChoiceFault("the other period has two ends: name --against-from and --against-to")
        return Sides(by, CHOSEN, period_code(Period(*other)))
    own = getattr(given, by)
    if len(own) != 1:
        raise ChoiceFault(f"--against-{by} sets it beside one {by}: name that with --{by}")
    return Sides(by, own[0], other)


def _other_sides(given: argparse.Namespace) -> dict[str, object]:
    """What is set beside the filters' own, by the key of SIDES: a code, or the first and last day
    of which one may be missing."""
    days = (given.against_first_day, given.against_last_day)
    others = {"district": given.against_district, "industry": given.against_industry}
    if any(days):
        others["period"] = days
    return {by: other for by, other in others.items() if other}


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
