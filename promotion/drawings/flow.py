"""Bands from step to step: how many went from where to where."""

from itertools import pairwise

from promotion import numbers, theme
from promotion.descriptions import Flow
from promotion.drawings.common import Drawing
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import STAGES, unit_of

_NODE_PX, _LEAST_PX = 32, 380
_PAD_PX, _MARGIN_PX = 14, 12
_OTHERS = "\0others"  # no code of a ledger holds this character
_Node = tuple[int, str]


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of bands between the codes of successive steps."""
    chart: Flow = exhibit.chart
    rows = _gathered([row for row in exhibit.rows() if row[chart.value]], chart)
    nodes: dict[_Node, str] = {}
    for step, (code, label) in enumerate(zip(chart.steps, chart.labels, strict=True)):
        for row in rows:
            nodes.setdefault((step, row[code]), row[label])
    totals = dict.fromkeys(nodes, 0)
    for row in rows:
        for step, code in enumerate(chart.steps):
            totals[step, row[code]] += row[chart.value]
    order = sorted(nodes, key=lambda node: (node[0], _place_of(node[1], totals[node])))
    places = {node: place for place, node in enumerate(order)}
    links: dict[tuple[int, int], float] = {}
    for row in rows:
        path = [places[step, row[code]] for step, code in enumerate(chart.steps)]
        for band in pairwise(path):
            links[band] = links.get(band, 0) + row[chart.value]
    height = max(_LEAST_PX, _NODE_PX * _longest_step(order))
    look = theme.palette(dark)
    unit = unit_of(chart.value)
    trace = {
        "type": "sankey",
        "arrangement": "snap",
        "node": {
            "label": [f"{nodes[node]} {numbers.value_text(totals[node], unit)}" for node in order],
            "x": [_within(step / (len(chart.steps) - 1)) for step, _code in order],
            "y": _middles(order, totals, height),
            "color": [_colour(code, look, dark) for _step, code in order],
            "thickness": 12,
            "pad": _PAD_PX,
            "line": {"width": 0},
            "hovertemplate": "%{label}<extra></extra>",
        },
        "link": {
            "source": [start for start, _end in links],
            "target": [end for _start, end in links],
            "value": list(links.values()),
            "color": theme.faded(look.accent, 0.28),
            "customdata": [numbers.value_text(value, unit) for value in links.values()],
            "hovertemplate": "%{source.label} → %{target.label}: %{customdata}<extra></extra>",
        },
        "textfont": {"size": theme.SMALL_FONT_SIZE, "color": look.text},
    }
    layout = {
        "height": height,
        "margin": {"l": 4, "r": 4, "t": _MARGIN_PX, "b": _MARGIN_PX},
        "dragmode": False,
    }
    return [trace], layout


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


def _place_of(code: str, total: float) -> tuple[int, float]:
    """Stages in their own order, anything else by size, those gathered last."""
    if code in STAGES:
        return list(STAGES).index(code), 0
    return (1, 0) if code == _OTHERS else (0, -total)


def _middles(order: list[_Node], totals: dict[_Node, float], height_px: int) -> list[float]:
    """Where each node's middle stands, from the top: one below the other in each step."""
    pad = _PAD_PX / (height_px - 2 * _MARGIN_PX)
    room = 1 - pad * (_longest_step(order) - 1)
    middles, below = [], dict.fromkeys((step for step, _code in order), 0.0)
    for step, code in order:
        whole = sum(total for (each, _code), total in totals.items() if each == step)
        size = room * totals[step, code] / whole
        middles.append(_within(below[step] + size / 2))
        below[step] += size + pad
    return middles


def _longest_step(order: list[_Node]) -> int:
    """The nodes of the step that has most."""
    steps = [step for step, _code in order]
    return max((steps.count(step) for step in set(steps)), default=1)


def _within(place: float) -> float:
    """The place as Plotly takes it: it leaves out a 0 and moves a 1."""
    return min(max(place, 0.001), 0.999)


def _colour(code: str, look: theme.Palette, dark: bool) -> str:
    if code not in STAGES:
        return look.accent
    colours = theme.series_colours("stage", dark)
    place = list(STAGES).index(code) - 1  # new in the period stands before the stages
    return look.muted_text if place < 0 else colours[place]
