"""The line under each figure, with its buttons, and what happens when one is pressed.

The buttons are plain HTML with one listener for all (figure_presses.js): a page has many figures,
and widgets of Streamlit under each would make a reader wait longer for a filter change than the
charts do.
"""

from html import escape
from pathlib import Path

import streamlit as st

from components import access, figure_files, figure_head, tray
from promotion.briefing import entry_words, pair_of
from promotion.database import Database
from promotion.exhibit import Exhibit
from promotion.figure_unit import figure_unit
from promotion.filters import Filters
from promotion.language import _, set_language

_SHOWN = "figures_shown"  # on the page, by name: the exhibit and the key of its chart
_KEY = "figure_actions"
_DONE = "figures_turned"  # how many presses for the briefing are done

_listener = st.components.v2.component(
    "figure_actions",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def forget_shown() -> None:
    """Nothing; begins a page, which shows no figure yet."""
    st.session_state[_SHOWN] = {}


def show_foot(exhibit: Exhibit, chart_key: str, place: str = "") -> None:
    """Nothing; draws notes, unit and source of the figure, and its buttons.

    One of two such figures on a page has its `place`; into the briefing go both.
    """
    name = f"{exhibit.name}{place}"
    st.session_state[_SHOWN][name] = (exhibit, chart_key)
    source = figure_head.clauses(exhibit.source_line(figure_unit(exhibit)))
    words = "".join(f"<p>{words}</p>" for words in (*map(escape, exhibit.notes), source))
    entry = pair_of(exhibit.name) if place else exhibit.name
    is_in = entry in tray.names()
    both = f'data-in="{escape(_briefing_words(True))}" data-out="{escape(_briefing_words(False))}"'
    pressed = f'aria-pressed="{"true" if is_in else "false"}" {both}'
    of_what = entry_words(entry) if place else exhibit.title
    briefing = _button(of_what, entry, "briefing", _briefing_words(is_in), pressed)
    files = _button(exhibit.title, name, "files", _("Export"), 'aria-haspopup="dialog"')
    st.html(f'<div class="foot"><div class="under">{words}</div>{briefing}{files}</div>')


def _briefing_words(is_in: bool) -> str:
    return _("In the briefing") if is_in else _("To briefing")


def _button(of_what: str, name: str, action: str, words: str, state: str) -> str:
    # Read aloud, a button says which figure it is of.
    title = escape(f"{words}: {of_what}")
    return (
        f'<button type="button" data-figure-action="{action}" data-figure="{name}" '
        f'title="{title}" {state}>{escape(words)}</button>'
    )


@st.fragment
def listen(data: Database, filters: Filters) -> None:
    """Nothing; after the page is drawn, does what a pressed button asks for."""
    access.still_allowed()
    set_language(filters.language)
    result = _listener(
        key=_KEY,
        height=1,
        on_turned_change=_turn_in_briefing,
        on_opened_change=lambda: None,
    )
    shown = st.session_state[_SHOWN].get(result.opened)
    if shown:
        figure_files.show(data, *shown)


def _turn_in_briefing() -> None:
    turned = st.session_state[_KEY].turned or []
    for name in turned[st.session_state.get(_DONE, 0) :]:
        tray.turn(name)
    st.session_state[_DONE] = len(turned)
