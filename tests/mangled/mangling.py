"""Ledgers as no office keeps them: real ones with something done to their bytes."""

import codecs
import csv
import random
import zipfile
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO, StringIO

import openpyxl
import xlsxwriter

from tests.ledgers import SAMPLE_DATA

_ROWS_KEPT = 30
_SEEDS = ("dev", "small")
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "latin-1")
_PIECES = (
    *(b'"', b'""', b",", b";", b"\t", b"\r", b"\n", b"\r\n", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf"),
    *(b"\xef\xbf\xbe", b"\xed\xa0\x80", b"#REF!", b"=1+1", b"PK\x03\x04", b"<", b">", b"&amp;"),
    *(
        text.encode()
        for text in ("合计", "43893", "1e999", "-1", "9" * 400, "２０２０", "\u202e", "区县")
    ),
)
Mangler = Callable[[random.Random], tuple[str, bytes]]


def any_ledger(source: random.Random) -> tuple[str, str, bytes]:
    """The name of a way to mangle, the ending of a file's name, and the file's bytes."""
    way = source.choice(sorted(WAYS))
    return way, *WAYS[way](source)


@cache
def texts() -> tuple[bytes, ...]:
    """The beginnings of the test ledgers, as they are kept."""
    found = []
    for seed in _SEEDS:
        for path in sorted((SAMPLE_DATA / seed).glob("*.csv")):
            lines = path.read_bytes().splitlines(keepends=True)
            found.append(b"".join(lines[:_ROWS_KEPT] + lines[-3:]))
    return tuple(found)


@cache
def tables() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The small ledgers as rows of cells."""
    paths = sorted((SAMPLE_DATA / "small").glob("*.csv"))
    return tuple(tuple(map(tuple, csv.reader(StringIO(path.read_text("utf-8"))))) for path in paths)


@cache
def workbooks() -> tuple[bytes, ...]:
    """The small ledgers as workbooks, with their texts in the cells and in a list of their own."""
    return tuple(
        write(rows) for rows in tables() for write in (as_workbook, as_workbook_with_shared_texts)
    )


def as_workbook(rows: Iterable[Iterable[object]]) -> bytes:
    """The rows as the one sheet of a workbook."""
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(list(row))
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def as_workbook_with_shared_texts(rows: Iterable[Iterable[object]]) -> bytes:
    """The rows as Excel saves them: every text once, numbers and days as such."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_numbers": True}) as workbook:
        sheet = workbook.add_worksheet("台账")
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    return buffer.getvalue()


def mutated(content: bytes, source: random.Random, changes: int) -> bytes:
    """The bytes after so many changes: flipped, cut, inserted, doubled, swapped."""
    for _change in range(changes):
        at = source.randrange(len(content) + 1)
        end = min(len(content), at + source.choice((1, 1, 2, 8, 200)))
        match source.randrange(6):
            case 0 if at < len(content):
                flipped = content[at] ^ (1 << source.randrange(8))
                content = content[:at] + bytes([flipped]) + content[at + 1 :]
            case 1:
                content = content[:at] + content[end:]
            case 2:
                content = content[:at] + source.choice(_PIECES) + content[at:]
            case 3:
                content = content[:at] + source.randbytes(source.randrange(9)) + content[at:]
            case 4:
                lines = content.splitlines(keepends=True)
                if lines:
                    place = source.randrange(len(lines))
                    content = b"".join([*lines[: place + 1], *lines[place:]])
            case 5:
                content = content[:at] + content[at:end] + content[at:]
    return content


