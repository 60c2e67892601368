"""`python -m tests.bench.load`: a room of readers changing filters at once, on one dashboard.

It serves a copy of the ledgers by a process a core, as the README has it for a server, opens the
sessions as browsers do, each at one process, adds a contact to a ledger in the middle, and says how
long reruns took, what went wrong, and what the processes took.
"""

import argparse
import asyncio
import math
import os
import shutil
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from promotion.database import Database, open_database
from tests.bench import load_readers, load_server, table
from tests.bench.load_readers import Record, Rerun
from tests.bench.load_server import Sample
from tests.bench.table import Line
from tests.browser.serving import ROOT, serve_as_process

MOST_SECONDS = 1.0  # for 95 of 100 reruns
MOST_GROWTH = 1.1  # of memory, from the end of the warm-up on
WARM_UP_SECONDS = 60
MOST_REBUILD_SECONDS = 60
REBUILD_SECONDS = 20  # from the changed ledger on, in which a rebuild could be felt


@dataclass(frozen=True)
class Load:
    """How many readers, how long, how often each chooses, by which seed, at how many processes."""

    sessions: int
    seconds: float
    every: float
    seed: int = 1
    processes: int = 1


@dataclass(frozen=True)
class Result:
    """What was met and measured; whether readers got to see the ledger changed in the middle."""

    record: Record
    samples: list[Sample]
    changed_at: float
    added_contacts_seen: int
    clients_processors: float
    machine_load: tuple[float, ...]


def measured(load: Load, ledgers: Path, scratch: Path) -> Result:
    """The load put on a dashboard of its own, on a copy of the ledgers in the scratch folder."""
    os.environ["PROMOTION_CACHE"] = str(scratch / "cache")
    folder = shutil.copytree(ledgers, scratch / "ledgers")
    data = open_database(folder)
    try:
        with ExitStack() as processes:
            served = [
                processes.enter_context(serve_as_process(scratch / f"log_{number}.txt", folder))
                for number in range(load.processes)
            ]
            addresses, groups = zip(*served, strict=True)
            return asyncio.run(_run(load, data, addresses, frozenset(groups)))
    finally:
        data.close()


async def _run(
    load: Load, data: Database, addresses: Sequence[str], groups: frozenset[int]
) -> Result:
    samples: list[Sample] = []
    began, clients_began = time.perf_counter(), time.process_time()
    before = await load_readers.contacts_counted(addresses[0])
    watching = asyncio.create_task(load_server.watch(groups, samples))
    changing = asyncio.create_task(_add_contact_after(load.seconds / 2, data.folder))
    record = await load_readers.read_together(
        addresses,
        data,
        load.sessions,
        load.seed,
        load.every,
        lambda: time.perf_counter() > began + load.seconds,
    )
    watching.cancel()
    samples.append(load_server.sample(groups))
    clients = (time.process_time() - clients_began) / (time.perf_counter() - began)
    changed_at = await changing
    added = min([await _contacts_added(address, before) for address in addresses])
    return Result(record, samples, changed_at, added, clients, os.getloadavg())


async def _contacts_added(address: str, before: int) -> int:
    """How many contacts more a reader is shown, once the ledgers have been read anew."""
    deadline = time.perf_counter() + MOST_REBUILD_SECONDS
    added = 0
    while not added and time.perf_counter() < deadline:
        added = await load_readers.contacts_counted(address) - before
        await asyncio.sleep(0.5)
    return added


async def _add_contact_after(seconds: float, folder: Path) -> float:
    """The time at which a contacts ledger had one contact more: its last once again, renamed."""
    await asyncio.sleep(seconds)
    ledger = min(folder.glob("*contacts*.csv"))
    last = ledger.read_text(encoding="utf-8-sig").splitlines()[-1]
    with ledger.open("a", encoding="utf-8") as file:
        file.write(f"ADDED-{last}\n")
    return time.perf_counter()


