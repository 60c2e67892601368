"""What the server under load takes of the machine: memory and processor time of its processes."""

import asyncio
import os
import statistics
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 2
_GROUP, _USER_TICKS, _SYSTEM_TICKS = 2, 11, 12  # fields of /proc/PID/stat after the name
_KIB_PER_MB = 1_000_000 / 1024


@dataclass(frozen=True)
class Sample:
    """The server at a moment: megabytes in memory, seconds of processor time so far."""

    at: float
    memory_mb: float
    processor_seconds: float


async def watch(groups: Collection[int], samples: list[Sample]) -> None:
    """Nothing; adds a sample of the groups of processes every few seconds until cancelled."""
    while True:
        samples.append(sample(groups))
        await asyncio.sleep(SAMPLE_SECONDS)


def sample(groups: Collection[int]) -> Sample:
    """The groups of processes, all together, as they are now."""
    memory_kib = ticks = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(") ")[2].split()
            if int(fields[_GROUP]) not in groups:
                continue
            status = (folder / "status").read_text()
        except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
            continue
        memory_kib += int(status.partition("VmRSS:")[2].split()[0])
        ticks += int(fields[_USER_TICKS]) + int(fields[_SYSTEM_TICKS])
    seconds = ticks / os.sysconf("SC_CLK_TCK")
    return Sample(time.perf_counter(), memory_kib / _KIB_PER_MB, seconds)


def processors_used(samples: Sequence[Sample]) -> float:
    """How many processors were busy with the server on average."""
    first, last = samples[0], samples[-1]
    return (last.processor_seconds - first.processor_seconds) / (last.at - first.at)


def growth_mb_a_minute(samples: Sequence[Sample]) -> float:
    """The slope of the straight line through the samples' memory."""
    minutes = [each.at / 60 for each in samples]
    return statistics.linear_regression(minutes, [each.memory_mb for each in samples]).slope
