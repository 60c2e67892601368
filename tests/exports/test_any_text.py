"""Whatever an office writes into a name stands in every file that is taken away, as text."""

import csv
import io
import json
import re
import subprocess
import tempfile
import unicodedata
from datetime import date
from pathlib import Path

import docx
import openpyxl
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from promotion.database import open_database
from promotion.exhibits import library
from promotion.exports.cells import inert_text
from promotion.exports.document import as_docx
from promotion.exports.pdf import as_pdf
from promotion.exports.powerpoint import as_pptx
from promotion.exports.rows import as_csv, as_json
from promotion.exports.spreadsheet import as_xlsx
from promotion.filters import Filters, Period
from tests.exports.briefings import briefing
from tests.exports.decks import opened, texts
from tests.ledgers import contact, project, write

_LETTERS = st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\ufffd")
_TROUBLE = st.sampled_from("=+-@'\"<>&#$*_`\\{}[]%|;,/~^\uff1d\uff20")
_NAMES = st.lists(
    st.tuples(_TROUBLE | _LETTERS, st.text(_TROUBLE | _LETTERS, max_size=10)).map("".join),
    min_size=4,
    max_size=4,
)
# What the fonts of the printed briefing are sure to have.
_PRINTED = re.compile("[\x20-\x7e\u4e00-\u9fa5]+")
_YEAR = Filters(Period(date(2020, 1, 1), date(2020, 6, 30)), language="en")


def squeezed(text):
    return "".join(
        each for each in text if not each.isspace() and unicodedata.category(each) != "Cf"
    )


@settings(max_examples=4, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(names=_NAMES)
@example(names=["=1+1", "+cmd|' /C calc'!A0", '=HYPERLINK("http://x.test","y")', "@SUM(A1)"])
@example(names=["<b>&amp;*_#`</b>", "#let x = 1", "$x^2$ \\ {0} %s", "_x0041_ 甲\u3000乙"])
def test_any_name_survives_to_every_file_and_no_file_calculates_it(names):
    with tempfile.TemporaryDirectory() as folder:
        dispatched = _dispatch_list(Path(folder), names)
        rows = dispatched.rows()
        kept = {row["project_name"] for row in rows}
        made = briefing(dispatched)

        assert set(map(squeezed, kept)) == set(map(squeezed, names))
        _check_rows(dispatched, kept)
        deck = "".join(text for slide in opened(as_pptx(made)).slides for text in texts(slide))
        written = _document_text(as_docx(made))
        printed = squeezed(_printed_text(as_pdf(made)))
        for name in kept:
            assert squeezed(name) in squeezed(deck)
            assert squeezed(name) in squeezed(written)
            if _PRINTED.fullmatch(name):
                assert squeezed(name) in printed


def _dispatch_list(folder, names):
    """The exhibit that lists projects of these names, long overdue."""
    late = {"signed_date": "2020-01-05", "next_follow_up_date": "2020-02-01"}
    projects = [
        project(f"P{number}", "2020-01-02", project_name=name, investor=f"I{number}", **late)
        for number, name in enumerate(names)
    ]
    write(folder / "ledgers", "projects.csv", *projects)
    write(folder / "ledgers", "contacts.csv", contact("C1", "2020-06-30"))
    return library.dispatch_list(open_database(folder / "ledgers"), _YEAR)


def _check_rows(dispatched, kept):
    as_text = list(csv.reader(io.StringIO(as_csv(dispatched).decode("utf-8-sig"), newline="")))
    assert {row["project_name"] for row in json.loads(as_json(dispatched))["rows"]} == kept
    for name in kept:
        assert any(inert_text(name) in line for line in as_text)
    sheet_cells = [
        cell
        for sheet in openpyxl.load_workbook(io.BytesIO(as_xlsx(dispatched)))
        for line in sheet.iter_rows()
        for cell in line
    ]
    assert not any(cell.data_type == "f" for cell in sheet_cells)
    values = [cell.value for cell in sheet_cells]
    assert all(name in values for name in kept)


def _document_text(content):
    body = docx.Document(io.BytesIO(content)).element.body
    return "".join(body.itertext())


def _printed_text(content):
    done = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True
    )
    return done.stdout.decode()
