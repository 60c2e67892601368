"""Where built databases are kept, who builds, and which go."""

import fcntl
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from promotion.data_fault import told_in_a_sentence

LOCK = "build.lock"
_SCRATCH = "building_"
_CLOCK_STEP_SECONDS = 1.0  # what a file system's clock may be ahead


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
    builds = _oldest_first(path.parent.glob(f"{same}-*.duckdb"))
    others = [found for found in builds if found != path]
    return others[-1] if others else None


def scoped_path(whole: Path, districts: tuple[str, ...]) -> Path:
    """Where the part of a build that is of these districts lies; it goes when the build goes.

    In a folder of its own, so that parts never push out wholes nor are taken for one.
    """
    digest = hashlib.blake2b(repr(districts).encode(), digest_size=16).hexdigest()
    return whole.with_suffix("") / f"{digest}.duckdb"


def forget_old_builds(keep: Path, count: int = 8) -> None:
    """Nothing; removes all but the newest builds, and never the one to keep."""
    for path in _oldest_first(keep.parent.glob("*.duckdb"))[:-count]:
        if path != keep:
            path.unlink(missing_ok=True)
            shutil.rmtree(path.with_suffix(""), ignore_errors=True)


def _oldest_first(builds: Iterable[Path]) -> list[Path]:
    """The builds in the order in which they were made, as far as the clock can be believed.

    One of a time to come was made before the clock was set back, so before all others.
    """
    now = time.time()
    found = []
    for path in builds:
        try:
            made_at = path.stat().st_mtime
        except FileNotFoundError:  # another process tidied up first
            continue
        found.append((made_at <= now + _CLOCK_STEP_SECONDS, made_at, path))
    return [path for _is_past, _made_at, path in sorted(found)]
