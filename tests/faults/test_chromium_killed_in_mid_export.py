"""Chromium killed while a briefing's pictures are drawn: all of them right, or a sentence.

What the drawing itself makes of a killed or frozen browser is in
tests/exports/test_picture_server.py.
"""

import io
import os
import signal
import threading
import zipfile
from contextlib import contextmanager

import pytest

from promotion.briefing import BriefingChoice, compose
from promotion.exports import picture_server
from promotion.exports.briefing_files import BriefingFault, as_file
from promotion.filters import Filters
from tests.ledgers import FIRST_QUARTER

NAMES = ("project_funnel", "activity_by_district", "contact_yield")


def briefing_of(data, *names):
    """A briefing of the first quarter with these figures, each of which has a chart."""
    return compose(data, Filters(FIRST_QUARTER, language="en"), BriefingChoice(names))


def kill_browser():
    """Nothing; kills the browser and all its processes, where there is one now."""
    process = picture_server.browser_process()
    if process is not None:
        try:
            os.killpg(process, signal.SIGKILL)
        except ProcessLookupError:
            return


@contextmanager
def all_browsers_killed():
    """Nothing; whichever browser is there meanwhile is killed at once."""
    is_over = threading.Event()

    def go_on():
        while not is_over.wait(0.01):
            kill_browser()

    killer = threading.Thread(target=go_on)
    killer.start()
    try:
        yield
    finally:
        is_over.set()
        killer.join()


def test_all_pictures_are_right_where_it_is_killed_in_the_middle(small):
    briefing = briefing_of(small, *NAMES)
    undisturbed = as_file(small, briefing, "svg")
    killed = []

    def kill_once(done, _of):
        if not killed:
            killed.append(picture_server.browser_process())
            kill_browser()

    content = as_file(small, briefing, "svg", tell=kill_once)

    assert content == undisturbed
    assert killed[0] is not None


def test_what_cannot_be_drawn_is_said_in_a_sentence_and_drawn_later(small):
    """Never an archive with a picture missing or half of one."""
    briefing = briefing_of(small, NAMES[0])
    with all_browsers_killed(), pytest.raises(BriefingFault, match="that draws pictures failed"):
        as_file(small, briefing, "svg")
    with zipfile.ZipFile(io.BytesIO(as_file(small, briefing, "svg"))) as archive:
        [picture, _manifest] = [archive.read(name) for name in archive.namelist()]

    assert picture.endswith(b"</svg>")
