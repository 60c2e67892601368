"""The labels of a native chart's points as XML."""

from promotion import theme
from promotion.exports.blocks import Block, Series
from promotion.exports.powerpoint_look import TEXT, ChartLook, text_look
from promotion.exports.powerpoint_xml import (
    LANGUAGE_TAGS,
    character_look,
    fill,
    fixed,
    line,
    node,
    words,
)


def bar_labels(block: Block, place: int, look: ChartLook) -> str:
    """The labels of bars or columns: at their ends, or in them where they are stacked."""
    series = block.series[place]
    if not look.has_labels:
        return no_labels()
    if not block.is_stacked:
        return labels(place, look, series, "outEnd", TEXT)
    shade = theme.text_on([(0, series.colour), (1, series.colour)], 0)
    return labels(place, look, series, "ctr", fixed(shade))


def labels(place: int, look: ChartLook, series: Series, position: str, shade: str) -> str:
    """The values at their points, in this colour; none where the point is hidden."""
    is_over = series.is_line or bool(series.mark)
    single = []
    for index in range(look.drawn):
        if (place, index) in look.hidden:
            single.append(node("c:dLbl", node("c:idx", val=index), node("c:delete", val=1)))
        elif (place, index) in look.labels:
            single.append(_worded(place, index, look, position, shade))
    return node(
        "c:dLbls",
        *single,
        node("c:numFmt", formatCode=_shown_format(series), sourceLinked=0),
        # A line's labels lie over columns of any shade, and over rules.
        node("c:spPr", fill(theme.LIGHT.ground if is_over else None), line(None)),
        text_look(look, shade, look.size),
        node("c:dLblPos", val=position),
        *_shown("c:showVal"),
    )


def _worded(place: int, index: int, look: ChartLook, position: str, shade: str) -> str:
    """The label of one point, in words of its own."""
    characters = character_look("a:rPr", look.size, shade, lang=LANGUAGE_TAGS[look.language], b=0)
    text = node("a:t", words(look.labels[place, index]))
    return node(
        "c:dLbl",
        node("c:idx", val=index),
        node(
            "c:tx",
            node(
                "c:rich",
                node("a:bodyPr"),
                node("a:lstStyle"),
                node("a:p", node("a:r", characters, text)),
            ),
        ),
        node("c:dLblPos", val=position),
        *_shown("c:showVal"),
    )


def no_labels() -> str:
    """No labels, where a program would put some unless it is told."""
    return node("c:dLbls", *_shown())


def _shown(*parts: str) -> list[str]:
    names = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return [node(f"c:show{name}", val=int(f"c:show{name}" in parts)) for name in names]


def _shown_format(series: Series) -> str:
    """The series' number format, without the decimal that none of its values has."""
    is_whole = all(value is None or value == int(value) for value in series.values)
    return series.number_format.removesuffix(".0") if is_whole else series.number_format
