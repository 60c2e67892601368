"""Whether the overview is shown as the meeting screen, and what it shows in turn.

Both are in the address, `screen=1` and `rotate=SECONDS`, so a link opens the screen as it is.
"""

import time

import streamlit as st

from promotion import rotation
from promotion.language import _

# The overview's own address and the other one that leads to it; no other page has a screen.
PAGES = ("", "overview")
TICK_SECONDS = 1  # how often an open screen looks whether the next district is due
_ON = "1"
_SCREEN, _ROTATE = "screen", "rotate"
_TURN = "screen_turn"  # the place of what is shown, and since when
# What the address may hold, as `address.adopt` takes it.
ALLOWED = {_SCREEN: (_ON,), _ROTATE: rotation.seconds_of}


def is_on() -> bool:
    """Whether the reader sees the meeting screen."""
    return st.session_state.get(_SCREEN) == _ON


def seconds() -> int | None:
    """For how long each district is shown; None where the screen does not turn."""
    return st.session_state.get(_ROTATE)


def in_address() -> dict[str, list[str]]:
    """What the address holds of the screen; nothing where it is off."""
    if not is_on():
        return {}
    turning = [str(seconds())] if seconds() else []
    return {_SCREEN: [_ON], _ROTATE: turning}


def offer() -> None:
    """Nothing; draws the button that opens the screen, below the filters."""
    st.sidebar.button(_("Meeting screen"), icon=":material/tv:", key="open_screen", on_click=_enter)


def _enter() -> None:
    st.session_state[_SCREEN] = _ON


def leave() -> None:
    """Nothing; the overview is an ordinary page again."""
    for key in (_SCREEN, _ROTATE, _TURN):
        st.session_state.pop(key, None)


def turn_or_stay() -> None:
    """Nothing; districts are shown in turn where they were not, and the other way round."""
    st.session_state[_ROTATE] = None if seconds() else rotation.SECONDS
    st.session_state.pop(_TURN, None)


def place_of(view_count: int) -> int:
    """Which of so many views to show now: the next one once the last has had its time."""
    if not seconds():
        return 0
    place, since = st.session_state.get(_TURN, (0, time.monotonic()))
    if is_due():
        place, since = place + 1, time.monotonic()
    place %= view_count
    st.session_state[_TURN] = (place, since)
    return place


def is_due() -> bool:
    """Whether what is shown has had its time."""
    if not seconds() or _TURN not in st.session_state:
        return False
    _place, since = st.session_state[_TURN]
    return time.monotonic() - since >= seconds() - TICK_SECONDS / 2
