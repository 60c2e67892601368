"""What is kept of a reader's figures does not grow with how often they are drawn anew."""

import gc
from itertools import pairwise
from types import FunctionType, ModuleType

from streamlit.testing.v1 import AppTest

from promotion.database import Database
from promotion.language import use_language
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
    # What is there once more is a chip of the run before, and a button that removes all of them.
    assert max(counts[1:5]) == min(counts[1:5])
    assert max(counts[5:]) == min(counts[5:])


def test_a_page_that_was_left_leaves_nothing_of_the_ledgers_behind(monkeypatch):
    """What it handed to Streamlit holds a state of the ledgers, which may be replaced since."""
    monkeypatch.setenv("PROMOTION_DATA", str(ROOT / "data"))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.query_params["lang"] = "zh"
    with use_language("zh"):
        app.run()
        at_first = kept(app)
        app.switch_page("pages/compare/compare.py").run()
        assert databases_held(app)
        app.switch_page("pages/district/district.py").run()
        app.switch_page("pages/overview/overview.py").run().run()

    assert not app.exception
    assert not databases_held(app)
    assert kept(app) <= at_first + 1  # the district that was shown there is a choice that stays


def databases_held(app):
    """Whether anything that Streamlit holds of a widget leads to the ledgers' database."""
    ahead = list(app._session_state._state._new_widget_state.widget_metadata.values())
    seen = set()
    while ahead:
        one = ahead.pop()
        if isinstance(one, Database):
            return True
        if id(one) in seen or isinstance(one, type | ModuleType):
            continue
        seen.add(id(one))
        if isinstance(one, FunctionType):  # not the whole of its module
            ahead.extend((one.__closure__, one.__defaults__, one.__kwdefaults__))
        else:
            ahead.extend(gc.get_referents(one))
    return False
