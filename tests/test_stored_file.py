"""The open file of a database: opened anew after many answers, while nobody notices."""

import threading
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from promotion import stored_file
from promotion.stored_file import DatabaseDamaged, StoredFile

RENEWED_AFTER = 5


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A database of one table, which is opened anew after a few answers."""
    monkeypatch.setattr(stored_file, "RENEWED_AFTER_ANSWERS", RENEWED_AFTER)
    path = tmp_path / "built.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table numbers as select 7 as number")
    return path


def number_in(file):
    with file.asked("numbers") as cursor:
        return cursor.execute("select number from numbers").fetchone()[0]


def connections_of(file, answers):
    """What each of so many questions in a row was answered by."""
    answered_by = []
    for _question in range(answers):
        assert number_in(file) == 7
        answered_by.append(file._connection)
    return answered_by


def test_it_is_opened_anew_after_many_answers(path):
    file = StoredFile(path)
    answered_by = connections_of(file, 3 * RENEWED_AFTER)
    file.close()

    assert len(set(map(id, answered_by))) == 3
    assert len({id(each) for each in answered_by[:RENEWED_AFTER]}) == 1


def test_it_stays_open_while_a_question_is_being_answered(path):
    file = StoredFile(path)
    with file.asked("numbers") as cursor:
        answered_by = connections_of(file, 2 * RENEWED_AFTER)
        assert cursor.execute("select number from numbers").fetchone() == (7,)
    assert len(set(map(id, answered_by))) == 1
    assert connections_of(file, 1)[0] is not answered_by[0]
    file.close()


def test_a_deleted_file_is_not_opened_anew_and_goes_on(path):
    file = StoredFile(path)
    path.unlink()
    answered_by = connections_of(file, 3 * RENEWED_AFTER)
    file.close()

    assert len(set(map(id, answered_by))) == 1


def test_another_file_in_its_place_is_not_opened(path, tmp_path):
    file = StoredFile(path)
    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(other)) as connection:
        connection.execute("create table numbers as select 8 as number")
    other.replace(path)

    connections_of(file, 3 * RENEWED_AFTER)
    file.close()


def test_one_overwritten_is_told_damaged_and_not_opened_anew(path):
    file = StoredFile(path)
    connections_of(file, RENEWED_AFTER)
    content = path.read_bytes()
    with path.open("r+b") as overwritten:
        overwritten.write(content[::-1])

    with pytest.raises(DatabaseDamaged):
        number_in(file)
    file.close()


def test_many_at_once_are_all_answered_while_it_is_opened_anew(path):
    file = StoredFile(path)
    together = threading.Barrier(4)

    def ask(_reader):
        together.wait()
        return [number_in(file) for _question in range(50)]

    with ThreadPoolExecutor(4) as readers:
        answers = [number for numbers in readers.map(ask, range(4)) for number in numbers]
    file.close()

    assert answers == [7] * 200
