"""Boxes on a slide and the texts in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Pt

from promotion import theme
from promotion.exports.powerpoint_xml import colour, node, root, run
from promotion.exports.text_room import cut_to, height_of, one_line

PADDING_PT = 7.2  # of a text box, on each side
TEXT = colour(theme.LIGHT.text)


@dataclass(frozen=True)
class Box:
    """A rectangle on the slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    def below(self, height: float) -> "Box":
        """What is left of it under so much of its height."""
        return Box(self.left, self.top + height, self.width, max(self.height - height, 1))

    def above(self, height: float) -> "Box":
        """What is left of it over so much of its height."""
        return replace(self, height=max(self.height - height, 1))

    def inset(self, padding: float) -> "Box":
        """What is left of it between so much at its sides, as a text box leaves it."""
        return replace(self, left=self.left + padding, width=self.width - 2 * padding)

    def emu(self) -> tuple[int, int, int, int]:
        """Left, top, width and height as a file holds them."""
        return tuple(int(Pt(each)) for each in (self.left, self.top, self.width, self.height))


@dataclass(frozen=True)
class Text:
    """A paragraph and how it looks; `shade` is its colour as XML."""

    words: str
    size: float
    shade: str = TEXT
    is_bold: bool = False


def add_texts(
    slide: Slide, box: Box, texts: Sequence[Text], language: str, anchor: str = "t"
) -> None:
    """Nothing; a text box stands on the slide."""
    shape = slide.shapes.add_textbox(*box.emu())
    old = shape._element.txBody
    paragraphs = (
        node("a:p", run(one_line(text.words), text.size, language, text.shade, text.is_bold))
        for text in texts
    )
    new = root(
        "p:txBody",
        node("a:bodyPr", node("a:noAutofit"), wrap="square", tIns=0, bIns=0, anchor=anchor),
        node("a:lstStyle"),
        *paragraphs,
    )
    old.getparent().replace(old, parse_xml(new))


def text_height(texts: Sequence[Text], width: float) -> float:
    """The height in points that the paragraphs take in a box so wide."""
    inner = width - 2 * PADDING_PT
    return sum(height_of([one_line(text.words)], inner, text.size) for text in texts)


def cut_texts(texts: Sequence[Text], width: float, lines: int) -> list[Text]:
    """The paragraphs, each cut to so many lines in a box so wide."""
    inner = width - 2 * PADDING_PT
    return [
        replace(text, words=cut_to(one_line(text.words), inner / text.size, lines))
        for text in texts
    ]
