"""The supply chain's exhibits on tiny ledgers, by head."""

from datetime import date

import pytest

from promotion.database import open_database
from promotion.exhibits import supply_chain
from tests.ledgers import contact, days, english, project, rows_by, write

QUARTER = english()
PROJECTS = (
    project(
        "P1",
        "2019-06-01",
        district="beilun",
        referred_by="Haitian (Group)",
        investor="Gears",
        lead_source="supply_chain",
        chain_role="extend",
        agreed_investment_wan_cny=1000,
        negotiation_date="2019-07-01",
        signed_date="2019-08-01",
        landed_date="2020-02-01",
        production_date="2020-06-01",
    ),
    project(
        "P2",
        "2019-07-01",
        district="beilun",
        industry="new_materials",
        # The same company with full-width brackets, a space and no capitals.
        referred_by="haitian（Group ）",
        investor="Ｇears",
        chain_role="complement",
        negotiation_date="2019-08-01",
        closed_date="2020-01-31",
    ),
    project(
        "P3",
        "2020-03-01",
        district="cixi",
        referred_by="Haitian (Group)",
        investor="Bolts",
        agreed_investment_wan_cny=500.5,
        signed_date="2020-03-15",
        origin_country="DE",
    ),
    # Landed without a date of signing; closed later.
    project(
        "P4",
        "2019-10-01",
        district="cixi",
        referred_by="Geely",
        investor="Bolts",
        chain_role="strengthen",
        landed_date="2019-12-01",
        closed_date="2020-03-31",
    ),
    # Known from its signing on, before the day of its lead.
    project(
        "P5",
        "2020-04-20",
        district="cixi",
        referred_by="Geely",
        signed_date="2020-03-31",
        investment_kind="spin_off",
    ),
    # No company is named; the lead came by the supply chain.
    project(
        "P6",
        "2020-01-05",
        district="cixi",
        lead_source="supply_chain",
        investor="Valves",
        chain_role="extend",
        closed_date="2020-02-01",
    ),
    project("P7", "2020-01-06", lead_source="referral", investor="Else"),
    project("P8", "2020-01-07", lead_source="event"),
    # Geely's own money in what it brought: no partner firm.
    project("P9", "2020-04-01", district="cixi", referred_by="Geely", investor="GEELY"),
)


@pytest.fixture(scope="module")
def chain(tmp_path_factory):
    folder = tmp_path_factory.mktemp("chain")
    write(folder, "projects.csv", *PROJECTS)
    write(folder, "contacts.csv", contact("C", "2020-06-30"))
    return open_database(folder)


@pytest.fixture(scope="module")
def only_contacts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("contacts")
    write(folder, "contacts.csv", contact("C", "2020-06-30"))
    return open_database(folder)


def companies(data, filters=QUARTER):
    return rows_by(supply_chain.anchor_companies(data, filters), "referred_by")


def test_a_company_is_counted_by_what_its_projects_had_reached(chain):
    first, second = supply_chain.anchor_companies(chain, QUARTER).rows()

    assert first == {
        "referred_by": "Haitian (Group)",
        "project_count": 3,
        "agreed_investment_wan_cny": 1500.5,
        "investment_unknown_count": 1,
        "signed_count": 2,
        "landed_count": 1,
        "in_production_count": 0,
        "signed_open_count": 1,
        "unsigned_open_count": 0,
        "closed_before_landing_count": 1,
        "extend_count": 1,
        "strengthen_count": 0,
        "complement_count": 1,
        "role_unknown_count": 1,
        "main_district": "beilun",
        "main_district_name": "Beilun",
        "district_count": 2,
    }
    assert (second["referred_by"], second["project_count"]) == ("Geely", 2)
    assert (second["signed_count"], second["landed_count"]) == (2, 1)
    assert second["agreed_investment_wan_cny"] is None


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2019-07-31", [0, 0, 0]),
        ("2019-08-01", [1, 0, 0]),
        ("2020-01-31", [1, 0, 0]),
        ("2020-02-01", [1, 1, 0]),
        ("2020-05-31", [2, 1, 0]),
        ("2020-06-01", [2, 1, 1]),
    ],
)
def test_a_step_counts_from_its_own_day_on(chain, day, counts):
    row = companies(chain, english(days(day)))["Haitian (Group)"]

    reached = ("signed_count", "landed_count", "in_production_count")
    assert [row[name] for name in reached] == counts


