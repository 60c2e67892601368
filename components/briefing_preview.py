"""A briefing as it will read: its words, then each figure with its finding."""

from html import escape

import streamlit as st

from components import exhibit_card
from promotion import numbers
from promotion.briefing import Briefing
from promotion.database import Database
from promotion.language import _

NOT_PRINTED = "not_printed"  # the key of what is there to be filled in


def show(data: Database, shown: Briefing) -> None:
    """Nothing; draws the briefing in the order of its files, where the reader wants to see it."""
    if not shown.figures:
        words = _(
            'No figures yet: use a preset, add figures here, or press "To briefing" under a figure.'
        )
        st.html(f'<div class="empty-figure">{escape(words)}</div>')
        return
    with st.container(key=f"{NOT_PRINTED}_preview"):
        is_wanted = st.toggle(_("Preview"), key="briefing_preview", persist_state="session")
    if not is_wanted:
        words = _("The briefing is printed as its preview shows it: turn that on first.")
        st.html(f'<div class="printed"><p>{escape(words)}</p></div>')
        return
    facts = [text for text in (shown.department, numbers.date_text(shown.day)) if text]
    points = "".join(f"<li>{escape(point)}</li>" for point in shown.points)
    st.html(
        f'<section class="preview"><h2>{escape(shown.title)}</h2>'
        f"<p>{escape(shown.subtitle)}</p><p>{escape(' · '.join(facts))}</p>"
        f"<ol>{points}</ol></section>"
    )
    for figure in shown.figures:
        exhibit_card.show_plain(figure.exhibit, figure.finding, data, figure.key)
