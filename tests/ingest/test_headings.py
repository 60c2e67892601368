"""How headings, their units and a file's district are understood."""

from decimal import Decimal

import pytest

START = "project_id,project_name,district,lead_date"
ROW = "P1,x,cixi,2020-03-03"


@pytest.mark.parametrize(
    ("heading", "cell", "wan_cny"),
    [
        ("协议投资额(万元)", "120", "120"),
        ("协议投资额（亿元）", "1.2", "12000"),
        ("协议投资额(元)", "1200000", "120"),
        ("总投资", "120", "120"),
        ("计划总投资/亿元", "1.2", "12000"),
        ("计划总投资：百万元", "1.2", "120"),
        ("总投资(单位：亿元)", "1.2", "12000"),
        ("协议投资额 （ 亿元人民币 ）", "1.2", "12000"),
        ("agreed_investment_wan_cny", "120", "120"),
        ("Agreed investment wan CNY", "120", "120"),
        ("*总投资额[亿元]", "1.2", "12000"),
        ("总投资【亿元】", "1.2", "12000"),
    ],
)
def test_the_unit_of_the_heading_counts(read, heading, cell, wan_cny):
    reading = read({"p.csv": f"{START},{heading}\n{ROW},{cell}\n"})

    assert reading.column("projects", "agreed_investment_wan_cny") == [Decimal(wan_cny)]


@pytest.mark.parametrize(
    ("heading", "cell", "column", "value"),
    [
        ("合同外资(亿美元)", "0.5", "contracted_fdi_wan_usd", "5000"),
        ("合同外资(美元)", "50000", "contracted_fdi_wan_usd", "5"),
        ("用地面积(公顷)", "2", "land_mu", "30"),
        ("用地面积(㎡)", "2000", "land_mu", "3"),
        ("用地(平方米)", "2000", "land_mu", "3"),
    ],
)
def test_other_measures_have_their_own_units(read, heading, cell, column, value):
    reading = read({"p.csv": f"{START},{heading}\n{ROW},{cell}\n"})

    assert reading.column("projects", column) == [Decimal(value)]


@pytest.mark.parametrize("heading", ["协议投资额(万美元)", "协议投资额(亩)", "总投资(万英镑)"])
def test_a_column_in_a_unit_of_another_measure_is_not_read_and_the_notes_say_so(read, heading):
    reading = read({"p.csv": f"{START},{heading}\n{ROW},120\n"})

    assert reading.column("projects", "agreed_investment_wan_cny") == [None]
    assert f"{heading} was not read: its unit does not fit" in " ".join(reading.notes("p.csv"))


def test_a_unit_stated_above_the_headings_counts_for_headings_without_one(read):
    reading = read(
        {"p.csv": f"项目库（单位：亿元）,,,,,\n{START},总投资,达产年产值(万元)\n{ROW},1.2,500\n"}
    )

    assert reading.rows(
        "select agreed_investment_wan_cny, planned_output_wan_cny from projects"
    ) == [(Decimal(12000), Decimal(500))]
    assert "总投资 was read in the unit" in " ".join(reading.notes("p.csv"))


def test_what_is_not_read_is_named_in_the_notes(read):
    reading = read({"p.csv": f"序号,{START},,备注,项目名称\n1,{ROW},x,note,again\n"})
    notes = " ".join(reading.notes("p.csv"))

    assert "序号 was not read" in notes
    assert "备注 was not read" in notes
    assert "column 6 was not read: it has no heading" in notes
    assert "项目名称 was not read: the column project_name gives the same" in notes
    assert reading.column("projects", "project_name") == ["x"]


def test_brackets_that_hold_no_unit_do_not_hide_a_heading(read):
    reading = read(
        {"p.csv": "编号,项目名称,区县（市）,线索日期(年月日),国别(地区)\n" + ROW + ",德国\n"}
    )

    assert reading.rows("select project_id, origin_country from projects") == [("P1", "DE")]


def test_a_heading_over_two_lines_is_one_heading(read):
    reading = read({"p.csv": f'{START},"协议投资额\n(亿元)"\n{ROW},1.2\n'})

    assert reading.rows("select agreed_investment_wan_cny, line from projects") == [
        (Decimal(12000), 3)
    ]


@pytest.mark.parametrize(
    ("name", "district"),
    [
        ("慈溪市项目.csv", "cixi"),
        ("cixi_projects.csv", "cixi"),
        ("鄞州/项目.csv", "yinzhou"),
        ("鄞州/北仑项目.csv", "beilun"),
    ],
)
def test_the_district_is_the_one_in_the_name_where_no_column_has_it(read, name, district):
    reading = read({name: "project_id,project_name,lead_date\nP1,x,2020-03-03\n"})

    assert reading.column("projects", "district") == [district]


@pytest.mark.parametrize(
    ("name", "words"),
    [("项目.csv", "holds no district"), ("慈溪和余姚.csv", "holds several districts")],
)
def test_a_file_of_no_certain_district_is_refused(read, name, words):
    reading = read({name: "project_id,project_name,lead_date\nP1,x,2020-03-03\n"})

    assert words in reading.file(name).reason.sentence()


def test_contacts_are_told_from_projects_by_their_headings(read):
    reading = read(
        {
            "a.csv": f"{START},carrier_id\n{ROW},\n",
            "b.csv": "contact_id,project_id,district,contact_date\nC1,P1,cixi,2020-03-03\n",
        }
    )

    assert [one.kind for one in reading.report.files] == ["projects", "contacts"]
