"""Chips under the title, one for each filter set, each taking its own back."""

import streamlit as st

from components import clicks
from components.plain_text import plain
from promotion.database import Database
from promotion.filters import CAPITALS, Filters
from promotion.language import N_, _
from promotion.view import FIRST

CODE_LISTS = {"district": N_("Districts"), "industry": N_("Industries")}


def remove_all() -> None:
    """Nothing; takes out everything that has a chip."""
    st.session_state["capital"] = FIRST["capital"]
    for key in CODE_LISTS:
        st.session_state[key] = []
    clicks.forget()


def _remove(key: str, code: str) -> None:
    if key == "capital":
        st.session_state[key] = FIRST[key]
    else:
        st.session_state[key] = [each for each in st.session_state[key] if each != code]
    clicks.forget()


def show(data: Database, filters: Filters) -> None:
    """A chip for each filter set, each removing its own; nothing where none is set."""
    chips = [
        *(("district", code, data.name_of("district", code)) for code in filters.districts),
        *(("industry", code, data.name_of("industry", code)) for code in filters.industries),
    ]
    if filters.capital != "all":
        chips.append(("capital", filters.capital, _(CAPITALS[filters.capital])))
    if not chips:
        return
    with st.container(horizontal=True, gap="small", key="chips"):
        for key, code, name in chips:
            _chip(name, _("No longer filter by {name}").format(name=name), (key, code))
        if len(chips) > 1:
            st.button(_("Remove all"), type="tertiary", key="chip_all", on_click=remove_all)


def _chip(name: str, tip: str, removed: tuple[str, str]) -> None:
    st.button(
        plain(name),
        icon=":material/close:",
        key=f"chip_{'_'.join(removed)}",
        help=plain(tip),
        on_click=_remove,
        args=removed,
    )
