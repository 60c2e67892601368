"""Exports from pages, each noted in the record before the file is given."""

from collections.abc import Callable

from components import access, notice
from promotion import record
from promotion.database import Database
from promotion.filters import Filters
from promotion.language import use_language


def is_possible() -> bool:
    """Whether an export could be recorded now; where it could not, the page says why.

    To be asked before a download is offered: what fails on the click is told in Streamlit's words.
    """
    try:
        record.check()
    except record.RecordFault as fault:
        notice.show("error", str(fault))
        return False
    return True


def exporting(
    make: Callable[[], bytes], data: Database, names: list[str], file_format: str, filters: Filters
) -> Callable[[], bytes]:
    """What makes the file on the click, and notes it; raises RecordFault where it cannot be noted.

    It runs without the session, so who asks is found out now.
    """
    note = noting(data, names, filters)
    make = access.while_allowed(make)

    def made() -> bytes:
        content = make()
        note(file_format)
        return content

    return made


def noting(data: Database, names: list[str], filters: Filters) -> Callable[[str], None]:
    """What notes that the exhibits were exported in a format, by whoever reads the page now."""
    who = access.reader().name

    def note(file_format: str) -> None:
        with use_language(filters.language):
            record.note_export(who, data, names, file_format, filters)

    return note
