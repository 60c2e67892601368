"""The heading of a figure and the line under it, as HTML."""

import re
from collections.abc import Iterable
from html import escape

_CLAUSE_END = re.compile(r"(?<=；)|(?<=; )")


def html(title: str, lines: Iterable[str] = (), definition: str = "") -> str:
    """The title, with the “?” of its definition beside it, and lines below."""
    below = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f'<div class="figure-head"><h2>{escape(title)}</h2>{definition}{below}</div>'


def clauses(line: str) -> str:
    """The line so that it breaks between its clauses, and within one only where that is wide."""
    parts = [part for part in _CLAUSE_END.split(line) if part]
    return "".join(
        f'<span class="clause">{escape(part.rstrip())}</span>{" " * part.endswith(" ")}'
        for part in parts
    )
