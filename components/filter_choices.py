"""Filters set from elsewhere than the sidebar; to be called before it is drawn."""

import streamlit as st

from components import address, clicks
from promotion.filters import Filters
from promotion.view import FIRST, Parameters, parameters


def choose_period(preset: str) -> None:
    """Nothing; the sidebar then holds this period, a key of filters.PRESETS."""
    st.session_state["period"] = preset


def choose_only(code_list: str, code: str) -> None:
    """Nothing; filters by this one district or industry."""
    st.session_state[code_list] = [code]
    clicks.keep_no_chart()


def let_go(what: str) -> None:
    """Nothing; shows all districts, industries or capital, all of these, or all of the period."""
    if what in ("districts", "all"):
        st.session_state["district"] = []
    if what in ("industries", "all"):
        st.session_state["industry"] = []
    if what in ("capital", "all"):
        st.session_state["capital"] = FIRST["capital"]
    if what == "period":
        choose_period("all")
    clicks.forget()


def in_address(filters: Filters) -> Parameters:
    """The choices in the sidebar as the address holds them: a preset period stays a preset."""
    return parameters(filters, st.session_state["period"])


def take_over(view: Parameters) -> None:
    """Nothing; the next run shows this view, in the language of this one.

    The sidebar takes it from the address, and leaves out what the ledgers do not have.
    """
    address.follow(view | {"lang": [st.session_state["lang"]]})
