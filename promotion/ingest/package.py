"""A workbook's parts: unpacked within limits, checked, and packed again to be parsed.

What parses workbooks trusts what a file says of its own size, so it is given nothing else.
"""

import errno
import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from promotion.ingest.encodings import EMPTY
from promotion.ingest.faults import FileRefused
from promotion.ingest.sheet_xml import DAMAGED, MOST_CELLS, mended, too_many_cells
from promotion.language import N_

# Half a million rows of fifteen columns, as Excel saves them, come to about so much.
LARGEST_UNPACKED_BYTES = 400_000_000
_MOST_PARTS = 5_000
_MEGABYTE = 1_000_000

_NO_WORKBOOK = N_(
    "the file is no workbook, though its name says so; open it in the program it comes from "
    "and save it as XLSX"
)
_OLD_WORKBOOK = N_(
    "the file is a workbook of the old kind (XLS) under another name; save it as XLSX"
)
_PASSWORD = N_("the workbook is protected by a password; save it without one")
_TOO_LARGE = N_(
    "the workbook holds more than {megabytes} million bytes once unpacked; "
    "save its sheets as CSV, which may be of any size"
)
_TOO_MANY_PARTS = N_("the workbook has more than {count} parts; save its sheets as CSV")

_OLD_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD_MARK = "EncryptedPackage".encode("utf-16-le")
_COUNTS_FROM_1904 = re.compile(rb"<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*[\"'](?:1|true|on)\b")
# What the library raises where the bytes of an archive are not what they should be.
_UNPACKING_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True)
class Package:
    """What a workbook says of itself besides what its sheets hold."""

    counts_from_1904: bool


def repack(stream: BinaryIO, target: BinaryIO) -> Package:
    """What the workbook says of itself; its parts that are text are in the target, unpacked.

    Raises FileRefused for what is no workbook, has a password, is damaged or too large.
    """
    _check_beginning(stream)
    counts_from_1904 = False
    left, cells_left = LARGEST_UNPACKED_BYTES, MOST_CELLS
    try:
        with zipfile.ZipFile(stream) as archive, zipfile.ZipFile(target, "w") as unpacked:
            parts = [part for part in archive.infolist() if _is_text(part.filename)]
            _check_directory(archive.infolist(), parts)
            for part in parts:
                content = _unpacked(archive, part, left)
                left -= len(content)
                if b"\x00" in content:  # in UTF-16, as no sheet is and some settings are
                    continue
                if part.filename == "xl/workbook.xml":
                    counts_from_1904 = bool(_COUNTS_FROM_1904.search(content))
                content, cell_count = mended(content)
                cells_left -= cell_count
                if cells_left < 0:
                    raise too_many_cells()
                unpacked.writestr(part.filename, content)
    except _UNPACKING_FAULTS as error:
        raise FileRefused(DAMAGED) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # a directory that points to before the file's beginning
            raise FileRefused(DAMAGED) from error
        raise
    return Package(counts_from_1904)


def _check_beginning(stream: BinaryIO) -> None:
    beginning = stream.read(len(_OLD_MARK))
    if not beginning:
        raise FileRefused(EMPTY)
    if beginning == _OLD_MARK:
        has_password = _PASSWORD_MARK in stream.read(LARGEST_UNPACKED_BYTES)
        raise FileRefused(_PASSWORD if has_password else _OLD_WORKBOOK)
    if not beginning.startswith(b"PK"):
        raise FileRefused(_NO_WORKBOOK)


def _check_directory(every: list[zipfile.ZipInfo], parts: list[zipfile.ZipInfo]) -> None:
    if len(every) > _MOST_PARTS:
        raise FileRefused(_TOO_MANY_PARTS, count=_MOST_PARTS)
    if any(part.flag_bits & 1 for part in every):
        raise FileRefused(_PASSWORD)
    names = [part.filename for part in parts]
    if "[Content_Types].xml" not in names:
        raise FileRefused(_NO_WORKBOOK)
    if len(set(names)) < len(names):
        raise FileRefused(DAMAGED)
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED_BYTES:
        raise _too_large()


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most_bytes: int) -> bytes:
    """The part's bytes, counted while they are unpacked: what a directory says may be untrue."""
    with archive.open(part) as content:
        read = content.read(most_bytes + 1)
    if len(read) > most_bytes:
        raise _too_large()
    return read


def _too_large() -> FileRefused:
    return FileRefused(_TOO_LARGE, megabytes=LARGEST_UNPACKED_BYTES // _MEGABYTE)


def _is_text(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))
