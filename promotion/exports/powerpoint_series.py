"""The series of a native chart as XML: where its data stand, colours, labels."""

from xlsxwriter.utility import xl_col_to_name

from promotion import theme
from promotion.exports.blocks import Block, Series
from promotion.exports.powerpoint_labels import bar_labels, labels, no_labels
from promotion.exports.powerpoint_look import TEXT, ChartLook
from promotion.exports.powerpoint_xml import (
    colour,
    fill,
    fixed,
    line,
    node,
    words,
)

SHEET = "Sheet1"  # what PowerPoint calls the sheet of a chart's data
_LINE_POINTS, _MARKER_POINTS = 2.25, 7


def bar_series(block: Block, place: int, look: ChartLook) -> str:
    """The series as bars or columns."""
    series = block.series[place]
    points = []
    for index in range(look.drawn):
        if (place, index) in look.hidden:
            shown = None
        elif series.point_colours:
            shown = series.point_colours[index]
        else:
            continue
        points.append(
            node(
                "c:dPt",
                node("c:idx", val=index),
                node("c:invertIfNegative", val=0),
                node("c:bubble3D", val=0),
                node("c:spPr", fill(shown), line(None)),
            )
        )
    shade = fixed if block.is_stacked else colour
    edge = line(theme.LIGHT.ground, 0.5) if block.is_stacked else line(None)
    return series_node(
        block,
        place,
        look,
        # Stacked, its colour is fixed, as the labels on it are.
        node("c:spPr", node("a:solidFill", shade(series.colour)), edge),
        node("c:invertIfNegative", val=0),
        *points,
        bar_labels(block, place, look),
    )


def line_series(block: Block, place: int, look: ChartLook) -> str:
    """The series as a line with markers."""
    series = block.series[place]
    stroke = node(
        "a:ln",
        fill(series.colour),
        node("a:round"),
        w=round(_LINE_POINTS * 12700),
        cap="rnd",
    )
    marker = node(
        "c:marker",
        node("c:symbol", val="circle"),
        node("c:size", val=_MARKER_POINTS),
        node("c:spPr", fill(theme.LIGHT.ground), line(series.colour, 1.5)),
    )
    hidden = {index for index in range(look.drawn) if (place, index) in look.hidden}
    points = [
        # A point's line is the stretch that leads to it.
        node(
            "c:dPt",
            node("c:idx", val=index),
            node("c:marker", node("c:symbol", val="none")) if index in hidden else marker,
            node("c:bubble3D", val=0),
            node("c:spPr", line(None)),
        )
        for index in range(look.drawn)
        if index in hidden or index - 1 in hidden
    ]
    shows = look.has_line_labels if series.is_line else look.has_labels
    # Beside the point where the columns' own labels stand in their middle.
    position = "r" if series.is_line and look.has_labels else "t"
    shown_labels = labels(place, look, series, position, TEXT) if shows else no_labels()
    return series_node(
        block,
        place,
        look,
        node("c:spPr", stroke),
        marker,
        *points,
        shown_labels,
        after=node("c:smooth", val=0),
    )


def series_node(
    block: Block, place: int, look: ChartLook, *shown: str, error_bars: str = "", after: str = ""
) -> str:
    """The series with its name, looks, categories and values, in the order the XML asks for."""
    series = block.series[place]
    letter = xl_col_to_name(place + 1)
    name = node(
        "c:tx",
        node(
            "c:strRef",
            node("c:f", f"{SHEET}!${letter}$1"),
            node("c:strCache", node("c:ptCount", val=1), _point(0, words(series.name))),
        ),
    )
    categories = node(
        "c:strRef",
        node("c:f", _cells("A", look.drawn)),
        node(
            "c:strCache",
            node("c:ptCount", val=look.drawn),
            *(
                _point(index, words(text))
                for index, text in enumerate(block.categories[: look.drawn])
            ),
        ),
    )
    return node(
        "c:ser",
        node("c:idx", val=place),
        node("c:order", val=place),
        name,
        *shown,
        error_bars,
        node("c:cat", categories),
        node("c:val", number_cells(series, letter, look.drawn)),
        *([after] if after else []),
    )


def number_cells(series: Series, letter: str, drawn: int) -> str:
    """The series' first values as XML, and in which column of the sheet they stand."""
    return node(
        "c:numRef",
        node("c:f", _cells(letter, drawn)),
        node(
            "c:numCache",
            node("c:formatCode", words(series.number_format)),
            node("c:ptCount", val=drawn),
            *(
                _point(index, str(value))
                for index, value in enumerate(series.values[:drawn])
                if value is not None
            ),
        ),
    )


def _point(index: int, inner: str) -> str:
    return node("c:pt", node("c:v", inner), idx=index)


def _cells(letter: str, count: int) -> str:
    return f"{SHEET}!${letter}$2:${letter}${count + 1}"
