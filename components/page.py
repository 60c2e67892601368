"""What every page opens with: its title, period and filters, as-of date, key points."""

from dataclasses import replace
from html import escape

import streamlit as st

from components import filter_sidebar, ledgers
from components.plain_text import plain
from promotion import numbers
from promotion.database import Database
from promotion.exhibit import scope_of
from promotion.filters import Filters
from promotion.freshness import Serving
from promotion.language import _


def remember(serving: Serving, filters: Filters) -> None:
    """Nothing; the frame hands the page what it shows."""
    st.session_state["serving"] = serving
    st.session_state["filters"] = filters


def shown() -> tuple[Database, Filters]:
    """The data and filters that the frame has handed the page."""
    return st.session_state["serving"].database, st.session_state["filters"]


def open(title: str) -> tuple[Database, Filters]:
    """The data and filters of the page, its head drawn: title, period, what is filtered."""
    data, filters = shown()
    parts = [numbers.period_text(filters.period)]
    compared = filters.compared_period
    if compared:
        parts.append(_("compared with {period}").format(period=numbers.period_text(compared)))
    parts.extend(scope_of(data, filters) or (_("all districts, industries and capital"),))
    _draw_head(title, parts, data)
    filter_sidebar.show_chips(data, filters)
    return data, filters


def head_of_one(title: str, *words: str) -> None:
    """Nothing; draws the head of a page that filters do not change: title, what else is said."""
    data, _filters = shown()
    parts = [each for each in words if each]
    _draw_head(title, [*parts, _("whatever is filtered")], data)


def _draw_head(title: str, parts: list[str], data: Database) -> None:
    ledgers.show_state(st.session_state["serving"])
    refused = data.refused
    if refused.row_count:
        parts.append(
            _("{count} of {rows} rows refused").format(
                count=numbers.count_text(refused.row_count),
                rows=numbers.count_text(refused.of_row_count),
            )
        )
    facts = [_("as of {date}").format(date=numbers.date_text(data.as_of))]
    words = _("sample data")
    sample = f'<span class="sample">{escape(words)}</span>' if data.is_sample else ""
    st.html(
        f'<header class="page-head"><div><h1>{escape(title)}</h1>'
        f"<p>{escape(' · '.join(parts))}</p></div>"
        f"<p>{escape(' · '.join(facts))} {sample}</p></header>"
    )


def key_points(points: list[str]) -> None:
    """Nothing; draws the page's key points, the most important first."""
    items = "".join(f"<li>{escape(point)}</li>" for point in points)
    label = _("Key points")
    st.html(f'<section class="key-points" aria-label="{escape(label)}"><ul>{items}</ul></section>')


def choose_district(data: Database, filters: Filters) -> Filters:
    """The filters with one district: the one filtered by, else one chosen on the page."""
    options = list(filters.districts) or data.codes("district")
    if len(options) == 1:
        return replace(filters, districts=tuple(options))
    if st.session_state.get("shown") not in options:
        st.session_state["shown"] = options[0]
    chosen = st.segmented_control(
        _("District shown"),
        options,
        required=True,
        format_func=lambda code: plain(data.name_of("district", code)),
        key="shown",
        persist_state="session",
    )
    return replace(filters, districts=(chosen,))
