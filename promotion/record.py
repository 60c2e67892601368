"""The record of what left the dashboard: who took or adopted what, when, and under which filters.

One line of JSON each, only ever appended. The handlers of `logging` do not fit: they swallow the
error of a line that could not be written, and here the export depends on it; the rotating one is
not safe between processes. So it is one lock of the kernel's, one write, and files that move up.
What cannot be recorded is not handed out: RecordFault is raised, before the file is given.
"""

import fcntl
import json
import os
import pwd
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from promotion.build_cache import cache_folder
from promotion.database import Database
from promotion.filters import Filters
from promotion.language import _

ROTATED_BYTES, KEPT_FILES = 10_000_000, 20
NAME = "record.jsonl"
_LOCK = "record.lock"
# Quoted in JSON already are the controls below a blank; these too could pass for a line's end,
# turn the direction of what follows, or have no bytes.
_UNPRINTED = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class RecordFault(Exception):
    """Nothing can be recorded, so nothing is exported or adopted; its text is for the reader."""


def record_folder() -> Path:
    """Where the record is: PROMOTION_RECORD, else a folder in that of built databases."""
    given = os.environ.get("PROMOTION_RECORD")
    return Path(given) if given else cache_folder() / "record"


def note(
    action: str, who: str, what: dict[str, object], filters: Filters | None, **details: object
) -> None:
    """Nothing; one line more in the record, on the disk. Raises RecordFault where it cannot be.

    `action` is "export", "adopt" or "take_back"; `what` names exhibits, format and language, or the
    files; `details` are the version of the data and the day they stand as of.
    """
    entry = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "who": who,
        "action": action,
        "what": what,
        "filters": None if filters is None else chosen(filters),
        **details,
    }
    with _told(), _alone(record_folder()) as path:
        _append(path, line_of(entry))


def note_export(
    who: str, data: Database, names: Sequence[str], file_format: str, filters: Filters
) -> None:
    """Nothing; notes that the exhibits were taken away in a format. Raises RecordFault."""
    note(
        "export",
        who,
        {"exhibits": list(names), "format": file_format, "language": filters.language},
        filters,
        data_version=data.version,
        as_of=data.as_of.isoformat(),
    )


def account_name() -> str:
    """The name of the system's account that runs this; its number where it has no name."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def check() -> None:
    """Nothing; raises RecordFault where a line could not be written now."""
    with _told(), _alone(record_folder()) as path:
        os.close(_opened(path))
        if os.statvfs(path).f_bavail == 0:
            raise OSError(_("the disk is full"))


def chosen(filters: Filters) -> dict[str, object]:
    """The filters as the record holds them: codes, and the first and last day in full."""
    values = asdict(filters)
    period = values.pop("period")
    sides = values.pop("sides")
    if sides["by"]:
        values["sides"] = sides
    return {"from": period["first_day"].isoformat(), "to": period["last_day"].isoformat()} | values


def line_of(entry: dict[str, object]) -> bytes:
    """The entry as one line, whatever its texts hold."""
    text = json.dumps(entry, ensure_ascii=False)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode() + b"\n"


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise RecordFault(
            _("Nothing is exported or adopted while it cannot be recorded: {reason}.").format(
                reason=reason
            )
        ) from fault


@contextmanager
def _alone(folder: Path) -> Iterator[Path]:
    """The path of the record, while no other process or thread writes to it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder / NAME
    finally:
        os.close(lock)


def _opened(path: Path) -> int:
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    return os.open(path, flags, 0o600)


def _append(path: Path, line: bytes) -> None:
    """Nothing; a line that does not fit whole is taken back."""
    if path.exists() and path.stat().st_size + len(line) > ROTATED_BYTES:
        _move_up(path)
    file = _opened(path)
    try:
        size = os.fstat(file).st_size
        if size and os.pread(file, 1, size - 1) != b"\n":  # a machine that lost power left a part
            line = b"\n" + line
        try:
            if os.write(file, line) != len(line):
                raise OSError(_("the disk is full"))
            os.fsync(file)
        except OSError:
            os.ftruncate(file, size)
            raise
    finally:
        os.close(file)


def _move_up(path: Path) -> None:
    """Nothing; the record begins anew. Numbers, not days: a clock set back mixes nothing up."""
    for place in range(KEPT_FILES - 1, 0, -1):
        if _moved(path, place).exists():
            _moved(path, place).rename(_moved(path, place + 1))
    path.rename(_moved(path, 1))


def _moved(path: Path, place: int) -> Path:
    return path.with_name(f"{path.name}.{place}")
