"""Two dashboards on one folder of marts, while it is replaced under their readers."""

import shutil
import subprocess
import sys

import pytest

from tests.browser.reader import choose, headline, main, visit, wait_for_contacts
from tests.browser.serving import ROOT
from tests.ledgers import SMALL

NEW_CONTACT = "C{number},,yuyao,,2020-03-31,phone,matchmaking,CN,40,0\n"


@pytest.fixture
def ledgers(tmp_path):
    """A district's own copy of the small ledgers."""
    return shutil.copytree(SMALL, tmp_path / "ledgers")


def build(ledgers, marts):
    command = [sys.executable, "-m", "promotion", "build", "--data", ledgers, "--out", marts]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def test_two_dashboards_serve_one_folder_of_marts_while_it_is_replaced(
    new_page, start_dashboard, ledgers, tmp_path
):
    marts = tmp_path / "marts"
    build(ledgers, marts)
    pages = [new_page(locale="en-US") for _dashboard in range(2)]
    for page in pages:
        visit(page, start_dashboard(marts=marts))
        wait_for_contacts(page, "5")

    for number in (98, 99):  # after the second the build that was served first is gone
        with (ledgers / "contacts.csv").open("a", encoding="utf-8") as file:
            file.write(NEW_CONTACT.format(number=number))
        build(ledgers, marts)
        for page in pages:
            choose(page, "Compared with", "Nothing" if number == 98 else "A year earlier")
        for page in pages:
            wait_for_contacts(page, str(number - 92))
        assert headline(pages[0]) == headline(pages[1])
    assert sorted(path.name for path in marts.glob("build-*")) == ["build-2", "build-3"]

    for page in pages:
        visit(page, page.url.split("?")[0].rstrip("/") + "/data")
        assert "Try ledgers" not in main(page).inner_text()
        assert "contacts.csv" in main(page).inner_text()
        assert "Traceback" not in main(page).inner_text()
