"""What becomes of single cells."""

from datetime import date
from decimal import Decimal

PROJECTS = "project_id,project_name,district,lead_date"


def test_blank_is_unknown_however_it_is_written(read):
    blanks = ["", "—", "-", "－", "/", "／", "无", "N/A", "n/a", "　", "——", "--"]
    rows = "".join(
        f"P{number},x,cixi,2020-03-03,{blank},{blank}\n" for number, blank in enumerate(blanks)
    )
    reading = read({"p.csv": f"{PROJECTS},investor,agreed_investment_wan_cny\n{rows}"})

    assert reading.rows("select distinct investor, agreed_investment_wan_cny from projects") == [
        (None, None)
    ]
    assert reading.report.blanked == []


def test_na_is_namibia(read):
    reading = read({"p.csv": f"{PROJECTS},origin_country\nP1,x,cixi,2020-03-03,NA\n"})

    assert reading.column("projects", "origin_country") == ["NA"]


def test_a_blank_attendee_count_is_one_and_an_unreadable_one_unknown(read_contacts):
    reading = read_contacts(
        "C1,cixi,2020-03-03,,\nC2,cixi,2020-03-03,many,\nC3,cixi,2020-03-03,0,\n"
    )

    assert reading.column("contacts", "attendee_count") == [1, None, None]
    assert reading.column("contacts", "lead_count") == [0, 0, 0]
    assert reading.blanked() == [(3, "attendee_count", "many"), (4, "attendee_count", "0")]


def test_a_column_that_lacks_counts_as_blank_and_the_notes_say_so(read_contacts):
    reading = read_contacts("C1,cixi,2020-03-03\n", headings="contact_id,district,contact_date")

    assert reading.rows("select attendee_count, lead_count from contacts") == [(1, 0)]
    assert "no column 人次: every row counts as 1" in " ".join(reading.notes("contacts.csv"))


def test_an_optional_cell_that_cannot_be_read_becomes_unknown_and_is_reported(read):
    headings = f"{PROJECTS},agreed_investment_wan_cny,signed_date,is_key,lead_source,origin_country"
    reading = read({"p.csv": f"{headings}\nP1,x,cixi,2020-03-03,-5,3/4/2020,perhaps,rumour,Mars\n"})

    assert reading.rows(
        "select agreed_investment_wan_cny, signed_date, is_key, lead_source, origin_country "
        "from projects"
    ) == [(None,) * 5]
    assert [column for _line, column, _value in reading.blanked()] == [
        "agreed_investment_wan_cny",
        "signed_date",
        "is_key",
        "lead_source",
        "origin_country",
    ]
    assert reading.rows("select count(*), min(line) from blanked_cells") == [(5, 2)]


def test_codes_are_read_as_code_name_or_alias_with_stray_spaces(read):
    rows = "".join(
        f"P{number},x,{district},2020-03-03,{country},{flag}\n"
        for number, (district, country, flag) in enumerate(
            [
                ("cixi", "HK", "是"),
                (" 慈 溪 市 ", "中国香港", "true"),
                ("慈溪", "香港", "Y"),
                ("CIXI", "hong kong", "1"),
                ("ｃｉｘｉ", "Hong Kong, China", "√"),
            ]
        )
    ).replace("Hong Kong, China", '"Hong Kong, China"')
    reading = read({"p.csv": f"{PROJECTS},origin_country,is_key\n{rows}"})

    assert reading.rows("select distinct district, origin_country, is_key from projects") == [
        ("cixi", "HK", True)
    ]


def test_countries_are_read_by_any_name(read):
    names = [
        "美国",
        "United States",
        "USA",
        "韩国",
        "South Korea",
        "英国",
        "UK",
        "越南",
        "台湾",
        "DE",
    ]
    rows = "".join(f"P{at},x,cixi,2020-03-03,{name}\n" for at, name in enumerate(names))
    reading = read({"p.csv": f"{PROJECTS},origin_country\n{rows}"})

    assert reading.column("projects", "origin_country") == [
        *("US", "US", "US", "KR", "KR", "GB", "GB", "VN", "TW", "DE")
    ]


