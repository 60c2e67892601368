"""The filters in the sidebar, kept in the page's address: a view is a link."""

from datetime import date

import streamlit as st
from babel import Locale

from components import address, clicks, filter_chips, screen_mode, side_choice, turning
from components.plain_text import plain
from promotion import view
from promotion.database import Database
from promotion.filters import (
    CAPITALS,
    COMPARISONS,
    PRESETS,
    FilterFault,
    Filters,
    Period,
    preset_period,
)
from promotion.language import LANGUAGES, N_, _, set_language
from promotion.measures import ACTIVITY, MEASURES, definition_of, label_of
from promotion.view import FIRST

# What the date fields take.
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
_CHOICES = {
    "period": (N_("Period"), PRESETS),
    "compare": (N_("Compared with"), COMPARISONS),
    "capital": (N_("Capital"), CAPITALS),
    "measure": (
        N_("Measure ranked and coloured"),
        {name: MEASURES[name].label for name in ACTIVITY},
    ),
}


def use_language() -> str:
    """The reader's language: as chosen, else the address's, else the browser's; now in use."""
    browser = (st.context.locale or LANGUAGES[0]).lower()
    default = "zh" if browser.startswith("zh") else "en"
    asked = st.query_params.get("lang")
    chosen = st.session_state.get("lang") or (asked if asked in LANGUAGES else default)
    set_language(chosen)
    return chosen


def choose(data: Database, page: str) -> Filters:
    """The filters as the reader, or the link that was followed, has set them."""
    _adopt_address(data, page)
    with st.sidebar:
        language = _choose_language()
        period = _choose_period(data)
        compare = _choose_one("compare")
        codes = {key: _choose_codes(data, key) for key in filter_chips.CODE_LISTS}
        capital = _choose_one("capital")
        measure = _choose_one("measure", _measures_defined())
        st.button(_("Reset all"), on_click=reset, icon=":material/restart_alt:")
    filters = Filters(
        period=period,
        compare=compare,
        districts=tuple(codes["district"]),
        industries=tuple(codes["industry"]),
        capital=capital,
        language=language,
        measure=measure,
        sides=side_choice.chosen(),
    )
    _record_address(page, filters)
    return filters


def _adopt_address(data: Database, page: str) -> None:
    address.adopt(
        page,
        {
            "lang": LANGUAGES,
            **{key: choices for key, (_label, choices) in _CHOICES.items()},
            "from": _day,
            "to": _day,
            **{key: data.codes(key) for key in filter_chips.CODE_LISTS},
            "shown": data.codes("district"),
            clicks.KEPT: str,
            **side_choice.allowed(data),
            **(screen_mode.ALLOWED if page in screen_mode.PAGES else {}),
        },
    )
    own = (*side_choice.KEYS, *screen_mode.ALLOWED)
    for key in ("lang", *_CHOICES, "from", "to", "shown", clicks.KEPT, *own):
        if isinstance(st.session_state.get(key), list):
            st.session_state[key] = st.session_state[key][0]
    if page not in screen_mode.PAGES:
        screen_mode.leave()


def _day(text: str) -> date:
    """The day that an ISO date names; ValueError where the date fields could not hold it."""
    day = date.fromisoformat(text)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"{text} is not between {FIRST_DAY} and {LAST_DAY}")
    return day


def _record_address(page: str, filters: Filters) -> None:
    state = st.session_state
    values = view.parameters(filters, state["period"]) | screen_mode.in_address()
    if state.get("lang_chosen") or "lang" in st.query_params:
        values["lang"] = [state["lang"]]
    for key in ("shown", clicks.KEPT):
        if state.get(key):
            values[key] = [state[key]]
    address.record(page, values | {key: [text] for key, text in turning.own(page).items()})


def _choose_language() -> str:
    st.session_state.setdefault("lang", use_language())
    chosen = st.segmented_control(
        _("Language"),
        LANGUAGES,
        required=True,
        format_func=lambda code: Locale(code).get_language_name(code),
        key="lang",
        persist_state="session",
        on_change=_remember_language,
        label_visibility="collapsed",
    )
    set_language(chosen)
    return chosen


def _remember_language() -> None:
    """The language goes into the address once it is chosen, not while it is the browser's."""
    st.session_state["lang_chosen"] = True


def _measures_defined() -> str:
    """What each measure counts, as Markdown."""
    return "\n\n".join(
        f"**{plain(label_of(name))}**: {plain(definition_of(name))}" for name in ACTIVITY
    )


def _choose_one(key: str, tip: str | None = None) -> str:
    label, choices = _CHOICES[key]
    st.session_state.setdefault(key, FIRST[key])
    return st.selectbox(
        _(label),
        list(choices),
        format_func=lambda code: _(choices[code]),
        key=key,
        help=tip,
        persist_state="session",
    )


def _choose_codes(data: Database, key: str) -> list[str]:
    names = {code: data.name_of(key, code) for code in data.codes(key)}
    st.session_state[key] = _still_there(st.session_state.get(key, []), list(names))
    return st.multiselect(
        _(filter_chips.CODE_LISTS[key]),
        list(names),
        format_func=names.__getitem__,
        key=key,
        placeholder=_("All"),
        select_all=False,  # choosing nothing means all, and the words would be English
        persist_state="session",
        on_change=clicks.keep_no_chart,
    )


def _still_there(chosen: list[str], codes: list[str]) -> list[str]:
    """The chosen codes that the data still have: ledgers and reference tables may change."""
    return [code for code in dict.fromkeys(chosen) if code in codes]


def _choose_period(data: Database) -> Period:
    preset = _choose_one("period")
    if preset != "custom":
        return preset_period(preset, data.first_date, data.as_of)
    latest = preset_period("latest", data.first_date, data.as_of)
    left, right = st.columns(2)
    with left:
        first_day = _choose_day(_("From"), "from", latest.first_day)
    with right:
        last_day = _choose_day(_("To"), "to", latest.last_day)
    try:
        return Period(first_day, last_day)
    except FilterFault:
        st.warning(_("The period ends before it begins; shown is the latest complete one."))
        return latest


def _choose_day(label: str, key: str, default: date) -> date:
    st.session_state.setdefault(key, default)
    return st.date_input(
        label,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        key=key,
        format="YYYY-MM-DD",
        required=True,
        persist_state="session",
    )


def reset() -> None:
    """Nothing; sets every filter back to what a first visit shows."""
    for key, value in FIRST.items():
        st.session_state[key] = value
    side_choice.forget()
    filter_chips.remove_all()
