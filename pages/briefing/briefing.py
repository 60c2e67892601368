"""A briefing: figures chosen and ordered, words edited, a file to take away."""

import streamlit as st

from components import briefing_editor, briefing_files, briefing_preview, page, tray
from promotion.briefing import BriefingChoice, compose
from promotion.language import _

data, filters = page.open(_("Briefing"))
briefing_editor.take_over_opened()

dashboard = (st.context.url or "").removesuffix("/briefing")  # the address of this page
with st.container(key=briefing_preview.NOT_PRINTED):
    briefing_editor.choose_preset(data, filters)
    left, right = st.columns([5, 4], gap="medium")
    with right:  # first: who waits in vain for a figure can take it out
        briefing_editor.arrange_exhibits()
    with left:
        choice = briefing_editor.edit_words(
            compose(data, filters, BriefingChoice(tray.names()), dashboard)
        )
    with right:
        briefing_editor.keep_as_file(choice)
    made = compose(data, filters, choice, dashboard)
    briefing_files.show(data, made)
briefing_preview.show(data, made)
