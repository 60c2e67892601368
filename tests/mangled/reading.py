"""Reads mangled ledgers, many to a folder, and counts what became of them."""

import random
import shutil
import tempfile
import traceback
from collections import Counter
from pathlib import Path

import duckdb

from promotion.ingest import FileReport, ImportReport, read_folder
from promotion.ingest.reference import Reference, read_reference
from promotion.ingest.staging import REPEATED
from tests.ingest.invariants import broken
from tests.mangled.mangling import any_ledger

FILES_IN_A_FOLDER = 250
FAULT = "FAULT"
_NAMES = (
    "慈溪市对接记录",
    "北仑区招商项目台账",
    "contacts",
    "projects",
    "a",
    "慈溪 北仑",
    "合计",
    "😀",
)

Counts = Counter[tuple[str, str]]


def read_mangled(files: int, seed: int) -> tuple[Counts, list[str]]:
    """How many files of each way of mangling ended how, and every fault in words."""
    counts: Counts = Counter()
    faults: list[str] = []
    reference = read_reference(None)
    for first in range(0, files, FILES_IN_A_FOLDER):
        many = min(FILES_IN_A_FOLDER, files - first)
        with tempfile.TemporaryDirectory() as folder:
            ways = _write(Path(folder), many, random.Random(f"{seed} {first}"), first)
            found, wrong = _read(Path(folder), ways, reference)
        counts += found
        faults += wrong
    return counts, faults


def _write(folder: Path, many: int, source: random.Random, first: int) -> dict[str, str]:
    """The way in which each file that is now in the folder was mangled, by its name."""
    ways = {}
    for number in range(first, first + many):
        way, ending, content = any_ledger(source)
        name = f"{number:06} {source.choice(_NAMES)}{ending}"
        (folder / name).write_bytes(content)
        ways[name] = way
    return ways


def _read(folder: Path, ways: dict[str, str], reference: Reference) -> tuple[Counts, list[str]]:
    try:
        with duckdb.connect() as connection:
            report = read_folder(folder, connection)
            wrong = broken(report, connection, reference)
    except BaseException as error:  # whatever it is, it is the fault that is looked for
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        if len(ways) > 1:
            return _one_by_one(folder, ways, reference)
        ((name, way),) = ways.items()
        return Counter({(way, FAULT): 1}), [f"{name} ({way}): {traceback.format_exc()}"]
    wrong += [f"{name}: not in the report" for name in ways.keys() - _names(report)]
    counts: Counts = Counter()
    repeated = Counter(one.file for one in report.refusals if one.reason == REPEATED)
    blanked = {one.file for one in report.blanked}
    for one in report.files:
        outcome = _outcome(one, repeated[one.file], one.file in blanked)
        counts[ways[one.file], outcome] += 1
    counts["invariants", FAULT] += len(wrong)
    return counts, wrong


def _one_by_one(
    folder: Path, ways: dict[str, str], reference: Reference
) -> tuple[Counts, list[str]]:
    """As read, with each file alone in a folder, to find the one that fails."""
    counts: Counts = Counter()
    faults: list[str] = []
    for name, way in ways.items():
        with tempfile.TemporaryDirectory() as alone:
            shutil.copy(folder / name, alone)
            found, wrong = _read(Path(alone), {name: way}, reference)
        counts += found
        faults += wrong
    return counts, faults


def _names(report: ImportReport) -> set[str]:
    return {one.file for one in report.files}


def _outcome(one: FileReport, repeated: int, has_blanked: bool) -> str:
    if one.reason:
        return f"refused: {one.reason.reason.partition(';')[0][:60]}"
    if one.refused > repeated:
        return "some rows refused"
    return "some cells unknown" if has_blanked else "loaded whole"
