"""An exhibit as a workbook: its words, its rows with number formats, and a native chart."""

import io
import re
from datetime import date, datetime, time

from xlsxwriter import Workbook

from promotion import numbers
from promotion.exhibit import Exhibit
from promotion.exports.cells import plain_text
from promotion.exports.exhibit_sheets import SheetNames, write_exhibit
from promotion.exports.sheets import Formats
from promotion.language import _, use_language

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_STEM_LENGTH = 80


def file_stem(exhibit: Exhibit) -> str:
    """A file's name without its ending: title and period in the reader's language."""
    with use_language(exhibit.filters.language):
        title, period = safe_name(exhibit.title), safe_name(numbers.period_text(exhibit.period))
    return f"{title[: _STEM_LENGTH - len(period) - 1].rstrip(' .')} {period}"


def safe_name(text: str) -> str:
    """The text as part of a file's name: without what systems do not take there."""
    spaced = re.sub(r'[\\/:*?"<>|\s]+', " ", plain_text(text))
    return spaced.strip(" .")


def as_xlsx(exhibit: Exhibit, colours: dict[str, str] | None = None) -> bytes:
    """The exhibit as a workbook; `colours` gives each district's colour on the chart."""
    file = io.BytesIO()
    with use_language(exhibit.filters.language), new_workbook(file) as workbook:
        date_workbook(workbook, exhibit.title, exhibit.as_of)
        names = SheetNames(_("Rows"), _("Chart data"), _("Shaded table"))
        write_exhibit(workbook, Formats(workbook), exhibit, colours or {}, names)
    return file.getvalue()


def new_workbook(file: io.BytesIO) -> Workbook:
    """A workbook to be written to the file, in which no text is a formula or a link."""
    return Workbook(file, _OPTIONS)


def date_workbook(workbook: Workbook, title: str, day: date) -> None:
    """Nothing; the workbook bears the title, and a day of its data rather than the clock's."""
    workbook.set_properties(
        {"title": plain_text(title), "created": datetime.combine(day, time.min)}
    )
