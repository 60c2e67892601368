"""An exhibit that is a table: its rows, a page of them at a time."""

import streamlit as st

from components import access, pager, printed_table, table_columns
from promotion.exhibit import Exhibit, column_labels
from promotion.language import set_language

PAGE_SIZE = 12


@st.fragment
def show(exhibit: Exhibit) -> None:
    """Nothing; draws the rows and, where they do not fit one page, the buttons to turn it."""
    access.still_allowed()
    set_language(exhibit.filters.language)
    told = table_columns.metrics_told(exhibit.table)[exhibit.shown_columns()]
    table = table_columns.rounded(told)
    # A page belongs to its filters: others begin at the first page again.
    state = f"table_{exhibit.name}_{hash(exhibit.filters)}"
    page = pager.page_shown(state, len(table), PAGE_SIZE)
    labels = column_labels(exhibit.table, exhibit.headings)
    shown = table.iloc[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    st.dataframe(
        shown.rename(columns=labels),
        column_config=table_columns.formats(shown, labels),
        hide_index=True,
        height="content",
        placeholder="\N{EN DASH}",
        key=f"rows_of_{exhibit.name}",
    )
    printed_table.show(exhibit.title, shown, labels)
    pager.show(state, page, len(table), PAGE_SIZE)
