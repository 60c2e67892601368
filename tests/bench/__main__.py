"""`python -m tests.bench`: how fast it is, against the floor, as a table and as JSON."""

import argparse
import os
import platform
import tempfile
from pathlib import Path

from tests.bench import (
    baselines,
    exports,
    ledgers,
    load,
    marts,
    office_ledgers,
    pages,
    questions,
    table,
)

FEW_CONTACTS = 20_000


def main() -> None:
    """Nothing; measures on ledgers made for it in a temporary folder and prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--contacts", type=int, default=1_000_000, help="of the large ledgers")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5, help="of which the median is taken")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to write the JSON")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        lines = _measured(Path(scratch), chosen.contacts, chosen.seed, chosen.rounds)
    print(table.text(lines))
    output = chosen.output or Path(tempfile.gettempdir()) / "bench.json"
    about = {
        "contacts": chosen.contacts,
        "seed": chosen.seed,
        "rounds": chosen.rounds,
        "processors": os.cpu_count(),
        "python": platform.python_version(),
    }
    table.write_json(lines, output, about)
    print(f"Also in {output}")


def _measured(scratch: Path, contacts: int, seed: int, rounds: int) -> list[table.Line]:
    """The lines, in the order of the speed targets. The databases built stay in the scratch."""
    os.environ["PROMOTION_CACHE"] = str(scratch / "cache")
    few = ledgers.written(scratch / "few", FEW_CONTACTS, seed)
    many = ledgers.written(scratch / "many", contacts, seed)
    ledgers.build_line(few, FEW_CONTACTS)
    memory = ledgers.build_line(many, contacts)
    return [
        *pages.page_lines(few, many, contacts, rounds),
        *questions.question_lines(many, contacts, rounds),
        *baselines.baseline_lines(many, contacts, rounds),
        ledgers.reading_line(many, contacts, rounds),
        office_ledgers.office_line(many, contacts, min(rounds, 3)),
        marts.marts_line(many, contacts),
        memory,
        *exports.export_lines(few, rounds),
        load.script_line(few, scratch / "script", rounds),  # last: it keeps built databases apart
    ]


if __name__ == "__main__":
    main()
