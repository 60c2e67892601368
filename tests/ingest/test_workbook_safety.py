"""What is wrong with a workbook costs that file alone, a sentence and no more."""

import re
import struct
import zipfile
from datetime import date
from io import BytesIO

import pytest

from tests.ingest.workbooks import (
    bomb,
    contacts,
    saved,
    with_parts,
    with_sheet_xml,
    workbook_of,
    zipped,
)

ROW = ("C1", "cixi", date(2020, 3, 3), 1, "first")
GOOD = contacts(ROW)
FAR_CELL = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
PREFIXED_FAR_CELL = (
    '<p-x:row r="9"><p-x:c r="XFD1048576"><p-x:v>1</p-x:v></p-x:c></p-x:row></sheetData>'
)
OLD_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def understated(content):
    """The archive with a directory that says that its last part is of ten bytes."""
    size = zipfile.ZipFile(BytesIO(content)).infolist()[-1].file_size
    return content.replace(struct.pack("<I", size), struct.pack("<I", 10))


def encrypted(content):
    """The archive with the mark of a password on its first part."""
    at = content.index(b"PK\x01\x02") + 8
    return content[:at] + b"\x01" + content[at + 1 :]


BROKEN = [
    (b"", "is empty"),
    (b"contact_id,district,contact_date\n", "is no workbook"),
    (b"PK", "is damaged or incomplete"),
    (GOOD[: len(GOOD) // 2], "is damaged or incomplete"),
    (GOOD[:-10], "is damaged or incomplete"),
    (GOOD[:300] + b"\x00\xff\x00" + GOOD[303:], "is damaged or incomplete"),
    (zipped({"[Content_Types].xml": b"x"}), "is damaged or incomplete"),
    (zipped({"word/document.xml": b"x"}), "is no workbook"),
    (with_sheet_xml(GOOD, "</sheetData>.*", ""), "is damaged or incomplete"),
    (OLD_MARK + bytes(2000), "of the old kind (XLS)"),
    (OLD_MARK + bytes(8) + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    (encrypted(GOOD), "protected by a password"),
    (bomb(401), "more than 400 million bytes"),
    (understated(bomb(401)), "is damaged or incomplete"),
    (zipped({f"{number}.xml": b"" for number in range(5001)}), "more than 5000 parts"),
    (with_sheet_xml(GOOD, "</sheetData>", FAR_CELL), "more than 8 million cells"),
    (with_sheet_xml(GOOD, "</sheetData>", PREFIXED_FAR_CELL), "more than 8 million cells"),
    (
        with_sheet_xml(GOOD, ' r="A2"', """ s=' r="A2"' r="XFD1048576\""""),
        "is damaged or incomplete",
    ),
    (with_sheet_xml(GOOD, ' r="A2"', ' s=">" r="XFD1048576"'), "is damaged or incomplete"),
    (with_sheet_xml(GOOD, ' r="A2"', ' r="AAAAAA2"'), "is damaged or incomplete"),
    (with_sheet_xml(GOOD, ' r="A2"', ' r="&#88;FD2"'), "is damaged or incomplete"),
    (with_sheet_xml(GOOD, 'r="(.)2"', r'r="\g<1>99999999"'), "is damaged or incomplete"),
    (with_sheet_xml(GOOD, '(<row r="2".*</row>)', r"\1\1"), "holds a row or a cell twice"),
    (with_sheet_xml(GOOD, '(<c r="A2".*?</c>)', r"\1\1"), "holds a row or a cell twice"),
    (with_sheet_xml(GOOD, 't="n"><v>1<', 't="s"><v>99<'), "is damaged or incomplete"),
    (saved(workbook_of({"letter": [["Dear all"]]})), "no row of headings"),
    (saved(workbook_of({"s": [["contact_id", "district"]]})), "对接日期 is missing"),
]


@pytest.mark.parametrize(
    ("content", "words"),
    BROKEN,
    ids=[f"{number} {words}" for number, (_, words) in enumerate(BROKEN)],
)
def test_a_workbook_that_cannot_be_read_is_refused_and_the_others_load(read, content, words):
    reading = read({"book.xlsx": content, "zz.xlsx": GOOD})
    refused = reading.file("book.xlsx")

    assert words in refused.reason.sentence()
    assert (refused.kind, refused.rows) == (None, 0)
    assert reading.file("zz.xlsx").loaded == 1


def test_many_sheets_may_not_reach_over_more_cells_together_than_one(read):
    far = {f"s{number}": [[1]] for number in range(9)}
    workbook = workbook_of(far)
    for sheet in workbook:
        sheet["A1000000"] = 1
    reading = read({"book.xlsx": saved(workbook)})

    assert "more than 8 million cells" in reading.file("book.xlsx").reason.sentence()


def test_empty_cells_far_from_the_rows_are_no_burden(read):
    empty = '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    reading = read({"book.xlsx": with_sheet_xml(GOOD, "</sheetData>", empty)})

    assert reading.file("book.xlsx").loaded == 1


def test_cells_that_do_not_say_where_they_stand_are_read_one_behind_the_other(read):
    content = with_sheet_xml(GOOD, r' r="[A-Z]*\d+"', "")
    reading = read({"book.xlsx": content})

    assert reading.rows("select contact_id, line, organisation from contacts") == [
        ("C1", 2, "first")
    ]


def test_a_part_that_takes_long_to_look_through_by_trying_is_looked_through_at_once(read):
    attributes = "<c" + " r=" * 300_000 + "<c" * 300_000 + "<c><f/>" + " " * 300_000
    content = with_sheet_xml(GOOD, "</sheetData>", attributes + "</sheetData>")
    reading = read({"book.xlsx": content, "zz.xlsx": GOOD})

    assert "is damaged" in reading.file("book.xlsx").reason.sentence()


def test_parts_that_are_no_text_are_left_alone(read):
    content = with_parts(GOOD, lambda name, part: part)
    buffer = BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("xl/vbaProject.bin", bytes(1_000_000))
    reading = read({"book.xlsm": buffer.getvalue()})

    assert reading.file("book.xlsm").loaded == 1


def test_a_workbook_under_the_name_of_a_text_is_told_apart(read):
    reading = read({"contacts.csv": GOOD, "zz.xlsx": GOOD})

    assert "workbook or an archive" in reading.file("contacts.csv").reason.sentence()


def test_a_sheet_that_is_damaged_is_refused_wherever_it_is_cut(read):
    sheet = zipfile.ZipFile(BytesIO(GOOD)).read("xl/worksheets/sheet1.xml")
    cuts = [found.start() for found in re.finditer(rb"[<>\"]", sheet)][::9]
    for cut in cuts:
        content = with_parts(
            GOOD,
            lambda name, part, cut=cut: part[:cut] if name.endswith("sheet1.xml") else part,
        )
        reading = read({"book.xlsx": content})

        assert reading.file("book.xlsx").loaded in (0, 1)
