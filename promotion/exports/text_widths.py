"""How wide a text is, to know how wide a column must be."""

from unicodedata import east_asian_width


def text_width(text: str) -> int:
    """The text's width in widths of a digit: a Chinese character is as wide as two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
