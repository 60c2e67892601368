"""Ledgers handed in, read on trial, then adopted or discarded."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from components import access, import_report, notice, text_table
from promotion import adoption, numbers, record
from promotion.database import Database
from promotion.filters import Filters
from promotion.ingest import ledger_paths
from promotion.language import _
from promotion.offered import (
    MOST_MEGABYTES,
    Offered,
    OfferFault,
    refuse_unfit,
    suffixes,
    usual_place,
)
from promotion.trial import Changed, Trial, try_ledgers

_TRIAL = "ledger_trial"
_ADOPTED = "ledgers_adopted"
_ROUND = "ledger_trial_round"  # another round is another upload field, empty again


def show(data: Database, filters: Filters, may_adopt: bool) -> None:
    """Nothing; draws the upload, what trying it found, and the buttons to adopt or discard."""
    with st.container(key="card_trial"):
        text_table.show_title(_("Try ledgers before they are adopted"))
        _show_adopted()
        offered = _offered(data)
        is_wanted = st.button(
            _("Try"), type="primary", icon=":material/science:", disabled=not offered
        )
        if is_wanted:
            st.session_state[_TRIAL] = _try(data, offered)
    trial: Trial | None = st.session_state.get(_TRIAL)
    if trial:
        _show_trial(data, trial, filters, may_adopt)


def _offered(data: Database) -> list[Offered]:
    """The ledgers handed in, each with what it replaces; none where they cannot be taken."""
    files = st.file_uploader(
        _("Ledgers as CSV or XLSX, several at once; nothing is changed by trying them"),
        type=list(suffixes()),
        accept_multiple_files=True,
        max_upload_size=MOST_MEGABYTES,
        key=f"trial_files_{st.session_state.get(_ROUND, 0)}",
    )
    try:
        refuse_unfit({file.name: file.size for file in files})
    except OfferFault as fault:
        notice.show("error", str(fault))
        return []
    ledgers = ledger_paths(data.folder)
    return [
        Offered(file.name, file.getvalue(), _replaced(file.file_id, file.name, ledgers, data))
        for file in files
    ]


def _replaced(file_id: str, name: str, ledgers: list[str], data: Database) -> str | None:
    """Which ledger the file replaces, as chosen; the one of its name unless told otherwise."""
    usual = usual_place(name, data.folder)
    with st.container(horizontal=True, vertical_alignment="center"):
        words = _("{file} replaces").format(file=name)
        st.html(f'<p class="label">{escape(words)}</p>', width="content")
        return st.selectbox(
            _("Ledger replaced"),
            ledgers,
            index=ledgers.index(usual) if usual else None,
            placeholder=_("none: it is a further ledger"),
            key=f"replaces_{file_id}",
            label_visibility="collapsed",
            width=360,
        )


def _try(data: Database, offered: list[Offered]) -> Trial | None:
    with st.spinner(_("Reading the ledgers …"), show_time=True):
        try:
            return try_ledgers(data, offered)
        except OfferFault as fault:
            notice.show("error", str(fault))
            return None


def _show_trial(data: Database, trial: Trial, filters: Filters, may_adopt: bool) -> None:
    rows = trial.changed_files(data)
    import_report.show_files("trial_files", _("What was read of the tried ledgers"), rows)
    if files := import_report.with_faults(rows):
        import_report.show_faults("trial_faults", trial.database, files, filters)
    _show_changes(
        "trial_headline",
        _("The headline, {period}: loaded now, and with the tried ledgers").format(
            period=numbers.period_text(filters.period)
        ),
        trial.changed_measures(data, filters),
    )
    _show_changes(
        "trial_checks",
        _("Rows that the checks list: loaded now, and with the tried ledgers"),
        trial.changed_checks(data),
    )
    if trial.database.as_of != data.as_of:
        words = _("The as-of date would become {then}; it is {now}.")
        then, now = (numbers.date_text(each.as_of) for each in (trial.database, data))
        notice.show("info", words.format(then=then, now=now))
    with st.container(horizontal=True):
        st.button(
            _("Adopt"),
            type="primary",
            icon=":material/check:",
            disabled=not may_adopt,
            help=None if may_adopt else _("Only an editor may adopt ledgers."),
            on_click=_adopt,
            key="trial_adopt",
        )
        st.button(_("Discard"), icon=":material/delete:", on_click=_discard, key="trial_discard")


def _show_changes(name: str, title: str, changes: list[Changed]) -> None:
    text_table.show(
        name,
        title,
        (_("What"), _("Now"), _("Then"), _("Change")),
        ((change.name, *map(text_table.Figure, _words(change))) for change in changes),
    )


def _words(change: Changed) -> tuple[str, str, str]:
    return change.now, change.then, change.difference or _("no change")


def _adopt() -> None:
    trial: Trial = st.session_state[_TRIAL]
    if not access.reader().may_adopt:  # their rights may have changed since the button was drawn
        return
    try:
        _note("adopt", [each.place for each in trial.offered], trial.base_version)
        st.session_state[_ADOPTED] = adoption.adopt(trial)
    except (OfferFault, record.RecordFault) as fault:
        st.session_state[_ADOPTED] = str(fault)
        return
    _discard()


def _note(action: str, files: Sequence[str], data_version: str) -> None:
    """Nothing; what cannot be noted is not done. Raises RecordFault."""
    who = access.reader().name
    record.note(action, who, {"files": list(files)}, None, data_version=data_version)


def _discard() -> None:
    st.session_state[_TRIAL] = None
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _show_adopted() -> None:
    """Nothing; says what was adopted last, and offers to take it back."""
    adopted = st.session_state.get(_ADOPTED)
    if isinstance(adopted, str):
        notice.show("error", adopted)
    elif adopted:
        words = (
            _("Adopted: {files}. What they replaced is kept in {folder}.")
            if adopted.replaced
            else _("Adopted: {files}.")
        )
        files = _(", ").join(adopted.put_in)
        notice.show("success", words.format(files=files, folder=adopted.kept_within))
        st.button(
            _("Take the adoption back"),
            icon=":material/undo:",
            on_click=_take_back,
            key="trial_undo",
        )


def _take_back() -> None:
    adopted: adoption.Adopted = st.session_state[_ADOPTED]
    if not access.reader().may_adopt:
        return
    try:
        _note("take_back", adopted.put_in, adopted.version)
        adoption.take_back(adopted)
    except (OfferFault, record.RecordFault) as fault:
        st.session_state[_ADOPTED] = str(fault)
        return
    st.session_state[_ADOPTED] = None
