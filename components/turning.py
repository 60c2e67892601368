"""Pages that are about something of their own: named in their address beside the view."""

from urllib.parse import urlencode

import streamlit as st

from components.address import Values

# What each such page's address names: the text looked for; a thing by its kind and number or name.
_OWN = {"search": ("q",), "record": ("kind", "id")}
_FILES = {"search": "pages/search/search.py", "record": "pages/record/record.py"}
_ASKED = "turning_asked"


def own(page: str) -> dict[str, str]:
    """What the address names of the page's own; nothing on other pages."""
    return {key: st.query_params[key] for key in _OWN.get(page, ()) if key in st.query_params}


def link(page: str, **values: str) -> str:
    """The address of the page with these values and the view of this one, for a link."""
    return f"{page}?{urlencode(_with_view(values), doseq=True)}"


def ask(page: str, **values: str) -> None:
    """Nothing; this run turns to the page with these values once the filters are known."""
    st.session_state[_ASKED] = (page, values)


def turn() -> None:
    """Nothing; turns to the page that was asked for, if one was."""
    asked = st.session_state.pop(_ASKED, None)
    if asked:
        page, values = asked
        st.switch_page(_FILES[page], query_params=_with_view(values))


def _with_view(values: dict[str, str]) -> Values:
    """The values, and the view that the address holds: by then the filters have put it there."""
    other = {key for keys in _OWN.values() for key in keys}
    view = {key: st.query_params.get_all(key) for key in st.query_params if key not in other}
    return view | {key: [text] for key, text in values.items()}
