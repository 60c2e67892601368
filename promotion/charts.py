"""A chart description and an exhibit's rows → a Plotly figure."""

from collections.abc import Callable
from functools import cache

import plotly.graph_objects as go
from plotly.basedatatypes import BaseFigure

from promotion import theme
from promotion.chart_columns import shown_values
from promotion.descriptions import (
    Bars,
    Bullets,
    Calendar,
    Flow,
    Forecasts,
    Funnel,
    HeatMap,
    Lines,
    MeasureBars,
    Ranges,
    StackedBars,
    TestedForecasts,
    Tiles,
    Timeline,
)
from promotion.drawings import (
    bars,
    bullets,
    calendar,
    flow,
    forecasts,
    funnel,
    heat_map,
    lines,
    measure_bars,
    ranges,
    stacked_bars,
    tested_forecasts,
    tiles,
    timeline,
)
from promotion.drawings.annotations import with_annotations
from promotion.drawings.common import Drawing
from promotion.drawings.margins import BESIDE_WIDTH_PX, WHOLE_WIDTH_PX, with_margins
from promotion.exhibit import Exhibit
from promotion.language import use_language
from promotion.pictures import as_shown

_DRAWINGS: dict[type, Callable[..., Drawing]] = {
    Bars: bars.draw,
    StackedBars: stacked_bars.draw,
    HeatMap: heat_map.draw,
    Tiles: tiles.draw,
    Funnel: funnel.draw,
    Bullets: bullets.draw,
    Lines: lines.draw,
    MeasureBars: measure_bars.draw,
    Flow: flow.draw,
    Calendar: calendar.draw,
    Ranges: ranges.draw,
    Forecasts: forecasts.draw,
    TestedForecasts: tested_forecasts.draw,
    Timeline: timeline.draw,
}


class Drawn(BaseFigure):
    """A figure to be shown as it was drawn: go.Figure copies all of it, then again to show it."""

    def __init__(self, traces: list[dict[str, object]], layout: dict[str, object]) -> None:
        self._drawn = {"data": traces, "layout": layout}

    def to_dict(self) -> dict[str, object]:
        """The figure as plain data, which is shared, so do not change it."""
        return self._drawn


def drawn(
    exhibit: Exhibit,
    colours: dict[str, str],
    dark: bool = False,
    marked: tuple[str, ...] = (),
    is_alone: bool = False,
) -> Drawn:
    """The exhibit's figure, to be shown only; takes what `figure` takes.

    One that `is_alone` is as wide as the page. It is drawn once while the exhibit lasts: the next
    reader, or the same one coming back, is given the same.
    """
    width = WHOLE_WIDTH_PX if is_alone else BESIDE_WIDTH_PX
    return exhibit.kept(
        ("drawn", tuple(colours.items()), dark, marked, width),
        lambda: Drawn(*_traces_and_layout(exhibit, colours, dark, marked, width)),
    )


def figure(
    exhibit: Exhibit, colours: dict[str, str], dark: bool = False, marked: tuple[str, ...] = ()
) -> go.Figure:
    """The exhibit's figure, without title and source: the page or the picture adds those.

    `colours` gives each district's colour; `marked` are codes to show among the others, which
    are muted. Raises TypeError for an exhibit that is only a table.
    """
    traces, layout = _traces_and_layout(exhibit, colours, dark, marked, BESIDE_WIDTH_PX)
    # Plotly's validation takes nine tenths of a figure's making; the tests do it instead.
    return go.Figure(data=traces, layout=layout, _validate=False)


def _traces_and_layout(
    exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...], width: int
) -> Drawing:
    draw = _DRAWINGS.get(type(exhibit.chart))
    if draw is None:
        raise TypeError(f"{exhibit.name} has no chart")
    with use_language(exhibit.filters.language):
        traces, layout = draw(as_shown(exhibit), colours, dark, marked)
    if exhibit.annotations:
        layout = with_annotations(layout, exhibit, dark)
    return traces, {"template": _template(dark), **with_margins(traces, layout, width)}


def has_figures(exhibit: Exhibit) -> bool:
    """Whether any number of the chart is known and not zero; of a table, whether it has rows."""
    if exhibit.chart is None:
        return not exhibit.is_empty
    values = shown_values(exhibit.chart)
    return any(row[value] for row in exhibit.rows() for value in values)


@cache
def _template(dark: bool) -> dict[str, object]:
    return theme.template(dark).to_plotly_json()
