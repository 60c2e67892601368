"""The briefing being gathered: exhibits put into it from any page, in order, kept between pages."""

import streamlit as st

from promotion.briefing import ENTRIES

_KEY = "briefing_tray"


def names() -> tuple[str, ...]:
    """The exhibits in the tray, in order."""
    return tuple(st.session_state.get(_KEY, ()))


def put(exhibits: tuple[str, ...]) -> None:
    """Nothing; the tray then holds these exhibits in this order, each once."""
    st.session_state[_KEY] = tuple(name for name in dict.fromkeys(exhibits) if name in ENTRIES)


def move(place: int, by: int) -> None:
    """Nothing; the exhibit at the place stands that much later (earlier where negative)."""
    order = list(names())
    order.insert(place + by, order.pop(place))
    put(tuple(order))


def remove(name: str) -> None:
    """Nothing; the exhibit is in the tray no more."""
    put(tuple(each for each in names() if each != name))


def turn(name: str) -> None:
    """Nothing; the exhibit is in the tray where it was not, and the other way round."""
    if name in names():
        remove(name)
    else:
        put((*names(), name))
