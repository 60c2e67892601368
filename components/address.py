"""The view in the page's address, in codes: a link shows the same elsewhere, in any language."""

from collections.abc import Mapping

import streamlit as st

Values = dict[str, list[str]]

_SEEN = "address_seen"  # the page and the parameters that the address last had


def adopt(page: str, allowed: Mapping[str, object]) -> None:
    """Nothing; takes the choices from the address where a reader came by it.

    A reader comes by the address with a link, or by the browser's back button on the same
    page; turning to another page by the menu keeps the choices. `allowed` gives for each key
    its codes, or a function from the text to the value that raises ValueError. What is not
    allowed is left out.
    """
    found = _in_address()
    seen = st.session_state.get(_SEEN)
    if seen is not None and (seen[0] != page or seen[1] == found):
        return
    for key, rule in allowed.items():
        values = [value for text in found.get(key, []) for value in _allowed(text, rule)]
        if values:
            st.session_state[key] = values
        elif seen is not None:
            st.session_state.pop(key, None)


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
    st.session_state[_SEEN] = (page, wanted)


def _in_address() -> Values:
    return {key: st.query_params.get_all(key) for key in st.query_params}
