"""A table of words that wrap, for reading rather than sorting."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from components import figure_head, record_link
from promotion import numbers
from promotion.things import LedgerWords


class AsWritten(str):
    """Words that are not the dashboard's own: a file's name, a cell as the ledger has it."""


class Figure(str):
    """A number in words, which stands on the right as whole numbers do."""


class Day(str):
    """A date, which stays on one line."""


Cell = str | int | LedgerWords


def show(name: str, title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Nothing; draws the table under its title; columns of whole numbers stand on the right."""
    with st.container(key=f"card_{name}"):
        show_title(title)
        show_plain(title, headings, rows)


def show_title(title: str) -> None:
    """Nothing; draws the title alone."""
    st.html(figure_head.html(title))


def show_sentence(sentence: str) -> None:
    """Nothing; draws a sentence where rows would stand."""
    st.html(f'<div class="empty-figure">{escape(sentence)}</div>')


def show_under(sentence: str) -> None:
    """Nothing; draws a sentence under a table."""
    st.html(f'<div class="under"><p>{escape(sentence)}</p></div>')


def show_plain(title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Nothing; draws the table, its title only for whoever has the page read aloud."""
    st.html(html(title, headings, rows))


def html(title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The table as HTML."""
    rows = list(rows)
    is_number = [
        any(isinstance(row[place], int | Figure) for row in rows) for place in range(len(headings))
    ]
    head = "".join(
        f'<th scope="col"{_class(number)}>{escape(heading)}</th>'
        for heading, number in zip(headings, is_number, strict=True)
    )
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return (
        f'<div class="words"><table aria-label="{escape(title)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _class(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _cell(value: Cell) -> str:
    if isinstance(value, int):
        return f"<td{_class(True)}>{numbers.count_text(value)}</td>"
    if isinstance(value, LedgerWords):
        return f"<td>{record_link.written(value)}</td>"
    words = escape(value)
    if isinstance(value, Figure):
        return f"<td{_class(True)}>{words}</td>"
    if isinstance(value, Day):
        return f'<td class="day">{words}</td>'
    return f"<td><code>{words}</code></td>" if isinstance(value, AsWritten) else f"<td>{words}</td>"
