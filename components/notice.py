"""A sentence that stands out, in which nothing is taken for Markdown: it may name files."""

from html import escape

import streamlit as st


def show(kind: str, sentence: str) -> None:
    """Nothing; draws the sentence; kind is error, success or info."""
    role = "alert" if kind == "error" else "status"
    st.html(f'<p class="notice {kind}" role="{role}">{escape(sentence)}</p>')
