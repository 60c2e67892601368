"""Dashboards served for tests, the way `make run` serves one."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
START_SECONDS = 60
_GIVEN = ("PROMOTION_DATA", "PROMOTION_MARTS")


@contextmanager
def serve(log: Path, data: Path | None = None, script: Path = ROOT / "dashboard.py", **options):
    """The address of a dashboard on these ledgers (the sample ones by default) while it lasts."""
    with serve_as_process(log, data, script, **options) as (address, _process_id):
        yield address


@contextmanager
def serve_as_process(
    log: Path,
    data: Path | None = None,
    script: Path = ROOT / "dashboard.py",
    port: int | None = None,
    arguments: tuple[str, ...] = (),
    marts: Path | None = None,
):
    """The address, and the id of the process, which leads a group of its own."""
    port = port or free_port()
    environment = {name: text for name, text in os.environ.items() if name not in _GIVEN}
    if data is not None:
        environment["PROMOTION_DATA"] = str(data)
    if marts is not None:
        environment["PROMOTION_MARTS"] = str(marts)
    environment["MALLOC_ARENA_MAX"] = "2"
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    command += arguments
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=script.parent,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield _address_once_healthy(server, port, log), server.pid
        finally:
            _stop(server)


def free_port() -> int:
    """A port that nothing on this machine listens to."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


def _address_once_healthy(server: subprocess.Popen, port: int, log: Path) -> str:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urlopen(f"http://localhost:{port}/_stcore/health", timeout=5):
                return f"http://localhost:{port}"
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"The dashboard did not start. It said:\n{log.read_text()}")


def _stop(server: subprocess.Popen) -> None:
    for last_word in (signal.SIGTERM, signal.SIGKILL):
        if server.poll() is not None:
            return
        os.killpg(server.pid, last_word)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            continue
