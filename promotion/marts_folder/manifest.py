"""What a folder of marts holds, and which of its builds is the one to be served."""

import json
import shutil
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from promotion.data_version import BUILD, MANIFEST
from promotion.ingest.folder import REFERENCE_FOLDER
from promotion.marts_folder import parquet
from promotion.marts_folder.schema import Schema
from promotion.marts_folder.staged import MARTS_FOLDER, STAGING, STAGING_FOLDER


@dataclass(frozen=True)
class Manifest:
    """One build: of which state of the data, by which engine, and what it holds.

    `ledgers` has a row per ledger: file, kind, rows, loaded, refused. `tables` has by its name
    each staging table's and mart's row_count and columns, by name their types.
    """

    build: int
    version: str
    engine: str
    as_of_date: str | None
    ledgers: list[dict[str, object]]
    tables: dict[str, dict[str, object]]


def adopted(out: Path) -> Manifest | None:
    """The manifest of the build that is to be served; None where there is none yet."""
    try:
        text = (out / MANIFEST).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return Manifest(**json.loads(text))


def folder_of(out: Path, build: int) -> Path:
    """Where the tables of a build lie."""
    return out / f"{BUILD}{build}"


def manifest_of(made_in: Path, version: str, engine: str, schema: Schema) -> Manifest:
    """The manifest of the tables in a scratch folder, not yet numbered."""
    with closing(duckdb.connect()) as connection:
        folders = {name: made_in / STAGING_FOLDER / name for name in STAGING} | {
            name: made_in / MARTS_FOLDER / name
            for name, table in schema.items()
            if not table.is_view
            and name not in STAGING
            and (made_in / MARTS_FOLDER / name).is_dir()
        }
        tables = {name: parquet.read(connection, folder) for name, folder in folders.items()}
        [(as_of,)] = tables["as_of"].select("as_of_date").fetchall()
        files = tables["ledger_files"]
        return Manifest(
            build=0,
            version=version,
            engine=engine,
            as_of_date=as_of and as_of.isoformat(),
            ledgers=[
                dict(zip(("file", "kind", "rows", "loaded", "refused"), row, strict=False))
                for row in files.fetchall()
            ],
            tables={
                name: {
                    "row_count": len(rows),
                    "columns": schema[name].columns,
                }
                for name, rows in tables.items()
            },
        )


def adopt(out: Path, made_in: Path, made: Manifest) -> Manifest:
    """The manifest, numbered, once the tables in the scratch folder are the build to be served.

    Whoever reads the manifest sees the one before until then. The build before stays, for those
    who still read it; older ones, and what a killed build left, go. Reference tables of the
    ledgers' own lie in the folder itself, where a dashboard looks for them.
    """
    before = adopted(out)
    found = [int(path.name.removeprefix(BUILD)) for path in out.glob(f"{BUILD}*")]
    manifest = Manifest(**asdict(made) | {"build": max(found, default=0) + 1})
    folder = folder_of(out, manifest.build)
    made_in.rename(folder)
    pending = folder / MANIFEST
    pending.write_text(_as_json(manifest), encoding="utf-8")
    own = folder / STAGING_FOLDER / REFERENCE_FOLDER
    if own.is_dir():
        shutil.copytree(own, out / REFERENCE_FOLDER, dirs_exist_ok=True)
    pending.replace(out / MANIFEST)
    kept = {folder, folder_of(out, before.build)} if before else {folder}
    for path in set(out.glob(f"{BUILD}*")) - kept:
        shutil.rmtree(path)
    return manifest


def _as_json(manifest: Manifest) -> str:
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