def with_mutated_parts(content: bytes, source: random.Random, changes: int) -> bytes:
    """The workbook with its parts mutated before they are packed, so that it opens."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        names = old.namelist()
        chosen = source.choice((["xl/worksheets/sheet1.xml"], names, [source.choice(names)]))
        for name in names:
            part = old.read(name)
            if name in chosen:
                part = mutated(part, source, changes)
            new.writestr(name, part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _ending(source: random.Random) -> str:
    return source.choice((".csv", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm"))


def _random_bytes(source: random.Random) -> tuple[str, bytes]:
    start = source.choice((b"", b"PK\x03\x04", codecs.BOM_UTF8, b"\xff\xfe", b"\xd0\xcf\x11\xe0"))
    return _ending(source), start + source.randbytes(source.randrange(3000))


def _as_it_is(source: random.Random) -> tuple[str, bytes]:
    if source.random() < 0.5:
        return ".xlsx", source.choice(workbooks())
    return ".csv", source.choice(texts())


def _text(source: random.Random) -> tuple[str, bytes]:
    return ".csv", mutated(source.choice(texts()), source, source.choice((1, 1, 2, 5, 30)))


def _other_encoding(source: random.Random) -> tuple[str, bytes]:
    text = source.choice([content for content in texts() if _is_utf_8(content)]).decode("utf-8-sig")
    content = text.encode(source.choice(_ENCODINGS), "replace")
    return ".csv", mutated(content, source, source.choice((0, 1, 3)))


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _cut(source: random.Random) -> tuple[str, bytes]:
    content = source.choice((*texts(), *workbooks()))
    ending = ".xlsx" if content.startswith(b"PK") else ".csv"
    return ending, content[: source.randrange(len(content))]


def _joined(source: random.Random) -> tuple[str, bytes]:
    return _ending(source), b"".join(source.choices((*texts(), *workbooks()), k=2))


def _huge_cells(source: random.Random) -> tuple[str, bytes]:
    rows = [list(row) for row in source.choice(tables())]
    row = source.choice(rows)
    unit = source.choice(("x", "长", '"', "9", "\n", ",", " "))
    row[source.randrange(len(row))] = unit * source.choice((33, 32_767))
    if source.random() < 0.5:
        return ".xlsx", as_workbook(rows)
    buffer = StringIO()
    csv.writer(buffer).writerows(rows)
    return ".csv", buffer.getvalue().encode()


def _packed_workbook(source: random.Random) -> tuple[str, bytes]:
    return ".xlsx", mutated(source.choice(workbooks()), source, source.choice((1, 1, 2, 5, 30)))


def _workbook_parts(source: random.Random) -> tuple[str, bytes]:
    changes = source.choice((1, 1, 2, 5, 30))
    return ".xlsx", with_mutated_parts(source.choice(workbooks()), source, changes)


def _workbook_cells(source: random.Random) -> tuple[str, bytes]:
    """Cells of a workbook replaced by values of every type."""
    rows = [list(row) for row in source.choice(tables())]
    values = (
        None,
        True,
        0,
        -1,
        1.5,
        1e300,
        0.1 + 0.2,
        "=1/0",
        "#REF!",
        "#N/A",
        43893,
        "\ufffd",
        "x",
    )
    for _change in range(source.randrange(1, 12)):
        row = source.choice(rows)
        row[source.randrange(len(row))] = source.choice(values)
    if source.random() < 0.3:
        source.choice(rows).append("beyond")
    return ".xlsx", as_workbook(rows)


def _bomb(source: random.Random) -> tuple[str, bytes]:
    """A workbook of which one part is much larger than it looks, or reaches very far."""
    if source.random() < 0.2:
        unit = source.choice((b"\x00", b"<row/>", b"<c/>", b'<c r="A1"><v>1</v></c>'))
        part = unit * (8_000_000 // len(unit))
    else:
        part = source.choice((b'<row r="%d">', b"<row>")).replace(b"%d", b"1048576")
        part += b'<c r="XFD1048576"><v>1</v></c></row>'
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(source.choice(workbooks()))) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"</sheetData>", part + b"</sheetData>"))
    return ".xlsx", buffer.getvalue()


def _archive_of_something(source: random.Random) -> tuple[str, bytes]:
    return _ending(source), zlib.compress(source.choice(texts()))


WAYS: dict[str, Mangler] = {
    "as it is": _as_it_is,
    "random bytes": _random_bytes,
    "text, bytes changed": _text,
    "text, other encoding": _other_encoding,
    "cut off": _cut,
    "two files in one": _joined,
    "huge cells": _huge_cells,
    "workbook, packed bytes changed": _packed_workbook,
    "workbook, parts changed": _workbook_parts,
    "workbook, cells replaced": _workbook_cells,
    "workbook that is a bomb": _bomb,
    "packed otherwise": _archive_of_something,
}
