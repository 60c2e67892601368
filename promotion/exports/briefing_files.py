"""A briefing as a file of each format: what the page and the command line make."""

from collections.abc import Callable
from dataclasses import dataclass

from promotion.briefing import Briefing
from promotion.database import Database
from promotion.exports.cells import plain_text
from promotion.exports.document import as_docx
from promotion.exports.drawn_pictures import Tell
from promotion.exports.pdf import as_pdf
from promotion.exports.picture_files import PictureFault
from promotion.exports.picture_zip import pictures_zip
from promotion.exports.powerpoint import PowerPointFault, as_pptx
from promotion.exports.spreadsheet import safe_name
from promotion.exports.workbook import as_workbook
from promotion.language import N_, use_language
from promotion.query import records_of


class BriefingFault(Exception):
    """Why a briefing's file cannot be made; its text is a sentence for the reader."""


@dataclass(frozen=True)
class BriefingFormat:
    """A format: what readers call it, the file's ending, its media type, and what makes it."""

    label: str
    ending: str
    mime: str
    make: Callable[[Database, Briefing, bytes | None, Tell | None], bytes]


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS = {
    "pptx": BriefingFormat(
        N_("Slides (PPTX)"),
        "pptx",
        f"{_OFFICE}.presentationml.presentation",
        lambda _data, briefing, template, tell: as_pptx(briefing, template, tell),
    ),
    "docx": BriefingFormat(
        N_("Official document (DOCX)"),
        "docx",
        f"{_OFFICE}.wordprocessingml.document",
        lambda _data, briefing, _template, tell: as_docx(briefing, tell),
    ),
    "pdf": BriefingFormat(
        N_("Document to read (PDF)"),
        "pdf",
        "application/pdf",
        lambda _data, briefing, _template, tell: as_pdf(briefing, tell),
    ),
    "xlsx": BriefingFormat(
        N_("Workbook (XLSX)"),
        "xlsx",
        f"{_OFFICE}.spreadsheetml.sheet",
        lambda data, briefing, _template, _tell: as_workbook(
            briefing, records_of(data.run("data/files"))
        ),
    ),
    "png": BriefingFormat(
        N_("Pictures (PNG in a ZIP)"),
        "zip",
        "application/zip",
        lambda _data, briefing, _template, tell: pictures_zip(briefing, "png", tell=tell),
    ),
    "svg": BriefingFormat(
        N_("Pictures (SVG in a ZIP)"),
        "zip",
        "application/zip",
        lambda _data, briefing, _template, tell: pictures_zip(briefing, "svg", tell=tell),
    ),
}


def as_file(
    data: Database,
    briefing: Briefing,
    file_format: str,
    template: bytes | None = None,
    tell: Tell | None = None,
) -> bytes:
    """The briefing as a file of the format, a key of FORMATS; slides in the look of the template.

    `tell` is told as its figures are made; a workbook is too quick for it.
    Raises BriefingFault where the template is no presentation, and where the format is pictures
    and none can be drawn: documents are made all the same, with tables in their place.
    """
    try:
        with use_language(briefing.language):
            return FORMATS[file_format].make(data, briefing, template, tell)
    except (PictureFault, PowerPointFault) as fault:
        raise BriefingFault(str(fault)) from fault


def file_name(briefing: Briefing, file_format: str) -> str:
    """The file's name: title and day, with the format's ending."""
    stem = safe_name(plain_text(briefing.title))
    return f"{stem} {briefing.day.isoformat()}.{FORMATS[file_format].ending}"