def lines(load: Load, result: Result) -> list[Line]:
    """The figures with their targets."""
    reruns = result.record.reruns
    around = [
        rerun for rerun in reruns if 0 <= rerun.sent_at - result.changed_at <= REBUILD_SECONDS
    ]
    steady = _after_warm_up(result.samples)
    return [
        *_rerun_lines(f"rerun, {load.sessions} sessions, {load.processes} processes", reruns),
        *_rerun_lines(f"rerun, {REBUILD_SECONDS} s from a changed ledger on", around),
        Line("reruns", len(reruns) / load.seconds, "a second"),
        Line("opening the overview, longest", max(result.record.opening_seconds), "s"),
        Line("errors", len(result.record.faults), "in all", 0),
        Line(
            "server's memory at the end, against after the warm-up",
            steady[-1].memory_mb,
            "MB",
            MOST_GROWTH,
            steady[0].memory_mb,
        ),
        Line("server's memory, most", max(each.memory_mb for each in result.samples), "MB"),
        Line("server's memory, slope", load_server.growth_mb_a_minute(steady), "MB a minute"),
        Line("processors used by the server", load_server.processors_used(result.samples), ""),
        Line("server's processor time a rerun", _processor_ms(reruns, result.samples), "ms"),
        Line("processors used by the sessions", result.clients_processors, ""),
    ]


def _rerun_lines(name: str, reruns: Sequence[Rerun]) -> list[Line]:
    seconds = sorted(rerun.seconds for rerun in reruns)
    return [
        Line(f"{name}, median", _percentile(seconds, 50), "s"),
        Line(f"{name}, 95th percentile", _percentile(seconds, 95), "s", MOST_SECONDS),
        Line(f"{name}, 99th percentile", _percentile(seconds, 99), "s"),
        Line(f"{name}, longest", seconds[-1], "s"),
    ]


def _processor_ms(reruns: Sequence[Rerun], samples: Sequence[Sample]) -> float:
    """Milliseconds of all the server's threads together; what a busy machine alters least."""
    seconds = samples[-1].processor_seconds - samples[0].processor_seconds
    return seconds * 1000 / len(reruns)


def _percentile(ordered: Sequence[float], percent: int) -> float:
    return ordered[math.ceil(len(ordered) * percent / 100) - 1]


def _after_warm_up(samples: Sequence[Sample]) -> list[Sample]:
    """The samples from a minute on; of a short run the second half."""
    first, last = samples[0].at, samples[-1].at
    begin = first + min(WARM_UP_SECONDS, (last - first) / 2)
    return [each for each in samples if each.at >= begin]


def script_line(ledgers: Path, scratch: Path, rounds: int) -> Line:
    """How long the server takes over a rerun, from the choice to the last message, for one reader.

    Choices and pages are those of the readers under load; drawing is no part of it.
    """
    scratch.mkdir()
    load = Load(sessions=1, seconds=10.0 * rounds, every=0.2)
    reruns = sorted(each.seconds for each in measured(load, ledgers, scratch).record.reruns)
    return Line("script and messages of a rerun", statistics.median(reruns) * 1000, "ms")


def main() -> None:
    """Nothing; puts the load on a dashboard and prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.load", description=__doc__)
    parser.add_argument("--sessions", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--every", type=float, default=2, help="seconds between a reader's choices")
    parser.add_argument("--seed", type=int, default=1, help="of the readers' choices")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="that serve them")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="folder of ledgers")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to write the JSON")
    chosen = parser.parse_args()
    load = Load(chosen.sessions, chosen.seconds, chosen.every, chosen.seed, chosen.processes)
    with tempfile.TemporaryDirectory(prefix="load-") as scratch:
        result = measured(load, chosen.data, Path(scratch))
    print(table.text(lines(load, result)))
    for fault, count in Counter(result.record.faults).most_common(10):
        print(f"{count} × {fault}")
    print(f"Contacts added in the middle that readers then saw: {result.added_contacts_seen} of 1")
    print(
        "Load average of the machine at the end:", *(f"{each:.2f}" for each in result.machine_load)
    )
    output = chosen.output or Path(tempfile.gettempdir()) / "load.json"
    table.write_json(lines(load, result), output, _about(load, result))
    print(f"Also in {output}")


def _about(load: Load, result: Result) -> dict[str, object]:
    first = result.samples[0].at
    pages = Counter(rerun.page for rerun in result.record.reruns)
    return {
        "sessions": load.sessions,
        "seconds": load.seconds,
        "every": load.every,
        "seed": load.seed,
        "processes": load.processes,
        "processors": os.cpu_count(),
        "machine_load": result.machine_load,
        "pages": dict(pages),
        "median_seconds_by_page": {
            page: _percentile(
                sorted(rerun.seconds for rerun in result.record.reruns if rerun.page == page), 50
            )
            for page in pages
        },
        "added_contacts_seen": result.added_contacts_seen,
        "faults": result.record.faults[:100],
        "memory_mb": [[round(each.at - first), round(each.memory_mb)] for each in result.samples],
    }


if __name__ == "__main__":
    main()
