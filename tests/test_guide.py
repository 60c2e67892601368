"""The maintainers' guide: its exhibit in ten minutes, made by the guide's very steps in a copy."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from babel.messages import pofile

from tests.ledgers import LEDGERS
from tests.product_code import ROOT

GUIDE = ROOT / "promotion" / "README.md"
STEP = re.compile(r"^```(sql|python|diff) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAME = "projects_by_lead_source"
CATALOGUE = "promotion/locale/zh/LC_MESSAGES/messages.po"
CHINESE = {
    "New projects by lead source": "按线索来源的新增项目",
    "Projects whose lead came in within the period, by how it came in.": (
        "线索日期在统计期内的项目，按线索来源分。"
    ),
    "Lead source": "线索来源",
}
LEFT_OUT = shutil.ignore_patterns(".*_cache", ".git", ".venv", ".hypothesis", "__pycache__")
# What holds every exhibit to the rules of the house, its words and its documents.
HELD_TO = (
    "tests/exhibits/test_lead_sources.py",
    "tests/test_house.py",
    "tests/test_house_style.py",
    "tests/test_code_book.py",
    "tests/test_language.py",
)


def apply(folder: Path, kind: str, name: str, text: str) -> None:
    """Nothing; the file is written, or its lines exchanged where they stand once."""
    path = folder / name
    if kind != "diff":
        assert not path.exists(), f"{name} is there already"
        path.write_text(text, encoding="utf-8")
        return
    lines = text.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] != "+")
    after = "".join(line[1:] for line in lines if line[0] != "-")
    content = path.read_text(encoding="utf-8")
    assert content.count(before) == 1, f"{name} does not hold once:\n{before}"
    path.write_text(content.replace(before, after), encoding="utf-8")


def translate(path: Path) -> None:
    """Nothing; gives the new words in Chinese, which must be those that are known here."""
    with path.open("rb") as file:
        catalogue = pofile.read_po(file)
    new = {message.id for message in catalogue if message.id and not message.string}
    assert new == CHINESE.keys()
    for message in catalogue:
        if message.id in new:
            message.string = CHINESE[message.id]
    with path.open("wb") as file:
        pofile.write_po(file, catalogue, width=100)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """What a command prints in a copy of the project in which the guide was followed."""
    folder = tmp_path_factory.mktemp("guide") / "project"
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
    environment = os.environ | {"PROMOTION_CACHE": str(folder.parent / "cache")}

    def run(*command: str) -> str:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    for step in STEP.findall(GUIDE.read_text(encoding="utf-8")):
        apply(folder, *step)
    make = ("make", f"VENV={sys.prefix}", "-o", f"{sys.prefix}/run.stamp")
    run(*make, "messages")
    translate(folder / CATALOGUE)
    run(*make, "code-book")
    return run


def test_the_exhibit_counts_what_the_ledgers_hold(run):
    counted = Counter(
        row["lead_source"]
        for ledger in LEDGERS.glob("*_projects.csv")
        for row in csv.DictReader(ledger.read_text(encoding="utf-8-sig").splitlines())
        if "2020-01-01" <= row["lead_date"] <= "2020-03-31"
    )
    options = ("--from", "2020-01-01", "--to", "2020-03-31", "--format", "json", "--lang", "zh")
    told = json.loads(run(sys.executable, "-m", "promotion", "exhibit", NAME, *options))

    assert {row["lead_source"]: row["new_project_count"] for row in told["rows"]} == counted
    assert told["title"] == CHINESE["New projects by lead source"]


def test_it_keeps_the_rules_of_the_house_and_is_documented(run):
    bin_folder = Path(sys.executable).parent
    said = run(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *HELD_TO)
    assert " passed" in said
    run(str(bin_folder / "ruff"), "check", "promotion", "pages", "tests/exhibits")
    run(str(bin_folder / "sqlfluff"), "lint", f"queries/projects/{NAME}.sql")


def test_it_stands_on_its_page(run):
    script = (
        "from streamlit.testing.v1 import AppTest\n"
        "from promotion.language import set_language\n"
        "set_language('en')\n"
        "app = AppTest.from_file('dashboard.py', default_timeout=60)\n"
        "app.query_params['lang'] = 'en'\n"
        "app = app.run().switch_page('pages/projects/library.py').run()\n"
        "print([each.message for each in app.exception])\n"
        "print([each.proto.body for each in app.get('html') if 'figure-head' in each.proto.body])\n"
    )
    exceptions, heads = run(sys.executable, "-c", script).splitlines()

    assert exceptions == "[]"
    assert "New projects by lead source" in heads
