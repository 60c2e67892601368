"""The projects and contacts behind the figures, a page of rows at a time."""

from html import escape

import streamlit as st

from components import (
    access,
    definitions,
    figure_head,
    pager,
    printed_table,
    stopped,
    table_columns,
)
from promotion import numbers
from promotion.database import Database
from promotion.exhibit import column_labels, with_names
from promotion.filters import Filters
from promotion.language import N_, _, set_language
from promotion.query import records_of

PAGE_SIZE = 20
LISTS = {"projects": N_("Projects"), "contacts": N_("Contact records")}
_CODES = {
    "projects": {"district": "district", "industry": "industry", "origin_country": "country"},
    "contacts": {
        "district": "district",
        "industry": "industry",
        "channel": "channel",
        "activity": "activity",
        "origin_country": "country",
    },
}
# Columns of both lists that are more than their name says.
_COLUMNS = ("agreed_investment_wan_cny", "attendee_count", "lead_count")


@st.fragment
def show(data: Database, filters: Filters) -> None:
    """Nothing; draws the list chosen, with its number of rows and the buttons to turn pages."""
    access.still_allowed()
    set_language(filters.language)
    with stopped.told_instead():
        _show(data, filters)


def _show(data: Database, filters: Filters) -> None:
    counted = records_of(data.run("drill/counts", **filters.parameters()))[0]
    counts = {"projects": counted["project_count"], "contacts": counted["contact_count"]}
    lists = [name for name in LISTS if name in data.kinds]
    if not lists:
        return
    with st.container(key="card_drill"):
        title = _("Behind the figures")
        defined = definitions.of_columns(title, _COLUMNS)
        st.html(figure_head.html(title, definition=defined))
        chosen = st.segmented_control(
            _("List"),
            lists,
            default=lists[0],
            required=True,
            format_func=lambda name: _("{list} ({count})").format(
                list=_(LISTS[name]), count=numbers.count_text(counts[name])
            ),
            key="drill_list",
            label_visibility="collapsed",
        )
        _show_page(data, filters, chosen, counts[chosen])


def _show_page(data: Database, filters: Filters, name: str, count: int) -> None:
    if count == 0:
        sentence = _("No rows under these filters.")
        st.html(f'<div class="empty-figure">{escape(sentence)}</div>')
        return
    # A page belongs to its list and filters: other filters begin at the first page again.
    state = f"drill_page_{name}_{hash(filters)}"
    page = pager.page_shown(state, count, PAGE_SIZE)
    rows = data.run(
        f"drill/{name}", **filters.parameters(), page_size=PAGE_SIZE, offset=page * PAGE_SIZE
    )
    named = rows
    for column, code_list in _CODES[name].items():
        named = with_names(
            named, lambda _column, code, code_list=code_list: data.name_of(code_list, code), column
        ).drop(columns=column)
    labels = column_labels(named)
    st.dataframe(
        named.rename(columns=labels),
        column_config=table_columns.formats(named, labels),
        hide_index=True,
        height="content",
        placeholder="\N{EN DASH}",
    )
    printed_table.show(_(LISTS[name]), named, labels)
    pager.show(state, page, count, PAGE_SIZE)
