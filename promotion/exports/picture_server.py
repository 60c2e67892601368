"""One browser that draws figures for every thread, opened when first needed, and ended at exit.

Kaleido's own server hands threads each other's figures and hangs on a dead browser, so this one
keeps a Kaleido on one event loop in one thread, and replaces it whenever anything goes wrong.
"""

import asyncio
import atexit
import logging
import os
import signal
import threading
from concurrent.futures import Future
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from promotion import pictures

if TYPE_CHECKING:
    from kaleido import Kaleido

TABS = 2
OPEN_SECONDS, DRAW_SECONDS, CLOSE_SECONDS = 30, 20, 5
ATTEMPTS = 2
_SIGNATURES = {"png": b"\x89PNG\r\n\x1a\n", "svg": b"<svg"}
_ENDS = {"png": b"IEND\xaeB`\x82", "svg": b"</svg>"}
_SCRIPTS = (pictures.SHEET_SCRIPT, Path(__file__).with_name("picture_page.js"))


class BrowserMissing(Exception):
    """There is no browser on this machine; the text is where it was looked for, if told."""


class BrowserFault(Exception):
    """The browser gave no picture, twice; the text is what went wrong, for whoever mends it."""


def draw(
    figure: dict[str, object], file_format: str, width: int, height: int, scale: float = 1
) -> bytes:
    """The picture of a Plotly figure given as plain JSON, as "png" or "svg"; from any thread.

    Width and height are in CSS pixels; a PNG has `scale` times as many each way. Raises
    BrowserMissing or BrowserFault.
    """
    options = {"format": file_format, "width": width, "height": height, "scale": scale}
    return _server().draw(figure, options)


def browser_process() -> int | None:
    """The process that leads the browser's group; None while there is none."""
    return _server().process()


@cache
def _make_server() -> "_Server":
    return _Server()


_making = threading.Lock()


def _server() -> "_Server":
    with _making:
        return _make_server()


class _Server:
    """An event loop in a thread, and the one browser in use on it."""

    def __init__(self) -> None:
        # Whatever the browser prints is no business of the reader's terminal.
        logging.getLogger("browser_proc").setLevel(logging.CRITICAL)
        self._loop = asyncio.new_event_loop()
        self._browser: Kaleido | None = None
        self._opening = asyncio.Lock()
        self._free_tabs = asyncio.Semaphore(TABS)
        threading.Thread(target=self._loop.run_forever, name="pictures", daemon=True).start()
        atexit.register(self._end)

    def draw(self, figure: dict[str, object], options: dict[str, object]) -> bytes:
        """The picture's bytes, made on the loop's thread while the caller waits."""
        made: Future[bytes] = asyncio.run_coroutine_threadsafe(
            self._draw(figure, options), self._loop
        )
        return made.result()

    def process(self) -> int | None:
        """The leader of the browser's process group."""
        browser = self._browser
        return None if browser is None else browser.subprocess.pid

    async def _draw(self, figure: dict[str, object], options: dict[str, object]) -> bytes:
        faults: list[str] = []
        while len(faults) < ATTEMPTS:
            async with self._free_tabs:
                browser = await self._open_browser()
                drawn = await _settled(browser.calc_fig(figure, options), DRAW_SECONDS)
            fault = _fault_of(drawn, str(options["format"]))
            if fault is None:
                return drawn.result()
            if self._browser is not browser:
                continue  # replaced meanwhile because of another figure: not this one's fault
            faults.append(fault)
            self._drop()
        raise BrowserFault(faults[-1])

    async def _open_browser(self) -> "Kaleido":
        """The browser in use, or else a new one."""
        async with self._opening:
            if self._browser is None:
                self._browser = await _opened()
            return self._browser

    def _drop(self) -> None:
        """Nothing; ends the browser, so that the next figure has a new one."""
        browser, self._browser = self._browser, None
        if browser is not None:
            _kill(browser)

    def _end(self) -> None:
        """Nothing; closes the browser in good order, by force where it does not answer."""
        browser, self._browser = self._browser, None
        if browser is None:
            return
        closing = asyncio.run_coroutine_threadsafe(
            _settled(browser.close(), CLOSE_SECONDS), self._loop
        )
        closing.result()
        _kill(browser)


async def _opened() -> "Kaleido":
    """A new browser with its page loaded."""
    import kaleido
    from choreographer.errors import ChromeNotFoundError
    from kaleido import PageGenerator

    page = PageGenerator(mathjax=False, others=[(script.as_uri(), "utf-8") for script in _SCRIPTS])
    faults: list[str] = []
    while len(faults) < ATTEMPTS:
        try:
            browser = kaleido.Kaleido(n=TABS, timeout=DRAW_SECONDS, page_generator=page)
        except ChromeNotFoundError:
            raise BrowserMissing(os.environ.get("BROWSER_PATH", "")) from None
        opening = await _settled(browser.open(), OPEN_SECONDS)
        fault = _fault_of(opening)
        if fault is None:
            return browser
        faults.append(fault)
        _kill(browser)
    raise BrowserFault(faults[-1])


async def _settled(work, seconds: float) -> asyncio.Task:
    """The work as a task, done or given up after so many seconds; it raises nothing here."""
    task = asyncio.ensure_future(work)
    done, _pending = await asyncio.wait({task}, timeout=seconds)
    if not done:
        task.cancel()
    return task


def _fault_of(task: asyncio.Task, file_format: str | None = None) -> str | None:
    """What went wrong with the task, or with the bytes it gave; None where all is well."""
    if not task.done():
        return "the browser does not answer"
    if task.cancelled():
        return "the browser has ended"
    if (raised := task.exception()) is not None:
        return f"{type(raised).__name__}: {raised}"
    if file_format is None:
        return None
    content = task.result()
    whole = content.startswith(_SIGNATURES[file_format]) and content.endswith(_ENDS[file_format])
    return None if whole else f"the browser's bytes are no {file_format}"


def _kill(browser: "Kaleido") -> None:
    """Nothing; ends the browser and all its processes, which lead a group of their own."""
    process = getattr(browser, "subprocess", None)
    if process is None:
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
