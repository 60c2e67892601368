"""Office files are zip archives that hold the time they were made; these hold none."""

import io
import zipfile

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip archive can hold


def with_fixed_times(content: bytes) -> bytes:
    """The archive with the same members in the same order, all of one time."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as found,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for name in found.namelist():
            member = zipfile.ZipInfo(name, _BEGINNING)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            written.writestr(member, found.read(name))
    return file.getvalue()
