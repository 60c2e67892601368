"""The same rows written in every way that offices write ledgers."""

import codecs
import csv
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import StringIO
from typing import Any

from hypothesis import strategies as st

from promotion.ingest.reference import Column, Reference, read_reference
from promotion.ingest.words import key_of
from tests.ingest.workbooks import saved, workbook_of

REFERENCE: Reference = read_reference(None)
KEYS = {"projects": "project_id", "contacts": "contact_id"}
_EPOCH = date(1899, 12, 30)
_FULL_WIDTH = str.maketrans("()", "\uff08\uff09")
_MARKS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030")
_LETTERS = st.characters(
    categories=("L", "N", "P", "S", "Zs"), exclude_characters="\ufffd\ufffe\uffff", codec="utf-16"
)
_TEXTS = (
    st.one_of(
        st.text(_LETTERS, min_size=1, max_size=12),
        st.sampled_from(
            ['a "b", c', "x;y\tz", "first\nsecond", "甲、乙（丙）", "=1+1", "'quoted'", "007"]
        ),
    )
    .map(str.strip)
    .filter(lambda text: key_of(text) not in REFERENCE.blanks and text == text.strip("\xad\u200b"))
)
_DAYS = st.dates(date(1970, 1, 1), date(2099, 12, 31))

Value = Any


def rows_of(kind: str) -> st.SearchStrategy[list[dict[str, Value]]]:
    """Rows of a kind of ledger as they are to be read: every column, None where unknown."""
    columns = {column.name: _values(column) for column in REFERENCE.columns[kind]}
    rows = st.lists(st.fixed_dictionaries(columns), min_size=1, max_size=4)
    return rows.map(lambda found: _with_own_keys(found, kind))


def _with_own_keys(rows: list[dict[str, Value]], kind: str) -> list[dict[str, Value]]:
    return [row | {KEYS[kind]: f"K-{number}"} for number, row in enumerate(rows, start=1)]


def _values(column: Column) -> st.SearchStrategy[Value]:
    match column.type:
        case "date":
            values = _DAYS
        case "yes_no":
            values = st.booleans()
        case "decimal":
            values = st.integers(0, 99_999_999).map(lambda cents: Decimal(cents) / 100)
        case "whole":
            values = st.integers(int(column.minimum or 0), 99_999)
        case "text":
            values = (
                _TEXTS if not column.is_id else st.from_regex("[A-Z]{1,3}[0-9]{3}", fullmatch=True)
            )
        case _:
            values = st.sampled_from([code.code for code in REFERENCE.codes[column.list]])
    if column.kind == "projects" and column.name == "industry":
        return values  # blank means unclassified there
    may_be_blank = not column.is_required and column.blank_value is None
    return st.none() | values if may_be_blank else values


@st.composite
def written(draw: st.DrawFn, rows: list[dict[str, Value]], kind: str) -> tuple[str, bytes]:
    """The ending of a file's name and its bytes: the rows under headings, somehow written."""
    is_workbook = draw(st.booleans())
    columns = draw(st.permutations(REFERENCE.columns[kind]))
    headings, factors = [], {}
    for column in columns:
        heading, factors[column.name] = draw(_heading(column))
        headings.append(heading)
    cells = [
        [
            _blank(draw)
            if row[one.name] is None
            else draw(_cell(one, row[one.name], factors, is_workbook))
            for one in columns
        ]
        for row in rows
    ]
    above = draw(st.sampled_from([[], [["台账"]], [["2020年台账", ""], [], [""]]]))
    below = draw(st.sampled_from([[], [["合计"]], [[], ["小计", 3]]]))
    table = [*above, headings, *cells, *below]
    if is_workbook:
        return ".xlsx", _workbook(table)
    return ".csv", _text_file(draw, table)


def _workbook(table: list[list[object]]) -> bytes:
    workbook = workbook_of({"台账": table})
    for row in workbook.active.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"
    return saved(workbook)


def _text_file(draw: st.DrawFn, table: list[list[object]]) -> bytes:
    buffer = StringIO(newline="")
    writer = csv.writer(
        buffer,
        delimiter=draw(st.sampled_from(",;\t")),
        lineterminator=draw(st.sampled_from(("\n", "\r\n"))),
        quoting=draw(st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))),
    )
    writer.writerows(table)
    encoding = draw(st.sampled_from(_ENCODINGS))
    return _MARKS.get(encoding, b"") + buffer.getvalue().encode(encoding)


def _blank(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(("", "", " ", "—", "/", "无", "N/A")))


@st.composite
def _heading(draw: st.DrawFn, column: Column) -> tuple[str, Decimal]:
    """A heading of the column, and how many of the column's unit its unit is."""
    heading = draw(st.sampled_from(column.headings))
    factor = Decimal(1)
    bracket = heading.find("(")
    if column.unit and heading != column.name and bracket > 0:
        unit, measure = draw(
            st.sampled_from([pair for pair in sorted(REFERENCE.units) if pair[1] == column.unit])
        )
        factor = REFERENCE.units[unit, measure]
        heading = f"{heading[:bracket]}({unit})"
    written_as = draw(st.sampled_from((str, lambda text: text.translate(_FULL_WIDTH), _spaced)))
    return written_as(heading), factor


def _spaced(text: str) -> str:
    return f" {text} "


def _cell(
    column: Column, value: Value, factors: dict[str, Decimal], is_workbook: bool
) -> st.SearchStrategy[object]:
    match column.type:
        case "date":
            return _day_texts(value) | _day_cells(value) if is_workbook else _day_texts(value)
        case "decimal" | "whole":
            number = Decimal(value) / factors[column.name]
            plain = f"{number:f}"
            texts = st.sampled_from((plain, f" {plain} ", f"{number:,f}", _in_full_width(plain)))
            return texts | st.just(float(number)) if is_workbook else texts
        case "yes_no":
            texts = _names("yes_no", "yes" if value else "no")
            return texts | st.just(value) if is_workbook else texts
        case "text":
            return st.sampled_from((value, f" {value} ", f"\u3000{value}"))
        case _:
            return _names(column.list, value)


def _in_full_width(text: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) for letter in text)


def _names(of_list: str, code: str) -> st.SearchStrategy[str]:
    """Every way of writing the code: itself, its names, its aliases."""
    (found,) = (one for one in REFERENCE.codes[of_list] if one.code == code)
    names = [found.code, found.name_en, found.name_zh]
    names += [alias.strip() for alias in found.row.get("aliases", "").split("|") if alias.strip()]
    return st.sampled_from([*names, f" {found.name_zh} "])


def _day_texts(day: date) -> st.SearchStrategy[str]:
    serial = (day - _EPOCH).days
    texts = [
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month:02}.{day.day:02}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        f"{day.isoformat()} 9:05",
        f"{day.isoformat()}T23:59:59",
        f"{day.year}年{day.month}月{day.day}日 10:30",
        str(serial),
        f"{serial}.75",
    ]
    return st.sampled_from(texts)


def _day_cells(day: date) -> st.SearchStrategy[object]:
    serial = (day - _EPOCH).days
    late = datetime.combine(day, time(23, 59, 59))
    return st.sampled_from([day, late, late - timedelta(hours=23), serial, serial + 0.75])
