"""Clicks in charts: what was clicked becomes the filter, and the chart that was clicked stays."""

from collections.abc import Sequence

import streamlit as st

KEPT = "kept"  # in the session and the address: the chart whose click set the filter
_ROUND = "click_round"


def keep_no_chart() -> None:
    """Nothing; no chart stays whole: the filter was set elsewhere."""
    st.session_state[KEPT] = None


def forget() -> None:
    """Nothing; charts keep what was clicked under their key, so a new key forgets it."""
    keep_no_chart()
    st.session_state[_ROUND] = chart_round() + 1


def chart_round() -> int:
    """How often clicks have been forgotten; part of each chart's key."""
    return st.session_state.get(_ROUND, 0)


def filter_by(chart: str, chart_key: str, dimensions: Sequence[str]) -> None:
    """Nothing; filters by what was clicked in a chart, or no longer where nothing is."""
    points = st.session_state[chart_key]["selection"]["points"]
    clicked = [_codes_of(point) for point in points if point.get("customdata") is not None]
    if points and not clicked:
        return  # a part of the chart that stands for no district or industry
    for place, dimension in enumerate(dimensions):
        st.session_state[dimension] = list(
            dict.fromkeys(codes[place] for codes in clicked if len(codes) > place)
        )
    st.session_state[KEPT] = chart if clicked else None


def _codes_of(point: dict[str, object]) -> list[str]:
    codes = point.get("customdata")
    if isinstance(codes, dict):  # a list in a cell arrives as {"0": …, "1": …}
        codes = list(codes.values())
    return [str(code) for code in codes] if isinstance(codes, list) else [str(codes)]
