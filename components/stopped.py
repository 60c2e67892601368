"""A sentence in place of what could not be answered in time; the rest of the page goes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from components import figure_head, ledgers
from promotion.exhibits.definitions import DEFINITIONS
from promotion.language import _
from promotion.query_limits import QueryStopped
from promotion.stopped import sentence_of
from promotion.stored_file import DatabaseDamaged


@contextmanager
def told_instead(figure: str | None = None) -> Iterator[None]:
    """Nothing; where a question of the block is given up, says so in its place.

    Under a title of its own where the block draws a figure.
    """
    try:
        yield
    except QueryStopped as fault:
        sentence = f'<div class="empty-figure" role="alert">{escape(sentence_of(fault))}</div>'
        if isinstance(fault, DatabaseDamaged):
            ledgers.look_again_after_damage()
        if figure is None:
            st.html(sentence)
            return
        name = _(DEFINITIONS[figure].name)
        with st.container(key=f"card_stopped_{figure}"):
            st.html(f"{figure_head.html(name)}{sentence}")
