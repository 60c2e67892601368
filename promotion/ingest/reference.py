"""Reference data: the CSV tables that say what headings, codes, units and words mean."""

import csv
import functools
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from promotion.ingest.codes import Code, with_all_countries
from promotion.ingest.words import key_of

SHIPPED = Path(__file__).parents[2] / "data" / "reference"
# Which table holds which list of codes; its first column is the code.
CODE_TABLES = {
    "district": "districts.csv",
    "industry": "industries.csv",
    "channel": "channels.csv",
    "activity": "activities.csv",
    "concern": "concerns.csv",
    "investment_kind": "investment_kinds.csv",
    "lead_source": "lead_sources.csv",
    "chain_role": "chain_roles.csv",
    "carrier_kind": "carrier_kinds.csv",
    "dispatch_reason": "dispatch_reasons.csv",
    "annotation_kind": "annotation_kinds.csv",
    "metric": "metrics.csv",
    "yes_no": "yes_no.csv",
    "country": "countries.csv",
}
UNCLASSIFIED = "unclassified"  # the industry of projects of none: DATA.md, projects
KINDS = (
    "projects",
    "contacts",
    "receipts",
    "carriers",
    "targets",
    "rates",
    "sources",
    "annotations",
    "score_card",
)
_NEEDED = {
    "columns.csv": ("kind", "column", "type", "list", "required", "unit", "heading_zh", "aliases"),
    "units.csv": ("unit", "measure", "factor", "aliases"),
    "blanks.csv": ("text",),
    "marks.csv": ("text", "meaning"),
    "total_words.csv": ("text",),
    "currency_signs.csv": ("text", "measure"),
    "dispatch_reasons.csv": ("name_en", "name_zh", "least_days"),
}
# Unions, outlying parts and private codes that babel lists among the territories.
_NO_COUNTRIES = frozenset(("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "CQ", "DG", "TA"))
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_TYPES = {"text", "code", "country", "yes_no", "date", "decimal", "whole"}


class ReferenceFault(Exception):
    """A reference table that cannot be used; its text is a sentence for the office."""


@dataclass(frozen=True)
class Column:
    """One column of the data contract.

    Of those that are `is_one_of` every row needs at least one; one that `refuses_unread` may be
    blank, but what is written there must be readable, as blank means all.
    """

    kind: str
    name: str
    type: str
    list: str
    is_required: bool
    is_one_of: bool
    refuses_unread: bool
    is_key: bool
    unit: str
    minimum: Decimal | None
    blank_value: int | None
    headings: tuple[str, ...]

    @property
    def is_id(self) -> bool:
        """Whether it holds the numbers that rows are found by."""
        return self.type == "text" and self.name.endswith("_id")


@dataclass(frozen=True)
class Reference:
    """Everything that is looked up while ledgers are read."""

    columns: dict[str, tuple[Column, ...]]
    codes: dict[str, tuple[Code, ...]]
    code_of: dict[str, dict[str, str]]
    units: dict[tuple[str, str], Decimal]
    blanks: frozenset[str]
    total_words: frozenset[str]
    currency_signs: dict[str, str]

    def blank_texts(self) -> set[str]:
        """The ways of writing an empty cell as they stand in a file."""
        return {
            written
            for blank in self.blanks
            for cased in (blank, blank.upper())
            for spaced in (cased, " ".join(cased))
            for written in (spaced, spaced.translate(_FULL_WIDTH))
        }


def read_reference(folder: Path | None) -> Reference:
    """The reference data: the shipped tables, or those of the same name in the folder."""
    tables = functools.partial(read_table, folder)
    codes, code_of = {}, {}
    for name, file in CODE_TABLES.items():
        rows = _with_unclassified(tables(file)) if name == "industry" else tables(file)
        codes[name], code_of[name] = _read_codes(name, rows, file)
    units = {
        (key_of(text), row["measure"]): _number(row["factor"], "units.csv")
        for row in tables("units.csv")
        for text in (row["unit"], *split_aliases(row["aliases"]))
    }
    return Reference(
        columns=_read_columns(tables("columns.csv")),
        codes=codes,
        code_of=code_of,
        units=units,
        blanks=frozenset(key_of(row["text"]) for row in tables("blanks.csv")) | {""},
        total_words=frozenset(key_of(row["text"]) for row in tables("total_words.csv")),
        currency_signs={
            key_of(row["text"]): row["measure"] for row in tables("currency_signs.csv")
        },
    )


@functools.cache
def shipped_marks() -> dict[str, str]:
    """A pattern of the words for year, month, day and unit, as they stand beside figures."""
    marks: dict[str, list[str]] = {}
    for row in read_table(None, "marks.csv"):
        marks.setdefault(row["meaning"], []).append(re.escape(row["text"]))
    return {meaning: f"(?:{'|'.join(texts)})" for meaning, texts in marks.items()}


def read_table(folder: Path | None, file: str) -> list[dict[str, str]]:
    """The rows of a reference table: the folder's own, else the shipped one."""
    path = (folder / file) if folder and (folder / file).is_file() else SHIPPED / file
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines, strict=True))
    except (OSError, UnicodeError, csv.Error) as error:
        raise ReferenceFault(
            f"reference/{file} cannot be read ({error}); save it as a UTF-8 CSV file."
        ) from error
    needed = _NEEDED.get(file, ("name_en", "name_zh"))
    for number, row in enumerate(rows, start=2):
        if None in row:
            raise ReferenceFault(f"reference/{file}: row {number} has more cells than headings.")
        missing = [name for name in needed if row.get(name) is None]
        if missing:
            raise ReferenceFault(f"reference/{file}: row {number} lacks {', '.join(missing)}.")
    if not rows:
        raise ReferenceFault(f"reference/{file} holds no rows.")
    return [{name: (value or "").strip() for name, value in row.items()} for row in rows]


