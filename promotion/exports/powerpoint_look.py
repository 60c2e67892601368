"""How a native chart looks on its slide: sizes, labels, what is hidden, how words are set."""

from dataclasses import dataclass, field

from promotion import theme
from promotion.exports.powerpoint_xml import (
    LANGUAGE_TAGS,
    MUTED,
    character_look,
    colour,
    node,
)

TEXT = colour(theme.LIGHT.text)  # of words as XML


@dataclass(frozen=True)
class ChartLook:
    """How a block is drawn on its slide.

    `drawn` is how many categories stand in the chart, the first ones. Points that are `hidden`
    (series, category) are in the data alone; those in `labels` say this instead of their value.
    `panel` are the width and height in points of a chart that is one of several.
    """

    language: str
    drawn: int
    size: float
    has_labels: bool
    has_line_labels: bool = False
    hidden: frozenset[tuple[int, int]] = frozenset()
    labels: dict[tuple[int, int], str] = field(default_factory=dict)
    panel: tuple[float, float] | None = None


def text_look(look: ChartLook, inner: str = "", size: float | None = None) -> str:
    """How the chart's words look: the theme's fonts, in this size."""
    characters = character_look("a:defRPr", size or look.size, inner or TEXT, b=0)
    return node(
        "c:txPr",
        node("a:bodyPr"),
        node("a:lstStyle"),
        node(
            "a:p",
            node("a:pPr", characters),
            node("a:endParaRPr", lang=LANGUAGE_TAGS[look.language]),
        ),
    )


def muted(look: ChartLook) -> str:
    """The look of words that step back: the axes'."""
    return text_look(look, MUTED)
