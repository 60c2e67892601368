"""The briefing being gathered: exhibits put into it from any page, in order, kept between pages."""

import streamlit as st

from promotion.exhibits import EXHIBITS
from promotion.language import _

_KEY = "briefing_tray"


def names() -> tuple[str, ...]:
    """The exhibits in the tray, in order."""
    return tuple(st.session_state.get(_KEY, ()))


def put(exhibits: tuple[str, ...]) -> None:
    """Nothing; the tray then holds these exhibits in this order, each once."""
    st.session_state[_KEY] = tuple(name for name in dict.fromkeys(exhibits) if name in EXHIBITS)


def move(place: int, by: int) -> None:
    """Nothing; the exhibit at the place stands that much later (earlier where negative)."""
    order = list(names())
    order.insert(place + by, order.pop(place))
    put(tuple(order))


def remove(name: str) -> None:
    """Nothing; the exhibit is in the tray no more."""
    put(tuple(each for each in names() if each != name))


def show_button(name: str) -> None:
    """Nothing; draws the button that puts an exhibit into the tray, or takes it out."""
    is_in = name in names()
    st.button(
        _("In the briefing") if is_in else _("To briefing"),
        icon=":material/playlist_add_check:" if is_in else ":material/playlist_add:",
        type="tertiary",
        key=f"tray_{name}",
        help=_("Take this figure out of the briefing") if is_in else None,
        on_click=remove if is_in else _add,
        args=(name,),
    )


def _add(name: str) -> None:
    put((*names(), name))
