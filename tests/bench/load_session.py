"""A reader's browser as the server knows it: Streamlit's messages over a websocket, no drawing.

A choice is sent as a browser sends it: the states of all the sidebar's widgets, whose ids come
from what the server has sent, with one of them changed. Another query string would be less true:
the dashboard takes choices from the address only of who comes by it, which is a reader's first
visit, not the changing of a filter.
"""

import asyncio
import time
from dataclasses import dataclass
from types import TracebackType

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.load_page import Elements, Page, Widget

RUN_SECONDS = 60
_MOST_BYTES = 2**28  # of one message; the server's own limit is lower
_DONE = ForwardMsg.FINISHED_SUCCESSFULLY
_PARTIAL = (ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY, ForwardMsg.FINISHED_EARLY_FOR_RERUN)


@dataclass(frozen=True)
class Run:
    """A whole run: when its end arrived, of which page it was, and what the page then holds."""

    ended_at: float
    address: str
    elements: Elements


class Session:
    """One connection, and the page as it is held at its end."""

    def __init__(self, address: str, locale: str) -> None:
        self._address = address
        self._locale = locale
        self.query_string = ""  # as last told by the server, as in a browser's address
        self._page_hash = ""
        self._page = Page()
        self._cached_age = 0
        self._values: dict[str, tuple[str, ...]] = {}
        self._repeated: dict[str, asyncio.Task] = {}
        self._runs: asyncio.Queue[Run] = asyncio.Queue()
        self.widgets: dict[str, Widget] = {}
        self.page_hashes: dict[str, str] = {}
        self.own_run_at = float("-inf")  # when the page last asked for a run of itself
        self._faults: list[str] = []

    async def __aenter__(self) -> "Session":
        self._socket = await websockets.connect(
            self._address.replace("http", "ws", 1) + "/_stcore/stream",
            origin=self._address,
            subprotocols=["streamlit"],
            compression=None,
            max_size=_MOST_BYTES,
            ping_interval=None,  # browsers do not ping; the server does
        )
        self._receiver = asyncio.create_task(self._receive_all())
        return self

    async def __aexit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._receiver.cancel()
        self._stop_repeating()
        await self._socket.close()

    async def open(self, query_string: str = "", page_hash: str = "") -> Run:
        """The first run, of the overview or of another page, under this query string."""
        self.query_string = query_string
        self._page_hash = page_hash
        await self._send()
        return await self.next_run()

    def new_faults(self) -> list[str]:
        """What a reader has been shown as an error since this was last asked."""
        faults, self._faults = self._faults, []
        return faults

    async def choose(self, key: str, places: list[int]) -> Run:
        """The run after choosing the widget's options in these places."""
        self._values[key] = tuple(self.widgets[key].options[place] for place in places)
        await self._send()
        return await self.next_run()

    async def turn_to(self, address: str) -> Run:
        """The run after asking for the page at the address, as by its entry in the menu."""
        self._page_hash = self.page_hashes[address]
        self.query_string = ""  # the server puts the choices it keeps into the address again
        self._stop_repeating()
        self._keep_values(self._page.widgets(only_sidebar=True))
        await self._send()
        return await self.next_run()

    def _keep_values(self, keys: list[str]) -> None:
        self._values = {key: value for key, value in self._values.items() if key in keys}

    async def next_run(self, seconds: float = RUN_SECONDS) -> Run:
        """The next whole run to end; raises TimeoutError or ConnectionError where none does."""
        waiting = asyncio.create_task(self._runs.get())
        done, _pending = await asyncio.wait(
            (waiting, self._receiver), timeout=seconds, return_when=asyncio.FIRST_COMPLETED
        )
        if waiting in done:
            return waiting.result()
        waiting.cancel()
        if self._receiver in done:
            raise ConnectionError(f"the connection was lost: {self._receiver.exception()}")
        raise TimeoutError(f"no run ended within {seconds} s")

    async def _send(self, fragment: str = "") -> None:
        if not fragment:
            self._runs = asyncio.Queue()  # runs that ended before answer nothing
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string = self.query_string
        rerun.page_script_hash = self._page_hash
        rerun.fragment_id = fragment
        rerun.is_auto_rerun = bool(fragment)
        rerun.cached_message_hashes.extend(self._page.cached)
        for key, value in self._values.items():
            state = rerun.widget_states.widgets.add(id=self.widgets[key].identity)
            if self.widgets[key].kind == "selectbox":
                state.string_value = value[0]
            else:
                state.string_array_value.data.extend(value)
                state.string_array_value.SetInParent()
        context = rerun.context_info
        context.locale, context.url, context.color_scheme = self._locale, self._address, "light"
        context.timezone, context.timezone_offset = "Asia/Shanghai", -480
        await self._socket.send(message.SerializeToString())

    async def _receive_all(self) -> None:
        async for frame in self._socket:
            message = ForwardMsg()
            message.ParseFromString(frame)
            self._take(message, message.WhichOneof("type"))
        raise ConnectionError("the server closed it")

    def _take(self, message: ForwardMsg, kind: str) -> None:
        if kind in ("delta", "ref_hash"):
            self._take_element(message)
        elif kind == "new_session":
            self._begin_run(message)
        elif kind == "script_finished":
            self._end_run(message.script_finished)
        elif kind == "page_info_changed":
            self.query_string = message.page_info_changed.query_string
        elif kind == "navigation":
            self._page_hash = message.navigation.page_script_hash
            self.page_hashes = {
                "" if page.is_default else page.url_pathname: page.page_script_hash
                for page in message.navigation.app_pages
            }
        elif kind == "auto_rerun":
            self._repeat(message.auto_rerun.fragment_id, message.auto_rerun.interval)
        elif kind == "stop_auto_rerun":
            for fragment in message.stop_auto_rerun.fragment_ids:
                self._stop_repeating(fragment)
        elif kind == "page_not_found":
            self._faults.append(f"page not found: {message.page_not_found.page_name}")
        elif kind == "session_event" and message.session_event.HasField(
            "script_compilation_exception"
        ):
            self._faults.append(message.session_event.script_compilation_exception.message)

    def _take_element(self, message: ForwardMsg) -> None:
        try:
            seen = self._page.take(message)
        except KeyError as missing:
            self._faults.append(f"an element that browsers no longer have: {missing}")
            return
        if seen is None:
            return
        if seen.kind == "exception":
            self._faults.append(seen.html)
        if seen.widget is not None:
            widget = seen.widget
            self.widgets[widget.key] = widget
            if widget.is_set or widget.key not in self._values:
                self._values[widget.key] = widget.value

    def _begin_run(self, message: ForwardMsg) -> None:
        self._cached_age = message.new_session.config.max_cached_message_age or self._cached_age
        if not message.metadata.run.fragment_ids:
            self._page.begin_run()
            self._stop_repeating()

    def _end_run(self, status: int) -> None:
        if status != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            self._page.finish_run(self._cached_age)
        if status == _DONE:
            self._keep_values(self._page.widgets())
            addresses = {page_hash: address for address, page_hash in self.page_hashes.items()}
            address = addresses[self._page_hash]
            self._runs.put_nowait(Run(time.perf_counter(), address, self._page.elements))
        elif status not in _PARTIAL:
            self._faults.append(f"a run ended with status {status}")

    def _repeat(self, fragment: str, seconds: float) -> None:
        async def ask_again() -> None:
            while True:
                await asyncio.sleep(seconds)
                self.own_run_at = time.perf_counter()
                await self._send(fragment)

        if fragment not in self._repeated:
            self._repeated[fragment] = asyncio.create_task(ask_again())

    def _stop_repeating(self, fragment: str | None = None) -> None:
        for name in [fragment] if fragment else list(self._repeated):
            task = self._repeated.pop(name, None)
            if task:
                task.cancel()
