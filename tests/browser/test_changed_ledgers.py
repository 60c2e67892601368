"""Ledgers that change, break and are mended under a dashboard that goes on serving."""

import shutil

import pytest

from tests.browser.reader import choose, headline, main, visit, wait_for_contacts, wait_for_words
from tests.ledgers import SMALL

NEW_CONTACT = "C99,,yuyao,,2020-03-31,phone,matchmaking,CN,40,0\n"
JUNK = bytes(range(256)) * 64


@pytest.fixture
def folder(tmp_path):
    """A district's own copy of the small ledgers."""
    return shutil.copytree(SMALL, tmp_path / "ledgers")


def test_new_rows_appear_and_broken_ones_do_not(start_dashboard, english_page, folder):
    """The small ledgers hold five contacts of March 2020."""
    contacts = folder / "contacts.csv"
    address = start_dashboard(folder)
    page = visit(english_page, address)
    wait_for_contacts(page, "5")

    with contacts.open("a", encoding="utf-8") as file:
        file.write(NEW_CONTACT)
    choose(page, "Compared with", "Nothing")
    wait_for_words(page, "being read anew")
    assert headline(page)[0] == "5"
    wait_for_contacts(page, "6")
    assert "being read anew" not in main(page).inner_text()

    sound = contacts.read_bytes()
    contacts.write_bytes(JUNK)
    choose(page, "Compared with", "A year earlier")
    wait_for_words(page, "contacts.csv can no longer be read")
    assert "This page shows the ledgers as read at" in main(page).inner_text()
    assert headline(page)[0] == "6"
    assert page.locator('[data-testid="stException"]').count() == 0

    contacts.write_bytes(sound + NEW_CONTACT.replace("C99", "C98").encode())
    choose(page, "Compared with", "Nothing")
    wait_for_contacts(page, "7")
    assert "can no longer be read" not in main(page).inner_text()


def test_a_folder_without_ledgers_is_told_in_a_sentence_until_it_has_some(
    start_dashboard, english_page, tmp_path
):
    folder = tmp_path / "ledgers"
    page = english_page
    address = start_dashboard(folder)
    is_told(page, address, folder)
    folder.mkdir()
    is_told(page, address, folder)
    (folder / "contacts.csv").write_bytes(JUNK)
    is_told(page, address, folder)

    for ledger in SMALL.glob("*.csv"):
        shutil.copy(ledger, folder)
    visit(page, address)
    wait_for_contacts(page, "5")
    assert page.locator('[data-testid="stAlert"]').count() == 0


def is_told(page, address, folder):
    """Nothing; a visitor is told what is wrong with the folder and that is all."""
    page.goto(address)
    page.locator('[data-testid="stAlert"]').wait_for()

    assert str(folder) in page.locator('[data-testid="stAlert"]').inner_text()
    assert "Traceback" not in main(page).inner_text()
    assert page.locator('[data-testid="stException"]').count() == 0
