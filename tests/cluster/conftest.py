"""A Spark cluster on this machine: a master and two workers, each a process of its own."""

import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pyspark
import pytest

from tests.browser.serving import free_port

HOME = Path(pyspark.__file__).parent
START_SECONDS = 90


@dataclass
class Cluster:
    """The master's address, and the workers that are left, each the leader of its own group."""

    master: str
    log: Path
    workers: list[subprocess.Popen] = field(default_factory=list)

    def kill_a_worker(self) -> None:
        """Nothing; ends one worker and what it runs, without warning."""
        worker = self.workers.pop()
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


@pytest.fixture
def start_cluster(tmp_path):
    """A function that starts a cluster of a master and two workers, which ends with the test."""
    with ExitStack() as processes:

        def start() -> Cluster:
            port = free_port()
            address = f"spark://127.0.0.1:{port}"
            cluster = Cluster(address, tmp_path / "master.log")
            arguments = ("--host", "127.0.0.1", "--webui-port", "0")
            _run(processes, cluster.log, "master.Master", *arguments, "--port", str(port))
            _wait_for(cluster.log, "New state: ALIVE")
            for place in range(2):
                size = ("--cores", "1", "--memory", "1g", "--work-dir", tmp_path / f"work{place}")
                log = tmp_path / f"worker{place}.log"
                worker = _run(processes, log, "worker.Worker", *arguments, *size, address)
                cluster.workers.append(worker)
            _wait_for(cluster.log, "Registering worker", count=2)
            return cluster

        yield start


@pytest.fixture
def connect_address(tmp_path):
    """The address of a Spark Connect server, which ends with the test."""
    port = free_port()
    log = tmp_path / "connect.log"
    script = HOME / "sbin" / "start-connect-server.sh"
    options = ("--master", "local[2]", "--conf", f"spark.connect.grpc.binding.port={port}")
    with ExitStack() as processes:
        _started(processes, log, script, *options)
        _wait_for(log, "Spark Connect server started")
        yield f"sc://127.0.0.1:{port}"


def _run(processes: ExitStack, log: Path, name: str, *arguments) -> subprocess.Popen:
    program = HOME / "bin" / "spark-class"
    return _started(processes, log, program, f"org.apache.spark.deploy.{name}", *arguments)


def _started(processes: ExitStack, log: Path, *command) -> subprocess.Popen:
    environment = os.environ | {
        "SPARK_HOME": str(HOME),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_NO_DAEMONIZE": "1",
        "PYSPARK_PYTHON": sys.executable,
    }
    with log.open("wb") as output:
        process = subprocess.Popen(
            list(map(str, command)),
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    processes.callback(_end, process)
    return process


def _end(process: subprocess.Popen) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait_for(log: Path, words: str, count: int = 1) -> None:
    until = time.monotonic() + START_SECONDS
    while log.read_text(errors="replace").count(words) < count:
        assert time.monotonic() < until, log.read_text(errors="replace")[-2000:]
        time.sleep(0.1)
