"""Looks: colours, fonts and the Plotly templates, in one place."""

from dataclasses import dataclass

import plotly.graph_objects as go

FONT_FAMILY = (
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', "
    "'WenQuanYi Micro Hei', 'Helvetica Neue', Arial, sans-serif"
)
# Fonts of Office files, Latin and Chinese: every office's Windows has them.
OFFICE_FONTS = ("Arial", "Microsoft YaHei")
FONT_SIZE = 13
SMALL_FONT_SIZE = 11
TICK_FONT_SIZE = FONT_SIZE - 1
LEGEND_ABOVE = 1.02  # where a legend stands, of the height of its plot
_BLACK, _WHITE = "#000000", "#ffffff"


@dataclass(frozen=True)
class Palette:
    """The colours of one look, light or dark."""

    ground: str
    panel: str
    text: str
    muted_text: str
    grid: str
    accent: str
    faint: str
    scale: tuple[str, ...]
    below: str


LIGHT = Palette(
    ground="#ffffff",
    panel="#f5f7f9",
    text="#1c2733",
    muted_text="#566370",
    grid="#e3e8ec",
    accent="#1f5fa8",
    faint="#c9d3dc",
    scale=("#f3f7fb", "#c6dbee", "#8db6dc", "#4f8ac4", "#1f5fa8", "#123c70"),
    below="#b5722a",
)
DARK = Palette(
    ground="#12181f",
    panel="#1b232c",
    text="#e6ebf0",
    muted_text="#a3b0bc",
    grid="#2c3742",
    accent="#6aa9e9",
    faint="#44525f",
    scale=("#1b2733", "#22405f", "#2c5f93", "#3f82c2", "#6aa9e9", "#b3d4f5"),
    below="#d09a56",
)
# Apart in lightness as well as hue, for greyscale and colour blindness; in the official order.
DISTRICT_COLOURS = (
    "#14365f",
    "#b98514",
    "#7a3f92",
    "#14907f",
    "#c2410c",
    "#4d7fb5",
    "#7d6a4f",
    "#a34a6b",
)
DARK_DISTRICT_COLOURS = (
    "#3f89da",
    "#e9c881",
    "#a456c4",
    "#61cdbd",
    "#ee7239",
    "#cbdff5",
    "#bca585",
    "#ba3367",
)
# An ordered scale for stages, and one for channels: blues are online, the last is on site.
STAGE_COLOURS = ("#d3e2f0", "#a9c8e4", "#76a7d3", "#447fb8", "#1f5fa8", "#123c70", "#b9b4ab")
CHANNEL_COLOURS = ("#123c70", "#1f5fa8", "#4f8ac4", "#8db6dc", "#c6dbee", "#d39a3f", "#b9b4ab")
PLAIN_SERIES_COLOURS = ("#123c70", "#4f8ac4", "#8db6dc", "#b9b4ab", "#d39a3f")
# The same scales on a dark ground: strong becomes pale, so that it still stands out.
DARK_STAGE_COLOURS = ("#22405f", "#2c5f93", "#3f82c2", "#6aa9e9", "#9cc8f3", "#d5e8fb", "#77716a")
DARK_CHANNEL_COLOURS = ("#d5e8fb", "#9cc8f3", "#6aa9e9", "#3f82c2", "#2c5f93", "#d39a3f", "#77716a")
DARK_PLAIN_SERIES_COLOURS = ("#b3d4f5", "#4f8ac4", "#2c5f93", "#77716a", "#d39a3f")
# For metrics that points are given for: as many as there are in metrics.csv.
METRIC_COLOURS = (*PLAIN_SERIES_COLOURS, "#14907f", "#8fcabf", "#7d6a4f")
DARK_METRIC_COLOURS = (*DARK_PLAIN_SERIES_COLOURS, "#61cdbd", "#1f7a6d", "#bca585")
SERIES_COLOURS = {
    ("stage", False): STAGE_COLOURS,
    ("stage", True): DARK_STAGE_COLOURS,
    # The classes of the library are stages, those that are dispatched.
    ("library_class", False): (*STAGE_COLOURS[1:4], STAGE_COLOURS[-1]),
    ("library_class", True): (*DARK_STAGE_COLOURS[1:4], DARK_STAGE_COLOURS[-1]),
    ("channel", False): CHANNEL_COLOURS,
    ("channel", True): DARK_CHANNEL_COLOURS,
    ("metric", False): METRIC_COLOURS,
    ("metric", True): DARK_METRIC_COLOURS,
}
# For measures side by side or stacked: the first is what was achieved, then what is left.
MEASURE_COLOURS = ("#1f5fa8", "#9fb3c6", "#d39a3f", "#5b6b7a", "#14907f")
# For measures that are a scale from good to bad, unknown last.
ORDERED_COLOURS = ("#1f5fa8", "#8db6dc", "#ecd5a5", "#b5722a", "#b9b4ab")
DARK_ORDERED_COLOURS = ("#6aa9e9", "#2c5f93", "#7a6238", "#d09a56", "#77716a")
DARK_MEASURE_COLOURS = ("#6aa9e9", "#51616f", "#d39a3f", "#93a4b4", "#61cdbd")


def palette(dark: bool = False) -> Palette:
    """The colours of the look."""
    return DARK if dark else LIGHT


