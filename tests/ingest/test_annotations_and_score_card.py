"""Dated notes and score cards: told by their headings, refused row by row with a reason."""

import datetime
from decimal import Decimal

import pytest

from promotion.ingest.reference import SHIPPED

NOTES = "日期,事项,中文事项,英文事项,类别,区县\n"


def test_notes_are_told_by_their_headings_whatever_the_file_is_called(read):
    reading = read(
        {
            "大事.csv": NOTES + "2020年3月5日,,首次网上签约,First signing online,活动,余姚市\n",
            "more.csv": "Date,Text,Kind\n2020-02-10,停止实地考察,policy\n",
        }
    )

    assert [reading.file(name).kind for name in ("大事.csv", "more.csv")] == ["annotations"] * 2
    assert reading.rows("select * exclude (file, line) from annotations order by date") == [
        (datetime.date(2020, 2, 10), "停止实地考察", None, None, "policy", None),
        (
            datetime.date(2020, 3, 5),
            None,
            "首次网上签约",
            "First signing online",
            "event",
            "yuyao",
        ),
    ]


def test_a_note_without_a_day_or_any_words_or_of_an_unknown_district_is_refused(read):
    reading = read(
        {
            "notes.csv": NOTES
            + ",A,,,,\n"
            + "3/4/2020,B,,,,\n"
            + "2020-03-04,,—,,活动,\n"
            + "2020-03-04,C,,,,火星区\n"
            + "2020-03-04,D,,,活动,\n"
        }
    )

    assert reading.column("annotations", "text") == ["D"]
    assert reading.refused_lines() == [2, 3, 4, 5]
    told = reading.sentences()
    assert told[0] == "the cell 日期 is empty; fill it in"
    assert told[2] == "the cells 事项 / 中文事项 / 英文事项 are all empty; fill in one of them"
    assert told[3].startswith("火星区 is not in the list districts.csv")


def test_a_note_of_an_unknown_kind_keeps_its_row(read):
    reading = read({"notes.csv": "date,text,kind\n2020-03-04,A,festival\n"})

    assert reading.column("annotations", "kind") == [None]
    assert reading.blanked() == [(2, "kind", "festival")]


@pytest.mark.parametrize(
    ("name", "district"),
    [("notes.csv", None), ("慈溪市大事记.csv", "cixi"), ("余姚市/notes.csv", "yuyao")],
)
def test_without_a_district_column_notes_are_the_region_s_or_those_of_the_file_s_name(
    read, name, district
):
    reading = read({name: "date,text\n2020-03-04,A\n"})

    assert reading.column("annotations", "district") == [district]


def test_a_file_of_days_without_words_is_refused_and_says_what_it_lacks(read):
    reading = read({"notes.csv": "日期,类别,区县\n2020-03-04,活动,慈溪市\n"})

    assert reading.file("notes.csv").kind is None
    assert reading.sentences() == ["the column 事项 is missing; every ledger of this kind needs it"]


def test_weights_are_refused_row_by_row(read):
    reading = read(
        {
            "card.csv": "指标,权重,区县\n"
            "签约项目,30,\n"
            "落地项目,-5,\n"
            "对接次数,0,\n"
            "项目信息,,\n"
            "幸福指数,10,\n"
            "signed_count,20,\n"
            "签约项目,40,慈溪\n"
            "签约项目,50,慈溪市\n"
            "签约项目,60,火星区\n"
        }
    )

    assert reading.rows("select metric, weight, district from score_card order by line") == [
        ("signed_count", Decimal(30), None),
        ("signed_count", Decimal(40), "cixi"),
    ]
    assert reading.refused_lines() == [3, 4, 5, 6, 7, 9, 10]
    told = dict(zip(reading.refused_lines(), reading.sentences(), strict=True))
    assert told[3] == "-5 is less than 0.01, the least it can be; correct it"
    assert told[5] == "the cell 权重 is empty; fill it in"
    assert told[6].startswith("幸福指数 is not in the list metrics.csv")
    assert told[7] == "signed_count is already on line 2 of card.csv; every row needs its own"
    assert told[9] == "cixi, signed_count is already on line 8 of card.csv; every row needs its own"


def test_targets_with_a_weight_beside_them_stay_targets(read):
    reading = read({"t.csv": "年度,区县,指标,目标值,权重\n2020,慈溪市,签约项目,9,30\n"})

    assert reading.file("t.csv").kind == "targets"
    assert reading.column("targets", "target") == [Decimal(9)]
    assert any("权重 was not read" in note for note in reading.notes("t.csv"))


def test_a_folder_whose_own_columns_know_no_notes_reads_what_it_knows(read):
    lines = (SHIPPED / "columns.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    known = "".join(line for line in lines if not line.startswith(("annotations,", "score_card,")))
    reading = read(
        {
            "reference/columns.csv": known,
            "c.csv": "contact_id,district,contact_date\nC1,cixi,2020-03-03\n",
            "n.csv": "date,text\n2020-03-04,A\n",
        }
    )

    assert reading.column("contacts", "contact_id") == ["C1"]
    assert reading.file("n.csv").kind is None
