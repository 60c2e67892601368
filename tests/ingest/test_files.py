"""Which files are read, and what becomes of those that cannot be."""

import os
import random
import zipfile
from io import BytesIO

import duckdb
import pytest

from promotion.ingest import fingerprint, read_folder

CONTACTS = "contact_id,district,contact_date\nC1,cixi,2020-03-03\nC2,cixi,2020-03-04\n"
CHINESE = "对接编号,区县,对接日期,人次\nC1,慈溪市,2020年3月3日,２\nC2,慈溪,2020/3/4,3\n"


def zipped():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("xl/workbook.xml"), "<workbook/>")  # of no time of day
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_ledgers_leaves_empty_tables(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with duckdb.connect(str(tmp_path / "none.duckdb")) as connection:
        report = read_folder(tmp_path / name, connection)
        counts = connection.execute(
            "select (select count(*) from projects), (select count(*) from contacts), "
            "(select count(*) from ledger_files), (select count(*) from districts)"
        ).fetchone()

    assert report.files == ()
    assert counts == (0, 0, 0, 5)
    assert fingerprint(tmp_path / name) == ()


def test_a_file_in_the_place_of_the_folder_is_said_to_be_no_folder(tmp_path):
    (tmp_path / "ledgers").write_text(CONTACTS)
    with duckdb.connect(str(tmp_path / "none.duckdb")) as connection:
        report = read_folder(tmp_path / "ledgers", connection)

    assert [one.file for one in report.files] == ["."]
    assert "cannot be read (Not a directory)" in report.files[0].reason.sentence()


def test_a_folder_with_only_contacts_loads_them(read):
    reading = read({"contacts.csv": CONTACTS})

    assert reading.column("contacts", "contact_id") == ["C1", "C2"]
    assert reading.column("projects", "project_id") == []


def test_files_of_all_three_endings_in_subfolders_are_read_and_others_are_not(read):
    rows = CONTACTS.splitlines()
    reading = read(
        {
            "b/one.CSV": f"{rows[0]}\n{rows[1]}\n",
            "a.tsv": f"{rows[0]}\n{rows[2]}\n".replace(",", "\t"),
            "c.txt": f"{rows[0]}\nC3,cixi,2020-03-05\n",
            "README.md": "no ledger",
            ".hidden.csv": CONTACTS,
            "~$open.csv": CONTACTS,
            "reference/notes.csv": CONTACTS,
        }
    )

    assert [one.file for one in reading.report.files] == ["a.tsv", "b/one.CSV", "c.txt"]
    assert reading.column("contacts", "contact_id") == ["C2", "C1", "C3"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "is empty"),
        ("mark.csv", b"\xef\xbb\xbf", "is empty"),
        ("zip.csv", zipped(), "workbook or an archive"),
        ("binary.csv", bytes(range(256)) * 40, "holds no text"),
        ("letter.txt", b"Dear all,\nplease find enclosed", "no row of headings"),
        ("old.XLS", b"\xd0\xcf\x11\xe0", "each of its sheets as CSV"),
        ("sheets.ods", zipped(), "each of its sheets as CSV"),
        ("lacking.csv", b"contact_id,district,channel\nC1,cixi,phone\n", "对接日期 is missing"),
        ("blank.csv", b"\n\n,,,\n", "no row of headings"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused_and_the_others_load(read, name, content, words):
    reading = read({name: content, "zz.csv": CONTACTS})
    refused = reading.file(name)

    assert words in refused.reason.sentence()
    assert (refused.kind, refused.rows) == (None, 0)
    assert reading.file("zz.csv").loaded == 2
    assert [fault.file for fault in reading.report.refusals] == [name]
    assert reading.rows("select file, kind from ledger_files where kind is null") == [(name, None)]


def test_headings_without_rows_load_nothing_and_say_so(read):
    reading = read({"contacts.csv": CONTACTS.splitlines()[0]})

    assert reading.file("contacts.csv").kind == "contacts"
    assert reading.file("contacts.csv").rows == 0
    assert "no row below them" in " ".join(reading.notes("contacts.csv"))


def test_a_file_that_vanishes_while_the_folder_is_read_is_refused(read, tmp_path):
    (tmp_path / "ledgers" / "gone.csv").symlink_to(tmp_path / "nowhere.csv")
    reading = read({"zz.csv": CONTACTS})

    assert "cannot be read" in reading.file("gone.csv").reason.sentence()
    assert reading.file("zz.csv").loaded == 2


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_every_encoding_of_an_office_is_read(read, encoding, found):
    reading = read({"contacts.csv": CHINESE}, encoding)

    assert reading.rows("select district, attendee_count from contacts order by contact_id") == [
        ("cixi", 2),
        ("cixi", 3),
    ]
    assert reading.file("contacts.csv").encoding == found


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_delimiter_and_line_end_is_read(read, delimiter, line_end):
    content = CHINESE.replace(",", delimiter).replace("\n", line_end)
    reading = read({"contacts.csv": content.encode()})

    assert reading.rows("select contact_id, attendee_count, line from contacts") == [
        ("C1", 2, 2),
        ("C2", 3, 3),
    ]


def test_a_file_cut_within_its_last_character_keeps_its_encoding(read):
    content = "contact_id,district,contact_date,organisation\nC1,cixi,2020-03-03,客商\n"
    reading = read({"contacts.csv": content.encode()[:-3]})

    assert reading.file("contacts.csv").encoding == "utf-8"
    assert reading.rows("select contact_id, organisation from contacts") == [("C1", None)]
    assert reading.blanked() == [(2, "organisation", "客\ufffd")]


def test_a_utf_16_file_of_odd_length_loads_what_is_whole(read):
    reading = read({"contacts.csv": CHINESE.encode("utf-16")[:-1]})

    assert reading.file("contacts.csv").loaded == 2


def test_a_bad_byte_costs_its_cell_and_nothing_else(read):
    good = "对接编号,区县,对接日期,对接单位\nC1,慈溪市,2020-03-03,甲\nC2,慈溪市,2020-03-04,乙\n"
    for encoding in ("utf-8", "gb18030"):
        content = good.encode(encoding).replace("甲".encode(encoding), b"\xff\xff")
        reading = read({"contacts.csv": content})

        assert reading.column("contacts", "organisation") == [None, "乙"]
        assert [(line, column) for line, column, _ in reading.blanked()] == [(2, "organisation")]


def test_a_bad_byte_in_a_required_cell_refuses_its_row(read):
    content = CONTACTS.encode().replace(b"C2", b"C\xff")
    reading = read({"contacts.csv": content})

    assert reading.refused_lines() == [3]
    assert "cannot be read" in reading.sentences()[0]


def test_the_fingerprint_changes_with_every_change(tmp_path):
    ledger = tmp_path / "contacts.csv"
    ledger.write_text(CONTACTS)
    states = [fingerprint(tmp_path)]
    ledger.write_text(CONTACTS.replace("C1", "C9"))
    os.utime(ledger, (1, 1))
    states.append(fingerprint(tmp_path))
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "districts.csv").write_text("x")
    states.append(fingerprint(tmp_path))
    ledger.unlink()
    states.append(fingerprint(tmp_path))

    assert len(set(states)) == 4


def test_reading_twice_into_one_database_replaces_the_rows(read):
    read({"contacts.csv": CONTACTS})
    reading = read({"contacts.csv": CONTACTS})

    assert reading.column("contacts", "contact_id") == ["C1", "C2"]


def test_any_bytes_give_a_report_that_adds_up(read):
    source = random.Random(2020)
    pieces = [CHINESE.encode(), CHINESE.encode("gb18030"), CHINESE.encode("utf-16"), b'"', b"\r"]
    pieces += [b"\x00", b"\xff\xfe", b",", b"\n", b'""', "合计".encode(), b"43893", b"\xef\xbf\xbe"]
    for _round in range(30):
        chosen = source.choices(pieces, k=source.randint(1, 9))
        noise = source.randbytes(source.randint(0, 40))
        content = b"".join([*chosen, noise, *source.choices(pieces, k=3)])
        reading = read({"contacts.csv": content, "noise.csv": CHINESE.encode() + content})

        files = reading.report.files
        assert [one.file for one in files] == ["contacts.csv", "noise.csv"]
        assert all(one.rows == one.loaded + one.refused for one in files)
