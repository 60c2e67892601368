"""What a picture of a figure says in itself that a page says around it."""

import re
from dataclasses import replace
from pathlib import Path

import pandas as pd

from promotion import theme
from promotion.drawings.annotations import legend_above, strip_px
from promotion.exhibit import Exhibit
from promotion.exports.cells import plain_text
from promotion.figure_unit import figure_unit
from promotion.language import use_language
from promotion.text_widths import text_width

# A slide is 16:9: the SVG has this size, the PNG twice as many pixels each way, 1920 × 1080.
SLIDE_WIDTH_PX, SLIDE_HEIGHT_PX, SLIDE_SCALE = 960, 540, 2
SHEET_SCRIPT = Path(__file__).with_name("picture_sheet.js")  # how a browser draws a picture
LINE_WIDTH = 150  # Latin characters of the footer's size across a slide 960 px wide
TITLE_SIZE = 20
TITLE_TOP = 0.97
ASCENT = 0.7 * TITLE_SIZE  # by which Plotly forgets to lower a title of several lines
LABEL_LINES = 2
LINE_HEIGHT = 1.3  # of Plotly's texts, in their size
# A line may break before any Chinese character, and between words.
_PIECES = re.compile(r"[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+")
MARGINS_PX = {"l": 30, "r": 30, "t": 128, "b": 92}
FOOTER_LINES = 2  # that the lower margin holds under the labels of an axis


def slide_layout(exhibit: Exhibit) -> dict[str, object]:
    """The layout laid over the figure's own for a 16:9 picture: title, period, unit, source."""
    with use_language(exhibit.filters.language):
        title = _wrapped(exhibit.title, _room(TITLE_SIZE))
        period = _wrapped(exhibit.period_line(), _room(theme.FONT_SIZE))
        noted = (each.short_line for each in exhibit.annotations)
        words = " ".join([*exhibit.own_notes, *noted, exhibit.source_line(figure_unit(exhibit))])
        footer = _wrapped(words, LINE_WIDTH)
    above = (len(title) - 1) * TITLE_SIZE + (len(period) - 1) * theme.FONT_SIZE
    below = max(len(footer) - FOOTER_LINES, 0) * theme.SMALL_FONT_SIZE
    margin = MARGINS_PX | {
        "t": MARGINS_PX["t"] + round(above * LINE_HEIGHT),
        "b": MARGINS_PX["b"] + round(below * LINE_HEIGHT),
    }
    legend = {}
    if exhibit.annotations:
        margin["t"] += strip_px(exhibit)
        plot_px = SLIDE_HEIGHT_PX - margin["t"] - margin["b"]
        legend = {"legend": legend_above(exhibit, plot_px)}
    return {
        "template": theme.template().to_plotly_json(),
        "height": None,
        "title": {
            "text": _text(title),
            "subtitle": {"text": _text(period), "font": {"size": theme.FONT_SIZE}},
            "x": 0.03,
            "xanchor": "left",
            "y": TITLE_TOP if len(title) == 1 else TITLE_TOP - ASCENT / SLIDE_HEIGHT_PX,
            "yanchor": "top",
            "font": {"size": TITLE_SIZE},
        },
        "margin": margin,
        **legend,
        "annotations": [
            {
                "text": _text(footer),
                "xref": "container",
                "yref": "container",
                "x": 0.03,
                "y": 0.025,
                "xanchor": "left",
                "yanchor": "bottom",
                "align": "left",
                "showarrow": False,
                "font": {"size": theme.SMALL_FONT_SIZE},
            }
        ],
    }


def _room(font_size: int) -> int:
    """Latin characters of this size in a line across a slide."""
    return LINE_WIDTH * theme.SMALL_FONT_SIZE // font_size


def literal(text: str) -> str:
    """The text such that Plotly shows it as it is: in its labels < opens a tag, & a character."""
    return plain_text(text).replace("&", "&amp;").replace("<", "&lt;")


def as_shown(exhibit: Exhibit) -> Exhibit:
    """The exhibit with rows whose texts Plotly shows as they are, on a page as in a picture."""
    table = exhibit.table
    rows = [list(map(_literal, row)) for row in table.to_numpy(dtype=object).tolist()]
    # The table's own names, plain objects: as pandas' Arrow strings they take several times longer.
    shown = pd.DataFrame(rows, index=table.index, columns=table.columns, dtype=object)
    return replace(exhibit, table=shown)


def _literal(value: object) -> object:
    return literal(value) if isinstance(value, str) else value


def _text(lines: list[str]) -> str:
    return "<br>".join(map(literal, lines))


def lines_of_label(text: str, width: int) -> str:
    """A label as Plotly shows it, in two lines of so many Latin characters, the rest left out."""
    lines = [line for whole in _wrapped(text, width) for line in _broken(whole, width)]
    if len(lines) > LABEL_LINES:
        lines = [*lines[: LABEL_LINES - 1], lines[LABEL_LINES - 1] + "\N{HORIZONTAL ELLIPSIS}"]
    return _text(lines)


def _broken(line: str, width: int) -> list[str]:
    """A word longer than a line, in several."""
    if text_width(line) <= width:
        return [line]
    return [line[start : start + width] for start in range(0, len(line), width)]


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines of so many Latin characters; a Chinese character is as wide as two."""
    lines, line = [], ""
    for piece in _PIECES.findall(text):
        if line and text_width(line + piece) > width:
            lines.append(line.strip())
            line = ""
        line += piece
    return [*lines, line.strip()]
