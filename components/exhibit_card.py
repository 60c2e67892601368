"""An exhibit on a page: title, figure, unit and source, and what can be taken away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape

import streamlit as st

from components import (
    clicks,
    comparison_table,
    definitions,
    empty_figure,
    exhibit_table,
    figure_actions,
    figure_head,
    stopped,
    style,
)
from promotion import charts, theme
from promotion.database import Database
from promotion.descriptions import (
    Bars,
    Bullets,
    Forecasts,
    HeatMap,
    MeasureBars,
    StackedBars,
    Tiles,
)
from promotion.exhibit import Exhibit, ExhibitFunction
from promotion.exhibits import comparison
from promotion.figure_unit import figure_unit
from promotion.filters import Filters
from promotion.query_limits import QueryStopped

FILTERABLE = ("district", "industry")
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


@dataclass(frozen=True)
class Card:
    """A figure that has been made and is yet to be drawn, or why its question was given up.

    One of two figures of the same name on a page has its `place`. `marked` are codes that a click
    in it has chosen, `dimensions` what a click in it filters by.
    """

    name: str
    exhibit: Exhibit | None
    place: str = ""
    dimensions: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    fault: QueryStopped | None = None


def made(function: ExhibitFunction, data: Database, filters: Filters) -> Card:
    """The exhibit's card, nothing of it drawn.

    A chart whose click set the filter stays whole, with what was clicked marked in it.
    """
    name = function.__name__
    try:
        exhibit = function(data, filters)
        dimensions = _dimensions(exhibit)
        marked: tuple[str, ...] = ()
        if dimensions and st.session_state.get(clicks.KEPT) == name:
            marked = tuple(code for each in dimensions for code in _chosen(filters, each))
            whole = {"districts": (), "industries": ()}
            exhibit = function(
                data,
                replace(filters, **{key: whole[key] for key in map(_field, dimensions)}),
            )
    except QueryStopped as fault:
        return Card(name, None, fault=fault)
    return Card(name, exhibit, "", dimensions, marked)


def made_beside(
    function: ExhibitFunction, data: Database, filters: Filters
) -> tuple[Card, Card] | tuple[Card]:
    """The cards of the filters' left and of their right side, on one scale; one if given up."""
    name = function.__name__
    try:
        left, right = comparison.pair(function, data, filters)
    except QueryStopped as fault:
        return (Card(name, None, fault=fault),)
    return Card(name, left, "_left"), Card(name, right, "_right")


def show(function: ExhibitFunction, data: Database, filters: Filters) -> None:
    """Nothing; shows the exhibit as wide as the page, or why its question was given up."""
    draw(made(function, data, filters), data, is_alone=True)


def draw(card: Card, data: Database, is_alone: bool) -> None:
    """Nothing; draws the card, as wide as the page where it `is_alone`."""
    with stopped.told_instead(card.name):
        if card.fault is not None:
            raise card.fault
        with st.container(key=f"card_{card.name}{card.place}"):
            _draw(card, data, is_alone)


def _draw(card: Card, data: Database, is_alone: bool) -> None:
    exhibit = card.exhibit
    chart_key = f"{card.name}{card.place}_{clicks.chart_round()}"
    st.html(_head(exhibit))
    if _is_drawn(exhibit):
        _draw_chart(exhibit, data, chart_key, card.dimensions, card.marked, is_alone)
    else:
        with st.container():  # one place in the card, however many elements
            _show_body(exhibit, data, chart_key)
    figure_actions.show_foot(exhibit, chart_key, card.place)


def show_plain(exhibit: Exhibit, finding: str, data: Database, key: str) -> None:
    """Nothing; shows an exhibit to be looked at only, its finding under the title."""
    with st.container(key=f"card_plain_{key}"):
        under = [
            *(escape(each.line) for each in exhibit.annotations),
            figure_head.clauses(exhibit.source_line(figure_unit(exhibit))),
        ]
        lines = "".join(f"<p>{words}</p>" for words in under)
        chart_key = f"plain_{key}"
        st.html(_head(exhibit, finding))
        if _is_drawn(exhibit):
            _draw_chart(exhibit, data, chart_key)
        else:
            _show_body(exhibit, data, chart_key)
        st.html(f'<div class="under">{lines}</div>')


def _head(exhibit: Exhibit, finding: str | None = None) -> str:
    told = [exhibit.period_line()] if finding is None else [exhibit.period_line(), finding]
    return figure_head.html(exhibit.title, told, definitions.of_exhibit(exhibit))


def _is_drawn(exhibit: Exhibit) -> bool:
    """Whether the exhibit's body is a chart."""
    return (
        exhibit.chart is not None
        and charts.has_figures(exhibit)
        and not comparison_table.is_of(exhibit)
    )


def _show_body(exhibit: Exhibit, data: Database, chart_key: str) -> None:
    """Nothing; shows what an exhibit that is no chart, or an empty one, has in its place."""
    if not charts.has_figures(exhibit):
        empty_figure.show(data, exhibit, chart_key)
        if isinstance(exhibit.chart, Forecasts) and not exhibit.is_empty:
            exhibit_table.show(exhibit)  # without targets it is not drawn and known all the same
    elif comparison_table.is_of(exhibit):
        comparison_table.show(exhibit, data)
    else:
        exhibit_table.show(exhibit)


def _draw_chart(
    exhibit: Exhibit,
    data: Database,
    chart_key: str,
    dimensions: Sequence[str] = (),
    marked: tuple[str, ...] = (),
    is_alone: bool = False,
) -> None:
    figure = charts.drawn(
        exhibit,
        theme.district_colours(data.district_places, style.is_dark()),
        style.is_dark(),
        marked,
        is_alone,
    )
    selecting: dict[str, object] = {}
    if dimensions:
        selecting = {
            # Streamlit keeps this for as long as the reader stays, so it must hold no exhibit.
            "on_select": partial(clicks.filter_by, exhibit.name, chart_key, dimensions),
            "selection_mode": "points",
        }
    st.plotly_chart(
        figure,
        key=chart_key,
        theme=None,
        config=_CONFIG,
        alt=exhibit.text_alternative(),
        **selecting,
    )


def _dimensions(exhibit: Exhibit) -> tuple[str, ...]:
    """What a click in the exhibit's chart filters by."""
    chart = exhibit.chart
    if isinstance(chart, HeatMap):
        named = (chart.column, chart.row)
    elif isinstance(chart, Bars | Tiles | Bullets) or (
        isinstance(chart, MeasureBars) and chart.label
    ):
        named = (chart.category,)
    elif isinstance(chart, StackedBars) and chart.x_label:
        named = (chart.x,)
    else:
        named = ()
    return named if all(each in FILTERABLE for each in named) else ()


def _field(dimension: str) -> str:
    return {"district": "districts", "industry": "industries"}[dimension]


def _chosen(filters: Filters, dimension: str) -> tuple[str, ...]:
    return getattr(filters, _field(dimension))
