"""A question that takes too long, or whose answer is too large, is given up; no other suffers."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import pytest

from promotion.cli import main
from promotion.database import Database, open_database
from promotion.exhibits import overview
from promotion.language import use_language
from promotion.query_limits import (
    MOST_ROWS,
    SETTING,
    AnswerTooLarge,
    LimitFault,
    QueryTooSlow,
    query_seconds,
    time_limit,
)
from promotion.stopped import sentence_of
from tests.ledgers import ENDLESS, SMALL, english

ROOT = Path(__file__).parent.parent
ROWS = "select range as number from range({count})"


@pytest.fixture
def open_small(monkeypatch, own_cache):
    """A function that opens the small ledgers with a limit of so many seconds a question."""

    def open_one(seconds: float) -> Database:
        monkeypatch.setenv(SETTING, str(seconds))
        return open_database(SMALL)

    return open_one


def test_a_slow_question_is_stopped_and_says_so(put_query, open_small):
    put_query("tests/endless", ENDLESS)
    data = open_small(1)

    with pytest.raises(QueryTooSlow, match="tests/endless took longer than 1 s and was stopped"):
        data.run("tests/endless")


def test_a_slow_question_never_stops_or_waits_for_others_of_the_same_database(
    put_query, open_small
):
    put_query("tests/endless", ENDLESS)
    data = open_small(2)
    faults = []

    def ask_slowly():
        try:
            data.run("tests/endless")
        except QueryTooSlow as fault:
            faults.append(fault)

    slow = threading.Thread(target=ask_slowly)
    slow.start()
    answers = []
    while slow.is_alive():
        data.forget()
        answers.append(data.run("drill/counts", **english().parameters()).to_dict("records"))
    slow.join()

    assert [fault.query for fault in faults] == ["tests/endless"]
    assert len(answers) > 1
    assert answers == [answers[0]] * len(answers)


def test_only_the_slow_one_of_two_endless_questions_is_stopped():
    connection = duckdb.connect()
    patient, hasty = connection.cursor(), connection.cursor()
    interrupted = []

    def ask_patiently():
        try:
            with time_limit(patient, "patient", seconds=3600):
                patient.execute(ENDLESS).fetchall()
        except duckdb.InterruptException as fault:
            interrupted.append(fault)

    other = threading.Thread(target=ask_patiently)
    other.start()
    with pytest.raises(QueryTooSlow, match="hasty"), time_limit(hasty, "hasty", seconds=0.3):
        hasty.execute(ENDLESS).fetchall()
    goes_on = other.is_alive() and not interrupted
    while other.is_alive():
        patient.interrupt()
        other.join(0.1)

    assert goes_on
    assert len(interrupted) == 1


def test_a_limit_that_is_over_before_duckdb_begins_still_stops_the_question():
    cursor = duckdb.connect().cursor()

    with pytest.raises(QueryTooSlow), time_limit(cursor, "late", seconds=0.001):
        time.sleep(0.1)
        cursor.execute(ENDLESS).fetchall()


def test_a_question_that_ended_in_time_interrupts_nothing_later():
    """The limit of the first would end the second as an interrupt that nobody accounts for."""
    cursor = duckdb.connect().cursor()
    with time_limit(cursor, "first", seconds=0.3):
        cursor.execute("select 1").fetchall()

    with pytest.raises(QueryTooSlow, match="second"), time_limit(cursor, "second", seconds=0.9):
        cursor.execute(ENDLESS).fetchall()


def test_what_was_too_slow_is_refused_for_a_while_and_then_asked_anew(put_query, open_small):
    put_query("tests/once_slow", ENDLESS)
    data = open_small(1)
    with pytest.raises(QueryTooSlow):
        data.run("tests/once_slow")
    put_query("tests/once_slow", ROWS.format(count=1))

    with pytest.raises(QueryTooSlow):
        data.run("tests/once_slow")
    data.forget()
    assert data.run("tests/once_slow")["number"].tolist() == [0]


def test_an_answer_may_be_large_but_not_too_large(put_query, open_small):
    put_query("tests/large", ROWS.format(count=MOST_ROWS))
    put_query("tests/too_large", ROWS.format(count=MOST_ROWS + 1))
    data = open_small(60)

    assert data.run("tests/large")["number"].tolist()[-1] == MOST_ROWS - 1
    with pytest.raises(AnswerTooLarge, match="tests/too_large has more than 250,000 rows"):
        data.run("tests/too_large")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", '"Projects by stage" took longer than 1 s'), ("zh", "用时超过1秒，已中止")],
)
def test_the_sentence_names_the_figure_that_asked(put_query, open_small, language, words):
    put_query("overview/project_funnel", ENDLESS)
    data = open_small(1)

    with pytest.raises(QueryTooSlow) as raised:
        overview.project_funnel(data, english())
    with use_language(language):
        assert words in sentence_of(raised.value)


@pytest.mark.parametrize("text", ["0", "-1", "nan", "inf", "soon", "1e999", "20 s"])
def test_a_limit_that_is_no_positive_number_is_refused_in_a_sentence(monkeypatch, capsys, text):
    monkeypatch.setenv(SETTING, text)

    with pytest.raises(LimitFault, match=r"PROMOTION_QUERY_SECONDS is .*number of seconds above"):
        query_seconds()
    assert main(["exhibits", "--data", str(SMALL)]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"promotion: PROMOTION_QUERY_SECONDS is {text}:")


@pytest.mark.parametrize(("text", "seconds"), [("", 20), (" 0.5 ", 0.5), ("1e300", 1e300)])
def test_any_other_limit_holds(monkeypatch, text, seconds):
    monkeypatch.setenv(SETTING, text)

    assert query_seconds() == seconds
    assert open_database(SMALL).as_of


@pytest.mark.parametrize(
    "command",
    [
        ["exhibit", "project_funnel"],
        ["briefing", "--exhibits", "headline", "project_funnel", "--format", "xlsx"],
    ],
    ids=["exhibit", "briefing"],
)
def test_on_the_command_line_it_is_one_line_and_status_1(
    put_query, monkeypatch, capsysbinary, command
):
    put_query("overview/project_funnel", ENDLESS)
    monkeypatch.setenv(SETTING, "2")

    assert main([*command, "--data", str(SMALL), "--lang", "en"]) == 1
    printed = capsysbinary.readouterr()
    assert printed.out == b""
    [line] = printed.err.decode().splitlines()
    assert line.startswith('promotion: "Projects by stage" took longer than 2 s and was stopped.')


def test_a_process_ends_quietly_after_its_questions():
    """Whatever still ran would keep DuckDB from being taken down, which it complains of."""
    ask = (
        "from pathlib import Path; from promotion.database import open_database; "
        f"data = open_database(Path({str(SMALL)!r})); print(data.as_of)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert ended.stderr == ""
    assert ended.stdout == "2020-04-10\n"