@pytest.mark.parametrize("day", ["2019-06-01", "2019-12-31", "2020-02-15", "2020-06-30"])
def test_what_is_drawn_of_a_company_adds_up_to_its_projects(chain, day):
    exhibit = supply_chain.anchor_companies(chain, english(days(day)))

    assert exhibit.rows()
    for row in exhibit.rows():
        assert sum(row[name] for name in exhibit.chart.values) == row["project_count"]


def test_a_company_keeps_the_spelling_of_its_first_project_on_any_day(chain):
    early = companies(chain, english(days("2019-06-15")))
    only_second = companies(chain, english(industries=("new_materials",)))

    assert list(early) == list(only_second) == ["Haitian (Group)"]


def test_companies_that_differ_in_more_than_spelling_stay_apart(tmp_path):
    write(
        tmp_path,
        "projects.csv",
        project("A", "2020-01-01", referred_by="Geely"),
        project("B", "2020-01-01", referred_by="Geely-2"),
        project("C", "2020-01-01", referred_by="GEELY　2"),
    )

    assert list(companies(open_database(tmp_path))) == ["GEELY　2", "Geely", "Geely-2"]


def test_notes_count_what_is_left_out_and_what_is_joined(chain):
    notes = supply_chain.anchor_companies(chain, QUARTER).notes

    assert notes == (
        "Projects that name no such company and are not counted: 3; of these led by supply chain "
        "or referral: 2.",
        "Projects whose amount is unknown, not in the total: 3.",
        "Companies written in several ways (spaces, width, capitals) and taken as one: 1.",
    )


def test_the_same_number_of_projects_is_ranked_by_amount_then_by_name(tmp_path):
    write(
        tmp_path,
        "projects.csv",
        project("1", "2020-01-01", referred_by="Unknown"),
        project("2", "2020-01-01", referred_by="Zero", agreed_investment_wan_cny=0),
        project("3", "2020-01-01", referred_by="Small B", agreed_investment_wan_cny=1),
        project("4", "2020-01-01", referred_by="Small A", agreed_investment_wan_cny=1),
        project("5", "2020-01-01", referred_by="Large", agreed_investment_wan_cny=2),
    )
    data = open_database(tmp_path)

    ranked = ["Large", "Small A", "Small B", "Zero", "Unknown"]
    assert list(companies(data)) == ranked
    flow = supply_chain.referral_flow(data, QUARTER).rows()
    assert [row["referred_by"] for row in flow] == ranked
    amounts = [row["agreed_investment_wan_cny"] for row in flow]
    assert amounts == [2, 1, 1, 0, None]


def test_of_districts_with_as_many_projects_the_first_in_official_order_is_the_main(tmp_path):
    rows = [
        project(code, "2020-01-01", district=code, referred_by="A")
        for code in ("cixi", "beilun", "yuyao")
    ]
    write(tmp_path, "projects.csv", *rows)

    assert companies(open_database(tmp_path))["A"]["main_district"] == "beilun"


def test_filters_choose_the_projects_of_a_company(chain):
    in_cixi = companies(chain, english(districts=("cixi",)))
    foreign = companies(chain, english(capital="foreign"))

    assert {name: row["project_count"] for name, row in in_cixi.items()} == {
        "Geely": 2,
        "Haitian (Group)": 1,
    }
    assert {name: row["project_count"] for name, row in foreign.items()} == {"Haitian (Group)": 1}


def test_a_part_of_the_chain_of_ones_own_is_counted_in_a_note(tmp_path):
    reference = tmp_path / "reference"
    reference.mkdir()
    write(
        reference,
        "chain_roles.csv",
        {"code": "extend", "name_en": "Extends", "name_zh": "延链", "aliases": ""},
        {"code": "renew", "name_en": "Renews", "name_zh": "更新", "aliases": ""},
    )
    write(tmp_path, "projects.csv", project("A", "2020-01-01", referred_by="B", chain_role="renew"))
    data = open_database(tmp_path)

    other = "Projects in another part of the chain, in none of these: 1."
    assert other in supply_chain.anchor_companies(data, QUARTER).notes
    cells = supply_chain.chain_roles_by_district_and_industry(data, QUARTER)
    assert other in cells.notes
    assert sum(row["chain_role_count"] for row in cells.rows()) == 1
    roles = rows_by(supply_chain.chain_roles_by_district(data, QUARTER), "district", "chain_role")
    assert roles["yinzhou", "renew"]["project_count"] == 1


