"""How wide a text is, estimated from its characters, to know how much room it needs."""

import re
from unicodedata import combining, east_asian_width

_NARROW = frozenset("iljtfrI.,:;'|!()[] ")
# A line may break before and after any Chinese character.
WIDE = "\u2e80-\uffef"
# Some programs set a gap between Chinese and other letters.
SEAMS = re.compile(rf"[{WIDE}](?=[0-9A-Za-z(%])|[0-9A-Za-z)%](?=[{WIDE}])")
_SEAM_EMS = 0.25


def text_width(text: str) -> int:
    """The text's width in widths of a digit: a Chinese character is as wide as two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def letters_ems(text: str) -> float:
    """The text's width, in sizes of its font, where no gaps are set between scripts."""
    return sum(map(_em, text))


def ems(text: str) -> float:
    """The text's width, in sizes of its font, with the gaps some programs set."""
    return letters_ems(text) + _SEAM_EMS * len(SEAMS.findall(text))


def _em(character: str) -> float:
    if combining(character):
        return 0
    if east_asian_width(character) in "WF" or ord(character) > 0xFFFF:
        return 1
    if character in _NARROW:
        return 0.32
    return 0.68 if character.isupper() or character in "mwMW%@&—" else 0.56
