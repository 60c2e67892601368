"""Reference tables: those shipped, and those a data folder brings along."""

from pathlib import Path

import pytest

from promotion.ingest import ReferenceFault
from promotion.ingest.reference import SHIPPED, read_reference

OTHER_CITY = (
    "district,name_en,name_zh,aliases,adcode,grid_row,grid_column\n"
    "east,East,东区,Ost,1,1,1\nwest,West,西区,,2,1,2\n"
)


def test_another_city_is_another_table_of_districts(read):
    reading = read(
        {
            "reference/districts.csv": OTHER_CITY,
            "contacts.csv": "contact_id,district,contact_date\n"
            "C1,Ost,2020-03-03\nC2,西区,2020-03-03\nC3,cixi,2020-03-03\n",
        }
    )

    assert reading.rows("select district, district_order from districts") == [
        ("east", 1),
        ("west", 2),
    ]
    assert reading.column("contacts", "district") == ["east", "west"]
    assert reading.refused_lines() == [4]


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("districts.csv", OTHER_CITY.replace("西区", "东区"), "stands for both"),
        ("districts.csv", OTHER_CITY.replace("West,西区", "West,"), "both names"),
        ("districts.csv", OTHER_CITY.splitlines()[0], "holds no rows"),
        ("districts.csv", "district,name\neast,East\n", "lacks name_en"),
        ("districts.csv", OTHER_CITY + "a,b,c,d,e,f,g,h\n", "more cells than headings"),
        ("districts.csv", OTHER_CITY.replace("西区,,2,1,2", "西区,,2,one,2"), "whole number"),
        ("districts.csv", b"\xff\xfe\x00", "cannot be read"),
        ("units.csv", "unit,measure,factor,aliases\nx,mu,many,\n", "is not a number"),
    ],
)
def test_a_broken_reference_table_is_one_clear_fault(read, file, content, words):
    with pytest.raises(ReferenceFault, match=words):
        read({f"reference/{file}": content})


def test_the_shipped_tables_name_every_code_in_both_languages():
    reference = read_reference(None)

    assert [one.code for one in reference.codes["district"]] == [
        *("yinzhou", "beilun", "yuyao", "zhenhai", "cixi")
    ]
    assert all(one.name_en and one.name_zh for own in reference.codes.values() for one in own)
    assert len(reference.codes["country"]) > 240


def test_every_column_of_the_data_contract_has_a_heading_and_both_definitions():
    text = (Path(SHIPPED) / "columns.csv").read_text(encoding="utf-8")
    reference = read_reference(None)

    assert {kind: len(columns) for kind, columns in reference.columns.items()} == {
        "projects": 27,
        "contacts": 15,
        "receipts": 4,
        "carriers": 12,
        "targets": 4,
        "rates": 3,
        "sources": 3,
        "annotations": 6,
        "score_card": 3,
    }
    assert not [line for line in text.splitlines() if line.endswith(",")]
