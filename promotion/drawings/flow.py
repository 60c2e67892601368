"""Bands from step to step: how many went from where to where."""

from itertools import pairwise

from promotion import numbers, theme
from promotion.descriptions import Flow
from promotion.drawings.common import Drawing
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import unit_of

_NODE_PX, _LEAST_PX = 30, 380
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
    trace = {
        "type": "sankey",
        "arrangement": "fixed",
        "node": {
            "label": [
                f"{name} {numbers.value_text(totals[node], unit)}" for node, name in nodes.items()
            ],
            "color": look.accent,
            "thickness": 12,
            "pad": 14,
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
    tallest = max(
        (sum(step == each for each, _code in nodes) for step in range(len(chart.steps))), default=0
    )
    layout = {
        "height": max(_LEAST_PX, _NODE_PX * tallest),
        "margin": {"l": 4, "r": 4, "t": 10, "b": 10},
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
