"""Which two districts, industries or periods a page sets side by side, kept in its address."""

from html import escape

import streamlit as st

from components import notice
from promotion import numbers
from promotion.database import Database
from promotion.exhibits.sides import BothSides, both, possible
from promotion.filters import SIDES, Filters, Period, Sides
from promotion.language import N_, _
from promotion.sides import (
    CHOSEN,
    COMPARED,
    complete_periods,
    days_of,
    known_period,
    period_code,
    period_of,
)

# In the session and the address; empty while the reader has chosen nothing.
KEYS = ("sides", "left", "right")
_PLACES = {"left": N_("Left"), "right": N_("Right")}
_WIDTHS = (4, 1.2, 4)
_HOLD = {
    "district": N_(
        "The two districts take the place of the filter of districts; all other filters hold for "
        "both."
    ),
    "industry": N_(
        "The two industries take the place of the filter of industries; all other filters hold "
        "for both."
    ),
    "period": N_(
        "The two periods take the place of the filter's period; all other filters hold for both."
    ),
}
_ONLY_ONE = {
    "district": N_("There is nothing to compare by district: {name} is the only one here."),
    "industry": N_("There is nothing to compare by industry: {name} is the only one here."),
}


def allowed(data: Database) -> dict[str, object]:
    """What the address may hold of each key, as address.adopt takes it."""
    codes = {*data.codes("district"), *data.codes("industry"), CHOSEN, COMPARED}

    def code(text: str) -> str:
        return text if text in codes else period_code(days_of(text))

    return {"sides": SIDES, "left": code, "right": code}


def chosen() -> Sides:
    """The sides as the reader, or the link that was followed, has chosen them."""
    by, left, right = (st.session_state.get(key) or "" for key in KEYS)
    return Sides(by, left, right)


def forget() -> None:
    """Nothing; nothing is chosen any more."""
    for key in KEYS:
        st.session_state.pop(key, None)


def show(data: Database, filters: Filters) -> None:
    """Nothing; draws what chooses the sides, and says what is filtered of them."""
    offered = possible(data)
    for by in _ONLY_ONE:
        if by not in offered:
            names = (data.name_of(by, code) for code in data.codes(by))
            notice.show("info", _(_ONLY_ONE[by]).format(name=_(", ").join(names)))
    sides = both(data, filters)
    st.session_state["sides_shown"] = sides.by
    st.segmented_control(
        _("Compare"),
        offered,
        required=True,
        format_func=lambda by: _(SIDES[by]),
        key="sides_shown",
        on_change=_choose_kind,
    )
    codes = {"left": sides.left.code, "right": sides.right.code}
    left, middle, right = st.columns(_WIDTHS, vertical_alignment="bottom")
    for column, place in ((left, "left"), (right, "right")):
        with column:
            _show_box(data, filters, sides, place)
    middle.button(
        _("Swap"),
        icon=":material/swap_horiz:",
        key="swap_sides",
        width="stretch",
        on_click=_put,
        args=(sides.by, codes["right"], codes["left"]),
    )
    words = escape(_(_HOLD[sides.by]))
    st.html(f'<p class="holds">{words}</p>')


def _show_box(data: Database, filters: Filters, sides: BothSides, place: str) -> None:
    codes = {"left": sides.left.code, "right": sides.right.code}
    options = _options(data, filters, sides)
    key = f"{place}_shown"
    st.session_state[key] = codes[place]
    st.selectbox(
        _(_PLACES[place]),
        options,
        format_func=lambda code: _name_of(data, filters, sides.by, code),
        key=key,
        on_change=_choose,
        args=(place, sides.by, codes),
    )


def _options(data: Database, filters: Filters, sides: BothSides) -> list[str]:
    """The codes to choose from; of periods each once, whatever names it."""
    if sides.by != "period":
        return data.codes(sides.by)
    offered = map(period_code, complete_periods(data.first_date, data.as_of))
    code_of: dict[Period, str] = {}
    for code in (sides.left.code, sides.right.code, CHOSEN, COMPARED, *offered):
        period = known_period(code, filters)
        if period is not None:
            code_of.setdefault(period, code)
    return sorted(code_of.values(), key=lambda code: code not in (CHOSEN, COMPARED))


def _name_of(data: Database, filters: Filters, by: str, code: str) -> str:
    if by != "period":
        return data.name_of(by, code)
    words = {CHOSEN: _("{period} (as filtered)"), COMPARED: _("{period} (compared period)")}
    name = numbers.period_text(period_of(code, filters))
    return words.get(code, "{period}").format(period=name)


def _choose_kind() -> None:
    forget()
    st.session_state["sides"] = st.session_state["sides_shown"]


def _choose(place: str, by: str, codes: dict[str, str]) -> None:
    """Nothing; what was on the other side and is chosen here changes places."""
    [other] = set(_PLACES) - {place}
    code = st.session_state[f"{place}_shown"]
    left_over = codes[place] if code == codes[other] else codes[other]
    _put(by, **{place: code, other: left_over})


def _put(by: str, left: str, right: str) -> None:
    st.session_state.update(sides=by, left=left, right=right)
