"""What a picture of a figure says in itself that a page says around it."""

import re
from pathlib import Path

from promotion import theme
from promotion.exhibit import Exhibit
from promotion.figure_unit import figure_unit
from promotion.language import use_language

# A slide is 16:9: the SVG has this size, the PNG twice as many pixels each way, 1920 × 1080.
SLIDE_WIDTH_PX, SLIDE_HEIGHT_PX, SLIDE_SCALE = 960, 540, 2
SHEET_SCRIPT = Path(__file__).with_name("picture_sheet.js")  # how a browser draws a picture
LINE_WIDTH = 150  # Latin characters of the footer's size across a slide 960 px wide
TITLE_SIZE = 20
LINE_HEIGHT = 1.3  # of Plotly's texts, in their size
_WIDE = re.compile(r"[\u2e80-\uffef]")
# A line may break before any Chinese character, and between words.
_PIECES = re.compile(r"[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+")
MARGINS_PX = {"l": 30, "r": 30, "t": 128, "b": 92}
FOOTER_LINES = 3  # that the lower margin holds under the labels of an axis


def slide_layout(exhibit: Exhibit) -> dict[str, object]:
    """The layout laid over the figure's own for a 16:9 picture: title, period, unit, source."""
    with use_language(exhibit.filters.language):
        title = _wrapped(exhibit.title, TITLE_SIZE)
        period = _wrapped(exhibit.period_line(), theme.FONT_SIZE)
        words = " ".join([*exhibit.notes, exhibit.source_line(figure_unit(exhibit))])
        footer = _wrapped(words, theme.SMALL_FONT_SIZE)
    above = (len(title) - 1) * TITLE_SIZE + (len(period) - 1) * theme.FONT_SIZE
    below = max(len(footer) - FOOTER_LINES, 0) * theme.SMALL_FONT_SIZE
    return {
        "template": theme.template().to_plotly_json(),
        "height": None,
        "title": {
            "text": "<br>".join(title),
            "subtitle": {"text": "<br>".join(period), "font": {"size": theme.FONT_SIZE}},
            "x": 0.03,
            "xanchor": "left",
            "y": 0.97,
            "yanchor": "top",
            "font": {"size": TITLE_SIZE},
        },
        "margin": MARGINS_PX
        | {
            "t": MARGINS_PX["t"] + round(above * LINE_HEIGHT),
            "b": MARGINS_PX["b"] + round(below * LINE_HEIGHT),
        },
        "annotations": [
            {
                "text": "<br>".join(footer),
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


def _wrapped(text: str, font_size: int) -> list[str]:
    """The text in lines that fit the slide; a Chinese character is as wide as two others."""
    line_width = LINE_WIDTH * theme.SMALL_FONT_SIZE // font_size
    lines, line, width = [], "", 0
    for piece in _PIECES.findall(text):
        size = len(piece) * (2 if _WIDE.match(piece) else 1)
        if width + size > line_width and line:
            lines.append(line.strip())
            line, width = "", 0
        line += piece
        width += size
    return [*lines, line.strip()]
