"""Where the parts of a chart stand that is one of several, whose room is little, as XML."""

from promotion.exports.powerpoint_look import ChartLook
from promotion.exports.powerpoint_xml import node
from promotion.exports.text_room import LINE_HEIGHT

_LINES_ABOVE, _LINES_BELOW = 1.9, 2.9  # of text: the title; categories and legend
_LEGEND_LINES = 1.4
_LEFT_EMS, _RIGHT_EMS = 4.0, 3.6  # of the axis' labels; of a label right of the last point


def plot_layout(look: ChartLook) -> str:
    """Where the plot stands; the program's choice where the chart is alone."""
    if look.panel is None:
        return node("c:layout")
    width, height = look.panel
    line = look.size * LINE_HEIGHT / height
    em = look.size / width
    return _manual(
        _LEFT_EMS * em,
        _LINES_ABOVE * line,
        1 - (_LEFT_EMS + _RIGHT_EMS) * em,
        1 - (_LINES_ABOVE + _LINES_BELOW) * line,
        "inner",
    )


def legend_layout(look: ChartLook) -> list[str]:
    """Where the legend stands: in one line at the foot; nothing where the chart is alone."""
    if look.panel is None:
        return []
    width, height = look.panel
    part = _LEGEND_LINES * look.size * LINE_HEIGHT / height
    left = _LEFT_EMS * look.size / width
    return [_manual(left, 1 - part, 1 - left, part)]


def _manual(left: float, top: float, width: float, height: float, target: str = "") -> str:
    sizes = {"x": left, "y": top, "w": width, "h": height}
    return node(
        "c:layout",
        node(
            "c:manualLayout",
            *([node("c:layoutTarget", val=target)] if target else []),
            node("c:xMode", val="edge"),
            node("c:yMode", val="edge"),
            *(node(f"c:{name}", val=round(size, 4)) for name, size in sizes.items()),
        ),
    )
