from datetime import date

import pytest

from promotion.ingest.dates import read_date


@pytest.mark.parametrize(
    "text",
    [
        "2020-03-03",
        "2020/3/3",
        "2020.03.03",
        "2020年3月3日",
        "2020 年 3 月 3 日",
        "20200303",
        "43893",
        "43893.75",
        "2020-03-03 10:33",
        "2020-03-03T10:33:00",
        "2020/3/3 10:33:00.000",
        "2020年3月3日10:33",
        "20200303 10:33",
        "２０２０－０３－０３",
        "　2020/3/3 ",
    ],
)
def test_every_way_of_writing_a_day_is_read(text):
    assert read_date(text) == date(2020, 3, 3)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("03-01-17", "2003-01-17 / 2017-01-03 / 2017-03-01"),
        ("3/4/2020", "2020-03-04 / 2020-04-03"),
        ("13/4/2020", "if it is 2020-04-13, write it so"),
        ("2020-02-30", "no such day"),
        ("2020-13-01", "no such day"),
        ("20200230", "no such day"),
        ("2020-03-03 25:99", "no such day or time"),
        ("2020-03", "names no day"),
        ("2020年3月", "names no day"),
        ("202003", "names no day"),
        ("2020", "names no day"),
        ("0202-03-03", "cannot be right"),
        ("99999", "is no date"),
        ("2020-03/03", "is no date"),
        ("next week", "is no date"),
    ],
)
def test_what_is_no_certain_day_is_never_guessed(text, words):
    assert words in read_date(text).sentence()
