"""Filters set from elsewhere than the sidebar; to be called before it is drawn."""

import streamlit as st

from components import clicks
from promotion.filters import Period


def choose_period(period: Period) -> None:
    """Nothing; the sidebar then holds these days."""
    st.session_state["period"] = "custom"
    st.session_state["from"] = period.first_day
    st.session_state["to"] = period.last_day


def choose_only(code_list: str, code: str) -> None:
    """Nothing; filters by this one district or industry."""
    st.session_state[code_list] = [code]
    clicks.keep_no_chart()
