"""The box in the sidebar that finds things by a part of their names."""

import streamlit as st

from components import turning
from promotion.language import _
from promotion.things.found import LONGEST_TEXT

_KEY = "search_text"
_SHOWN = "search_shown"  # what the page of findings has last found by


def show(page: str) -> None:
    """Nothing; draws the box, which turns to what is found; there it holds what was looked for."""
    looked_for = turning.own(page).get("q")
    if looked_for is not None:
        _hold(looked_for[:LONGEST_TEXT])
    with (
        st.sidebar.form("search_form", border=False),
        st.container(horizontal=True, gap="small", vertical_alignment="bottom"),
    ):
        st.text_input(
            _("Find a project, company, site or organisation"),
            key=_KEY,
            max_chars=LONGEST_TEXT,
            placeholder=_("Number or name"),
            persist_state="session",
            label_visibility="collapsed",
        )
        st.form_submit_button(
            _("Find"), on_click=_ask, help=_("Projects, companies, sites and organisations")
        )


def _hold(text: str) -> None:
    """Nothing; puts the text of the address into the box, unless what stands there came later."""
    if st.session_state.get(_SHOWN) != text:
        st.session_state[_KEY] = st.session_state[_SHOWN] = text


def _ask() -> None:
    text = st.session_state[_KEY].strip()
    if text:
        turning.ask(q=text)
