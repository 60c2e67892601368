"""Where built databases are kept, who builds, and which go."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from promotion.data_fault import told_in_a_sentence

LOCK = "build.lock"
_SCRATCH = "building_"


def cache_folder() -> Path:
    """Where built databases are kept: PROMOTION_CACHE, else the user's cache folder."""
    base = os.environ.get("PROMOTION_CACHE")
    if not base:
        home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
        base = str(Path(home) / "promotion")
    folder = Path(base)
    with told_in_a_sentence(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


@contextmanager
def building_alone(folder: Path) -> Iterator[Path]:
    """A scratch folder in the cache folder, once no other process or thread builds there.

    The kernel frees the lock of a process that dies; what such a one left is removed.
    """
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in folder.glob(f"{_SCRATCH}*"):
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(dir=folder, prefix=_SCRATCH) as scratch:
            yield Path(scratch)


def earlier_build(path: Path) -> Path | None:
    """The newest other build of the same folder by the same code, as its name says; or None."""
    same, _dash, _state = path.stem.partition("-")
    builds = [
        found for found in _existing(path.parent.glob(f"{same}-*.duckdb")) if found[1] != path
    ]
    return max(builds)[1] if builds else None


def forget_old_builds(keep: Path, count: int = 8) -> None:
    """Nothing; removes all but the newest builds, and never the one to keep."""
    builds = sorted(_existing(keep.parent.glob("*.duckdb")), key=lambda found: found[0])
    for _mtime, path in builds[:-count]:
        if path != keep:
            path.unlink(missing_ok=True)


def _existing(paths: Iterable[Path]) -> list[tuple[float, Path]]:
    found = []
    for path in paths:
        try:
            found.append((path.stat().st_mtime, path))
        except FileNotFoundError:  # another process tidied up first
            continue
    return found
