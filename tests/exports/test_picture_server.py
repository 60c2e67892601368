"""The browser that draws for every thread: each its own picture, whatever happens to it."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from promotion.exports import picture_server
from tests.product_code import ROOT

ONE_PICTURE = """
from promotion.exports import picture_server
figure = {"data": [{"type": "bar", "x": ["a"], "y": [1]}], "layout": {}}
print(len(picture_server.draw(figure, "svg", 400, 300)), picture_server.browser_process())
"""


def labelled(word):
    """A figure whose only category is this word."""
    return {"data": [{"type": "bar", "x": [word], "y": [1]}], "layout": {}}


def draw(word, file_format="svg"):
    return picture_server.draw(labelled(word), file_format, 400, 300)


def words_of(svg):
    return re.findall(r"word\d+", svg.decode())


def parts_of(picture):
    """The elements of an SVG, one by one, so that a difference can be read; nothing of a PNG."""
    return picture.decode().split("<") if picture.startswith(b"<svg") else []


def is_running(process):
    """Whether the process is there and has not ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def all_end(processes):
    """Whether the processes end within a few seconds."""
    until = time.monotonic() + 10
    while any(map(is_running, processes)) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(map(is_running, processes))


def processes_of(leader):
    """The processes of the browser's group."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        found[int(stat.parent.name)] = int(fields[2])
    return [process for process, group in found.items() if group == leader]


def test_each_thread_gets_its_own_picture():
    words = [f"word{number}" for number in range(1000, 1032)]
    with ThreadPoolExecutor(8) as threads:
        pictures = list(threads.map(draw, words))

    assert [words_of(picture) for picture in pictures] == [[word] for word in words]


def test_the_same_figure_gives_the_same_bytes():
    for file_format in ("svg", "png"):
        first, *others = (draw("word1", file_format) for _ in range(3))

        for other in others:
            assert parts_of(other) == parts_of(first)
            assert other == first


def test_one_browser_draws_many_pictures():
    draw("word1")
    first = picture_server.browser_process()
    draw("word2")

    assert picture_server.browser_process() == first


def test_a_killed_browser_is_replaced_and_nothing_of_it_stays():
    draw("word1")
    killed = picture_server.browser_process()
    processes = processes_of(killed)
    os.killpg(killed, signal.SIGKILL)

    assert words_of(draw("word2")) == ["word2"]
    assert picture_server.browser_process() != killed
    assert len(processes) > 2
    assert all_end(processes)


def test_a_browser_killed_while_threads_draw_costs_none_its_picture():
    draw("word1")
    words = [f"word{number}" for number in range(2000, 2016)]
    with ThreadPoolExecutor(8) as threads:
        pictures = threads.map(draw, words)
        time.sleep(0.5)
        os.killpg(picture_server.browser_process(), signal.SIGKILL)
        found = [words_of(picture) for picture in pictures]

    assert found == [[word] for word in words]


def test_a_frozen_browser_is_replaced(monkeypatch):
    monkeypatch.setattr(picture_server, "DRAW_SECONDS", 5)
    draw("word1")
    frozen = picture_server.browser_process()
    processes = processes_of(frozen)
    os.killpg(frozen, signal.SIGSTOP)
    words = [f"word{number}" for number in range(3000, 3004)]
    with ThreadPoolExecutor(4) as threads:
        pictures = list(threads.map(draw, words))

    assert [words_of(picture) for picture in pictures] == [[word] for word in words]
    assert picture_server.browser_process() != frozen
    assert all_end(processes)


def test_a_figure_that_cannot_be_drawn_says_so_and_the_next_one_is_drawn():
    with pytest.raises(picture_server.BrowserFault):
        picture_server.draw(labelled("word1"), "png", 200_000, 200_000)

    assert words_of(draw("word2")) == ["word2"]


@pytest.fixture
def short_folder():
    """A folder with a short path: the browser's socket in it can have no long one."""
    with tempfile.TemporaryDirectory() as folder:
        yield folder


def test_the_browser_ends_with_the_program(short_folder):
    drawn = subprocess.run(
        [sys.executable, "-c", ONE_PICTURE],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": short_folder},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    length, process = map(int, drawn.stdout.split())

    assert (drawn.returncode, drawn.stderr) == (0, "")
    assert length > 1000
    assert all_end(processes_of(process))
    assert not list(Path(short_folder).iterdir())


def test_the_browser_ends_when_the_program_is_killed():
    waiting = ONE_PICTURE + "import sys, time; sys.stdout.flush(); time.sleep(60)"
    program = subprocess.Popen(
        [sys.executable, "-c", waiting], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with program:
        _length, process = map(int, program.stdout.readline().split())
        processes = processes_of(process)
        program.kill()

    assert len(processes) > 2
    assert all_end(processes)
