"""Ledgers, or a folder of them, that the server is not allowed to read: last good data, and why.

Root reads everything, so what serves here is a process that has given up that right.
"""

import ctypes
import os
import shutil

import pytest

from tests.faults.common import output_of, python

CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2
PR_CAPBSET_DROP = 24
SERVE = """
import sys
from pathlib import Path
from promotion import settling
from promotion.freshness import Store
from tests.faults.common import contact_count, sentence_of, settled
settling.SETTLE_SECONDS = 0.05
store = Store(Path(sys.argv[1]))
print(contact_count(store.current().database), flush=True)
for _line in sys.stdin:
    serving = settled(store)
    reason = sentence_of(serving) if serving.fault else ""
    print(contact_count(serving.database), reason, flush=True)
"""
START = """
import sys
from pathlib import Path
from promotion.data_fault import DataFault
from promotion.database import open_database
from tests.faults.common import contact_count
try:
    data = open_database(Path(sys.argv[1]))
except DataFault as fault:
    print(fault)
else:
    print(contact_count(data), *data.refused.files)
"""


def without_the_rights_of_root():
    """Nothing; the program begun next reads only what the permissions of files allow."""
    if os.geteuid() == 0:
        for right in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            assert ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, right, 0, 0, 0) == 0


@pytest.fixture
def ledgers(folder):
    """The small ledgers, half of them in a folder below; readable again when the test ends."""
    (folder / "below").mkdir()
    shutil.move(folder / "contacts.csv", folder / "below" / "contacts.csv")
    yield folder
    for path in (folder, folder / "below", folder / "below" / "contacts.csv"):
        path.chmod(0o700)


@pytest.mark.parametrize(
    ("taken", "sentence"),
    [
        ("below/contacts.csv", "below/contacts.csv can no longer be read"),
        ("below", "below can no longer be read"),
        (".", "ledgers/reference cannot be read (Permission denied)"),
    ],
)
def test_what_was_read_before_is_served_until_it_may_be_read_again(ledgers, taken, sentence):
    server = python(SERVE, ledgers, stdin=-1, preexec_fn=without_the_rights_of_root)
    assert server.stdout.readline() == "11\n"
    (ledgers / taken).chmod(0)
    print("look", file=server.stdin, flush=True)
    refused = server.stdout.readline()
    (ledgers / taken).chmod(0o700)
    again, complaint = server.communicate("look\n", timeout=120)

    assert refused.startswith("11 ")
    assert sentence in refused
    assert again.strip() == "11", complaint
    assert complaint == ""


@pytest.mark.parametrize(
    ("taken", "said"),
    [
        ("below/contacts.csv", "0 below/contacts.csv"),
        (".", "ledgers/reference cannot be read (Permission denied)"),
    ],
)
def test_a_server_that_starts_without_the_right_says_what_it_cannot_read(ledgers, taken, said):
    (ledgers / taken).chmod(0)
    server = python(START, ledgers, preexec_fn=without_the_rights_of_root)

    assert said in output_of(server)


def test_a_cache_folder_that_may_not_be_written_is_said(ledgers, cache):
    cache.mkdir(mode=0o500)
    server = python(START, ledgers, preexec_fn=without_the_rights_of_root)

    assert "cannot be written into the folder" in output_of(server)
