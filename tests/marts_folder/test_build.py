"""A folder of marts holds all that the dashboard's own database holds, build by build."""

import shutil
import sys
from contextlib import closing

import duckdb
import pytest

from promotion import cli
from promotion.building import build
from promotion.data_fault import DataFault
from promotion.ingest.reference import KINDS
from promotion.marts import MARTS
from promotion.marts_folder import EngineFault, adopted, build_marts, folder_of
from tests.ledgers import LEDGERS, SMALL, contact, write


def made(data, out, engine="duckdb", master="local[1]"):
    """The manifest of a new build, and in what order its marts were begun."""
    told = []
    return build_marts(data, out, engine, master, told.append), told


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """A folder of marts of the sample ledgers."""
    out = tmp_path_factory.mktemp("sample") / "marts"
    made(LEDGERS, out)
    return out


def rows_of(out, name):
    [folder] = folder_of(out, adopted(out).build).glob(f"*/{name}")
    return duckdb.read_parquet(f"{folder}/**/*.parquet", hive_partitioning=False)


def test_every_table_holds_what_the_database_of_the_ledgers_holds(sample, tmp_path):
    path = tmp_path / "whole.duckdb"
    build(LEDGERS, path)
    tables = adopted(sample).tables

    with closing(duckdb.connect(str(path), read_only=True)) as whole:
        for name, table in tables.items():
            ours, theirs = rows_of(sample, name), whole.table(name)
            assert ours.columns == theirs.columns == list(table["columns"])
            assert ours.types == theirs.types
            assert sorted(map(repr, ours.fetchall())) == sorted(map(repr, theirs.fetchall()))
            assert theirs.count("*").fetchall() == [(table["row_count"],)]
    assert {*KINDS, "activity_by_day", "stage_steps", "search_entries"} <= tables.keys()


def test_rows_lie_in_a_folder_of_their_year(sample):
    folder = folder_of(sample, 1)
    for place, day in (("staging/contacts", "contact_date"), ("marts/activity_by_day", "day")):
        years = sorted(path.name for path in (folder / place).iterdir())
        assert years == ["year=2019", "year=2020"]
        rows = duckdb.read_parquet(f"{folder}/{place}/year=2019/*.parquet").select(day)
        assert {row[0].year for row in rows.fetchall()} == {2019}


def test_the_manifest_says_what_was_read_and_as_of_when(sample):
    manifest = adopted(sample)

    assert (manifest.build, manifest.engine, manifest.as_of_date) == (1, "duckdb", "2020-06-30")
    contacts = [ledger for ledger in manifest.ledgers if ledger["kind"] == "contacts"]
    assert len(contacts) == 5
    assert (
        sum(ledger["loaded"] for ledger in contacts) == (manifest.tables["contacts"]["row_count"])
    )
    assert manifest.tables["contacts"]["columns"]["contact_date"] == "DATE"


def test_marts_are_made_of_the_staging_tables_of_a_build_as_of_the_ledgers(sample, tmp_path):
    staging = folder_of(sample, 1) / "staging"
    manifest, _told = made(staging, tmp_path)

    assert manifest.version == adopted(sample).version
    assert manifest.tables == adopted(sample).tables


def test_staging_tables_of_another_program_are_refused_with_what_to_do(sample, tmp_path):
    staging = shutil.copytree(folder_of(sample, 1) / "staging", tmp_path / "staging")
    rows = duckdb.read_parquet(f"{staging}/receipts/**/*.parquet", hive_partitioning=False)
    rows.project("received_date").write_parquet(f"{tmp_path}/receipts.parquet")
    shutil.rmtree(staging / "receipts")
    (staging / "receipts").mkdir()
    (tmp_path / "receipts.parquet").rename(staging / "receipts" / "rows.parquet")

    with pytest.raises(DataFault, match=r"another version .*receipts.* build of the ledgers"):
        made(staging, tmp_path / "marts")
    assert adopted(tmp_path / "marts") is None


def test_it_is_told_which_mart_is_being_made(tmp_path):
    _manifest, told = made(SMALL, tmp_path)

    assert tuple(told) == MARTS


def test_the_last_two_builds_are_kept(tmp_path):
    builds = [made(SMALL, tmp_path)[0].build for _time in range(3)]

    assert builds == [1, 2, 3]
    assert adopted(tmp_path).build == 3
    assert sorted(path.name for path in tmp_path.glob("build-*")) == ["build-2", "build-3"]
    assert not list(tmp_path.glob("building_*"))


def test_a_build_that_fails_leaves_the_one_before(tmp_path):
    ledgers, out = tmp_path / "ledgers", tmp_path / "marts"
    write(ledgers, "contacts.csv", contact("A", "2020-01-05"))
    before, _told = made(ledgers, out)
    shutil.rmtree(ledgers)
    ledgers.mkdir()

    with pytest.raises(DataFault, match="no project or contact ledger"):
        made(ledgers, out)
    assert adopted(out) == before
    assert rows_of(out, "contacts").count("*").fetchall() == [(1,)]


def test_a_folder_that_was_never_built_has_no_manifest(tmp_path):
    assert adopted(tmp_path) is None


@pytest.mark.parametrize("package", ["pyspark", "sqlglot"])
def test_without_its_packages_spark_is_said_to_be_missing(tmp_path, monkeypatch, package):
    for name in ("pyspark", "sqlglot"):
        monkeypatch.setitem(sys.modules, name, None if name == package else sys)

    with pytest.raises(EngineFault, match=f"{package} is not installed: pip install -r"):
        made(SMALL, tmp_path, "spark")
    assert not list(tmp_path.iterdir())


def test_without_java_spark_is_said_to_lack_it(tmp_path, monkeypatch):
    for name in ("pyspark", "sqlglot"):
        monkeypatch.setitem(sys.modules, name, sys)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)

    with pytest.raises(EngineFault, match="no Java on this machine: apt-get install openjdk"):
        made(SMALL, tmp_path, "spark")


def test_the_command_line_builds_and_says_what(tmp_path, capsys):
    asked = ["build", "--data", str(SMALL), "--out", str(tmp_path / "marts"), "--lang", "en"]

    assert cli.main(asked) == 0
    output, told = capsys.readouterr()
    assert output == ""
    assert "Build 1 in" in told
    assert "by duckdb" in told
    assert "as of 2020-04-10" in told
    assert cli.main([*asked[:2], str(tmp_path / "nowhere"), *asked[3:]]) == 1
    assert "There is no folder" in capsys.readouterr().err
