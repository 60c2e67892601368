"""The pictures of a file, drawn two at a time before it is written."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from promotion.briefing import Figure
from promotion.exports.picture_files import PictureFault, picture
from promotion.exports.picture_server import TABS

Pictures = dict[str, bytes | PictureFault]
# Told, as a file is made, how many of its figures are done, of how many.
Tell = Callable[[int, int], None]


def drawn_pictures(
    figures: Sequence[Figure],
    colours: dict[str, str],
    file_format: str,
    size: str,
    tell: Tell | None = None,
) -> Pictures:
    """The picture of each figure, or why there is none, by the figure's key; see `picture`."""

    def drawn(figure: Figure) -> bytes | PictureFault:
        try:
            return picture(figure.exhibit, colours, file_format, size)
        except PictureFault as fault:
            return fault

    found = {}
    with ThreadPoolExecutor(TABS) as threads:
        for figure, content in zip(figures, threads.map(drawn, figures), strict=True):
            found[figure.key] = content
            if tell is not None:
                tell(len(found), len(figures))
    return found
