"""Text of ledgers and files in places where Streamlit takes Markdown."""

import re

# Everything that begins something in Streamlit's Markdown: emphasis, links, pictures, code, HTML,
# formulas, colours and icons (":"), addresses ("." and "@" and "/" make links of their own), lists.
_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_BREAKS = re.compile(r"\s+")


def plain(text: str) -> str:
    """Markdown that shows the text as it is, in one line."""
    return _MARKS.sub(r"\\\1", _BREAKS.sub(" ", text))
