"""The pictures of a document, drawn before it is written."""

from concurrent.futures import ThreadPoolExecutor

from promotion.briefing import Briefing
from promotion.descriptions import shown_values
from promotion.exhibit import Exhibit
from promotion.exports.picture_files import PictureFault, picture

_AT_ONCE = 2  # as many as the browser has pages for

Pictures = dict[str, bytes | PictureFault]


def drawn_pictures(briefing: Briefing) -> Pictures:
    """The PNG of each figure that has something to draw, or why there is none, by its name."""

    def drawn(exhibit: Exhibit) -> bytes | PictureFault:
        try:
            return picture(exhibit, briefing.colours, "png", size="document")
        except PictureFault as fault:
            return fault

    exhibits = [figure.exhibit for figure in briefing.figures if _has_figures(figure.exhibit)]
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        pictures = threads.map(drawn, exhibits)
        return dict(zip((exhibit.name for exhibit in exhibits), pictures, strict=True))


def _has_figures(exhibit: Exhibit) -> bool:
    """Whether there is a chart, and any of its numbers is known and not zero."""
    if exhibit.chart is None:
        return False
    return any(row[name] for row in exhibit.rows() for name in shown_values(exhibit.chart))
