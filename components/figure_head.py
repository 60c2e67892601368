"""The heading of a figure, as HTML."""

from collections.abc import Iterable
from html import escape


def html(title: str, lines: Iterable[str] = (), definition: str = "") -> str:
    """The title, with the “?” of its definition beside it, and lines below."""
    below = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f'<div class="figure-head"><h2>{escape(title)}</h2>{definition}{below}</div>'