def district_colour(place: int, dark: bool = False) -> str:
    """The colour of the district at this place, from 1, of the official order."""
    colours = DARK_DISTRICT_COLOURS if dark else DISTRICT_COLOURS
    return colours[(place - 1) % len(colours)]


def district_colours(places: dict[str, int], dark: bool = False) -> dict[str, str]:
    """Each district's colour, given its place among all, those that a reader may not see too."""
    return {code: district_colour(place, dark) for code, place in places.items()}


def side_colours(dark: bool = False) -> dict[str, str]:
    """The colours of two sides, "left" and "right", that have none of their own."""
    look = palette(dark)
    return {"left": look.accent, "right": look.below}


def series_colours(dimension: str, dark: bool = False) -> tuple[str, ...]:
    """The colours of a dimension's members, in their own order."""
    plain = DARK_PLAIN_SERIES_COLOURS if dark else PLAIN_SERIES_COLOURS
    return SERIES_COLOURS.get((dimension, dark), plain)


def stage_colours(stages: tuple[str, ...], dark: bool = False) -> dict[str, str]:
    """Each stage's colour, given all stages in their order."""
    return dict(zip(stages, series_colours("stage", dark), strict=True))


def measure_colours(dark: bool = False, is_ordered: bool = False) -> tuple[str, ...]:
    """The colours of measures shown together, in the order they are named."""
    if is_ordered:
        return DARK_ORDERED_COLOURS if dark else ORDERED_COLOURS
    return DARK_MEASURE_COLOURS if dark else MEASURE_COLOURS


def colour_of_measures(
    names: tuple[str, ...],
    achieved: str | None,
    dark: bool = False,
    is_ordered: bool = False,
) -> dict[str, str]:
    """The colour of each measure: the first for what was achieved, or for the first named."""
    by_weight = sorted(names, key=lambda name: name != achieved)
    colours = dict(zip(by_weight, measure_colours(dark, is_ordered), strict=False))
    return {name: colours[name] for name in names}


def faded(colour: str, share: float) -> str:
    """The colour with so much of its strength, letting through what is behind it."""
    red, green, blue = (round(channel * 255) for channel in _channels(colour))
    return f"rgba({red}, {green}, {blue}, {share})"


Scale = list[tuple[float, str]]


def colour_scale(dark: bool = False) -> Scale:
    """Plotly's scale for values from zero: pale to strong."""
    colours = palette(dark).scale
    return [(place / (len(colours) - 1), colour) for place, colour in enumerate(colours)]


def parting_scale(dark: bool = False) -> Scale:
    """Plotly's scale for values around a centre: below, ground, above."""
    look = palette(dark)
    return [(0, look.below), (0.5, look.scale[0]), (1, look.accent)]


def text_on(scale: Scale, share: float) -> str:
    """Black or white, whichever is easier to read on the scale's colour at this share of it."""
    red, green, blue = (_linear(channel) for channel in _mixed(scale, share))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    # WCAG 2.1: contrast = (lighter + 0.05) / (darker + 0.05)
    return _BLACK if (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) else _WHITE


def colour_on(scale: Scale, share: float) -> str:
    """The scale's colour at this share of it."""
    return "#" + bytes(round(channel * 255) for channel in _mixed(scale, share)).hex()


def _mixed(scale: Scale, share: float) -> list[float]:
    share = min(max(share, 0), 1)
    place = max(index for index, (start, _colour) in enumerate(scale[:-1]) if start <= share)
    (start, low), (end, high) = scale[place], scale[place + 1]
    part = (share - start) / (end - start)
    return [a + (b - a) * part for a, b in zip(_channels(low), _channels(high), strict=True)]


def _channels(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def _linear(channel: float) -> float:
    """A channel as light, as WCAG 2.1 defines relative luminance."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def template(dark: bool = False) -> go.layout.Template:
    """The project's own Plotly template, given to every figure whole."""
    look = palette(dark)
    axis = {
        "gridcolor": look.grid,
        "linecolor": look.faint,
        "zerolinecolor": look.faint,
        "zerolinewidth": 1,
        "ticks": "outside",
        "ticklen": 6,
        "tickcolor": "rgba(0, 0, 0, 0)",
        "automargin": True,
        "tickfont": {"size": TICK_FONT_SIZE},
        "title": {"font": {"size": SMALL_FONT_SIZE, "color": look.muted_text}},
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT_FAMILY, "size": FONT_SIZE, "color": look.text},
            "paper_bgcolor": look.ground,
            "plot_bgcolor": look.ground,
            "colorway": [look.accent, *PLAIN_SERIES_COLOURS],
            "xaxis": axis,
            "yaxis": axis,
            "legend": {
                "orientation": "h",
                # A legend that starts left of the plot, by next to nothing, may be wider than it.
                "x": -1e-6,
                "xanchor": "left",
                "y": LEGEND_ABOVE,
                "yanchor": "bottom",
                "font": {"size": FONT_SIZE - 1},
                "traceorder": "normal",
                "itemclick": False,
                "itemdoubleclick": False,
            },
            "hoverlabel": {"font": {"family": FONT_FAMILY, "size": FONT_SIZE}},
            "bargap": 0.28,
            "hovermode": "closest",
        }
    )
