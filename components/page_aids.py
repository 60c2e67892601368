"""What every page brings besides its figures: its language, its help, how it is printed."""

from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from components import colour_swatches, style
from promotion.colour_key import colour_meanings
from promotion.database import Database
from promotion.language import N_, _, current_language

_SCRIPTS = tuple(
    Path(__file__).with_name(name) for name in ("page_aids.js", "paper.js", "figure_presses.js")
)
_TAGS = {"zh": "zh-CN", "en": "en"}
# Each page by its address; the overview is at the root.
_SHOWS = {
    "": N_(
        "This page is the overview: the headline against the compared period, how much each "
        "district does and with what results, and the year's targets against the pace of time."
    ),
    "district": N_(
        "This page sets one district against the whole: its measures, industries, months and "
        "channels, and the projects and contacts behind them."
    ),
    "industry": N_(
        "This page compares the industries: their activity, where their projects stand, which "
        "districts are specialised in them, and the rows behind."
    ),
    "library": N_(
        "This page shows the project library at the period's end: who stands where, what moved, "
        "what is to be taken up, and how long the steps take."
    ),
    "cloud": N_(
        "This page shows promotion from screen to screen: how much of it is online, by which "
        "channel, what it yields, and which concerns are still open."
    ),
    "foreign_capital": N_(
        "This page sets foreign capital received against what was contracted: by month, district, "
        "origin and kind."
    ),
    "supply_chain": N_(
        "This page shows which companies bring others, into which industries and stages, and how "
        "far spin-offs have come."
    ),
    "sites": N_(
        "This page shows buildings, parks and parcels: what is let and on offer, who views them, "
        "and the output per mu planned against the one required."
    ),
    "compare": N_(
        "This page sets two districts, two industries or two periods side by side, measure by "
        "measure, with figures on the same scales."
    ),
    "targets": N_(
        "This page shows how far the year's targets are, what the year is to reach by its end and "
        "how sure that is, and the score card."
    ),
    "briefing": N_(
        "This page makes a briefing: take a preset or gather figures from any page, put them in "
        "order, edit the words, and make slides, a document, a PDF or a workbook."
    ),
    "data": N_(
        "This page shows the ledgers behind all figures: what was read and refused and why, which "
        "rows are doubtful, and what every figure, measure, colour and column means."
    ),
}
_WITHOUT_FIGURES = ("briefing", "data")
_FILTERING = N_(
    "The filters at the side hold on every page and stand in the address: its link shows others "
    "the same view."
)
_CLICKING = N_(
    "A click on a bar, a tile or a cell filters by it; the chip under the title takes that back."
)
_TAKING = N_(
    'Under each figure, "Export" gives it as a picture or a sheet, with its rows and its query, '
    'and "To briefing" gathers it; "?" beside a name says what is counted.'
)


def apply() -> None:
    """Nothing; tells the browser the page's language, and how the page is printed."""
    skip = _("Skip to the page's content")
    st.html(
        f'<div class="page-aids" data-language="{_TAGS[current_language()]}" '
        f'data-skip="{escape(skip)}"></div><script>{_script()}</script>',
        unsafe_allow_javascript=True,
    )


@cache
def _script() -> str:
    return "\n".join(script.read_text(encoding="utf-8") for script in _SCRIPTS)


def show_help(data: Database, address: str) -> None:
    """Nothing; draws the page's help, open until the reader has closed one in this browser."""
    dark = style.is_dark()
    body = data.keep(
        ("page_help", address, current_language(), dark), lambda: _help(data, address, dark)
    )
    st.html(body, unsafe_allow_javascript=True)


def _help(data: Database, address: str, dark: bool) -> str:
    sentences = [_SHOWS[address]] if address in _SHOWS else []
    sentences.append(_FILTERING)
    if address not in _WITHOUT_FIGURES:
        sentences += [_CLICKING, _TAKING]
    words = " ".join(_(sentence) for sentence in sentences)
    title, colours, close = _("Help"), _("What the colours mean"), _("Got it")
    return (
        f'<details class="page-help"><summary>{escape(title)}</summary>'
        f"<div><p>{escape(words)}</p>"
        f"<details><summary>{escape(colours)}</summary>"
        f"{colour_swatches.as_list(colour_meanings(data, dark))}</details>"
        f'<button type="button" data-help-close="">{escape(close)}</button></div></details>'
        "<script>window.pageAids?.openUnlessSeen("
        "document.currentScript.parentElement.querySelector('.page-help'))</script>"
    )
