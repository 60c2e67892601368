"""What was found by a text, a list for each kind."""

import streamlit as st

from components import page, stopped, text_table
from promotion.database import Database
from promotion.language import _
from promotion.things import LedgerWords
from promotion.things.found import LONGEST_TEXT, Found, find

_COLUMNS = (("project", "carrier"), ("company", "organisation"))
_NUMBERED = ("project", "carrier")


def show(data: Database, text: str) -> None:
    """Nothing; draws the page of what has the text in its name, or what to do."""
    text = text.strip()[:LONGEST_TEXT]
    page.head_of_one(_("Search"), text)
    if not text:
        text_table.show_sentence(
            _(
                "Type a number or a part of a name into the box at the top of the sidebar: of a "
                "project, an investor, a site or an organisation."
            )
        )
        return
    with stopped.told_instead():
        found = {each.kind: each for each in find(data, text)}
        if found:
            _show_kinds(found)
        else:
            text_table.show_sentence(_nothing(data))


def _show_kinds(found: dict[str, Found]) -> None:
    """Nothing; draws the kinds side by side, one below the other on a narrow page."""
    columns = [[found[kind] for kind in kinds if kind in found] for kinds in _COLUMNS]
    filled = [column for column in columns if column]
    for place, column in zip(st.columns(len(filled), gap="medium"), filled, strict=True):
        with place:
            for each in column:
                _show_kind(each)


def _nothing(data: Database) -> str:
    words = _(
        "Nothing in the ledgers is called so. Try a shorter part of the name, another spelling, "
        "or the number. Names of people are not looked through."
    )
    if not data.scope.districts:
        return words
    names = _(", ").join(data.name_of("district", code) for code in data.scope.districts)
    only = _("Looked through are the ledgers of: {districts}.").format(districts=names)
    return f"{words} {only}"


def _show_kind(found: Found) -> None:
    is_numbered = found.kind in _NUMBERED
    is_detailed = any(entry.detail for entry in found.entries)
    detail = _("Investor") if found.kind == "project" else _("Developer, operator")
    headings = [_("Name"), *[_("Number")] * is_numbered, *[detail] * is_detailed]
    with st.container(key=f"card_found_{found.kind}"):
        text_table.show_title(found.title)
        text_table.show_plain(
            found.title,
            (*headings, _("District"), found.counted),
            (
                (
                    LedgerWords(entry.name, entry.thing),
                    *[LedgerWords(entry.thing.id)] * is_numbered,
                    *[LedgerWords(entry.detail)] * is_detailed,
                    entry.districts,
                    entry.count,
                )
                for entry in found.entries
            ),
        )
        if found.left_out:
            text_table.show_under(found.left_out)
