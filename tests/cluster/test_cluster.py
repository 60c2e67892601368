"""Marts made on a real cluster: the same as DuckDB's, whatever dies meanwhile."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from promotion.marts_folder import adopted, folder_of
from promotion.sample import write_sample
from tests.browser.serving import ROOT
from tests.cluster.both_engines import COMMAND, build, differences
from tests.ledgers import LEDGERS, SAMPLE_DATA

HALF_WAY = "contact_activity_by_month"  # a mart in the middle of the order they are made in


def on(cluster):
    return ("--engine", "spark", "--master", cluster.master)


@pytest.fixture(scope="module")
def million(tmp_path_factory):
    """The staging tables of a million contacts, as DuckDB's build left them."""
    folder = tmp_path_factory.mktemp("million")
    write_sample(folder / "ledgers", 1_000_000, seed=8)
    build(folder / "ledgers", folder / "duckdb")
    return folder / "duckdb"


def test_both_engines_make_the_same_of_ledgers_with_every_quirk(start_cluster, tmp_path):
    build(SAMPLE_DATA / "dev", tmp_path / "duckdb")
    build(SAMPLE_DATA / "dev", tmp_path / "spark", *on(start_cluster()))

    assert differences(tmp_path / "duckdb", tmp_path / "spark") == {}


def test_spark_connect_makes_the_same(connect_address, tmp_path):
    build(SAMPLE_DATA / "dev", tmp_path / "duckdb")
    build(SAMPLE_DATA / "dev", tmp_path / "spark", "--engine", "spark", "--master", connect_address)

    assert differences(tmp_path / "duckdb", tmp_path / "spark") == {}


def test_both_engines_make_the_same_of_a_million_contacts(start_cluster, tmp_path, million):
    staging = folder_of(million, adopted(million).build) / "staging"
    build(staging, tmp_path, *on(start_cluster()))

    assert adopted(tmp_path).version == adopted(million).version
    assert adopted(tmp_path).tables["contacts"]["row_count"] == 1_000_000
    assert differences(million, tmp_path) == {}


def test_a_worker_killed_in_mid_build_changes_nothing(start_cluster, tmp_path):
    cluster = start_cluster()
    build(LEDGERS, tmp_path / "duckdb")
    with begun(tmp_path / "spark", *on(cluster)) as running:
        wait_for_mart(tmp_path / "spark", HALF_WAY)
        cluster.kill_a_worker()
        assert running.wait(timeout=300) == 0

    assert differences(tmp_path / "duckdb", tmp_path / "spark") == {}


def test_a_build_killed_in_the_middle_leaves_the_last_one(start_cluster, tmp_path):
    out = tmp_path / "marts"
    build(SAMPLE_DATA / "dev", out)
    before = adopted(out)
    with begun(out, *on(start_cluster())) as running:
        wait_for_mart(out, HALF_WAY)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()

    assert adopted(out) == before
    assert folder_of(out, before.build).is_dir()
    build(SAMPLE_DATA / "dev", out)
    assert adopted(out).build == before.build + 1
    assert not list(out.glob("building_*"))


def begun(out: Path, *options: str) -> subprocess.Popen:
    """A build of the sample ledgers that is running."""
    return subprocess.Popen(
        [*COMMAND, "--data", LEDGERS, "--out", out, *options],
        cwd=ROOT,
        env=os.environ | {"SPARK_LOCAL_IP": "127.0.0.1"},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def wait_for_mart(out: Path, name: str) -> None:
    """Nothing, once the build that is running has begun to write the mart."""
    until = time.monotonic() + 240
    while not list(out.glob(f"building_*/made/marts/{name}")):
        assert time.monotonic() < until, f"{name} was not made"
        time.sleep(0.05)
