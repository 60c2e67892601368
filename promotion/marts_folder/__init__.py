"""A folder of marts: the heavy half of the work, done once, on one machine or on a cluster.

Ledgers are read into staging tables, those are worked up into marts, and all are left there as
Parquet files with a manifest. What is adopted is a whole build, and the last two are kept.
"""

from collections.abc import Callable
from pathlib import Path

from promotion.build_cache import building_alone
from promotion.data_fault import no_folder, told_in_a_sentence
from promotion.marts_folder.engine_fault import EngineFault
from promotion.marts_folder.engines import ENGINES, engine
from promotion.marts_folder.manifest import Manifest, adopt, adopted, folder_of, manifest_of
from promotion.marts_folder.schema import schema_of_tables
from promotion.marts_folder.staged import MARTS_FOLDER, STAGING_FOLDER, put_into

__all__ = ["ENGINES", "EngineFault", "Manifest", "adopted", "build_marts", "folder_of"]


def build_marts(
    data: Path, out: Path, engine_name: str, master: str, tell: Callable[[str], None]
) -> Manifest:
    """The manifest of a new build in the folder `out`, once it is adopted.

    The data are ledgers as offices keep them, or the staging tables of an earlier build. `tell`
    is told the name of each mart that is begun. Raises DataFault where the data cannot be read or
    the folder takes no more, of it EngineFault where the engine is missing or gives up; what was
    adopted before then stays.
    """
    if not data.is_dir():
        raise no_folder(data)
    work_up = engine(engine_name, master)
    with told_in_a_sentence(out):
        out.mkdir(parents=True, exist_ok=True)
        with building_alone(out) as scratch:
            made_in = scratch / "made"
            made_in.mkdir()
            staging, marts = made_in / STAGING_FOLDER, made_in / MARTS_FOLDER
            schema = schema_of_tables()
            version = put_into(staging, data, schema)
            work_up(staging, marts, schema, master, tell)
            return adopt(out, made_in, manifest_of(made_in, version, engine_name, schema))
