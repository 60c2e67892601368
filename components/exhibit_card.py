"""An exhibit on a page: title, figure, unit and source, and what can be taken away."""

from collections.abc import Sequence
from dataclasses import replace
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
from promotion import charts, pictures, theme
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

FILTERABLE = ("district", "industry")
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def show(
    function: ExhibitFunction, data: Database, filters: Filters, is_alone: bool = True
) -> None:
    """Nothing; shows the exhibit, or in its place why its question was given up.

    A chart whose click set the filter stays whole, with what was clicked marked in it. One that
    `is_alone` is as wide as the page.
    """
    with stopped.told_instead(function.__name__):
        _show(function, data, filters, is_alone)


def _show(function: ExhibitFunction, data: Database, filters: Filters, is_alone: bool) -> None:
    name = function.__name__
    kept = st.session_state.get(clicks.KEPT) == name
    exhibit = function(data, filters)
    dimensions = _dimensions(exhibit)
    marked: tuple[str, ...] = ()
    if kept and dimensions:
        marked = tuple(code for each in dimensions for code in _chosen(filters, each))
        whole = {"districts": (), "industries": ()}
        exhibit = function(
            data,
            replace(filters, **{key: whole[key] for key in map(_field, dimensions)}),
        )
    with st.container(key=f"card_{name}"):
        chart_key = f"{name}_{clicks.chart_round()}"
        _show_head(exhibit)
        _show_body(exhibit, data, chart_key, dimensions, marked, is_alone)
        figure_actions.show_foot(exhibit, chart_key)


def show_beside(function: ExhibitFunction, data: Database, filters: Filters) -> None:
    """Nothing; shows the exhibit of the filters' left and of their right side on one scale."""
    with stopped.told_instead(function.__name__):
        columns = st.columns(2, gap="medium")
        made = comparison.pair(function, data, filters)
        for column, exhibit, place in zip(columns, made, ("_left", "_right"), strict=True):
            with column, st.container(key=f"card_{exhibit.name}{place}"):
                chart_key = f"{exhibit.name}{place}_{clicks.chart_round()}"
                _show_head(exhibit)
                _show_body(exhibit, data, chart_key)
                figure_actions.show_foot(exhibit, chart_key, place)


def show_plain(exhibit: Exhibit, finding: str, data: Database, key: str) -> None:
    """Nothing; shows an exhibit to be looked at only, its finding under the title."""
    with st.container(key=f"card_plain_{key}"):
        _show_head(exhibit, finding)
        _show_body(exhibit, data, f"plain_{key}")
        under = [
            *(escape(each.line) for each in exhibit.annotations),
            figure_head.clauses(exhibit.source_line(figure_unit(exhibit))),
        ]
        lines = "".join(f"<p>{words}</p>" for words in under)
        st.html(f'<div class="under">{lines}</div>')


def _show_head(exhibit: Exhibit, finding: str | None = None) -> None:
    told = [exhibit.period_line()] if finding is None else [exhibit.period_line(), finding]
    st.html(figure_head.html(exhibit.title, told, definitions.of_exhibit(exhibit)))


def _show_body(
    exhibit: Exhibit,
    data: Database,
    chart_key: str,
    dimensions: Sequence[str] = (),
    marked: tuple[str, ...] = (),
    is_alone: bool = False,
) -> None:
    if not charts.has_figures(exhibit):
        empty_figure.show(data, exhibit, chart_key)
        if isinstance(exhibit.chart, Forecasts) and not exhibit.is_empty:
            exhibit_table.show(exhibit)  # without targets it is not drawn and known all the same
    elif comparison_table.is_of(exhibit):
        comparison_table.show(exhibit, data)
    elif exhibit.chart is None:
        exhibit_table.show(exhibit)
    else:
        _show_chart(exhibit, data, chart_key, dimensions, marked, is_alone)


def show_pairs(data: Database, filters: Filters, *pairs: tuple[ExhibitFunction, ...]) -> None:
    """Nothing; shows each pair of exhibits side by side, one below the other on a narrow page."""
    for pair in pairs:
        for column, function in zip(st.columns(len(pair), gap="medium"), pair, strict=True):
            with column:
                show(function, data, filters, is_alone=len(pair) == 1)


def _show_chart(
    exhibit: Exhibit,
    data: Database,
    chart_key: str,
    dimensions: Sequence[str],
    marked: tuple[str, ...],
    is_alone: bool,
) -> None:
    figure = charts.drawn(
        pictures.as_shown(exhibit),
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
