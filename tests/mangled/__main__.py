"""Mangled ledgers are read and mangled links opened: what becomes of them, as a table."""

import argparse
import sys
import time
from collections import Counter

from tests.mangled.links import open_mangled
from tests.mangled.reading import FAULT, read_mangled

FAULTS_SHOWN = 20


def main(arguments: list[str] | None = None) -> int:
    """0 where nothing raised, nothing got lost and no page showed an error; else 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.mangled", description=__doc__)
    parser.add_argument("--files", type=int, default=1000, help="how many ledgers to mangle")
    parser.add_argument("--links", type=int, default=200, help="how many links to mangle")
    parser.add_argument("--seed", type=int, default=1, help="the same seed mangles the same way")
    asked = parser.parse_args(arguments)
    all_faults = []
    for title, many, ask in (
        ("Files", asked.files, read_mangled),
        ("Links", asked.links, open_mangled),
    ):
        if many:
            began = time.perf_counter()
            counts, faults = ask(many, asked.seed)
            print(f"\n{title}: {many} mangled by seed {asked.seed}, ", end="")
            print(f"{time.perf_counter() - began:.0f} s, {len(faults)} faults\n")
            print(_table(counts), flush=True)
            all_faults += faults
    for fault in all_faults[:FAULTS_SHOWN]:
        print(f"\n{fault}", file=sys.stderr)
    return 1 if all_faults else 0


def _table(counts: Counter[tuple[str, str]]) -> str:
    """A line for every outcome of every way of mangling, and the outcomes of all together."""
    together: Counter[tuple[str, str]] = Counter()
    for (_way, outcome), count in counts.items():
        together["all", outcome] += count
    together["all", FAULT] += 0
    lines = [
        f"| {way:31} | {outcome:70} | {count:6} |"
        for part in (counts, together)
        for (way, outcome), count in sorted(part.items())
        if count or way == "all"
    ]
    head = f"| {'way':31} | {'outcome':70} | {'count':>6} |"
    return "\n".join([head, f"|{'-' * 33}|{'-' * 72}|{'-' * 7}:|", *lines])


if __name__ == "__main__":
    sys.exit(main())
