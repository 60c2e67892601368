"""What is said of one thing: labels and values in a grid."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from components import record_link
from promotion.things import Fact


def show(facts: Iterable[Fact]) -> None:
    """Nothing; draws the facts in their order, linked where they name another thing."""
    cells = "".join(
        f"<div><dt>{escape(fact.label)}</dt><dd>{_value(fact)}</dd></div>" for fact in facts
    )
    st.html(f'<dl class="facts">{cells}</dl>')


def _value(fact: Fact) -> str:
    if isinstance(fact.value, str):
        return escape(fact.value)
    return record_link.written(fact.value)
