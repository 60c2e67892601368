"""Choosing what goes into a briefing: a preset, its exhibits in order, its words."""

from html import escape

import streamlit as st

from components import briefing_points, filter_choices, tray
from components.plain_text import plain
from promotion import briefing
from promotion.briefing import (
    ENTRIES,
    PRESETS,
    BriefingChoice,
    ChoiceFileFault,
    entry_words,
    fingerprint,
)
from promotion.database import Database
from promotion.filters import Filters
from promotion.language import _, set_language

_WORDS = ("title", "subtitle", "department")
_KEPT = {name: f"briefing_{name}" for name in (*_WORDS, "day")}


def choose_preset(data: Database, filters: Filters) -> None:
    """Nothing; draws the presets and the saved briefing's file, each with what it sets."""
    left, middle, right = st.columns([2, 2, 3], vertical_alignment="bottom")
    with left:
        name = st.selectbox(
            _("Preset"),
            list(PRESETS),
            format_func=lambda key: _(PRESETS[key].label),
            key="briefing_preset",
            persist_state="session",
        )
    one = PRESETS[name].is_of_one
    of_what = None
    if one:
        names = {code: data.name_of(one, code) for code in data.codes(one)}
        with middle:
            of_what = st.selectbox(
                _("Which one"),
                list(names),
                format_func=names.__getitem__,
                key=f"briefing_{one}",
                persist_state="session",
            )
    with middle if not one else right:
        st.button(
            _("Use this preset"),
            on_click=_use_preset,
            args=(data, filters, name, of_what),
            icon=":material/auto_awesome_motion:",
        )


def _use_preset(data: Database, filters: Filters, name: str, of_what: str | None) -> None:
    set_language(filters.language)
    one = PRESETS[name].is_of_one
    if one:
        filter_choices.choose_only(one, of_what)
    filter_choices.choose_period(PRESETS[name].period)
    _take_over(briefing.preset_choice(name, data.name_of(one, of_what) if one else None))


def _take_over(choice: BriefingChoice) -> None:
    """Nothing; the page then shows this choice."""
    tray.put(choice.exhibits)
    for name in _WORDS:
        st.session_state[_KEPT[name]] = getattr(choice, name)
    if choice.day:
        st.session_state[_KEPT["day"]] = choice.day
    briefing_points.take_over(choice.points, choice.points_made_for)


def arrange_exhibits() -> None:
    """Nothing; draws the exhibits in order, to be moved, taken out, and added to."""
    order = tray.names()
    others = [name for name in ENTRIES if name not in order]
    st.selectbox(
        _("Add a figure"),
        others,
        index=None,
        placeholder=_("Choose a figure"),
        format_func=entry_words,
        key="briefing_add",
        on_change=_add_chosen,
    )
    for place, name in enumerate(order):
        with st.container(horizontal=True, vertical_alignment="center", key=f"place_{name}"):
            st.html(f'<span class="place">{place + 1}. {escape(entry_words(name))}</span>')
            _place_button("up", _("Earlier"), ":material/arrow_upward:", place, -1, place == 0)
            _place_button(
                "down", _("Later"), ":material/arrow_downward:", place, 1, place == len(order) - 1
            )
            st.button(
                _("Take out"),
                icon=":material/close:",
                type="tertiary",
                key=f"drop_{name}",
                on_click=tray.remove,
                args=(name,),
            )


def _place_button(name: str, words: str, icon: str, place: int, by: int, is_disabled: bool) -> None:
    st.button(
        words,
        icon=icon,
        type="tertiary",
        key=f"{name}_{place}",
        disabled=is_disabled,
        on_click=tray.move,
        args=(place, by),
    )


def _add_chosen() -> None:
    chosen = st.session_state["briefing_add"]
    if chosen:
        tray.put((*tray.names(), chosen))
        st.session_state["briefing_add"] = None


def edit_words(usual: briefing.Briefing) -> BriefingChoice:
    """The choice as edited: words left empty are the usual ones, which stand as placeholders."""
    labels = {"title": _("Title"), "subtitle": _("Subtitle"), "department": _("Department")}
    words = {
        name: st.text_input(
            labels[name],
            key=_KEPT[name],
            placeholder=getattr(usual, name),
            max_chars=200,
            persist_state="session",
        )
        for name in _WORDS
    }
    day = st.date_input(
        _("Date of the briefing"),
        value=usual.day,
        key=_KEPT["day"],
        format="YYYY-MM-DD",
        persist_state="session",
    )
    return BriefingChoice(
        exhibits=tray.names(),
        day=day,
        points=briefing_points.edit(usual.points),
        points_made_for=fingerprint(usual.points),
        view=filter_choices.in_address(usual.filters),
        **words,
    )


def keep_as_file(choice: BriefingChoice) -> None:
    """Nothing; draws the buttons that save the choice to a file and take one from a file."""
    st.download_button(
        _("Save this briefing's choices"),
        data=choice.as_json(),
        file_name=f"{_('Briefing')}.json",
        mime="application/json",
        on_click="ignore",
        icon=":material/save:",
        disabled=not choice.exhibits,
    )
    file = st.file_uploader(
        _("Or open saved ones"), type="json", key="briefing_file", max_upload_size=1
    )
    if file is None or st.session_state.get("briefing_file_taken") == file.file_id:
        return
    st.session_state["briefing_file_taken"] = file.file_id
    try:
        choice = BriefingChoice.from_json(file.getvalue())
    except ChoiceFileFault as fault:
        st.error(plain(str(fault)), icon=":material/error:")
        return
    st.session_state["briefing_opened"] = choice
    filter_choices.take_over(choice.view)
    st.rerun()


def take_over_opened() -> None:
    """Nothing; a choice opened from a file becomes the page's, before its fields are drawn."""
    choice = st.session_state.pop("briefing_opened", None)
    if choice is not None:
        _take_over(choice)
