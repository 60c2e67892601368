"""Sample ledgers as files: plain CSV, put in place only when they are complete."""

import csv
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv

from promotion.language import _
from promotion.sample.drawing import Columns

_OPTIONS = pyarrow.csv.WriteOptions(include_header=False, quoting_style="none", batch_size=65_536)
_LEDGER_SUFFIXES = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm"}


def refuse_foreign_ledgers(folder: Path, names: Iterable[str], mark: str) -> None:
    """Raise FileExistsError where the folder holds ledgers that this command did not write."""
    present = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.suffix.lower() in _LEDGER_SUFFIXES
        and path.relative_to(folder).parts[0] != "reference"
    )
    known = set(names)
    strangers = [name for name in present if name not in known]
    if not strangers and present and not _is_sample(folder / "sources.csv", mark):
        strangers = present
    if strangers:
        sentence = _(
            "{folder} already holds ledgers that are not sample data ({file}); choose an empty "
            "folder, so that invented figures never mix with real ones."
        )
        raise FileExistsError(sentence.format(folder=folder, file=strangers[0]))


def write_columns(path: Path, columns: Columns, names: tuple[str, ...]) -> None:
    """Write the named columns as a CSV file."""
    write_tables(path, names, [arrow_table(columns, names)])


def write_tables(path: Path, names: tuple[str, ...], tables: Iterable[pa.Table]) -> None:
    """Write the tables one after another as one CSV file, never holding more than one."""
    part = part_of(path)
    with part.open("wb") as file:
        file.write((",".join(names) + "\n").encode())
        for table in tables:
            pyarrow.csv.write_csv(table, file, _OPTIONS)


def arrow_table(columns: Columns, names: tuple[str, ...]) -> pa.Table:
    """The named columns as Arrow; None, NaN and NaT are unknown."""
    return pa.table({name: pa.array(columns[name], from_pandas=True) for name in names})


def part_of(path: Path) -> Path:
    """Where the file is written until it is complete: hidden, so that no reader takes it."""
    return path.with_name(f".{path.name}.part")


def put_in_place(folder: Path, names: Iterable[str]) -> None:
    """Give every finished file its name."""
    for name in names:
        part_of(folder / name).replace(folder / name)


def remove_parts(folder: Path, names: Iterable[str]) -> None:
    """Export what an interrupted run left unfinished."""
    for name in names:
        part_of(folder / name).unlink(missing_ok=True)


def _is_sample(sources: Path, mark: str) -> bool:
    """Whether sources.csv says that every file it names is sample data."""
    if not sources.is_file():
        return False
    with sources.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return bool(rows) and all((row.get("source") or "").startswith(mark) for row in rows)


def text_column(values: np.ndarray, positions: np.ndarray) -> pa.Array:
    """The text at each position; unknown where the position is negative."""
    return pa.array(values).take(pa.array(positions, mask=positions < 0))
