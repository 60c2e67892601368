"""Turning the pages of a table: which page is shown, the buttons, and where it stands."""

import streamlit as st

from promotion import numbers
from promotion.language import _


def page_shown(state: str, row_count: int, page_size: int) -> int:
    """The page to show, from 0; the last there is where the table has become shorter."""
    return min(st.session_state.get(state, 0), max(row_count - 1, 0) // page_size)


def show(state: str, page: int, row_count: int, page_size: int) -> None:
    """Nothing; draws the buttons and which rows of how many are shown, where there are pages."""
    last = max(row_count - 1, 0) // page_size
    first_row = page * page_size + 1
    words = _("Rows {first}–{last} of {count}; page {page} of {pages}").format(
        first=numbers.count_text(first_row),
        last=numbers.count_text(min(first_row + page_size - 1, row_count)),
        count=numbers.count_text(row_count),
        page=numbers.count_text(page + 1),
        pages=numbers.count_text(last + 1),
    )
    with st.container(horizontal=True, vertical_alignment="center", key=f"pager_{state}"):
        if last:
            for name, label, icon, target, disabled in (
                ("back", _("Previous"), ":material/chevron_left:", page - 1, page == 0),
                ("on", _("Next"), ":material/chevron_right:", page + 1, page == last),
            ):
                st.button(
                    label,
                    icon=icon,
                    disabled=disabled,
                    key=f"{state}_{name}",
                    on_click=_turn_to,
                    args=(state, target),
                )
        st.html(f'<div class="under"><p>{words}</p></div>')


def _turn_to(state: str, page: int) -> None:
    st.session_state[state] = page
