"""What a picture of a figure says in itself that a page says around it."""

import re

from promotion import theme
from promotion.exhibit import Exhibit
from promotion.figure_unit import figure_unit
from promotion.language import use_language

LINE_WIDTH = 150  # Latin characters of the footer's size across a slide 960 px wide
_WIDE = re.compile(r"[\u2e80-\uffef]")
# A line may break before any Chinese character, and between words.
_PIECES = re.compile(r"[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+")
MARGINS_PX = {"l": 30, "r": 30, "t": 128, "b": 92}
# The margin below holds the axis' words and, under them, the footer's lines.
AXIS_PX, LINE_PX = 47, 15


def slide_layout(exhibit: Exhibit) -> dict[str, object]:
    """The layout laid over the figure's own for a 16:9 picture: title, period, unit, source."""
    with use_language(exhibit.filters.language):
        lines = _wrapped(" ".join([*exhibit.notes, exhibit.source_line(figure_unit(exhibit))]))
        return {
            "template": theme.template().to_plotly_json(),
            "height": None,
            "title": {
                "text": exhibit.title,
                "subtitle": {"text": exhibit.period_line(), "font": {"size": theme.FONT_SIZE}},
                "x": 0.03,
                "xanchor": "left",
                "y": 0.97,
                "yanchor": "top",
                "font": {"size": 20},
            },
            "margin": MARGINS_PX | {"b": max(MARGINS_PX["b"], AXIS_PX + LINE_PX * len(lines))},
            "annotations": [
                {
                    "text": "<br>".join(lines),
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


def _wrapped(text: str) -> list[str]:
    """The text in lines that fit the slide; a Chinese character is as wide as two others."""
    lines, line, width = [], "", 0
    for piece in _PIECES.findall(text):
        size = len(piece) * (2 if _WIDE.match(piece) else 1)
        if width + size > LINE_WIDTH and line:
            lines.append(line.strip())
            line, width = "", 0
        line += piece
        width += size
    return [*lines, line.strip()]