def _with_unclassified(own: list[dict[str, str]]) -> list[dict[str, str]]:
    """The industries, with the shipped row for projects of none where the list has no such."""
    shipped = read_table(None, CODE_TABLES["industry"])
    (heading, shipped_heading) = (next(iter(rows[0])) for rows in (own, shipped))
    if any(row[heading] == UNCLASSIFIED for row in own):
        return own
    row = next(row for row in shipped if row[shipped_heading] == UNCLASSIFIED)
    return [*own, {heading: UNCLASSIFIED} | {name: row[name] for name in ("name_en", "name_zh")}]


def _read_codes(
    name: str, rows: list[dict[str, str]], file: str
) -> tuple[tuple[Code, ...], dict[str, str]]:
    """The codes in order, and the code of every way of writing it."""
    heading = next(iter(rows[0]))
    codes = tuple(Code(row[heading], row["name_en"], row["name_zh"], row) for row in rows)
    if name == "country":
        codes = with_all_countries(codes)
    code_of: dict[str, str] = {}
    for code in codes:
        if not (code.code and code.name_en and code.name_zh):
            raise ReferenceFault(f"reference/{file}: every row needs a code and both names.")
        for name in ("grid_row", "grid_column", "least_days"):
            if code.row.get(name) and not code.row[name].isdecimal():
                raise ReferenceFault(f"reference/{file}: {name} of {code.code} is no whole number.")
        aliases = split_aliases(code.row.get("aliases", ""))
        for text in (code.code, code.name_en, code.name_zh, *aliases):
            other = code_of.setdefault(key_of(text), code.code)
            if other != code.code:
                raise ReferenceFault(
                    f"reference/{file}: {text} stands for both {other} and {code.code}."
                )
    if len({code.code for code in codes}) < len(codes):
        raise ReferenceFault(f"reference/{file}: a code stands in two rows.")
    return codes, code_of


def _read_columns(rows: list[dict[str, str]]) -> dict[str, tuple[Column, ...]]:
    columns: dict[str, list[Column]] = {kind: [] for kind in KINDS}
    for row in rows:
        if row["kind"] not in columns or row["type"] not in _TYPES:
            raise ReferenceFault(
                f"reference/columns.csv: {row['kind']}.{row['column']} has an unknown kind or type."
            )
        columns[row["kind"]].append(
            Column(
                kind=row["kind"],
                name=row["column"],
                type=row["type"],
                list=row["list"],
                is_required=row["required"] == "yes",
                is_one_of=row["required"] == "one_of",
                refuses_unread=row["required"] == "if_written",
                is_key=row.get("is_key") == "yes",
                unit=row["unit"],
                minimum=_number(row["minimum"], "columns.csv") if row.get("minimum") else None,
                blank_value=int(row["blank_value"]) if row.get("blank_value") else None,
                headings=(row["column"], row["heading_zh"], *split_aliases(row["aliases"])),
            )
        )
    return {kind: tuple(own) for kind, own in columns.items()}


def _number(text: str, file: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ReferenceFault(f"reference/{file}: {text!r} is not a number.") from error


def split_aliases(aliases: str) -> tuple[str, ...]:
    """The other ways of writing something, as a cell of a reference table lists them."""
    return tuple(alias.strip() for alias in aliases.split("|") if alias.strip())
