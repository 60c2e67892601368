"""Figures of a page come to the browser together, and none waits long for those after it."""

from functools import wraps

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import exhibit_rows
from promotion.exhibits import overview
from tests.product_code import ROOT

FIGURES = 7
BEFORE_THE_MAP = 4  # in the rows above the one that the map is in


@pytest.mark.parametrize(
    ("seconds", "drawn_before"),
    [
        pytest.param(60, 0, id="quick ones are all made before the first is drawn"),
        pytest.param(0, BEFORE_THE_MAP, id="those above a slow one are drawn before it is made"),
    ],
)
def test_figures_are_drawn_in_one_go_unless_one_is_slow(monkeypatch, seconds, drawn_before):
    monkeypatch.setenv("PROMOTION_DATA", str(ROOT / "data"))
    monkeypatch.setattr(exhibit_rows, "AHEAD_SECONDS", seconds)
    shown_as_it_is_made = []
    district_map = overview.district_map

    @wraps(district_map)
    def watched(data, filters):
        shown_as_it_is_made.append(len(st.session_state["figures_shown"]))
        return district_map(data, filters)

    monkeypatch.setattr(overview, "district_map", watched)
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.query_params["lang"] = "en"
    app.run()

    assert not app.exception
    assert shown_as_it_is_made == [drawn_before]
    assert len(app.get("plotly_chart")) == FIGURES
