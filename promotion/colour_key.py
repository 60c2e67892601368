"""What each colour of the figures means, as the help and the dictionary explain it."""

from collections.abc import Sequence
from dataclasses import dataclass

from promotion import theme
from promotion.database import Database
from promotion.drawings.common import MUTED
from promotion.language import _
from promotion.measures import STAGES


@dataclass(frozen=True)
class ColourMeaning:
    """Colours that belong together: what they colour, what that says, each with its name."""

    name: str
    words: str
    colours: tuple[tuple[str, str], ...]


def colour_meanings(data: Database, dark: bool = False) -> tuple[ColourMeaning, ...]:
    """What the colours of the look mean, in the language in use."""
    return (*_of_things(data, dark), *_of_amounts(dark))


def _of_things(data: Database, dark: bool) -> tuple[ColourMeaning, ...]:
    """Colours that stand for something by its name."""
    districts = theme.district_colours(data.district_places, dark)
    channels = [data.name_of("channel", code) for code in data.codes("channel")]
    stages = [_(label) for stage, label in STAGES.items() if stage != "not_known"]
    return (
        ColourMeaning(
            _("Districts"),
            _("Each has its own colour, the same in every figure and file."),
            tuple((colour, data.name_of("district", code)) for code, colour in districts.items()),
        ),
        ColourMeaning(
            _("Channels"),
            _("Each has its own colour, the same in every figure and file."),
            _series("channel", [*channels, _("Not stated")], dark),
        ),
        ColourMeaning(
            _("Stages"),
            _("The further, the stronger; grey is what is followed up no more."),
            _series("stage", stages, dark),
        ),
    )


def _series(dimension: str, names: Sequence[str], dark: bool) -> tuple[tuple[str, str], ...]:
    """The colours that drawings give a dimension's members, in their order."""
    colours = theme.series_colours(dimension, dark)
    return tuple((colours[place % len(colours)], name) for place, name in enumerate(names))


def _of_amounts(dark: bool) -> tuple[ColourMeaning, ...]:
    """Colours that say how much, or how it compares."""
    look = theme.palette(dark)
    achieved, left = theme.measure_colours(dark)[:2]
    below, between, above = (colour for _share, colour in theme.parting_scale(dark))
    first, *steps, last = look.scale
    return (
        ColourMeaning(
            _("Shades of cells and tiles"),
            _("From little to much of the measure; a cell without a shade is unknown."),
            ((first, _("little")), *((step, "") for step in steps), (last, _("much"))),
        ),
        ColourMeaning(
            _("Ochre and blue cells"),
            _("Less or more specialised than all districts together."),
            ((below, _("below")), (between, _("like the whole")), (above, _("above"))),
        ),
        ColourMeaning(
            _("Blue alone"),
            _(
                "What is counted, or has been achieved; what is left, or is compared with, is "
                "paler. ▲ rose and ▼ fell against the compared period: neither says good or bad."
            ),
            ((achieved, _("counted, achieved")), (left, _("left, compared"))),
        ),
        ColourMeaning(
            _("Pale after a click"),
            _("What was not clicked stays in the figure that was, and is left out of all others."),
            (
                (theme.faded(look.accent, 1), _("clicked")),
                (theme.faded(look.accent, MUTED), _("not clicked")),
            ),
        ),
    )
