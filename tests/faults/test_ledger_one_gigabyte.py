"""Files of a gigabyte among the ledgers: read, or refused in a sentence, in little memory."""

import pytest

from tests.faults.common import output_of, python

GIGABYTE = 1 << 30
MEMORY_BYTES = 2 << 30
HEADINGS = "contact_id,district,contact_date,channel,activity,attendee_count,organisation\n"
# Reads the folder as a builder does; prints what became of the file and the memory it took.
READ = """
import resource, sys
from pathlib import Path
from promotion.building import build
[file] = build(Path(sys.argv[1]), Path(sys.argv[2])).files
reason = file.reason.sentence() if file.reason else ""
memory_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(file.rows, file.loaded, memory_kib * 1024, reason, sep="|")
"""


def sparse(path):
    """Zeros that take no room on the disk."""
    with path.open("wb") as file:
        file.truncate(GIGABYTE)


def one_line(path):
    """Sound headings, and below them a line that never ends."""
    piece = b"x" * (1 << 22)
    with path.open("wb") as file:
        file.write(HEADINGS.encode())
        while file.tell() < GIGABYTE:
            file.write(piece)


def sound(path):
    """Rows of five kilobytes each, as of a ledger whose last column holds whole minutes."""
    minutes = "x" * 5_200
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADINGS)
        for number in range(SOUND_ROWS):
            file.write(f"C{number},cixi,2020-03-03,phone,negotiation,1,{minutes}\n")


SOUND_ROWS = GIGABYTE // 5_200


@pytest.mark.parametrize(
    ("write", "rows", "words"),
    [
        (sparse, 0, "holds no text"),
        (one_line, 0, "longer than any row"),
        (sound, SOUND_ROWS, ""),
    ],
)
def test_it_is_read_or_refused_in_less_than_two_gigabytes_of_memory(tmp_path, write, rows, words):
    path = tmp_path / "ledgers" / "contacts.csv"
    path.parent.mkdir()
    write(path)
    try:
        assert path.stat().st_size >= GIGABYTE
        read = output_of(python(READ, path.parent, tmp_path / "built.duckdb"))
    finally:
        path.unlink()
        (tmp_path / "built.duckdb").unlink(missing_ok=True)
    found, loaded, memory_bytes, reason = read.split("|")

    assert (int(found), int(loaded)) == (rows, rows)
    assert words in reason
    assert int(memory_bytes) < MEMORY_BYTES
