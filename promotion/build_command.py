"""`build`: the marts of a folder of ledgers, as Parquet files, by one machine or a cluster."""

import argparse
import sys
from pathlib import Path

from promotion import numbers
from promotion.marts import MARTS
from promotion.marts_folder import ENGINES, build_marts

MASTER = "local[*]"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Nothing; the parser then takes where the marts go, and what makes them."""
    parser.add_argument(
        "--out", type=Path, required=True, metavar="MARTS", help="the folder of marts, or a new one"
    )
    parser.add_argument("--engine", choices=tuple(ENGINES), default="duckdb")
    parser.add_argument(
        "--master",
        default=MASTER,
        metavar="URL",
        help="of Spark: local[2], spark://host:7077, or sc://host:15002 for Spark Connect; "
        f"else {MASTER}",
    )


def make(given: argparse.Namespace, data: Path) -> None:
    """Nothing; makes and adopts a build, telling of it on standard error."""
    watched = sys.stderr.isatty()

    def tell(name: str) -> None:
        if watched:
            place = f"{MARTS.index(name) + 1} / {len(MARTS)}"
            print(f"\r\033[K{place} {name}", end="", file=sys.stderr, flush=True)

    made = build_marts(data, given.out.resolve(), given.engine, given.master, tell)
    rows = sum(ledger["loaded"] for ledger in made.ledgers)
    print(
        "\r\033[K"
        * watched
        + f"Build {made.build} in {given.out}, by {made.engine}: {len(made.tables)} tables of "
        f"{numbers.count_text(rows)} ledger rows, as of {made.as_of_date or 'an unknown day'}.",
        file=sys.stderr,
    )
