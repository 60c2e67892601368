"""Whether newly read ledgers may replace what is served: nothing of it must have gone bad."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from promotion.database import Database
from promotion.ingest.faults import remarks_from_json
from promotion.ingest.ledger import ENDS_WITHIN_A_ROW
from promotion.language import N_
from promotion.offered import REPLACED
from promotion.query import records_of

_GONE = {
    "projects": N_("There is no projects ledger any more."),
    "contacts": N_("There is no contacts ledger any more."),
}
_IS_GONE = N_(
    "{file} is no longer in the data folder; put it back or, where it is to go, start the "
    "dashboard anew."
)
_CANNOT_BE_READ = N_("{file} can no longer be read; `python -m promotion check` says why.")
_IS_CUT = N_("{file} ends in the middle of a row; it may not be complete.")


@dataclass(frozen=True)
class Held:
    """The files that a database was built from, by the kind of each, and the kinds with rows.

    A file that was refused whole has no kind; a cut one ends in the middle of a row.
    """

    files: Mapping[str, str | None]
    cut: frozenset[str]
    kinds: frozenset[str]


def held_by(database: Database) -> Held:
    """What the database was built from."""
    rows = records_of(database.run("data/files"))
    cut = frozenset(row["file"] for row in rows if _is_cut(row["notes"]))
    return Held({row["file"]: row["kind"] for row in rows}, cut, database.kinds)


def _is_cut(notes: str) -> bool:
    return any(note.reason == ENDS_WITHIN_A_ROW for note in remarks_from_json(notes))


def taken_out(folder: Path) -> frozenset[str]:
    """The ledgers that were taken out of the folder by the dashboard itself, which keeps them."""
    return frozenset(
        path.relative_to(moment).as_posix()
        for moment in (folder / REPLACED).glob("*")
        for path in moment.rglob("*")
        if path.is_file()
    )


def why_unsound(
    candidate: Held, served: Held, taken_out: frozenset[str]
) -> tuple[str, dict[str, str]] | None:
    """Why the candidate must not replace what is served: a message id and its details, or None.

    A ledger that could be read cannot any more, has been cut off in mid-row, or is gone without
    having been taken out or another of its kind having come; or none of a kind is left.
    """
    were_read = {file for file, kind in served.files.items() if kind is not None}
    folders = {parent.as_posix() for file in were_read for parent in PurePosixPath(file).parents}
    for file, kind in candidate.files.items():
        # What cannot be listed is told by its folder.
        if kind is None and (file in were_read or file in folders):
            return _CANNOT_BE_READ, {"file": file}
    newly_cut = (candidate.cut - served.cut) & were_read
    if newly_cut:
        return _IS_CUT, {"file": min(newly_cut)}
    for kind, sentence in _GONE.items():
        if kind in served.kinds and kind not in candidate.kinds:
            return sentence, {}
    come = {kind for file, kind in candidate.files.items() if file not in served.files}
    for file in sorted(were_read - candidate.files.keys() - taken_out):
        if served.files[file] not in come:
            return _IS_GONE, {"file": file}
    return None