def test_the_flow_runs_from_company_to_industry_to_stage(chain):
    flow = supply_chain.referral_flow(chain, QUARTER)

    steps = ("referred_by", "industry", "stage", "project_count", "agreed_investment_wan_cny")
    assert [tuple(row[name] for name in steps) for row in flow.rows()] == [
        ("Haitian (Group)", "integrated_circuits", "signed", 1, 500.5),
        ("Haitian (Group)", "integrated_circuits", "landed", 1, 1000),
        ("Haitian (Group)", "new_materials", "no_follow_up", 1, None),
        ("Geely", "integrated_circuits", "signed", 1, None),
        ("Geely", "integrated_circuits", "no_follow_up", 1, None),
    ]
    assert flow.notes[0].startswith("Projects that name no such company and are not counted: 3;")


def test_chain_roles_of_each_district_count_unstated_ones_apart(chain):
    rows = supply_chain.chain_roles_by_district(chain, QUARTER).rows()

    assert {
        (row["district"], row["chain_role"]): row["project_count"]
        for row in rows
        if row["project_count"]
    } == {
        ("yinzhou", "unknown"): 2,
        ("beilun", "extend"): 1,
        ("beilun", "complement"): 1,
        ("cixi", "extend"): 1,
        ("cixi", "strengthen"): 1,
        ("cixi", "unknown"): 2,
    }
    assert len(rows) == 5 * 4


def test_chain_roles_of_each_district_in_each_industry(chain):
    exhibit = supply_chain.chain_roles_by_district_and_industry(
        chain, english(districts=("beilun", "cixi"), industries=("integrated_circuits",))
    )
    names = ("chain_role_count", "extend_count", "strengthen_count", "complement_count")

    counts = {row["district"]: [row[name] for name in names] for row in exhibit.rows()}
    assert counts == {"beilun": [1, 1, 0, 0], "cixi": [2, 1, 1, 0]}
    note = "Projects whose part in the chain is not stated, and not counted: 2."
    assert exhibit.notes == (note,)


FIRMS = ("screened", "in_talks", "signed", "landed", "dropped")


def firms(data, filters, district):
    row = rows_by(supply_chain.partner_firms(data, filters), "district")[district]
    return [row[f"{name}_firm_count"] for name in FIRMS]


def test_a_partner_firm_counts_once_with_what_got_furthest(chain):
    assert firms(chain, QUARTER, "beilun") == [1, 1, 1, 1, 0]
    # Bolts twice; Valves was dropped; the spin-off names no investor.
    assert firms(chain, QUARTER, "cixi") == [2, 1, 1, 1, 1]
    assert firms(chain, QUARTER, "yinzhou") == [0, 0, 0, 0, 0]


def test_a_partner_firm_is_replayed(chain):
    assert firms(chain, english(days("2019-06-30")), "beilun") == [1, 0, 0, 0, 0]
    assert firms(chain, english(days("2019-07-31")), "beilun") == [1, 1, 0, 0, 0]
    assert firms(chain, english(days("2020-01-31")), "cixi") == [2, 1, 1, 1, 0]


def test_only_a_firm_that_never_signed_and_has_nothing_open_is_dropped(tmp_path):
    rows = [
        ("signed once", {"signed_date": "2020-01-10", "closed_date": "2020-02-01"}),
        ("one is open", {"closed_date": "2020-02-01"}),
        ("one is open", {}),
        ("dropped", {"negotiation_date": "2020-01-10", "closed_date": "2020-02-01"}),
        ("dropped later", {"closed_date": "2020-04-01"}),
    ]
    write(
        tmp_path,
        "projects.csv",
        *(
            project(f"P{place}", "2020-01-01", referred_by="A", investor=investor, **dates)
            for place, (investor, dates) in enumerate(rows)
        ),
    )

    assert firms(open_database(tmp_path), QUARTER, "yinzhou") == [4, 2, 1, 0, 1]


def test_what_makes_no_partner_firm_is_counted_in_a_note(chain):
    later = english(days("2020-04-01", "2020-06-30"))

    assert supply_chain.partner_firms(chain, QUARTER).notes == (
        "Projects by the supply chain without a named investor, not counted: 1.",
    )
    assert supply_chain.partner_firms(chain, later).notes == (
        "Projects by the supply chain without a named investor, not counted: 1.",
        "Projects that the company which brought them invests in itself, not counted: 1.",
    )
    assert firms(chain, later, "cixi") == firms(chain, QUARTER, "cixi")


