"""Ledgers tried before they are adopted: read beside those that are served, and compared."""

import shutil
import tempfile
import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from promotion import ingest, numbers
from promotion.build_cache import cache_folder
from promotion.building import build
from promotion.checks import run_checks
from promotion.database import Database
from promotion.exhibits.activity import measure_text
from promotion.exhibits.overview import headline
from promotion.filters import Filters
from promotion.import_report import FileRow, file_rows
from promotion.language import _
from promotion.measures import MEASURES
from promotion.offered import Offered, OfferFault, refuse_unfit


@dataclass(frozen=True)
class Changed:
    """One thing as it is served now and as it would be, in words; no difference where it stays."""

    name: str
    now: str
    then: str
    difference: str


class Trial:
    """The data folder as it would be with the offered ledgers, read into a database of its own.

    Nothing of it outlives the object; the data folder is not touched.
    """

    def __init__(self, served: Database, offered: Sequence[Offered]) -> None:
        """Read the offered ledgers; raises OfferFault where they cannot be taken or read at all."""
        self.offered = tuple(offered)
        self.folder = served.folder
        self.base_version = served.version
        scratch = Path(tempfile.mkdtemp(dir=cache_folder(), prefix="trial_"))
        weakref.finalize(self, shutil.rmtree, scratch, ignore_errors=True)
        folder = scratch / "ledgers"
        _lay_out(folder, served.folder, self.offered)
        path = scratch / "trial.duckdb"
        try:
            self.files_read = _build(folder, path, served.path).files_read
            version = f"trial-{scratch.name}"
            self.database = Database(path, folder, version, served.scope)
        except (ingest.ReferenceFault, duckdb.Error, OSError) as fault:
            raise OfferFault(
                _("The ledgers could not be tried: {reason}").format(reason=fault)
            ) from fault

    def changed_files(self, served: Database) -> list[FileRow]:
        """What was read of each offered file, and of every other whose outcome is not the same."""
        before = {row.file: row for row in file_rows(served)}
        places = {each.place for each in self.offered}
        return [
            row
            for row in file_rows(self.database)
            if row.file in places or row != before.get(row.file)
        ]

    def changed_measures(self, served: Database, filters: Filters) -> list[Changed]:
        """The headline's measures, as served and with the offered ledgers, for the same period."""
        then = {row["metric"]: row for row in headline(self.database, filters).rows()}
        return [_changed(row, then[row["metric"]]) for row in headline(served, filters).rows()]

    def changed_checks(self, served: Database) -> list[Changed]:
        """How many rows each check finds, as served and with the offered ledgers."""
        then = {check.name: check.count for check in run_checks(self.database, most_rows=1)}
        return [
            Changed(
                check.title,
                numbers.count_text(check.count),
                numbers.count_text(then[check.name]),
                _difference(check.count, then[check.name], "plain"),
            )
            for check in run_checks(served, most_rows=1)
        ]


def _changed(now: dict[str, object], then: dict[str, object]) -> Changed:
    has_small_base = any(row["denominator"] is not None for row in (now, then)) and any(
        (row["denominator"] or 0) < numbers.SMALL_BASE for row in (now, then)
    )
    difference = (
        _("no comparison")
        if has_small_base and now["value"] != then["value"]
        else _difference(now["value"], then["value"], MEASURES[now["metric"]].unit)
    )
    return Changed(now["metric_name"], measure_text(now), measure_text(then), difference)


def _difference(now: float | None, then: float | None, unit: str) -> str:
    """How the value would move; nothing where it stays."""
    if now == then:
        return ""
    if now is None or then is None:
        return _("no comparison")
    return numbers.change_text(then, now, unit)


def try_ledgers(served: Database, offered: Sequence[Offered]) -> Trial:
    """The trial of the offered ledgers against what is served. Raises OfferFault."""
    refuse_unfit({each.name: len(each.content) for each in offered})
    places = [each.place.casefold() for each in offered]
    twice = next((each.place for each in offered if places.count(each.place.casefold()) > 1), None)
    if twice:
        sentence = _("Two of the files would both become {file}; choose for each what it replaces.")
        raise OfferFault(sentence.format(file=twice))
    return Trial(served, offered)


def _build(folder: Path, path: Path, earlier: Path) -> ingest.ImportReport:
    """The report; only what the served database does not hold is read, where that can be used."""
    try:
        return build(folder, path, earlier)
    except ingest.EarlierFault:
        path.unlink(missing_ok=True)
        return build(folder, path)


def _lay_out(folder: Path, data_folder: Path, offered: Sequence[Offered]) -> None:
    """Nothing; the folder holds the offered ledgers and links to all others.

    Links, as they leave the state of what they lead to alone: it need not be read again.
    """
    gone = {each.replaces for each in offered} | {each.place for each in offered}
    for file in ingest.data_files(data_folder):
        if file in gone:
            continue
        link = folder / file
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to((data_folder / file).resolve())
    for each in offered:
        place = folder / each.place
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(each.content)
