"""The built database damaged on the disk: right figures or a sentence, and it is built anew."""

import random

import pytest

from components import ledgers
from promotion.database import open_database
from promotion.freshness import Store
from promotion.stored_file import DatabaseDamaged
from tests.faults.common import answers, contact_count, settled, words_of
from tests.ledgers import contact, write

HEADERS = 3 * 4096  # the main one and two that take turns
SENTENCE = "has been damaged"


def in_the_header(content):
    return bytes(byte ^ 255 for byte in content[:HEADERS]) + content[HEADERS:]


def in_the_middle(content):
    return content[:HEADERS] + bytes(byte ^ 255 for byte in content[HEADERS:])


def cut_in_the_middle(content):
    return content[: len(content) // 2]


def cut_to_nothing(_content):
    return b""


def of_zeros(content):
    return bytes(len(content))


SPOILED = [in_the_header, in_the_middle, cut_in_the_middle, cut_to_nothing, of_zeros]


def spoil_in_place(path, spoil):
    """The file's content exchanged while whoever has it open keeps it open."""
    content = spoil(path.read_bytes())
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()


@pytest.mark.parametrize("spoil", SPOILED)
def test_one_damaged_before_it_is_opened_is_built_anew(folder, spoil):
    before = open_database(folder)
    whole = answers(before)
    before.close()
    spoil_in_place(before.path, spoil)
    after = open_database(folder)
    found = answers(after)
    after.close()

    assert found == whole


@pytest.mark.parametrize("spoil", [in_the_middle, cut_in_the_middle])
def test_one_damaged_while_it_is_served_is_made_anew(folder, spoil):
    store = Store(folder)
    served = store.current().database
    spoil_in_place(served.path, spoil)
    with pytest.raises(DatabaseDamaged, match=SENTENCE):
        answers(served)
    anew = settled(store)

    assert anew.database is not served
    assert anew.fault is None
    assert contact_count(anew.database) == 11
    assert not anew.database.is_damaged


def test_what_was_asked_before_the_damage_is_still_answered(folder):
    store = Store(folder)
    served = store.current().database
    assert contact_count(served) == 11
    spoil_in_place(served.path, in_the_middle)
    with pytest.raises(DatabaseDamaged):
        served.run("data/names")

    assert contact_count(served) == 11


def test_the_sound_database_of_other_ledgers_in_its_place_is_not_answered_from(folder, tmp_path):
    """Every checksum is right in it, and a question to it has an answer."""
    others = [contact(f"C{place}", "2020-01-05") for place in range(5000)]
    other = open_database(write(tmp_path / "other", "contacts.csv", *others).parent)
    content = other.path.read_bytes()
    other.close()
    store = Store(folder)
    served = store.current().database
    spoil_in_place(served.path, lambda _content: content)
    with pytest.raises(DatabaseDamaged):
        contact_count(served)

    assert contact_count(settled(store).database) == 11


def test_one_deleted_while_it_is_served_goes_on_and_is_built_by_the_next(folder):
    store = Store(folder)
    served = store.current().database
    served.path.unlink()

    assert contact_count(served) == 11
    assert store.current().database is served
    assert contact_count(open_database(folder)) == 11


def test_a_single_bad_byte_anywhere_gives_right_figures_or_a_sentence(folder):
    whole_database = open_database(folder)
    whole, content = answers(whole_database), whole_database.path.read_bytes()
    whole_database.close()
    places = random.Random(2020)
    refused = 0
    for _time in range(12):
        bad = bytearray(content)
        place = places.randrange(len(bad))
        bad[place] ^= 255
        whole_database.path.write_bytes(bad)
        database = open_database(folder)
        try:
            assert answers(database) == whole, place
        except DatabaseDamaged:
            refused += 1
        finally:
            database.close()

    assert refused < 12


def test_a_page_says_it_and_shows_the_figures_once_they_are_made_anew(open_overview, cache):
    assert SENTENCE not in words_of(open_overview())
    [path] = cache.glob("*.duckdb")
    spoil_in_place(path, in_the_middle)
    damaged = open_overview(district="yuyao")
    said = words_of(damaged)
    settled(ledgers.open_store())
    mended = open_overview(district="yuyao")

    assert SENTENCE in said
    assert not damaged.exception
    assert not mended.exception
    assert SENTENCE not in words_of(mended)
    assert len(mended.get("plotly_chart")) > len(damaged.get("plotly_chart"))
