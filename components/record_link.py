"""Links to the page of one thing, which open it without loading the dashboard anew."""

from html import escape
from pathlib import Path

import streamlit as st

from components import turning
from promotion.things import KINDS, LedgerWords

_KEY = "record_link"

_listener = st.components.v2.component(
    "record_link",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def written(value: LedgerWords) -> str:
    """A ledger's words as HTML, as a link to the page of what they name where they name a thing."""
    words = f"<code>{escape(value.words)}</code>"
    if value.names is None:
        return words
    kind, name = value.names.kind, value.names.id
    address = turning.link(kind=kind, id=name)
    return (
        f'<a class="record" href="{escape(address)}" data-record-kind="{kind}" '
        f'data-record-id="{escape(name)}">{words}</a>'
    )


def listen() -> None:
    """Nothing; after the page is drawn, turns to what is pressed in it.

    Where the sidebar lies over a page that shows something new, it is closed.
    """
    shown = " ".join(turning.own(turning.PAGE).values())
    _listener(key=_KEY, data={"shown": shown}, height=1, on_opened_change=_ask)


def _ask() -> None:
    opened = st.session_state[_KEY].opened
    if opened and opened.get("kind") in KINDS:
        turning.ask(kind=opened["kind"], id=str(opened.get("id")))
