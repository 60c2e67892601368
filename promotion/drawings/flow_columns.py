"""Where the codes of a flow of several steps stand, so that their names keep apart."""

from dataclasses import dataclass

PAD_PX = 20
_SLOT_PX = 29  # two lines of a name
_NODE_PX, _LEAST_PX = 46, 400
NAME_WIDTH = 16  # Latin characters: a third of a telephone's width
# Plotly takes 0 for "nowhere".
_LEFT, _RIGHT = 0.001, 0.999
_LAST_GAP = 1.6  # of the others: names stand in it from both sides
_Node = tuple[int, str]


@dataclass(frozen=True)
class Columns:
    """The height in pixels and, of each node, the middle as fractions of width and height."""

    height: float
    x: list[float]
    y: list[float]


def columns_of(totals: dict[_Node, float]) -> Columns:
    """The places of the nodes, a column a step from the top, each with room for its name."""
    members: dict[int, list[_Node]] = {}
    for node in totals:
        members.setdefault(node[0], []).append(node)
    tallest = max(map(len, members.values()), default=0)
    height = max(_LEAST_PX, _NODE_PX * tallest)
    # As Plotly scales the nodes: the fullest column with its gaps fills the height.
    whole = max((sum(totals[node] for node in column) for column in members.values()), default=0)
    scale = (height - PAD_PX * max(tallest - 1, 0)) / (whole or 1)
    last = max(members, default=0)
    middles = {
        node: middle / height
        for column in members.values()
        for node, middle in zip(
            column, _middles([totals[node] * scale for node in column], height), strict=True
        )
    }
    return Columns(height, [_across(step, last) for step, _code in totals], [*middles.values()])


def _across(step: int, last: int) -> float:
    if step == last:
        return _RIGHT
    return max(_LEFT, step / (last - 1 + _LAST_GAP))


def _middles(sizes: list[float], height: float) -> list[float]:
    """The middles of nodes of these sizes, each with room for its name where the height allows."""
    slots = [max(size, _SLOT_PX) for size in sizes]
    spare = height - sum(slots)
    if spare < 0:
        slots, spare = sizes, height - sum(sizes)
    gap = spare / max(len(sizes) - 1, 1)
    middles, top = [], 0.0 if len(sizes) > 1 else spare / 2
    for slot in slots:
        middles.append(top + slot / 2)
        top += slot + gap
    return middles
