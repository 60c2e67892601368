"""The view in the page's address, in codes: a link shows the same elsewhere, in any language."""

from collections.abc import Mapping

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

Values = dict[str, list[str]]

_PAGE = "address_page"  # the page whose view was last put into the address
_FOLLOWED = "address_followed"


def adopt(page: str, allowed: Mapping[str, object]) -> None:
    """Nothing; takes the choices from the address where a reader came by it.

    A reader comes by the address with a link, or by the browser's back button on the same
    page; turning to another page by the menu keeps the choices. `allowed` gives for each key
    its codes, or a function from the text to the value that raises ValueError. What is not
    allowed is left out.
    """
    last_page = st.session_state.get(_PAGE)
    is_followed = st.session_state.pop(_FOLLOWED, False) or _is_by_history()
    if last_page is not None and not (is_followed and last_page == page):
        return
    found = _in_address()
    for key, rule in allowed.items():
        values = [value for text in found.get(key, []) for value in _allowed(text, rule)]
        if values:
            st.session_state[key] = values
        elif last_page is not None:
            st.session_state.pop(key, None)


def _is_by_history() -> bool:
    """Whether the reader went back or forward, as the browser says.

    An address that differs from the last one recorded does not say so: a choice made before the
    browser has heard of the address of the choice before comes with an older one.
    """
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation


def follow(values: Values) -> None:
    """Nothing; the next run adopts this address, as if the reader had come by it."""
    st.query_params.from_dict(values)
    st.session_state[_FOLLOWED] = True


def _allowed(text: str, rule: object) -> list[object]:
    if callable(rule):
        try:
            return [rule(text)]
        except ValueError:
            return []
    return [text] if text in rule else []


def record(page: str, values: Values) -> None:
    """Nothing; puts the choices that differ from a first visit's into the address."""
    wanted = {key: texts for key, texts in values.items() if texts}
    if _in_address() != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[_PAGE] = page


def _in_address() -> Values:
    return {key: st.query_params.get_all(key) for key in st.query_params}
