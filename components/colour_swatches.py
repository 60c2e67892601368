"""What the colours mean, as HTML: a swatch beside each name."""

from collections.abc import Sequence
from html import escape

from promotion.colour_key import ColourMeaning


def swatches(meaning: ColourMeaning) -> str:
    """The colours of one meaning, each with its name; a scale's steps side by side."""
    return "".join(
        f'<span class="swatch"><i style="background:{colour}"></i>{escape(name)}</span>'
        for colour, name in meaning.colours
    )


def as_list(meanings: Sequence[ColourMeaning]) -> str:
    """Every meaning: what is coloured, what that says, and the colours."""
    return "".join(
        f'<p class="colour-key"><b>{escape(meaning.name)}</b> {escape(meaning.words)}<br>'
        f"{swatches(meaning)}</p>"
        for meaning in meanings
    )
