"""What every page opens with: its title, period and filters, as-of date, key points."""

from dataclasses import replace
from html import escape

import streamlit as st

from components import filter_chips, ledgers, page_aids
from components.plain_text import plain
from promotion import numbers
from promotion.database import Database
from promotion.exhibit_limits import scope_of
from promotion.filters import Filters
from promotion.freshness import Serving
from promotion.language import _


def remember(serving: Serving, filters: Filters, address: str) -> None:
    """Nothing; the frame hands the page what it shows, and its address."""
    st.session_state["serving"] = serving
    st.session_state["filters"] = filters
    st.session_state["address"] = address


def shown() -> tuple[Database, Filters]:
    """The data and filters that the frame has handed the page."""
    return st.session_state["serving"].database, st.session_state["filters"]


def open(title: str) -> tuple[Database, Filters]:
    """The data and filters of the page, its head drawn: title, period, what is filtered."""
    data, filters = shown()
    _draw_top(title, data, filters, filters)
    return data, filters


def open_on_one_district(title: str) -> tuple[Database, Filters]:
    """The data and filters of a page on one district, chosen under the head, which names it."""
    data, filters = shown()
    options = list(filters.districts) or data.codes("district")
    if len(options) > 1 and st.session_state.get("shown") not in options:
        st.session_state["shown"] = options[0]
    district = options[0] if len(options) == 1 else st.session_state["shown"]
    of_one = replace(filters, districts=(district,))
    _draw_top(title, data, filters, of_one)
    if len(options) > 1:
        _choose_district(data, options)
    return data, of_one


def _draw_top(title: str, data: Database, filters: Filters, told: Filters) -> None:
    """Nothing; draws the head, which says what `told` chooses, help, and the filters to undo."""
    _draw_head(title, view_line(data, told), data)
    page_aids.show_help(data, st.session_state["address"])
    filter_chips.show(data, filters)


def head_of_one(title: str, *words: str) -> None:
    """Nothing; draws the head of a page that filters do not change: title, what else is said."""
    data, _filters = shown()
    parts = [each for each in words if each]
    line = " · ".join((*parts, _("not affected by the filters"), *_refused_words(data)))
    _draw_head(title, line, data)


def _draw_head(title: str, line: str, data: Database) -> None:
    ledgers.show_state(st.session_state["serving"])
    st.html(
        f'<header class="page-head"><div><h1>{escape(title)}</h1>'
        f"<p>{escape(line)}</p></div>"
        f"<p>{as_of_line(data)}</p></header>"
    )


def view_line(data: Database, filters: Filters) -> str:
    """The period, what it is compared with, what is filtered, and what of the ledgers is not in."""
    parts = [numbers.period_text(filters.period)]
    compared = filters.compared_period
    if compared:
        parts.append(_("compared with {period}").format(period=numbers.period_text(compared)))
    parts.extend(scope_of(data, filters) or (_("all districts, industries and capital"),))
    return " · ".join((*parts, *_refused_words(data)))


def _refused_words(data: Database) -> tuple[str, ...]:
    refused = data.refused
    if not refused.row_count:
        return ()
    return (
        _("{count} of {rows} rows refused").format(
            count=numbers.count_text(refused.row_count),
            rows=numbers.count_text(refused.of_row_count),
        ),
    )


def as_of_line(data: Database) -> str:
    """The as-of date, and a mark where the data are invented, as HTML."""
    day = _("as of {date}").format(date=numbers.date_text(data.as_of))
    words = _("sample data")
    sample = f'<span class="sample">{escape(words)}</span>' if data.is_sample else ""
    return f"{escape(day)} {sample}"


def key_points(points: list[str]) -> None:
    """Nothing; draws the page's key points, the most important first."""
    items = "".join(f"<li>{escape(point)}</li>" for point in points)
    label = _("Key points")
    st.html(f'<section class="key-points" aria-label="{escape(label)}"><ul>{items}</ul></section>')


def _choose_district(data: Database, options: list[str]) -> None:
    """Nothing; draws the choice, which the session keeps: the next run finds it there."""
    # Streamlit keeps this for as long as the reader stays, so it must hold no database.
    names = {code: plain(data.name_of("district", code)) for code in options}
    st.segmented_control(
        _("District shown"),
        options,
        required=True,
        format_func=names.__getitem__,
        key="shown",
        persist_state="session",
    )
