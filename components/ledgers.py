"""The ledgers being shown: one store a process, and words when they cannot be read."""

import gc
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import duckdb
import streamlit as st

from components import access
from components.plain_text import plain
from promotion.data_fault import DataFault
from promotion.data_folder import served_folder
from promotion.freshness import Serving, Store
from promotion.language import _
from promotion.numbers import moment_text
from promotion.query_limits import LimitFault
from promotion.scope import Scope

CHECK_SECONDS = 3  # how often a page looks whether a rebuild is done
READING = ":material/sync:"  # the icon of what passes by itself
_read: set[str] = set()  # the folders whose ledgers this process has read once


@st.cache_resource(show_spinner=False)
def _store(path: str) -> Store:
    store = Store(Path(path))
    _read.add(path)
    # Everything there is by now stays: what a run leaves behind is found sooner, and in a moment,
    # where only what came later is looked through.
    gc.freeze()
    return store


def open_store() -> Store:
    """The store of the data folder, its database built where needed."""
    return _store(str(served_folder()))


def serve(scope: Scope) -> Serving:
    """What readers of a scope get now; ends the page with a sentence where nothing can be."""
    try:
        with _told_while_reading():
            return open_store().current(scope)
    except LimitFault as fault:
        st.error(plain(str(fault)), icon=":material/error:")
        st.stop()
    except (DataFault, ValueError, OSError, duckdb.Error) as fault:
        st.error(plain(str(fault)), icon=":material/error:")
        st.write(
            _(
                "Put a projects ledger and a contacts ledger (CSV or XLSX) into the data folder, "
                "or start with another folder, then reload this page."
            )
        )
        st.stop()


def _told_while_reading() -> AbstractContextManager[None]:
    """Tells what is being waited for, where it is; a spinner costs each run a thread of its own."""
    if str(served_folder()) in _read:
        return nullcontext()
    return st.spinner(_("Reading the ledgers …"), show_time=True)


def show_state(serving: Serving) -> None:
    """A line where what is shown is not the newest state of the ledgers; nothing otherwise."""
    for icon, sentence in state_lines(serving, plain):
        box = st.info if icon == READING else st.warning
        box(sentence, icon=icon)
    if serving.database.is_damaged:
        look_again_after_damage()
    elif serving.is_rebuilding:
        _look_again(serving.database.version)


def state_lines(serving: Serving, written: Callable[[str], str]) -> list[tuple[str, str]]:
    """Where what is shown is not the newest state of the ledgers, an icon and a sentence each.

    Names of files, and what they hold, stand in the sentences as `written` writes them.
    """
    lines = []
    refused = serving.database.refused
    if refused.files:
        sentence = _(
            "Not counted in any figure, as it could not be read: {files}. "
            "The command `python -m promotion check` says why."
        ).format(files=written(_(", ").join(refused.files)))
        lines.append((":material/error:", sentence))
    since = moment_text(serving.database.built_at)
    if serving.database.is_damaged:
        sentence = _(
            "What was kept of the ledgers on this computer's disk has been damaged and is being "
            "made anew from the ledgers; figures that cannot be shown until then say so."
        )
        lines.append((":material/sync_problem:", sentence))
    if serving.is_rebuilding and not serving.database.is_damaged:
        sentence = _(
            "The ledgers have changed and are being read anew; until then this page shows "
            "them as read at {time}."
        ).format(time=since)
        lines.append((READING, sentence))
    elif serving.fault:
        reason = written(_(serving.fault.message).format(**serving.fault.details))
        sentence = _("{reason} This page shows the ledgers as read at {time}.").format(
            reason=reason, time=since
        )
        lines.append((":material/history:", sentence))
    return lines


def look_again_after_damage() -> None:
    """Nothing; begins to make a damaged database anew, and runs the page again once it is."""
    serving = open_store().current()
    if serving.is_rebuilding:
        _look_again(serving.database.version)


@st.fragment(run_every=CHECK_SECONDS)
def _look_again(version: str) -> None:
    """Nothing; runs the page again once the rebuild has ended."""
    access.still_allowed()
    serving = open_store().current()
    if serving.database.version != version or not serving.is_rebuilding:
        st.rerun(scope="app")
