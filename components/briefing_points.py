"""The key points of a briefing: each edited, dropped or put back.

Edits hold for the figures they were made for: under other filters, or once the ledgers change,
the points are made anew, and the edits are there again where the figures are.
"""

from collections.abc import Sequence

import streamlit as st

from promotion.briefing import fingerprint
from promotion.language import _

_EDITED = "briefing_points"  # lists of points, by the fingerprint of the usual ones
_ROUND = "briefing_points_round"  # fields of another round begin with what the points then are


def take_over(points: Sequence[str] | None, made_for: str) -> None:
    """Nothing; shows these points where the usual ones have the fingerprint ("": always).

    None are the usual ones.
    """
    edited = st.session_state.setdefault(_EDITED, {})
    if points is None:
        edited.pop(made_for, None)
        edited.pop("", None)
    else:
        edited[made_for] = list(points)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def edit(usual: Sequence[str]) -> tuple[str, ...] | None:
    """The points as edited, without empty ones; None where they are the usual ones."""
    made_for = fingerprint(usual)
    edited = st.session_state.setdefault(_EDITED, {})
    points = edited.get(made_for, edited.get("", list(usual)))
    fields = f"briefing_point_{st.session_state.get(_ROUND, 0)}_{made_for}"
    keys = [f"{fields}_{place}" for place in range(len(points))]
    st.html(f'<p class="label">{_("Key points")}</p>')
    texts = [_field(points[place], place, keys, made_for) for place in range(len(points))]
    is_usual = texts == list(usual)
    with st.container(horizontal=True):
        st.button(
            _("Add a point"),
            icon=":material/add:",
            type="tertiary",
            key="add_point",
            on_click=_add,
            args=(keys, made_for),
        )
        st.button(
            _("Back to the usual points"),
            icon=":material/undo:",
            type="tertiary",
            key="usual_points",
            disabled=is_usual,
            on_click=take_over,
            args=(None, made_for),
        )
    if not is_usual:
        edited[made_for] = texts
    elif edited.keys() - {made_for}:
        st.caption(_("Edits made for other figures are kept with them; these are the usual ones."))
    return None if is_usual else tuple(text.strip() for text in texts if text.strip())


def _field(point: str, place: int, keys: Sequence[str], made_for: str) -> str:
    """The point as it stands in its field; beside it the button that drops it."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"point_{place}"):
        text = st.text_area(
            _("Point {number}").format(number=place + 1),
            value=point,
            key=keys[place],
            height="content",
            label_visibility="collapsed",
        )
        st.button(
            _("Remove"),
            icon=":material/close:",
            type="tertiary",
            key=f"drop_point_{place}",
            on_click=_drop,
            args=(place, keys, made_for),
        )
    return text


# A click that leaves a field comes with what was just typed into it, so fields are read then.


def _drop(place: int, keys: Sequence[str], made_for: str) -> None:
    take_over([st.session_state[key] for key in keys if key != keys[place]], made_for)


def _add(keys: Sequence[str], made_for: str) -> None:
    take_over([*(st.session_state[key] for key in keys), ""], made_for)
