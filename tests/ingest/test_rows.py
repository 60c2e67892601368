"""Which lines are rows, and what becomes of those that are broken."""

import pytest

from promotion.ingest import blocks

HEADINGS = "contact_id,district,contact_date,attendee_count,organisation"


def ids(reading):
    return [row[0] for row in reading.rows("select contact_id from contacts order by line")]


def test_titles_blank_rows_and_totals_are_passed_over_and_said(read):
    reading = read(
        {
            "contacts.csv": "2020年3月对接台账,,,,\n,,,,\n\n"
            f"{HEADINGS}\nC1,cixi,2020-03-03,1,\n,,,,\n\n小 计：,,,1,\n"
            f"{HEADINGS}\nC2,cixi,2020-03-03,1,\nTOTAL,,,2,\n合计,,,2,\n"
        }
    )

    assert ids(reading) == ["C1", "C2"]
    assert reading.column("contacts", "line") == [5, 10]
    assert reading.file("contacts.csv").rows == 2
    assert {
        "rows above the headings passed over: 1",
        "rows of totals passed over: 3",
        "rows that repeat the headings passed over: 1",
    } <= set(reading.notes("contacts.csv"))


def test_a_total_row_may_begin_in_any_column(read_contacts):
    reading = read_contacts("C1,cixi,2020-03-03,1,\n,,合计,1,\n")

    assert ids(reading) == ["C1"]
    assert reading.file("contacts.csv").rows == 1


def test_an_id_that_begins_as_a_total_does_is_a_row(read_contacts):
    reading = read_contacts("Total-1,cixi,2020-03-03,1,\nS2,cixi,2020-03-03,1,\n")

    assert ids(reading) == ["Total-1", "S2"]


def test_a_row_with_more_filled_cells_than_headings_is_refused(read_contacts):
    reading = read_contacts(
        "C1,cixi,2020-03-03,1,x,\nC2,cixi,2020-03-03,1,x,shifted\nC3,cixi,2020-03-03\n"
    )

    assert ids(reading) == ["C1", "C3"]
    assert [(fault.line, fault.value) for fault in reading.report.refusals] == [(3, "shifted")]
    assert "more cells than there are headings" in reading.sentences()[0]


def test_a_cell_beyond_the_last_heading_is_refused_even_where_commas_go_on(read_contacts):
    reading = read_contacts(
        "C1,cixi,2020-03-03,,\nC2,cixi,2020-03-03,,shifted\n",
        headings="contact_id,district,contact_date,,",
    )

    assert ids(reading) == ["C1"]
    assert reading.refused_lines() == [3]


def test_a_cell_of_several_lines_loads_and_lines_go_on_from_its_end(read_contacts):
    reading = read_contacts('C1,cixi,2020-03-03,1,"first\nsecond, third"\nC2,cixi,x,1,\n')

    assert reading.column("contacts", "organisation") == ["first\nsecond, third"]
    assert reading.refused_lines() == [4]


def test_commas_within_cells_behind_a_cell_of_several_lines_are_no_row_of_their_own(read):
    headings = "organisation,contact_id,district,contact_date,attendee_count"
    rows = '乙,C1,cixi,2020-03-03,2\n甲,"C\n2",cixi,2020-03-03,"1,000"\n'
    reading = read({"contacts.csv": f"{headings}\n{rows}"})

    assert reading.report.refusals == []
    assert reading.rows("select organisation, attendee_count, line from contacts") == [
        ("乙", 2, 2),
        ("甲", 1000, 3),
    ]


def test_quotes_within_a_cell_are_read(read_contacts):
    reading = read_contacts(
        'C1,cixi,2020-03-03,"1,000","a ""b"" c"\n'
        'C2,cixi,2020-03-03,2,5" pipe\nC3,cixi,2020-03-03,3,"x"y\n'
    )

    assert reading.column("contacts", "organisation") == ['a "b" c', '5" pipe', "xy"]
    assert reading.column("contacts", "attendee_count") == [1000, 2, 3]


def test_a_quote_unclosed_to_the_end_refuses_every_row_it_swallowed(read_contacts):
    reading = read_contacts(
        'C1,cixi,2020-03-03,1,a\nC2,cixi,2020-03-03,1,"b\nC3,cixi,2020-03-03,1,c\n\nC4,cixi,2020-03-03,1,d\n'
    )

    assert ids(reading) == ["C1"]
    assert reading.refused_lines() == [3, 4, 6]
    assert "quotation mark on line 3 is never closed" in reading.sentences()[1]


def test_a_quote_unclosed_on_the_last_line_refuses_that_row(read_contacts):
    reading = read_contacts('C1,cixi,2020-03-03,1,a\nC2,cixi,2020-03-03,1,"b')

    assert ids(reading) == ["C1"]
    assert reading.refused_lines() == [3]


@pytest.mark.parametrize("closing", ['"c"', '"c', 'c"'])
def test_reading_goes_on_after_a_quote_unclosed_in_the_middle(read_contacts, closing):
    reading = read_contacts(
        'C1,cixi,2020-03-03,1,"a\nC2,cixi,2020-03-03,1,b\n'
        f"C3,cixi,2020-03-03,1,{closing}\nC4,cixi,2020-03-03,1,d\n"
    )

    assert ids(reading) == ["C4"]
    assert reading.refused_lines() == [2, 3, 4]


def test_the_first_row_with_a_number_wins_across_files_in_name_order(read):
    reading = read(
        {
            "b.csv": f"{HEADINGS}\nC1,cixi,2020-03-03,1,from b\nC2,cixi,2020-03-03,1,from b\n",
            "a.csv": f"{HEADINGS}\nC1,mars,2020-03-03,1,from a\n\nC2,cixi,2020-03-03,1,from a\n"
            "C2,cixi,2020-03-03,1,again\n",
        }
    )

    assert sorted(reading.rows("select contact_id, organisation from contacts")) == [
        ("C1", "from b"),
        ("C2", "from a"),
    ]
    assert [(fault.file, fault.line) for fault in reading.report.refusals] == [
        ("a.csv", 2),
        ("a.csv", 5),
        ("b.csv", 3),
    ]
    assert "C2 is already on line 4 of a.csv" in reading.sentences()[2]


def test_every_reason_of_a_refused_row_is_told_in_one_refusal(read_contacts):
    reading = read_contacts(",mars,03-01-17,1,\n")

    assert len(reading.report.refusals) == 1
    assert reading.report.refusals[0].column == "contact_id"
    assert reading.sentences()[0].count("; ") >= 3


@pytest.mark.parametrize("block_bytes", [64, 150, 1000])
def test_rows_are_the_same_however_the_file_is_cut_into_blocks(
    read_contacts, monkeypatch, block_bytes
):
    monkeypatch.setattr(blocks, "BLOCK_BYTES", block_bytes)
    rows = []
    for number in range(40):
        organisation = {3: '"two\nlines"', 7: '"quoted, once"', 11: '""', 30: '"open'}.get(
            number, ""
        )
        rows.append(f"C{number},cixi,2020-03-{number % 28 + 1:02d},{number + 1},{organisation}")
    reading = read_contacts("\r\n".join(rows))

    assert ids(reading) == [f"C{number}" for number in range(30)]
    assert reading.refused_lines() == list(range(33, 43))
    assert reading.rows("select max(line) from contacts") == [(32,)]
    assert reading.rows("select sum(attendee_count) from contacts") == [(465,)]