def test_a_projects_industry_is_unclassified_where_blank_or_unknown(read):
    reading = read(
        {
            "p.csv": f"{PROJECTS},industry\nP1,x,cixi,2020-03-03,\nP2,x,cixi,2020-03-03,astrology\n"
            "P3,x,cixi,2020-03-03,新材料\n"
        }
    )

    assert reading.column("projects", "industry") == [
        "unclassified",
        "unclassified",
        "new_materials",
    ]
    assert reading.blanked() == [(3, "industry", "astrology")]


def test_a_contacts_industry_stays_unknown_where_blank(read_contacts):
    reading = read_contacts("C1,cixi,2020-03-03\n", headings="contact_id,district,contact_date")

    assert reading.column("contacts", "industry") == [None]


def test_control_characters_are_taken_out_and_reported(read_contacts):
    reading = read_contacts("C1,cixi,2020-03-03,2\x07,a\x00b\nC\x0b2,cixi,2020-03-03,1,c\n")

    assert reading.column("contacts", "organisation") == ["ab", "c"]
    assert reading.column("contacts", "attendee_count") == [2, 1]
    assert reading.column("contacts", "contact_id") == ["C1", "C2"]
    assert sorted(reading.blanked()) == [
        (2, "attendee_count", "2\x07"),
        (2, "organisation", "a\x00b"),
        (3, "contact_id", "C\x0b2"),
    ]


def test_text_loses_unseen_ends_and_ids_their_full_width_forms(read_contacts):
    reading = read_contacts("　ＹＵ－０００４\u200b ,cixi,2020-03-03,1,\u00a0 Ａ 公司\ufeff\n")

    assert reading.rows("select contact_id, organisation from contacts") == [("YU-0004", "Ａ 公司")]


def test_an_id_is_the_same_id_in_whatever_width_it_is_written(read):
    reading = read(
        {
            "p.csv": f"{PROJECTS}\nＹＵ－１,x,cixi,2020-03-03\n",
            "r.csv": "project_id,received_date\nYU-1,2020-03-03\n ＹＵ-１,2020-03-04\n",
        }
    )

    assert reading.rows("select count(*) from receipts inner join projects using (project_id)") == [
        (2,)
    ]


def test_many_distinct_times_are_the_same_few_days(read_contacts):
    rows = "".join(
        f"C{number},cixi,2020-03-03 {number // 3600 % 24:02d}:{number // 60 % 60:02d}:"
        f"{number % 60:02d},1,\n"
        for number in range(3000)
    )
    reading = read_contacts(rows + "C9999,cixi,2020-03-03 25:99,1,\n")

    assert reading.rows("select contact_date, count(*) from contacts group by all") == [
        (date(2020, 3, 3), 3000)
    ]
    assert reading.refused_lines() == [3002]


def test_optional_ledgers_are_told_by_their_headings(read):
    reading = read(
        {
            "到资.csv": '项目编号,到资日期,实到外资(美元)\nP1,2020-03-03,"1,000,000"\n',
            "载体.csv": "载体编号,载体名称,区县,类型,总面积(平方米)\nB1,大厦,慈溪,楼宇,100\n",
            "目标.csv": "年度,区县,指标,目标值\n"
            "2020,慈溪,signed_count,30\n2020,慈溪,signed_count,31\n",
            "汇率.csv": "year,cny_per_usd,source\n2020,6.9,bank\n",
            "sources.csv": "file,source,as_of_date\n到资.csv,office,2020-03-31\n",
        }
    )

    assert reading.column("receipts", "received_fdi_wan_usd") == [Decimal(100)]
    assert reading.rows("select carrier_id, kind, total_area_m2 from carriers") == [
        ("B1", "building", Decimal(100))
    ]
    assert reading.rows("select year, district, metric, target from targets") == [
        (2020, "cixi", "signed_count", Decimal(30))
    ]
    assert reading.rows("select year, cny_per_usd from rates") == [(2020, Decimal("6.9"))]
    assert reading.rows("select file, as_of_date from sources") == [("到资.csv", date(2020, 3, 31))]
    assert "2020, cixi, signed_count is already on line 2" in reading.sentences()[0]
