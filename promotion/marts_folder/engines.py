"""The engines that make marts, and what is said where one is not on this machine."""

import os
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from promotion.language import N_
from promotion.marts_folder.engine_fault import EngineFault
from promotion.marts_folder.schema import Schema

ENGINES = ("duckdb", "spark")
CONNECT = "sc://"  # how the address of a Spark Connect server begins, which needs no Java here
# Staging tables, marts, what columns they have, the master, and who is told of each mart.
Engine = Callable[[Path, Path, Schema, str, Callable[[str], None]], None]

_NO_PACKAGE = N_(
    "Spark is asked for, but the package {package} is not installed: "
    "pip install -r requirements-spark.txt"
)
_NO_JAVA = N_(
    "Spark is asked for, but there is no Java on this machine: "
    "apt-get install openjdk-17-jre-headless"
)


def engine(name: str, master: str) -> Engine:
    """The engine of this name. Raises EngineFault where what it needs is missing."""
    if name == "spark":
        _refuse_without_spark(master)
    # Imported once it is asked for: nobody else has what Spark's engine imports.
    return import_module(f"promotion.marts_folder.on_{name}").build


def _refuse_without_spark(master: str) -> None:
    for package in ("pyspark", "sqlglot"):
        try:
            import_module(package)
        except ModuleNotFoundError:
            raise EngineFault(_NO_PACKAGE, package=package) from None
    home = os.environ.get("JAVA_HOME")
    has_java = shutil.which("java") or (home and Path(home, "bin", "java").is_file())
    if not master.startswith(CONNECT) and not has_java:
        raise EngineFault(_NO_JAVA)
