"""What a briefing may hold: every exhibit by its name, and pairs, one figure of each of two sides.

The sides are those of the filters, as of the exhibit `comparison`.
"""

from promotion.exhibit import ExhibitFunction
from promotion.exhibits import EXHIBITS, comparison
from promotion.exhibits.definitions import DEFINITIONS
from promotion.language import _

_PAIR = "pair_"
PAIRS: dict[str, ExhibitFunction] = {
    f"{_PAIR}{function.__name__}": function for function in comparison.PAIRED
}
ENTRIES = (*EXHIBITS, *PAIRS)


def pair_of(exhibit: str) -> str:
    """The name under which a briefing holds the exhibit of both sides."""
    return f"{_PAIR}{exhibit}"


def entry_words(entry: str) -> str:
    """What readers call the entry."""
    if entry in PAIRS:
        name = _(DEFINITIONS[PAIRS[entry].__name__].name)
        return _("{figure}, side by side").format(figure=name)
    return _(DEFINITIONS[entry].name)
