"""Text of ledgers and files in places where Streamlit takes Markdown."""

import re

# What begins emphasis, links, code, HTML, entities, formulas, colours and icons; and what at the
# start begins a heading or a list.
_MARKS = re.compile(r"([\\`*\[\]<>~$:&|^]|(?<![^\W_])_|_(?![^\W_]))|^(\s*)([#+=-])|^(\s*\d+)([.)])")
# Addresses become links even so, after Markdown is read, unless something invisible parts them.
_ADDRESSES = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
_BREAKS = re.compile(r"\s+")
JOINER = "\N{WORD JOINER}"


def plain(text: str) -> str:
    """Markdown that shows the text as it is, in one line."""
    parted = _ADDRESSES.sub(JOINER, _BREAKS.sub(" ", text))
    return _MARKS.sub(r"\2\4\\\1\3\5", parted)
