"""A briefing's pictures in one archive, with a list of what each shows."""

import hashlib
import io
import json
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from promotion.briefing.compose import Briefing
from promotion.exhibit import Exhibit
from promotion.exports.cells import plain_text
from promotion.exports.drawn_pictures import Tell, drawn_pictures
from promotion.exports.picture_files import PictureFault
from promotion.exports.rows import facts
from promotion.figure_unit import figure_unit
from promotion.language import _, use_language

_FIRST_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold, so that bytes stay the same
_READABLE = 0o644 << 16


def pictures_zip(
    briefing: Briefing, file_format: str = "png", size: str = "slide", tell: Tell | None = None
) -> bytes:
    """A zip of one picture a figure that has a chart, in the briefing's order, and manifest.json.

    The manifest says what each picture shows, and names the figures that are only a table.
    Raises PictureFault.
    """
    drawn = [figure for figure in briefing.figures if figure.exhibit.chart is not None]
    if not drawn:
        with use_language(briefing.language):
            raise PictureFault(_("None of these figures has a chart to make a picture of."))
    contents = drawn_pictures(drawn, briefing.colours, file_format, size, tell)
    for content in contents.values():
        if isinstance(content, PictureFault):
            raise content
    files = {
        f"{place:02}_{_safe(key)}.{file_format}": content
        for place, (key, content) in enumerate(contents.items(), 1)
    }
    manifest = {
        "title": plain_text(briefing.title),
        "day": briefing.day.isoformat(),
        "sample": briefing.is_sample,
        "pictures": [
            _entry(figure.exhibit, file, content)
            for figure, (file, content) in zip(drawn, files.items(), strict=True)
        ],
        "only_tables": [
            figure.exhibit.name for figure in briefing.figures if figure.exhibit.chart is None
        ],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    return _zipped(files | {"manifest.json": text.encode()})


def _entry(exhibit: Exhibit, file: str, content: bytes) -> dict[str, object]:
    """What the manifest says of one picture; the unit is the one its numbers are drawn in."""
    with use_language(exhibit.filters.language):
        words = {
            "unit": figure_unit(exhibit),
            "period_and_scope": plain_text(exhibit.period_line()),
            "source_line": plain_text(exhibit.source_line(figure_unit(exhibit))),
        }
    return {"file": file} | facts(exhibit) | words | {"sha256": hashlib.sha256(content).hexdigest()}


def _safe(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "_", name)


def _zipped(files: dict[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as zip_file:
        for name, content in files.items():
            entry = ZipInfo(name, _FIRST_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = _READABLE
            entry.create_system = 3  # Unix, whatever made it
            zip_file.writestr(entry, content)
    return archive.getvalue()
