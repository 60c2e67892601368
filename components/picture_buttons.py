"""Buttons that save a chart on the page as a PNG or SVG picture, made in the browser."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from components.plain_text import plain
from promotion import pictures, record

LABELS = frozenset({"group", "png", "svg", "missing", "failed"})

_HTML = """
<div role="group">
  <button type="button" data-format="png"></button>
  <button type="button" data-format="svg"></button>
</div>
<p role="alert"></p>
"""

_HERE = Path(__file__)
_SCRIPTS = (pictures.SHEET_SCRIPT, _HERE.with_suffix(".js"))

_component = st.components.v2.component(
    "picture_buttons",
    html=_HTML,
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js="\n".join(script.read_text(encoding="utf-8") for script in _SCRIPTS),
)


def picture_buttons(
    chart_key: str,
    layout: dict,
    file_stem: str,
    labels: dict,
    note: Callable[[str], None],
) -> None:
    """Nothing; shows two buttons that download the chart of `chart_key` as PNG and as SVG.

    `layout` is what the picture says that the page says around the chart: a Plotly layout,
    plain JSON, laid over the chart's own. Annotations, shapes and images are added to the
    chart's; a template replaces the chart's, as the page's may be the dark one; None removes a
    setting. The background is white. `labels` are the words of the buttons, translated: "png",
    "svg", "group" (what the two buttons are for, read aloud), "missing" (shown when the chart is
    not on the page) and "failed" (shown when the browser could not draw it).
    `note` is told the format once a button is pressed; where it raises RecordFault, that is said
    and no picture made: the browser draws what the server has granted.
    """
    if set(labels) != LABELS:
        raise ValueError(f"labels must be {sorted(LABELS)}, not {sorted(labels)}")
    key = f"{chart_key}_pictures"
    granted = f"{key}_granted"

    def grant() -> None:
        pressed = st.session_state[key].pressed
        try:
            note(pressed["format"])
        except record.RecordFault as fault:
            st.session_state[granted] = {"fault": str(fault)}
        else:
            st.session_state[granted] = pressed

    answer = st.session_state.get(granted, {})
    if "fault" in answer:
        st.error(plain(answer["fault"]), icon=":material/error:")
    _component(
        key=key,
        on_pressed_change=grant,
        data={
            "chart_key": chart_key,
            "layout": layout,
            "file_stem": file_stem,
            "labels": labels,
            "granted": answer.get("press"),
            "width": pictures.SLIDE_WIDTH_PX,
            "height": pictures.SLIDE_HEIGHT_PX,
            "png_scale": pictures.SLIDE_SCALE,
        },
    )
