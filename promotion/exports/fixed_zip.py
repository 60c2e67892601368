"""Zip files, as Office files are, without the time they were made at."""

import io
import struct
import zipfile

_DAY = 0x21  # 1 January 1980, the first day a zip file can say
_LOCAL_TIME, _CENTRAL_TIME = 10, 12  # where a header says when its file was made
_CENTRAL_SIZE = 46
_CENTRAL_LENGTHS = struct.Struct("<HHH")  # of the name, the extra field and the comment
_CENTRAL_LENGTHS_AT = 28


def without_times(content: bytes) -> bytes:
    """The zip file with the same day in all its headers: the same parts give the same bytes."""
    fixed = bytearray(content)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        place = file.start_dir
        for info in file.infolist():
            struct.pack_into("<HH", fixed, info.header_offset + _LOCAL_TIME, 0, _DAY)
            struct.pack_into("<HH", fixed, place + _CENTRAL_TIME, 0, _DAY)
            lengths = _CENTRAL_LENGTHS.unpack_from(fixed, place + _CENTRAL_LENGTHS_AT)
            place += _CENTRAL_SIZE + sum(lengths)
    return bytes(fixed)
