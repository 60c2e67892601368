"""Bands from step to step: how many went from where to where."""

from collections.abc import Iterable
from itertools import pairwise

from promotion import numbers, theme
from promotion.descriptions import Flow
from promotion.drawings.common import Drawing, short
from promotion.drawings.flow_columns import NAME_WIDTH, PAD_PX, columns_of
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import STAGES, unit_of

_THICKNESS_PX, _MARGIN_PX = 12, 10
_OTHERS = "\0others"  # no code of a ledger holds this character
_Node = tuple[int, str]


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of bands between the codes of successive steps."""
    chart: Flow = exhibit.chart
    rows = _gathered([row for row in exhibit.rows() if row[chart.value]], chart)
    nodes = _nodes(rows, chart)
    places = {node: place for place, node in enumerate(nodes)}
    links: dict[tuple[int, int], float] = {}
    totals = dict.fromkeys(nodes, 0)
    for row in rows:
        path = [(step, row[code]) for step, code in enumerate(chart.steps)]
        for node in path:
            totals[node] += row[chart.value]
        for start, end in pairwise(path):
            band = (places[start], places[end])
            links[band] = links.get(band, 0) + row[chart.value]
    look = theme.palette(dark)
    unit = unit_of(chart.value)
    texts = [numbers.value_text(total, unit) for total in totals.values()]
    shown = [short(name, NAME_WIDTH) for name in nodes.values()]
    placed = columns_of(totals)
    trace = {
        "type": "sankey",
        "arrangement": "fixed",
        "node": {
            "label": _with_totals(shown, texts),
            "color": [_colour(code, look, dark) for _step, code in nodes],
            "thickness": _THICKNESS_PX,
            "pad": PAD_PX,
            "line": {"width": 0},
            "customdata": _with_totals(nodes.values(), texts),
            "hovertemplate": "%{customdata}<extra></extra>",
            "x": placed.x,
            "y": placed.y,
        },
        "link": {
            "source": [start for start, _end in links],
            "target": [end for _start, end in links],
            "value": list(links.values()),
            "color": theme.faded(look.accent, 0.28),
            "customdata": [numbers.value_text(value, unit) for value in links.values()],
            "hovertemplate": "%{source.customdata} → %{target.customdata}: %{customdata}"
            "<extra></extra>",
        },
        "textfont": {"size": theme.SMALL_FONT_SIZE, "color": look.text},
    }
    layout = {
        "height": placed.height + 2 * _MARGIN_PX,
        "margin": {"l": 4, "r": 4, "t": _MARGIN_PX, "b": _MARGIN_PX},
        "dragmode": False,
    }
    return [trace], layout


def _with_totals(names: Iterable[str], totals: list[str]) -> list[str]:
    # Bold, as a name may itself end in a number.
    return [f"{name} <b>{total}</b>" for name, total in zip(names, totals, strict=True)]


def _nodes(rows: list[dict[str, object]], chart: Flow) -> dict[_Node, str]:
    """The codes of each step, each with its label, in the order they are to stand."""
    found: dict[_Node, str] = {}
    for step, (code, label) in enumerate(zip(chart.steps, chart.labels, strict=True)):
        for row in rows:
            found.setdefault((step, row[code]), row[label])
    ranks = {code: rank for rank, code in enumerate(chart.order)}
    return dict(sorted(found.items(), key=lambda each: (each[0][0], ranks.get(each[0][1], 0))))


def _gathered(rows: list[dict[str, object]], chart: Flow) -> list[dict[str, object]]:
    """The rows, all but the largest codes of the first step under one name."""
    first, label = chart.steps[0], chart.labels[0]
    totals: dict[object, float] = {}
    for row in rows:
        totals[row[first]] = totals.get(row[first], 0) + row[chart.value]
    if chart.most is None or len(totals) <= chart.most:
        return rows
    kept = sorted(totals, key=lambda code: -totals[code])[: chart.most]
    others = {first: _OTHERS, label: _("Others")}
    return sorted(
        (row if row[first] in kept else row | others for row in rows),
        key=lambda row: kept.index(row[first]) if row[first] in kept else len(kept),
    )


def _colour(code: str, look: theme.Palette, dark: bool) -> str:
    if code not in STAGES:
        return look.accent
    colours = theme.series_colours("stage", dark)
    place = list(STAGES).index(code) - 1  # new in the period stands before the stages
    return look.muted_text if place < 0 else colours[place]
