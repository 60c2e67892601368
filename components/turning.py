"""The page of what is found and of one thing, which its address names beside the view.

One page for both: from one to the next is one step in the browser's history, which a change of
pages would make two of.
"""

from urllib.parse import urlencode

import streamlit as st

from components.address import Values

PAGE = "record"
_FILE = "pages/record/record.py"
_OWN = ("q", "kind", "id")  # the text looked for; a thing by its kind and its number or name
_ASKED = "turning_asked"


def own(page: str) -> dict[str, str]:
    """What the page's address names of its own; nothing on other pages."""
    if page != PAGE:
        return {}
    return {key: st.query_params[key] for key in _OWN if key in st.query_params}


def link(**values: str) -> str:
    """The address of the page with these values and the view of the page shown, for a link."""
    return f"{PAGE}?{urlencode(_with_view(values), doseq=True)}"


def ask(**values: str) -> None:
    """Nothing; the run that follows shows the page with these values."""
    st.session_state[_ASKED] = values


def turn(page: str) -> None:
    """Nothing; turns from the page to what was asked for, if it was."""
    asked = st.session_state.pop(_ASKED, None)
    if asked is None:
        return
    if page == PAGE:
        st.query_params.from_dict(_with_view(asked))
    else:
        st.switch_page(_FILE, query_params=_with_view(asked))


def _with_view(values: dict[str, str]) -> Values:
    """The view that the address holds, and the values."""
    view = {key: st.query_params.get_all(key) for key in st.query_params if key not in _OWN}
    return view | {key: [text] for key, text in values.items()}
