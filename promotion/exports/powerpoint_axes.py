"""The axes of a native chart as XML."""

from promotion.exports.blocks import Block, Series
from promotion.exports.powerpoint_look import ChartLook, muted, text_look
from promotion.exports.powerpoint_xml import (
    FAINT,
    LANGUAGE_TAGS,
    MUTED,
    character_look,
    node,
    words,
)

MAIN_AXES, SECOND_AXES = (111111111, 111111112), (222222221, 222222222)
_GRID = node("a:ln", node("a:solidFill", FAINT), w=6350)
_NO_LINE = node("c:spPr", node("a:ln", node("a:noFill")))


def main_axes(block: Block, look: ChartLook) -> str:
    """The axis of the categories and that of the values, from zero; the first one on top."""
    lies = block.kind == "bar"
    names, values = MAIN_AXES
    known = [value for series in block.series for value in _values_of(series, look)]
    categories = node(
        "c:catAx",
        node("c:axId", val=names),
        node("c:scaling", node("c:orientation", val="maxMin" if lies else "minMax")),
        node("c:delete", val=0),
        node("c:axPos", val="l" if lies else "b"),
        node("c:numFmt", formatCode="@", sourceLinked=0),
        node("c:majorTickMark", val="none"),
        node("c:minorTickMark", val="none"),
        node("c:tickLblPos", val="low"),
        node("c:spPr", _GRID),
        text_look(look),
        node("c:crossAx", val=values),
        node("c:crosses", val="autoZero"),
        node("c:auto", val=0),
        node("c:lblAlgn", val="ctr"),
        node("c:lblOffset", val=60),
        *([node("c:tickLblSkip", val=1)] if lies else []),
        node("c:noMultiLvlLbl", val=1),
    )
    return categories + node(
        "c:valAx",
        node("c:axId", val=values),
        _scaling(block.top, 0 if min(known, default=0) >= 0 else None),
        node("c:delete", val=0),
        node("c:axPos", val="b" if lies else "l"),
        node("c:majorGridlines", node("c:spPr", _GRID)),
        *title_node(block.axis_title, look, turned=not lies),
        node("c:numFmt", formatCode=_axis_format(block.series[0]), sourceLinked=0),
        node("c:majorTickMark", val="none"),
        node("c:minorTickMark", val="none"),
        node("c:tickLblPos", val="nextTo"),
        _NO_LINE,
        muted(look),
        node("c:crossAx", val=names),
        node("c:crosses", val="max" if lies else "autoZero"),
        node("c:crossBetween", val="between"),
    )


def second_axes(lines: list[Series], look: ChartLook) -> str:
    """Axes for lines over columns: the scale on the right, up to the whole where it is a share."""
    names, values = SECOND_AXES
    known = [value for series in lines for value in _values_of(series, look)]
    is_share = "%" in lines[0].number_format
    top = 1 if is_share and max(known, default=0) <= 1 else None
    return node(
        "c:valAx",
        node("c:axId", val=values),
        _scaling(top, 0 if min(known, default=0) >= 0 else None),
        node("c:delete", val=0),
        node("c:axPos", val="r"),
        node("c:numFmt", formatCode=_axis_format(lines[0]), sourceLinked=0),
        node("c:majorTickMark", val="none"),
        node("c:minorTickMark", val="none"),
        node("c:tickLblPos", val="nextTo"),
        _NO_LINE,
        muted(look),
        node("c:crossAx", val=names),
        node("c:crosses", val="max"),
        node("c:crossBetween", val="between"),
    ) + node(
        "c:catAx",
        node("c:axId", val=names),
        node("c:scaling", node("c:orientation", val="minMax")),
        node("c:delete", val=1),
        node("c:axPos", val="b"),
        node("c:majorTickMark", val="none"),
        node("c:minorTickMark", val="none"),
        node("c:tickLblPos", val="nextTo"),
        node("c:crossAx", val=values),
        node("c:crosses", val="autoZero"),
        node("c:auto", val=0),
        node("c:lblAlgn", val="ctr"),
        node("c:lblOffset", val=100),
        node("c:noMultiLvlLbl", val=1),
    )


def _scaling(top: float | None, bottom: float | None) -> str:
    return node(
        "c:scaling",
        node("c:orientation", val="minMax"),
        *([] if top is None else [node("c:max", val=top)]),
        *([] if bottom is None else [node("c:min", val=bottom)]),
    )


def title_node(text: str, look: ChartLook, shade: str = MUTED, turned: bool = False) -> list[str]:
    """The title of an axis or a chart, upwards where it is turned; nothing where it has none."""
    if not text:
        return []
    characters = character_look("a:rPr", look.size, shade, lang=LANGUAGE_TAGS[look.language], b=0)
    body = {"rot": -5400000, "vert": "horz"} if turned else {}
    rich = node(
        "c:rich",
        node("a:bodyPr", **body),
        node("a:lstStyle"),
        node("a:p", node("a:r", characters, node("a:t", words(text)))),
    )
    return [node("c:title", node("c:tx", rich), node("c:overlay", val=0))]


def _axis_format(series: Series) -> str:
    shown = series.number_format
    return "0%" if "%" in shown else shown if shown == "0.00" else "#,##0"


def _values_of(series: Series, look: ChartLook) -> list[float]:
    return [value for value in series.values[: look.drawn] if value is not None]
