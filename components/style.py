"""The page's style sheet, its colours those of the theme."""

from dataclasses import fields
from functools import cache
from pathlib import Path

import streamlit as st

from promotion.language import _
from promotion.theme import FONT_FAMILY, palette

_SHEET = Path(__file__).with_suffix(".css")


def is_dark() -> bool:
    """Whether the reader's look is the dark one."""
    return st.context.theme.type == "dark"


def apply() -> None:
    """Nothing; gives the page its style sheet."""
    st.html(_sheet(is_dark(), _("Choose a file")))


@cache
def _sheet(dark: bool, choose_file: str) -> str:
    look = palette(dark)
    colours = "".join(
        f"--{field.name.replace('_', '-')}: {getattr(look, field.name)};"
        for field in fields(look)
        if isinstance(getattr(look, field.name), str)
    )
    rules = _SHEET.read_text(encoding="utf-8")
    words = f"--fonts: {FONT_FAMILY}; --choose-file: '{choose_file}';"
    return f"<style>:root {{{colours} {words}}}\n{rules}</style>"
