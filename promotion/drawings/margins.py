"""The margins a chart's labels need, estimated.

Plotly finds them by itself, but only once a chart stands: then it draws it a second time, which
takes a browser as long as the first. Where the estimate falls short it still does so.
"""

import math
import re
from collections.abc import Iterator
from html import unescape
from itertools import zip_longest

from promotion import numbers, theme
from promotion.text_widths import letters_ems

_LEAST_PX = {"l": 8, "r": 12, "t": 8, "b": 8}
# What Plotly leaves around what stands in a margin.
_PAD_PX = 12
_TICK_PX, _LABEL_GAP_PX = 6, 5
_LEGEND_LINE_PX, _LEGEND_GAP_PX, _LEGEND_SYMBOL_PX = 19, 11, 45
_LINE_HEIGHT = 1.3
_WIDER = 1.05  # of the letters' usual widths: no label may be wider than its estimate
_BEYOND = 1.05  # an axis goes so far beyond its longest bar
_USUAL_HEIGHT_PX = 330
# Of one of two figures beside each other on a large screen, and of one alone on a small one.
BESIDE_WIDTH_PX, WHOLE_WIDTH_PX = 760, 1060
_MARKUP = re.compile(r"<[^>]*>")

Margins = dict[str, float]


def with_margins(
    traces: list[dict[str, object]], layout: dict[str, object], width: int = BESIDE_WIDTH_PX
) -> dict[str, object]:
    """The layout with margins that hold the labels and the legend of the traces.

    The figure is drawn about so wide; its legend takes lines by that.
    """
    margins: Margins = _LEAST_PX | layout.get("margin", {})
    for name, axis in _axes(layout):
        side = axis.get("side", "left" if name.startswith("y") else "bottom")[0]
        margins[side] = max(margins[side], _axis_px(name, axis, traces, layout))
    if layout.get("showlegend"):
        margins["t"] = max(margins["t"], _legend_px(traces, layout, margins, width))
    return layout | {"margin": margins}


def _axes(layout: dict[str, object]) -> Iterator[tuple[str, dict[str, object]]]:
    """The axes at the edges of the only plot; of several plots none."""
    axes = [(name, axis) for name, axis in layout.items() if name[1:5] == "axis"]
    if not any("domain" in axis for _name, axis in axes):
        yield from ((name, axis) for name, axis in axes if axis.get("visible", True))


def _axis_px(
    name: str, axis: dict[str, object], traces: list[dict[str, object]], layout: dict[str, object]
) -> int:
    size = axis.get("tickfont", {}).get("size", theme.TICK_FONT_SIZE)
    labels = _labels(name, axis, traces, layout)
    if name.startswith("y"):
        lines = (line for label in labels for line in label.split("<br>"))
        room = size * _WIDER * max(letters_ems(unescape(_MARKUP.sub("", line))) for line in lines)
    else:
        room = size * _LINE_HEIGHT * max(label.count("<br>") + 1 for label in labels)
    if axis.get("title", {}).get("text"):
        room += theme.SMALL_FONT_SIZE
    return round(room) + _TICK_PX + _LABEL_GAP_PX + _PAD_PX


def _labels(
    name: str, axis: dict[str, object], traces: list[dict[str, object]], layout: dict[str, object]
) -> list[str]:
    """The labels the axis will have; of an axis of numbers the longest it could have."""
    if "ticktext" in axis:
        return axis["ticktext"] or [""]
    letter, own = name[0], name.replace("axis", "")
    series = [
        trace[letter]
        for trace in traces
        if trace.get(f"{letter}axis", letter) == own and trace.get(letter)
    ]
    values = [value for each in series for value in each if value is not None]
    if axis.get("type") == "category" or any(isinstance(value, str) for value in values):
        return [str(value) for value in values] or [""]
    if axis.get("tickformat") == ".0%":
        return ["100%"]
    if layout.get("barmode") == "stack":
        values = [sum(value or 0 for value in bar) for bar in zip_longest(*series)]
    reach = numbers.count_text(round(max(map(abs, values), default=0) * _BEYOND))
    return [reach.rjust(len("0.5"), "0")]


def _legend_px(
    traces: list[dict[str, object]], layout: dict[str, object], margins: Margins, width: int
) -> int:
    """A legend, standing so far above the plot as its place says in heights of the plot."""
    lines = _legend_lines(_legend_names(traces), width - margins["r"])
    legend = lines * _LEGEND_LINE_PX + _LEGEND_GAP_PX + _PAD_PX
    raised = layout.get("legend", {}).get("y", theme.LEGEND_ABOVE) - 1
    height = layout.get("height") or _USUAL_HEIGHT_PX
    # legend + raised × (height − above − below) = above
    return round((legend + raised * (height - margins["b"])) / (1 + raised))


def _legend_names(traces: list[dict[str, object]]) -> list[str]:
    named = (trace for trace in traces if trace.get("name") and trace.get("showlegend", True))
    return list(dict.fromkeys(str(trace["name"]) for trace in named))


def _legend_lines(names: list[str], width: float) -> int:
    """One, or where the names do not fit one beside the other, as many as columns alike need."""
    entries = [letters_ems(name) * theme.TICK_FONT_SIZE + _LEGEND_SYMBOL_PX for name in names]
    if sum(entries) <= width:
        return 1
    columns = max(1, int(width // max(entries)))
    return math.ceil(len(entries) / columns)
