"""Figures of a page in rows: pairs beside each other, one below the other on a narrow page."""

import time
from collections.abc import Callable

import streamlit as st

from components import exhibit_card
from components.exhibit_card import Card
from promotion.database import Database
from promotion.exhibit import ExhibitFunction
from promotion.filters import Filters

# A browser that is given many figures in one go arranges the page once, not once a figure. But no
# figure waits longer than this for those after it.
AHEAD_SECONDS = 0.2


def show_pairs(data: Database, filters: Filters, *pairs: tuple[ExhibitFunction, ...]) -> None:
    """Nothing; shows the exhibits of each row, of which there are two or one."""
    _show_rows(
        data,
        [
            lambda pair=pair: tuple(exhibit_card.made(function, data, filters) for function in pair)
            for pair in pairs
        ],
    )


def show_beside(data: Database, filters: Filters, functions: tuple[ExhibitFunction, ...]) -> None:
    """Nothing; shows each exhibit of the filters' left and of their right side on one scale."""
    _show_rows(
        data,
        [
            lambda function=function: exhibit_card.made_beside(function, data, filters)
            for function in functions
        ],
    )


def _show_rows(data: Database, rows: list[Callable[[], tuple[Card, ...]]]) -> None:
    waiting: list[tuple[Card, ...]] = []
    begun = time.monotonic()
    for make in rows:
        waiting.append(make())
        if time.monotonic() - begun > AHEAD_SECONDS:
            _draw_rows(data, waiting)
            waiting, begun = [], time.monotonic()
    _draw_rows(data, waiting)


def _draw_rows(data: Database, rows: list[tuple[Card, ...]]) -> None:
    for row in rows:
        if len(row) == 1:
            exhibit_card.draw(row[0], data, is_alone=True)
            continue
        # Figures of two sides are equally high, and the style sheet sets them line by line.
        kind = "pair_beside" if row[0].place else "pair"
        with st.container(key=f"{kind}_{row[0].name}"):
            for card in row:
                exhibit_card.draw(card, data, is_alone=False)
