"""The lists of one thing's page: what happened to it, its projects, its contacts, paged."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from components import access, pager, stopped, text_table
from promotion import numbers
from promotion.filters import Filters
from promotion.language import _, set_language
from promotion.things.lists import PAGE_SIZE, Amount, Cell, Rows


@st.fragment
def show(
    name: str,
    title: str,
    headings: Sequence[str],
    rows_from: Callable[[int], Rows],
    count: int,
    state: object,
    filters: Filters,
) -> None:
    """Nothing; draws a page of the rows, how many there are, and the buttons to turn pages.

    Where there is no row it draws nothing: the facts above say so.
    `rows_from` gives the page that begins so many rows from the first; another `state` begins
    at the first page again.
    """
    access.still_allowed()
    set_language(filters.language)
    if not count:
        return
    with stopped.told_instead(), st.container(key=f"card_{name}"):
        counted = numbers.count_text(count)
        text_table.show_title(_("{list} ({count})").format(list=title, count=counted))
        page_key = f"list_page_{name}_{hash(state)}"
        page = pager.page_shown(page_key, count, PAGE_SIZE)
        rows = rows_from(page * PAGE_SIZE)
        text_table.show_plain(title, headings, (tuple(map(_cell, row)) for row in rows))
        pager.show(page_key, page, count, PAGE_SIZE)


def _cell(value: Cell) -> text_table.Cell:
    if isinstance(value, date):
        return text_table.Day(value.isoformat())
    return text_table.Figure(value) if isinstance(value, Amount) else value
