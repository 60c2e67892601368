"""The page's style sheet, its colours those of the theme."""

from dataclasses import fields
from functools import cache
from pathlib import Path

import streamlit as st

from components import screen_mode
from promotion.language import _
from promotion.theme import FONT_FAMILY, palette

_SHEET = Path(__file__).with_suffix(".css")
_SCREEN_SHEET = Path(__file__).with_name("meeting_screen.css")


def is_dark() -> bool:
    """Whether the look is the dark one: the reader's choice, and always the meeting screen's."""
    return screen_mode.is_on() or _is_theme_dark()


def _is_theme_dark() -> bool:
    return st.context.theme.type == "dark"


def apply() -> None:
    """Nothing; gives the page its style sheet."""
    st.html(_sheet(_is_theme_dark(), _("Choose a file")))


def apply_screen(width_px: int, height_px: int) -> None:
    """Nothing; over the page's style sheet, the meeting screen's: dark, of this size unscaled."""
    st.html(_screen_sheet(width_px, height_px))


@cache
def _sheet(dark: bool, choose_file: str) -> str:
    rules = _SHEET.read_text(encoding="utf-8")
    words = f"--fonts: {FONT_FAMILY}; --choose-file: '{choose_file}';"
    return f"<style>:root {{{_colours(dark)} {words}}}\n{rules}</style>"


@cache
def _screen_sheet(width_px: int, height_px: int) -> str:
    rules = _SCREEN_SHEET.read_text(encoding="utf-8")
    size = f"--screen-width: {width_px}px; --screen-height: {height_px}px;"
    return f"<style>:root {{{_colours(dark=True)} {size}}}\n{rules}</style>"


def _colours(dark: bool) -> str:
    look = palette(dark)
    return "".join(
        f"--{field.name.replace('_', '-')}: {getattr(look, field.name)};"
        for field in fields(look)
        if isinstance(getattr(look, field.name), str)
    )
