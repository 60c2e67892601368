"""Ledgers that somebody offers: what may be offered, and where in the data folder each would go."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from promotion import ingest
from promotion.language import _

REPLACED = ".replaced"  # in the data folder; hidden, so that nothing in it is read as a ledger
MOST_FILES = 20
MOST_MEGABYTES = 100  # of one file; as in .streamlit/config.toml
_LONGEST_NAME_BYTES = 200
_SEPARATORS_AND_CONTROL = re.compile(r"[\\/:*?\"<>|\x00-\x1f\x7f]")


class OfferFault(Exception):
    """Something offered that is not taken; its text is a sentence for the office."""


@dataclass(frozen=True)
class Offered:
    """A ledger as it was handed in, and which ledger of the data folder it replaces, if any."""

    name: str
    content: bytes
    replaces: str | None

    @property
    def place(self) -> str:
        """Where in the data folder it would stand: where what it replaces stands, else above."""
        if self.replaces is None:
            return self.name
        kept_name = PurePosixPath(self.replaces)
        return kept_name.with_suffix(PurePosixPath(self.name).suffix).as_posix()


def suffixes() -> tuple[str, ...]:
    """The endings of files that may be offered, without their dots."""
    return tuple(sorted(suffix.removeprefix(".") for suffix in ingest.readable_suffixes()))


def usual_place(name: str, folder: Path) -> str | None:
    """The ledger of the folder that has the same name, in any case of letters; None without one."""
    same = [
        file
        for file in ingest.ledger_paths(folder)
        if PurePosixPath(file).name.casefold() == name.casefold()
    ]
    return same[0] if len(same) == 1 else None


def refuse_unfit(offered: Mapping[str, int]) -> None:
    """Nothing; raises OfferFault where a name or a size in bytes, or their number, is not taken."""
    if len(offered) > MOST_FILES:
        raise OfferFault(_("At most {count} files can be tried at once.").format(count=MOST_FILES))
    for name, size_bytes in offered.items():
        if size_bytes > MOST_MEGABYTES * 1_000_000:
            sentence = _(
                "{file} is larger than {count} MB; split it, or put it into the data folder."
            )
            raise OfferFault(sentence.format(file=shown_name(name), count=MOST_MEGABYTES))
        _refuse_unfit_name(name)


def _refuse_unfit_name(name: str) -> None:
    is_unfit = (
        _SEPARATORS_AND_CONTROL.search(name)
        or name.startswith((".", "~$"))
        or name != name.strip()
        or len(name.encode("utf-8", "replace")) > _LONGEST_NAME_BYTES
        or not name.isprintable()
    )
    if is_unfit:
        sentence = _(
            "The name {file} cannot be taken: give the file a plain name, without folders."
        )
        raise OfferFault(sentence.format(file=shown_name(name)))
    if PurePosixPath(name).suffix.lower() not in ingest.readable_suffixes():
        sentence = _("{file} is no ledger by its name; ledgers end in {suffixes}.")
        raise OfferFault(sentence.format(file=shown_name(name), suffixes=_(", ").join(suffixes())))


def shown_name(name: str) -> str:
    """The name as it can be shown, cut where it is long."""
    plain = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name
    )
    return plain if len(plain) <= 80 else f"{plain[:79]}…"
