"""What is kept of a reader's figures does not grow with how often they are drawn anew."""

from itertools import pairwise

from streamlit.testing.v1 import AppTest

from tests.product_code import ROOT

DISTRICTS = ("yinzhou", "beilun", "yuyao", "zhenhai", "cixi")


def kept(app):
    """How many widgets Streamlit holds something of."""
    return len(app._session_state._state._new_widget_state.widget_metadata)


def test_figures_that_others_have_taken_the_place_of_are_forgotten():
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.query_params["lang"] = "en"
    app.run()
    counts = []
    for chosen in (*((district,) for district in DISTRICTS), *pairwise(DISTRICTS)):
        app.session_state["district"] = list(chosen)
        app.run()
        assert not app.exception
        counts.append(kept(app))

    assert len(app.get("plotly_chart")) >= 6
    # Every chip has been there once: of pairs only the figures are new.
    assert max(counts[5:]) <= max(counts[:5]) + 1
