"""Text as it is compared: without the accidents of typing."""

import re
import unicodedata
from functools import lru_cache

# Zero-width marks, soft hyphen and byte-order mark: seen by nobody, pasted from web pages.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# Characters that no office file may hold (they break PPTX and DOCX, and XLSX in silence).
CONTROL = "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x{FFFE}\\x{FFFF}]"
UNREADABLE = "\ufffd"
# What a spreadsheet program shows where a formula has no value: no text of an office begins so.
ERROR_VALUE = r"^#(?:N/A|GETTING_DATA|[A-Z][A-Z_/0-9]*[!?])$"
# Stands in a cell whose formula no program has calculated yet.
NEVER_CALCULATED = "#NEVER_CALCULATED!"

_UNSEEN = re.compile(rf"[\s{INVISIBLE}]+")
_WHITE = "\u3000\u00a0 \t\r\n" + INVISIBLE


def key_of(text: str) -> str:
    """The text as it is compared: full-width as half-width, no spaces, no capitals."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold()


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """A heading as it is compared: as any text, and without the star of a required column."""
    return key_of(text).strip("*").replace("_", "")


def plain(text: str) -> str:
    """The text with full-width forms as half-width and nothing unseen at its ends."""
    return unicodedata.normalize("NFKC", text).strip(_WHITE)
