"""The clean sample ledgers rewritten as an office would keep them, and how long those take."""

import csv
import shutil
import statistics
import time
from pathlib import Path

import duckdb

from promotion import ingest
from tests.bench.table import Line

REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"
CODE_LISTS = {
    "district": "districts",
    "industry": "industries",
    "channel": "channels",
    "activity": "activities",
    "concern": "concerns",
}
SECONDS_PER_MILLION = 15


def office_line(clean: Path, contacts: int, rounds: int) -> Line:
    """Reading GB18030 ledgers with Chinese headings and words, a title row and odd dates."""
    office = _rewritten(clean, clean.with_name("office"))
    seconds = []
    for turn in range(rounds):
        path = office.with_name(f"office_{turn}.duckdb")
        connection = duckdb.connect(str(path))
        began = time.perf_counter()
        report = ingest.read_folder(office, connection)
        seconds.append(time.perf_counter() - began)
        connection.close()
        path.unlink()
        lost = [file.file for file in report.files if file.refused or not file.loaded]
        if lost:
            raise RuntimeError(f"rows were refused in {', '.join(lost)}: nothing to time")
    return Line(
        f"read GB18030 ledgers with quirks, {contacts:,} contacts",
        statistics.median(seconds),
        "s",
        SECONDS_PER_MILLION * max(1, contacts / 1_000_000),
    )


def _rewritten(clean: Path, office: Path) -> Path:
    office.mkdir()
    headings = {
        (row["kind"], row["column"]): row["heading_zh"] for row in _rows(REFERENCE / "columns.csv")
    }
    names = {
        column: {
            next(iter(row.values())): row["name_zh"] for row in _rows(REFERENCE / f"{file}.csv")
        }
        for column, file in CODE_LISTS.items()
    }
    for path in clean.glob("*.csv"):
        if path.stem.endswith("_contacts"):
            _rewrite(path, office / path.name, headings, names)
        else:
            shutil.copy(path, office)
    return office


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _rewrite(
    clean: Path,
    office: Path,
    headings: dict[tuple[str, str], str],
    names: dict[str, dict[str, str]],
) -> None:
    with (
        clean.open(encoding="utf-8-sig", newline="") as source,
        office.open("w", encoding="gb18030", newline="") as target,
    ):
        rows = csv.reader(source)
        columns = next(rows)
        places = [(columns.index(column), names[column]) for column in CODE_LISTS]
        date_place = columns.index("contact_date")
        write = csv.writer(target).writerow
        write(["客商对接台账"])
        write([headings["contacts", column] for column in columns])
        for number, row in enumerate(rows):
            for place, words in places:
                row[place] = words.get(row[place], row[place])
            row[date_place] = _date_as_written(row[date_place], number)
            write(row)
        write(["合计"])


def _date_as_written(day: str, number: int) -> str:
    year, month, date = day[:10].split("-")
    ways = (day, f"{year}年{int(month)}月{int(date)}日", f"{year}/{int(month)}/{int(date)}")
    return ways[number % len(ways)]
