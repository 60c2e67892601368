"""What the drawings share."""

import re
from datetime import date
from html import unescape

from promotion import numbers, theme
from promotion.descriptions import Bars, Funnel
from promotion.text_widths import text_width

ROW_HEIGHT = 27
STACK_HEIGHT = 32  # of a row of stacked bars, which have room for their labels
LEAST_HEIGHT = 330
TILE_HEIGHT = 330
COLUMN_HEIGHT = 340
MUTED = 0.28
BESIDE_BAR = " %{text}"  # a label beside a bar stands a little off it
# What was clicked is marked by the redrawn figure. Plotly needs both looks, text included, or
# a click on a bar with text fails in the browser.
UNCHANGED_BY_CLICK = {
    "selected": {"marker": {"opacity": 1}, "textfont": {}},
    "unselected": {"marker": {"opacity": 1}, "textfont": {}},
}
INVISIBLE_AFTER_CLICK = {
    "selected": {"marker": {"opacity": 0}, "textfont": {}},
    "unselected": {"marker": {"opacity": 0}, "textfont": {}},
}
# Invisible markers over cells: any click in a cell reaches the nearest.
CATCHER = {"size": 24, "opacity": 0, "symbol": "square"}
# Labels within bars; a thin bar is a little low for the full size.
UNIFORM_TEXT = {"minsize": theme.SMALL_FONT_SIZE - 1, "mode": "hide"}
_MOST_LINES = 2
_MOST_NAMED, _MOST_BY_QUARTER = 12, 24  # months along an axis
# A line may break before any Chinese character, and between words.
_PIECES = re.compile(r"[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+")

_LABEL_WIDTH = 26  # in letters; a Chinese character is as wide as two

# Traces and layout, as Plotly names them.
Drawing = tuple[list[dict[str, object]], dict[str, object]]
Row = dict[str, object]


def within_bar(colour: str) -> dict[str, object]:
    """How a bar of the colour has its label within it; left out where it does not fit."""
    return {
        "textposition": "inside",
        "insidetextanchor": "middle",
        "constraintext": "both",
        "textangle": 0,
        "textfont": {"size": theme.SMALL_FONT_SIZE},
        # Plotly's own grey is too near the middle shades.
        "insidetextfont": {"color": theme.text_on([(0, colour), (1, colour)], 0)},
    }


def month_axis(months: list[date], places: int = 0) -> dict[str, object]:
    """An axis of months: each its number, the year under the first and each January.

    It has room for so many places, or for the months; of many only some are named.
    """
    places = max(places, len(months))
    every = months_between_ticks(places)
    named = [day for day in months if begins_span(day, every)] or months[:1]
    words = numbers.months_of_axis(named, places // every)
    return {
        "type": "category",
        "showgrid": False,
        "tickangle": 0,
        "tickvals": [numbers.month_tick(day) for day in named],
        "ticktext": [
            f"{name}<br>{day.year}" if has_year else name
            for day, (name, has_year) in zip(named, words, strict=True)
        ],
    }


def months_between_ticks(months: int) -> int:
    """How far apart an axis of so many months names them, so that a telephone has room."""
    if months <= _MOST_NAMED:
        return 1
    return 3 if months <= _MOST_BY_QUARTER else 12


def begins_span(day: date, months: int) -> bool:
    """Whether the day's month is the first of so many months of a year."""
    return (day.month - 1) % months == 0


def first_rows(rows: list[Row], column: str, most: int | None) -> list[Row]:
    """The rows of the first so many codes of a column; all where there is no limit."""
    if most is None:
        return rows
    drawn = set(list(dict.fromkeys(row[column] for row in rows))[:most])
    return [row for row in rows if row[column] in drawn]


def label_ticks(names: list[str]) -> dict[str, object]:
    """Ticks of an axis whose categories are these names, long ones shortened."""
    categories = list(dict.fromkeys(names))
    return {"tickvals": categories, "ticktext": [short_label(name) for name in categories]}


def short_label(name: str) -> str:
    """The name for an axis: one too long for it without its middle, as names differ at the ends."""
    if _width(name) <= _LABEL_WIDTH:
        return name
    start, end = name[: len(name) // 2], name[len(name) // 2 :]
    while _width(start) + _width(end) >= _LABEL_WIDTH:
        start, end = (start[:-1], end) if _width(start) >= _width(end) else (start, end[1:])
    return f"{start}\N{HORIZONTAL ELLIPSIS}{end}"


def _width(text: str) -> int:
    return text_width(unescape(text))  # pictures hold &lt; where a name holds <


def opacities(codes: list[str], marked: tuple[str, ...]) -> list[float]:
    """Full for the marked codes, or for all where none is; muted for the others."""
    return [1 if not marked or code in marked else MUTED for code in codes]


def own_colour(chart: Bars | Funnel, colours: dict[str, str], dark: bool) -> str:
    """The accent; of one of two figures side by side its district's colour, or its side's."""
    accent = theme.palette(dark).accent
    if chart.scale is None:
        return accent
    return (theme.side_colours(dark) | colours).get(chart.scale.colour, accent)


def share_axis() -> dict[str, object]:
    """A second axis for shares, on the right."""
    return {
        "overlaying": "y",
        "side": "right",
        "range": [0, 1.15],
        "tickformat": ".0%",
        "showgrid": False,
        "tickvals": [0, 0.25, 0.5, 0.75, 1],
    }


def share_line(
    months: list[str], shares: list[float | None], name: str, dark: bool
) -> dict[str, object]:
    """A share as a line on the second axis, labelled where there is room."""
    look = theme.palette(dark)
    texts = [numbers.value_text(share, "share") for share in shares]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": name,
        "x": months,
        "y": shares,
        "yaxis": "y2",
        "cliponaxis": False,
        "customdata": texts,
        "text": texts if len(months) <= 6 else None,
        "textposition": "top center",
        "textfont": {
            "size": theme.SMALL_FONT_SIZE,
            "color": look.text,
            "shadow": f"0 0 2px {look.ground}, 0 0 4px {look.ground}, 0 0 4px {look.ground}",
        },
        "line": {"color": look.text, "width": 2},
        "marker": {"size": 7, "color": look.ground, "line": {"color": look.text, "width": 2}},
        "hovertemplate": "%{x} · %{fullData.name}: %{customdata}<extra></extra>",
    }


def short(name: str, line_width: int) -> str:
    """The name on at most two lines of so many Latin characters, an ellipsis for the rest."""
    lines = _wrapped(name, line_width)
    shown = lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        shown[-1] += "\N{HORIZONTAL ELLIPSIS}"
    return "<br>".join(shown)


def in_lines(text: str, line_width: int) -> str:
    """All of the text on lines of so many Latin characters."""
    return "<br>".join(_wrapped(text, line_width))


def _wrapped(text: str, line_width: int) -> list[str]:
    lines = [""]
    for piece in _PIECES.findall(text):
        if lines[-1] and _width(lines[-1] + piece.rstrip()) > line_width:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]
