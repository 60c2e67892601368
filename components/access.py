"""Who is reading: asked before any data are opened, and again by whatever runs later."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import NoReturn, TypeVar
from urllib.parse import urlsplit

import streamlit as st

from components import notice
from promotion.access import (
    EDITOR,
    VIEWER,
    AccessFault,
    Reader,
    address_of,
    login_fault,
    read_access,
)
from promotion.data_folder import served_folder
from promotion.ingest.reference import ReferenceFault
from promotion.language import _

T = TypeVar("T")

_KEPT = "reader"
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
_FORWARDED = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")


@dataclass(frozen=True)
class _Visitor:
    """What a browser's session says of itself; claims are None while nobody has logged in."""

    needs_login: bool
    claims: dict[str, object] | None
    is_on_this_machine: bool
    address: str


class _NotLoggedIn(Exception):
    """Nobody has logged in yet."""


class _Nobody(Exception):
    """The account that has logged in is none that may read; its text says whom to ask."""


def reader() -> Reader:
    """Who reads; ends the page with a sentence or a way to log in where nobody may."""
    try:
        visitor = _visitor()
        allowed = _allowed(visitor)
    except _NotLoggedIn:
        _offer_login()
    except _Nobody as sentence:
        _turn_away(str(sentence), can_log_out=True)
    except (AccessFault, ReferenceFault) as fault:
        _turn_away(str(fault), can_log_out=False)
    if not _is_the_same(st.session_state.get(_KEPT, allowed), allowed, visitor):
        st.session_state.clear()  # it may keep a file of what is theirs no more
    st.session_state[_KEPT] = allowed
    return allowed


def still_allowed() -> None:
    """Nothing; runs the whole page anew where the reader's rights are no longer what they were.

    A fragment runs without the frame, on what the page once gave it: it asks this first.
    """
    try:
        visitor = _visitor()
        is_the_same = _is_the_same(st.session_state[_KEPT], _allowed(visitor), visitor)
    except (_NotLoggedIn, _Nobody, AccessFault, ReferenceFault):
        is_the_same = False
    if not is_the_same:
        st.rerun(scope="app")


def while_allowed(make: Callable[[], T]) -> Callable[[], T]:
    """The function, which makes nothing any more once the reader's rights have changed.

    A file is made when its button is pressed, in a thread that knows no session.
    """
    visitor, allowed = _visitor(), st.session_state[_KEPT]

    def checked() -> T:
        if not _is_the_same(allowed, _allowed(visitor), visitor):
            raise AccessFault(_("What you may see has changed; reload the page."))
        return make()

    return checked


def _is_the_same(before: Reader, now: Reader, visitor: _Visitor) -> bool:
    """Whether it is the same account with the same rights.

    Where nobody logs in the name is an address, which may change as networks do.
    """
    return before == (now if visitor.needs_login else replace(now, name=before.name))


def show_account() -> None:
    """Nothing; draws who has logged in and the way out, where one has to log in at all."""
    if not _visitor().needs_login:
        return
    with st.sidebar.container(key="account"):
        # Not Markdown, which would make a mail link of an address.
        words = _("Logged in as {name}").format(name=reader().name)
        st.html(f'<p class="label">{escape(words)}</p>')
        _log_out_button()


def _visitor() -> _Visitor:
    fault = login_fault([Path(path) for path in st.get_option("secrets.files")])
    if fault:
        raise AccessFault(fault)
    # Whether there is a login is what the server itself has read, not a file changed since.
    needs_login = "is_logged_in" in st.user
    if needs_login:
        is_in = st.user.get("is_logged_in") is True
        return _Visitor(True, st.user.to_dict() if is_in else None, False, "")
    address = st.context.ip_address or "localhost"
    return _Visitor(False, None, _is_on_this_machine(), address)


def _is_on_this_machine() -> bool:
    """Whether the browser runs where the server does, and nothing stands between them."""
    headers = st.context.headers
    if st.context.ip_address is not None or any(name in headers for name in _FORWARDED):
        return False
    # A proxy on this machine comes from it too: the address its reader typed is another.
    addresses = [f"//{headers.get('Host', '')}", headers.get("Origin", "")]
    return all(urlsplit(address).hostname in _THIS_MACHINE for address in addresses)


def _allowed(visitor: _Visitor) -> Reader:
    if not visitor.needs_login:
        role = EDITOR if visitor.is_on_this_machine else VIEWER
        return Reader(visitor.address, role, (), sees_people=role == EDITOR)
    if visitor.claims is None:
        raise _NotLoggedIn
    access = read_access(served_folder())
    found = access.reader_of(visitor.claims)
    if found:
        return found
    account = address_of(visitor.claims)
    if account is None:
        raise _Nobody(_("The login gave no e-mail address that it vouches for."))
    sentence = _("The account {account} may not see this dashboard.").format(account=account)
    whom = access.ask or _("whoever looks after the dashboard")
    remedy = _("To be let in, ask {whom}.").format(whom=whom)
    raise _Nobody(f"{sentence} {remedy}")


def _offer_login() -> NoReturn:
    with st.container(key="access"):
        st.title(_("Investment promotion"))
        st.write(_("Please log in to see the dashboard."))
        st.button(_("Log in"), type="primary", icon=":material/login:", on_click=st.login)
    st.stop()


def _turn_away(sentence: str, can_log_out: bool) -> NoReturn:
    with st.container(key="access"):
        st.title(_("Investment promotion"))
        notice.show("error", sentence)
        if can_log_out:
            _log_out_button()
    st.stop()


def _log_out_button() -> None:
    st.button(_("Log out"), icon=":material/logout:", key="log_out", on_click=st.logout)
