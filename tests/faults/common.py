"""What the tests of faults share: what is served, what a page says, processes of their own."""

import os
import subprocess
import sys
import time
from pathlib import Path

from promotion.build_cache import LOCK
from tests.ledgers import english

ROOT = Path(__file__).parents[2]
LONGEST_WAIT_SECONDS = 120
OPEN = (
    "import os, signal, sys, time; from pathlib import Path; from promotion import building; "
    "from promotion.database import open_database; "
)
# Every table that a build fills, so that two builds can be told to hold the same.
QUESTIONS = ("data/files", "data/kinds", "data/coverage", "data/names", "data/refused")


def contact_count(data):
    """How many contacts the first quarter of 2020 has."""
    return data.run("drill/counts", **english().parameters())["contact_count"].tolist()[0]


def answers(data):
    """What the database says to a number of questions, as text."""
    filters = english().parameters()
    frames = [data.run(name) for name in QUESTIONS]
    for name in ("drill/contacts", "drill/projects"):
        frames.append(data.run(name, **filters, page_size=100, offset=0))
    return [repr(frame.to_dict("records")) for frame in frames]


def settled(store):
    """What is served once nothing is being built any more."""
    until = time.monotonic() + LONGEST_WAIT_SECONDS
    serving = store.current()
    while serving.is_rebuilding and time.monotonic() < until:
        time.sleep(0.01)
        serving = store.current()
    assert not serving.is_rebuilding
    return serving


def sentence_of(serving):
    """Why the newest ledgers are not served, as a reader is told."""
    return serving.fault.message.format(**serving.fault.details)


def kept(cache):
    """What is in the cache folder but for the lock."""
    return sorted(path.name for path in cache.iterdir() if path.name != LOCK)


def words_of(app):
    """Everything a page says, in its text, its notices and its headings."""
    notices = [element.value for kind in (app.info, app.warning, app.error) for element in kind]
    bodies = (element.proto.body for element in app.get("html"))
    return "\n".join([*notices, *(body for body in bodies if not body.startswith("<style>"))])


def python(code, *arguments, **options):
    """A process that runs the code with the product at hand."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def output_of(process):
    """What the process has printed, once it has ended well."""
    printed, complaint = process.communicate(timeout=LONGEST_WAIT_SECONDS)
    assert process.returncode == 0, complaint
    return printed.strip()
