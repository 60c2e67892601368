"""The pictures of a file, drawn two at a time before it is written."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from promotion.exhibit import Exhibit
from promotion.exports.picture_files import PictureFault, picture
from promotion.exports.picture_server import TABS

Pictures = dict[str, bytes | PictureFault]
# Told, as a file is made, how many of its figures are done, of how many.
Tell = Callable[[int, int], None]


def drawn_pictures(
    exhibits: Sequence[Exhibit],
    colours: dict[str, str],
    file_format: str,
    size: str,
    tell: Tell | None = None,
) -> Pictures:
    """The picture of each exhibit, or why there is none, by its name; see `picture`."""

    def drawn(exhibit: Exhibit) -> bytes | PictureFault:
        try:
            return picture(exhibit, colours, file_format, size)
        except PictureFault as fault:
            return fault

    found = {}
    with ThreadPoolExecutor(TABS) as threads:
        for exhibit, content in zip(exhibits, threads.map(drawn, exhibits), strict=True):
            found[exhibit.name] = content
            if tell is not None:
                tell(len(found), len(exhibits))
    return found