def test_a_firm_of_several_districts_counts_in_each_and_is_told(tmp_path):
    write(
        tmp_path,
        "projects.csv",
        project("A", "2020-01-01", district="cixi", referred_by="X", investor="Y"),
        project("B", "2020-01-01", district="yuyao", referred_by="X", investor="Y"),
    )
    exhibit = supply_chain.partner_firms(open_database(tmp_path), QUARTER)

    screened = {row["district"]: row["screened_firm_count"] for row in exhibit.rows()}
    assert screened == {"yinzhou": 0, "beilun": 0, "yuyao": 1, "zhenhai": 0, "cixi": 1}
    assert exhibit.notes[0] == "Firms that several districts have screened, counted in each: 1."


def spin_off(project_id, lead_date="2020-01-01", **columns):
    return project(project_id, lead_date, investment_kind="spin_off", **columns)


@pytest.fixture(scope="module")
def spun(tmp_path_factory):
    folder = tmp_path_factory.mktemp("spun")
    write(
        folder,
        "projects.csv",
        spin_off("lead"),
        spin_off("talks", negotiation_date="2020-01-11"),
        spin_off("key", negotiation_date="2020-01-11", is_key="yes"),
        spin_off("signed", signed_date="2020-02-01", landed_date="2020-04-01"),
        spin_off("landed late", landed_date="2020-03-11", owner="Li", referred_by="Geely"),
        spin_off("landed", landed_date="2020-03-01", agreed_investment_wan_cny=12.5),
        spin_off("running", production_date="2020-03-21"),
        spin_off("closed", signed_date="2020-01-05", closed_date="2020-02-10"),
        spin_off("later", "2020-04-02"),
        project("new", "2020-01-01", investment_kind="new"),
        project("unstated", "2020-01-01"),
    )
    write(folder, "contacts.csv", contact("C", "2020-04-10"))
    return open_database(folder)


def test_spin_offs_stand_nearest_to_production_first(spun):
    rows = supply_chain.spin_offs(spun, QUARTER).rows()

    assert [(row["project_id"], row["stage"], row["days_at_stage"]) for row in rows] == [
        ("landed", "landed", 30),
        ("landed late", "landed", 20),
        ("signed", "signed", 59),
        ("key", "key_negotiating", 80),
        ("talks", "negotiating", 80),
        ("lead", "lead", 90),
        ("running", "in_production", 10),
        ("closed", "no_follow_up", 50),
    ]


def test_a_spin_off_has_its_words_and_no_step_after_the_day(spun):
    rows = rows_by(supply_chain.spin_offs(spun, QUARTER), "project_id")

    assert (rows["landed late"]["owner"], rows["landed late"]["referred_by"]) == ("Li", "Geely")
    assert rows["landed"]["agreed_investment_wan_cny"] == 12.5
    assert rows["landed late"]["agreed_investment_wan_cny"] is None
    assert rows["signed"]["signed_date"] == date(2020, 2, 1)
    assert rows["signed"]["landed_date"] is None


def test_days_at_a_stage_end_with_the_data(spun):
    rows = rows_by(supply_chain.spin_offs(spun, english(days("2020-06-30"))), "project_id")

    assert rows["signed"]["stage"] == "landed"
    assert rows["signed"]["days_at_stage"] == 9
    assert rows["later"]["days_at_stage"] == 8


def test_a_spin_off_known_by_its_signing_has_no_lead_date_yet(chain):
    [row] = supply_chain.spin_offs(chain, QUARTER).rows()

    assert (row["project_id"], row["stage"], row["lead_date"]) == ("P5", "signed", None)


def test_nothing_is_zero_where_there_is_no_projects_ledger(only_contacts):
    for function, column in (
        (supply_chain.chain_roles_by_district, "project_count"),
        (supply_chain.chain_roles_by_district_and_industry, "chain_role_count"),
        (supply_chain.partner_firms, "screened_firm_count"),
    ):
        rows = function(only_contacts, QUARTER).rows()
        assert rows
        assert {row[column] for row in rows} == {None}
    assert supply_chain.anchor_companies(only_contacts, QUARTER).is_empty
    assert supply_chain.spin_offs(only_contacts, QUARTER).is_empty
