"""The meeting screen: the overview on one dark display, its districts in turn where wished."""

from dataclasses import replace
from html import escape
from pathlib import Path

import duckdb
import streamlit as st

from components import (
    access,
    empty_figure,
    headline,
    ledgers,
    notice,
    page,
    screen_mode,
    stopped,
    style,
)
from promotion import charts, missing_ledger, numbers, rotation, theme
from promotion.data_fault import DataFault
from promotion.database import Database
from promotion.descriptions import Bars, Bullets
from promotion.exhibit import Exhibit, ExhibitFunction
from promotion.exhibit_limits import scope_of
from promotion.exhibits import overview
from promotion.exhibits.activity import ACTIVITY_KINDS
from promotion.figure_unit import figure_unit
from promotion.filters import Filters
from promotion.freshness import Serving
from promotion.language import _, set_language
from promotion.query_limits import LimitFault

# Before it is enlarged to fill the display: on it, type of a page's size is large.
WIDTH_PX, HEIGHT_PX = 1366, 768
MOST_BARS = 12  # districts that can be told apart below one another
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}

_browser = st.components.v2.component(
    "meeting_screen",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def show(serving: Serving, filters: Filters) -> None:
    """Nothing; draws the screen, which goes on by itself to the next district and newer ledgers.

    Ranking and map stay whole, with the district whose turn it is marked in them.
    """
    data = serving.database
    views = rotation.views(filters, data.codes("district"))
    place = screen_mode.place_of(len(views))
    shown = views[place]
    marked = shown.districts if place else ()
    style.apply_screen(WIDTH_PX, HEIGHT_PX)
    with st.container(key="screen"):
        st.html(_head(serving, shown, place, len(views)))
        told = _headline(data, shown)
        with st.container(key="screen_cards"):
            told += _card(overview.activity_by_district, data, filters, shown, marked)
            told += _card(overview.district_map, data, filters, shown, marked)
            told += _card(overview.project_funnel, data, shown, shown)
            told += _card(overview.contacts_by_month_and_channel, data, shown, shown)
            told += _card(overview.target_progress, data, shown, shown)
        told += [missing_ledger.sentence(kind) for kind in ACTIVITY_KINDS if kind not in data.kinds]
        told += [line for icon, line in _state_lines(serving) if icon == ledgers.READING]
        foot = " ".join(f"<span>{escape(sentence)}</span>" for sentence in dict.fromkeys(told))
        st.html(f'<div class="screen-foot">{foot}</div>')
        every = screen_mode.TICK_SECONDS if screen_mode.seconds() else ledgers.CHECK_SECONDS
        st.fragment(_look, run_every=every)(filters.language)
    _browser(
        key="meeting_screen",
        data={"width": WIDTH_PX, "height": HEIGHT_PX},
        height=1,
        on_left_change=screen_mode.leave,
        on_turned_change=screen_mode.turn_or_stay,
    )


def _look(language: str) -> None:
    """Nothing; runs the page again once the next district is due or the ledgers are others."""
    access.still_allowed()
    set_language(language)
    shown: Serving = st.session_state["serving"]
    try:
        now = ledgers.open_store().current(shown.database.scope)
    except (LimitFault, DataFault, ValueError, OSError, duckdb.Error) as fault:
        notice.show("error", str(fault))
        return
    is_other = now.database is not shown.database
    if is_other or _state(now) != _state(shown) or screen_mode.is_due():
        st.rerun(scope="app")


def _state(serving: Serving) -> tuple[object, ...]:
    return (serving.is_rebuilding, serving.fault, serving.database.is_damaged)


def _head(serving: Serving, shown: Filters, place: int, view_count: int) -> str:
    data = serving.database
    turn = ""
    if screen_mode.seconds():
        turn = f"{numbers.count_text(place + 1)} / {numbers.count_text(view_count)} · "
    title, name = _("Investment promotion"), _name(data, shown)
    pressed = f'aria-pressed="{"true" if screen_mode.seconds() else "false"}"'
    buttons = (
        _button("turn", _("Districts in turn"), pressed),
        _button("full", _("Full screen (F11)")),
        _button("leave", _("Leave the meeting screen")),
    )
    lasting = (line for icon, line in _state_lines(serving) if icon != ledgers.READING)
    states = "".join(
        f'<p class="notice error" role="status">{escape(sentence)}</p>' for sentence in lasting
    )
    return (
        f'<header class="screen-head"><div><h1>{escape(title)} · <span>{escape(name)}</span></h1>'
        f"<p>{escape(page.view_line(data, shown))}</p></div>"
        f'<div class="at-right"><p>{"".join(buttons)}</p>'
        f"<p>{escape(turn)}{page.as_of_line(data)}</p></div></header>{states}"
    )


def _state_lines(serving: Serving) -> list[tuple[str, str]]:
    return ledgers.state_lines(serving, str)


def _name(data: Database, shown: Filters) -> str:
    """What is shown: the district, or how many; all where none is chosen."""
    districts = shown.districts or data.scope.districts
    if not districts:
        return _("All districts")
    if len(districts) == 1:
        return data.name_of("district", districts[0])
    return _("{count} districts").format(count=numbers.count_text(len(districts)))


def _button(action: str, words: str, state: str = "") -> str:
    return f'<button type="button" data-screen-action="{action}" {state}>{escape(words)}</button>'


def _headline(data: Database, shown: Filters) -> list[str]:
    """What is to be told below of the headline, which is drawn."""
    with stopped.told_instead("headline"):
        exhibit = overview.headline(data, shown)
        st.html(headline.cells(exhibit, overview.headline_by_month(data, shown)))
        lines = _("Lines: twelve months to the period's end")
        return [exhibit.source_line(), lines, *exhibit.notes]
    return []


def _card(
    function: ExhibitFunction,
    data: Database,
    filters: Filters,
    shown: Filters,
    marked: tuple[str, ...] = (),
) -> list[str]:
    """What is to be told below of the exhibit under the filters, which is drawn.

    Its period and scope stand beside its title where they are not those of the head.
    """
    name = function.__name__
    with stopped.told_instead(name):
        exhibit = function(data, filters)
        # There is no room for the words of dated notes, and a mark without them says nothing.
        exhibit = replace(exhibit, annotations=(), notes=exhibit.own_notes)
        with st.container(key=f"screen_{name}"):
            lines = [_beside(exhibit, data, shown), figure_unit(exhibit)]
            st.html(
                f'<div class="figure-head"><h2>{escape(exhibit.title)}</h2>'
                f"<p>{escape(' · '.join(line for line in lines if line))}</p></div>"
            )
            if not charts.has_figures(exhibit):
                why = empty_figure.why(data, exhibit).words
                st.html(f'<div class="empty-figure">{escape(why)}</div>')
                return [*exhibit.notes]
            drawn, left_out = _within_room(exhibit)
            _show_chart(drawn, data, marked)
            return [*exhibit.notes, *left_out]
    return []


def _beside(exhibit: Exhibit, data: Database, shown: Filters) -> str:
    """The exhibit's period and scope where they are not those of the head."""
    if exhibit.filters.districts != shown.districts:
        return _name(data, exhibit.filters)
    of_head = " · ".join((numbers.period_text(shown.period), *scope_of(data, shown)))
    return "" if exhibit.period_line() == of_head else exhibit.period_line()


def _within_room(exhibit: Exhibit) -> tuple[Exhibit, list[str]]:
    """The exhibit with no more marks than there is room for, and what is left out, in words."""
    chart = exhibit.chart
    if isinstance(chart, Bars) and len(exhibit.rows()) > MOST_BARS:
        words = _("{title}: the first {count} of {total}.").format(
            title=exhibit.title,
            count=numbers.count_text(MOST_BARS),
            total=numbers.count_text(len(exhibit.rows())),
        )
        return replace(exhibit, chart=replace(chart, most=MOST_BARS)), [words]
    if isinstance(chart, Bullets) and _district_count(exhibit) > len(theme.DISTRICT_COLOURS):
        words = _("{title}: districts together only.").format(title=exhibit.title)
        return replace(exhibit, chart=replace(chart, is_whole_only=True)), [words]
    return exhibit, []


def _district_count(exhibit: Exhibit) -> int:
    return len({row["district"] for row in exhibit.rows()})


def _show_chart(exhibit: Exhibit, data: Database, marked: tuple[str, ...]) -> None:
    colours = theme.district_colours(data.district_places, dark=True)
    st.plotly_chart(
        charts.drawn(exhibit, colours, True, marked),
        key=f"screen_chart_{exhibit.name}",
        height="stretch",
        theme=None,
        config=_CONFIG,
        alt=exhibit.text_alternative(),
    )
