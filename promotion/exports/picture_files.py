"""An exhibit's picture as bytes, made on the server: for a slide, or for a document's text."""

import re
import struct
import subprocess
import zlib
from dataclasses import dataclass

import pandas as pd

from promotion import charts, pictures, theme
from promotion.drawings.common import COLUMN_HEIGHT
from promotion.exhibit import Exhibit
from promotion.exports import picture_server
from promotion.language import _, use_language

FILE_FORMATS = ("png", "svg")
INCH_MM, CSS_DPI = 25.4, 96
_ADDED_TO = ("annotations", "shapes", "images")
_SIZES_OF_PAGE = ("width", "height", "autosize", "selections")
_HEADER_END = 33  # of a PNG: signature, and the first chunk
_FONT_SECONDS = 20
_found_fonts: list[bytes] = []  # filled once, as fonts may be installed while the dashboard runs
_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class PictureFault(Exception):
    """Why there is no picture, and what to do about it, in a sentence for the reader."""


@dataclass(frozen=True)
class _Size:
    """Of a picture in CSS pixels, the pixels per inch a PNG of it has and says it has, and the
    Latin characters in a line of a long label."""

    width: int
    height: int
    scale: float
    dpi: int
    tallest: int
    label_width: int


# A slide of 13.33 inches is filled at 144 pixels an inch; a panel is its part under title and
# finding; a document's text block is 156 mm wide.
SIZES = {
    "slide": _Size(
        pictures.SLIDE_WIDTH_PX,
        pictures.SLIDE_HEIGHT_PX,
        scale=pictures.SLIDE_SCALE,
        dpi=144,
        tallest=pictures.SLIDE_HEIGHT_PX,
        label_width=44,
    ),
    "panel": _Size(
        pictures.SLIDE_WIDTH_PX,
        round(pictures.SLIDE_HEIGHT_PX * 2 / 3),
        scale=pictures.SLIDE_SCALE,
        dpi=144,
        tallest=420,
        label_width=44,
    ),
    "document": _Size(
        round(156 / INCH_MM * CSS_DPI),
        round(72 / INCH_MM * CSS_DPI),
        scale=300 / CSS_DPI,
        dpi=300,
        tallest=round(200 / INCH_MM * CSS_DPI),
        label_width=30,
    ),
}


def picture(
    exhibit: Exhibit, colours: dict[str, str], file_format: str = "png", size: str = "slide"
) -> bytes:
    """The exhibit's picture as "png" or "svg", on white, in the language of its filters.

    Size "slide" is 16:9 and says title, period, unit and source in itself, as the picture a
    reader saves from the page; "panel" is what a slide leaves to its figure under title and
    finding; "document" is as wide as the text of an official document and leaves the words to
    its caption. Raises PictureFault.
    """
    with use_language(exhibit.filters.language):
        if exhibit.chart is None:
            raise PictureFault(
                _("{title} is a table without a chart, so there is no picture of it.").format(
                    title=exhibit.title
                )
            )
        figure = _figure(exhibit, colours, size)
        if _CHINESE.search(str(figure)):
            _expect_chinese_font()
        room = SIZES[size]
        height, scale = figure["layout"]["height"], room.scale if file_format == "png" else 1
        try:
            content = picture_server.draw(figure, file_format, room.width, height, scale)
        except picture_server.BrowserMissing as fault:
            raise PictureFault(_missing_browser(str(fault))) from None
        except picture_server.BrowserFault as fault:
            raise PictureFault(
                _("The browser that draws pictures failed: {reason}.").format(reason=fault)
            ) from None
    return _with_resolution(content, room.dpi) if file_format == "png" else content


def _figure(exhibit: Exhibit, colours: dict[str, str], size: str) -> dict[str, object]:
    """The exhibit's Plotly figure as plain JSON, laid out for a picture of this size."""
    drawn = charts.figure(exhibit, colours).to_plotly_json()
    traces, layout = list(drawn["data"]), drawn["layout"]
    if not charts.has_figures(exhibit):
        traces, layout = [], _nothing(layout["template"])
    room = SIZES[size]
    # On a page even the smallest chart has some height; beyond that it is what its rows need.
    needed = layout.get("height") or 0
    height = min(max(room.height, needed if needed > COLUMN_HEIGHT else 0), room.tallest)
    for name in _SIZES_OF_PAGE:
        layout.pop(name, None)
    layout |= {"paper_bgcolor": theme.LIGHT.ground, "plot_bgcolor": theme.LIGHT.ground}
    short_labels = {"labelalias": _short_labels(exhibit.table, room.label_width)}
    layout = _patched(layout, {"xaxis": short_labels, "yaxis": short_labels})
    if size == "slide":
        layout = _patched(layout, pictures.slide_layout(exhibit))
    return {"data": traces, "layout": layout | {"width": room.width, "height": height}}


def _nothing(template: object) -> dict[str, object]:
    """The layout that says there is nothing to draw, instead of axes that look like zeros."""
    words = {
        "text": _("No figures for this period and these filters."),
        "font": {"color": theme.LIGHT.muted_text},
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "showarrow": False,
    }
    hidden = {"visible": False}
    return {"template": template, "annotations": [words], "xaxis": hidden, "yaxis": hidden}


def _patched(layout: dict[str, object], patch: dict[str, object]) -> dict[str, object]:
    """The layout with the patch laid over it, as picture_buttons.js lays it on a page."""
    result = dict(layout)
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        elif name in _ADDED_TO:
            result[name] = [*result.get(name, ()), *value]
        elif name != "template" and isinstance(value, dict):
            own = result.get(name)
            result[name] = _patched(own if isinstance(own, dict) else {}, value)
        else:
            result[name] = value
    return result


def _short_labels(table: pd.DataFrame, width: int) -> dict[str, str]:
    """For an axis: each long text of the rows → what is shown of it, in two lines at most.

    Only what the axis shows is shortened, so that two texts of one beginning stay apart.
    """
    texts = {text for _name, column in table.items() for text in column if isinstance(text, str)}
    labels = {pictures.literal(text): pictures.lines_of_label(text, width) for text in texts}
    return {text: label for text, label in sorted(labels.items()) if label != text}


def _missing_browser(place: str) -> str:
    if place:
        return _("BROWSER_PATH names {place}, where there is no browser to draw pictures.").format(
            place=place
        )
    return _(
        "Pictures are drawn by Chromium, which this machine lacks: install it, for example with "
        "sudo apt-get install chromium."
    )


def _expect_chinese_font() -> None:
    """Nothing; raises PictureFault where Chinese characters would be drawn as empty boxes."""
    if not _has_chinese_font():
        raise PictureFault(
            _(
                "This machine has no Chinese font, so a picture would show boxes: install one, "
                "for example with sudo apt-get install fontconfig fonts-noto-cjk."
            )
        )


def _has_chinese_font() -> bool:
    if _found_fonts:
        return True
    try:
        found = subprocess.run(
            ["fc-list", ":lang=zh"], capture_output=True, check=False, timeout=_FONT_SECONDS
        )
    except (FileNotFoundError, PermissionError, subprocess.TimeoutExpired):
        return False
    if found.stdout.strip():
        _found_fonts.append(found.stdout)
    return bool(_found_fonts)


def _with_resolution(png: bytes, dpi: int) -> bytes:
    """The PNG saying how many of its pixels make an inch, in a chunk after its header."""
    per_metre = round(dpi / INCH_MM * 1000)
    chunk = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    length, check = struct.pack(">I", len(chunk) - 4), struct.pack(">I", zlib.crc32(chunk))
    return png[:_HEADER_END] + length + chunk + check + png[_HEADER_END:]
