"""Tried ledgers put into the data folder, what they replace kept; and taking that back."""

import fcntl
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from promotion.data_version import version_of
from promotion.language import _
from promotion.offered import REPLACED, OfferFault
from promotion.trial import Trial


@dataclass(frozen=True)
class Adopted:
    """The ledgers put in, relative to the data folder, and where those they replaced are kept."""

    folder: Path
    put_in: tuple[str, ...]
    replaced: tuple[str, ...]
    kept_in: Path
    version: str

    @property
    def kept_within(self) -> str:
        """The folder of what was replaced, within the data folder."""
        return self.kept_in.relative_to(self.folder).as_posix()


def adopt(trial: Trial) -> Adopted:
    """The tried ledgers, now in the data folder. Raises OfferFault, the folder then as before.

    Each is whole or not there at any moment; what it replaces is kept under the time of adopting.
    """
    with _alone(trial.folder):
        if version_of(trial.folder) != trial.base_version:
            raise OfferFault(
                _("The ledgers have changed since these were tried. Please try them once more.")
            )
        kept_in = _new_folder(trial.folder)
        offered = trial.offered
        replaced = sorted({each.replaces for each in offered if each.replaces})
        put_in: list[str] = []
        try:
            for file in replaced:
                _keep(trial.folder / file, kept_in / file)
            for each in offered:
                _write(trial.folder / each.place, each.content)
                put_in.append(each.place)
            for file in set(replaced) - set(put_in):
                (trial.folder / file).unlink()
        except OSError as error:
            _put_back(trial.folder, put_in, replaced, kept_in)
            sentence = _(
                "The ledgers could not be put into the data folder ({reason}); it is as it was."
            )
            raise OfferFault(sentence.format(reason=error.strerror or error)) from error
        return Adopted(
            trial.folder, tuple(put_in), tuple(replaced), kept_in, version_of(trial.folder)
        )


def take_back(adopted: Adopted) -> None:
    """Nothing; the data folder holds again what it held before adopting. Raises OfferFault."""
    with _alone(adopted.folder):
        if version_of(adopted.folder) != adopted.version:
            raise OfferFault(
                _(
                    "The ledgers have changed since these were adopted. What they replaced is "
                    "kept in {folder}."
                ).format(folder=adopted.kept_within)
            )
        try:
            for file in set(adopted.put_in) - set(adopted.replaced):
                _keep(adopted.folder / file, _new_folder(adopted.folder) / file)
            _put_back(adopted.folder, adopted.put_in, adopted.replaced, adopted.kept_in)
        except OSError as error:
            raise OfferFault(
                _(
                    "What was replaced could not be put back ({reason}); it is kept in {folder}."
                ).format(reason=error.strerror or error, folder=adopted.kept_within)
            ) from error


def _put_back(folder: Path, put_in: Sequence[str], replaced: Sequence[str], kept_in: Path) -> None:
    for file in replaced:
        if (kept_in / file).exists():
            (kept_in / file).replace(folder / file)
    for file in set(put_in) - set(replaced):
        (folder / file).unlink(missing_ok=True)
    if kept_in.exists():
        shutil.rmtree(kept_in)  # what was in it stands in the folder again


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nothing; while it lasts nobody else adopts in this folder, from whichever process."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise OfferFault(
            _("The data folder cannot be opened ({reason}).").format(reason=error.strerror)
        ) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _new_folder(folder: Path) -> Path:
    """A folder for what is replaced now, named after the time, none that is there already."""
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
    return folder / REPLACED / stamp


def _keep(path: Path, kept: Path) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(path, kept)
    _sync(kept)


def _write(path: Path, content: bytes) -> None:
    """Nothing; whoever opens the path finds either what was there before or all of the content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    _sync(path.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
