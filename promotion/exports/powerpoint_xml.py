"""Pieces of the XML that slides, their tables and their charts are written in."""

from xml.sax.saxutils import escape, quoteattr

from promotion import theme
from promotion.exports.cells import plain_text

LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en-GB"}
NAMESPACES = {
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
# Fonts by their place in the theme: a user's own template brings its own.
FONTS = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
_POINTS = 100  # sizes are written in hundredths of a point
_OF_THE_THEME = {theme.LIGHT.accent: "accent1", theme.LIGHT.text: "tx1", theme.LIGHT.ground: "bg1"}
# The text's colour paled, and so pale that lines step back: on whatever ground the theme has.
MUTED = (
    '<a:schemeClr val="tx1"><a:satMod val="50000"/><a:lumMod val="70000"/>'
    '<a:lumOff val="30000"/></a:schemeClr>'
)
PALE = MUTED.replace("70000", "25000").replace("30000", "75000")
FAINT = '<a:schemeClr val="tx1"><a:alpha val="20000"/></a:schemeClr>'


def node(tag: str, *children: str, **attributes: object) -> str:
    """An element of these children, themselves XML."""
    named = {name: value for name, value in attributes.items() if value is not None}
    head = "".join([f"<{tag}", *(f" {name}={quoteattr(str(named[name]))}" for name in named)])
    return f"{head}>{''.join(children)}</{tag}>" if children else f"{head}/>"


def root(tag: str, *children: str, **attributes: object) -> str:
    """The element, with the namespaces that it and its children need."""
    return node(tag, *children, **NAMESPACES, **attributes)


def words(text: str) -> str:
    """The text as XML: nothing in it is markup."""
    return escape(plain_text(text))


def colour(value: str) -> str:
    """The colour, by its name in the theme where it has one there."""
    if value in _OF_THE_THEME:
        return node("a:schemeClr", val=_OF_THE_THEME[value])
    return fixed(value)


def fixed(value: str) -> str:
    """The colour, whatever the theme's colours are."""
    return node("a:srgbClr", val=value.removeprefix("#"))


def fill(value: str | None) -> str:
    """A fill of this colour, or none."""
    return node("a:solidFill", colour(value)) if value else node("a:noFill")


def line(value: str | None, points: float = 0.75) -> str:
    """A line of this colour and width, or none."""
    if value is None:
        return node("a:ln", node("a:noFill"))
    return node("a:ln", fill(value), w=round(points * 12700))


def character_look(tag: str, size: float, inner: str, **more: object) -> str:
    """How characters look: their size in points, their colour as XML, the theme's fonts."""
    return node(tag, node("a:solidFill", inner), FONTS, sz=round(size * _POINTS), **more)


def run(text: str, size: float, language: str, inner: str, is_bold: bool = False) -> str:
    """A stretch of text that looks the same."""
    look = character_look(
        "a:rPr", size, inner, lang=LANGUAGE_TAGS[language], b=int(is_bold), dirty=0
    )
    return node("a:r", look, node("a:t", words(text)))
