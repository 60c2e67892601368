"""A district's people get a database of their own rows; each figure is as in the whole."""

import re

import pytest

from promotion import narrative, theme
from promotion.briefing.choice import BriefingChoice
from promotion.briefing.compose import compose
from promotion.checks import run_checks
from promotion.database import open_database
from promotion.exhibit_limits import scope_of
from promotion.exhibits import EXHIBITS
from promotion.exports import rows as row_exports
from promotion.freshness import Store
from promotion.import_report import file_rows
from promotion.language import use_language
from promotion.query import QUERIES, records_of
from promotion.scope import MASK, WHOLE, Scope
from tests.ledgers import LEDGERS, SMALL, contact, days, english, project, write

DISTRICTS = ("yuyao", "cixi")
# Each compares with the other districts, which a part of the data does not hold; of projects
# signed twice the other may be another district's, which its people may not see.
COMPARISONS = frozenset(
    {
        "repeated_signings",
        "industry_specialisation",
        "comparison",
        "district_profile",
        "district_industries",
        "district_channels",
    }
)
PERIODS = {"quarter": days("2020-04-01", "2020-06-30"), "part": days("2019-11-17", "2020-05-09")}


@pytest.fixture(scope="module", params=["small", "sample"])
def folder(request):
    """A folder of ledgers."""
    return {"small": SMALL, "sample": LEDGERS}[request.param]


@pytest.fixture(scope="module", params=DISTRICTS)
def whole_and_part(request, folder):
    """The whole database, the part that is of one district, and the district."""
    part = Scope((request.param,))
    return open_database(folder), open_database(folder, part), request.param


@pytest.mark.parametrize("period", PERIODS.values(), ids=PERIODS)
@pytest.mark.parametrize("name", sorted(EXHIBITS.keys() - COMPARISONS))
def test_a_figure_of_the_part_is_the_whole_s_filtered_by_the_district(whole_and_part, name, period):
    whole, part, district = whole_and_part
    of_whole = EXHIBITS[name](whole, english(period, districts=(district,), compare="year"))
    of_part = EXHIBITS[name](part, english(period, districts=(district,), compare="year"))

    assert of_part.rows() == of_whole.rows()
    assert of_part.title == of_whole.title


@pytest.mark.parametrize("name", ["projects", "contacts"])
def test_the_rows_behind_the_figures_are_the_whole_s_of_the_district(whole_and_part, name):
    whole, part, district = whole_and_part
    asked = {"page_size": 10_000, "offset": 0}
    own = english(PERIODS["part"], districts=(district,)).parameters()
    every = english(PERIODS["part"]).parameters()

    expected = records_of(whole.run(f"drill/{name}", **own, **asked))
    assert records_of(part.run(f"drill/{name}", **every, **asked)) == expected


def test_days_and_kinds_of_the_part_are_the_whole_s(whole_and_part):
    whole, part, district = whole_and_part

    assert (part.as_of, part.first_date, part.kinds) == (whole.as_of, whole.first_date, whole.kinds)
    assert part.codes("district") == [district]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_district_has_the_colour_of_the_whole_for_its_own_people_too(whole_and_part, dark):
    whole, part, district = whole_and_part
    colours = theme.district_colours(part.district_places, dark)

    assert colours == {district: theme.district_colours(whole.district_places, dark)[district]}
    assert colours[district] != theme.district_colour(1, dark)


def test_files_of_their_own_people_draw_a_district_in_its_colour(whole_and_part):
    whole, part, district = whole_and_part
    choice = BriefingChoice(exhibits=("activity_by_district",))
    (of_whole, of_part) = (compose(data, english(), choice).colours for data in (whole, part))

    assert of_part == {district: of_whole[district]}


def test_no_table_of_the_part_holds_a_row_of_another_district(whole_and_part):
    whole, part, district = whole_and_part
    others = [code for code in whole.codes("district") if code != district]
    connection = part._file.cursor()
    tables = connection.execute("select table_name from duckdb_tables()").fetchall()
    assert ("contacts",) in tables
    for (table,) in tables:
        rows = connection.execute("from query_table($table)", {"table": table}).fetchall()
        assert not {cell for row in rows for cell in row if cell in others}, table


def test_no_file_of_a_figure_names_another_district(whole_and_part):
    whole, part, district = whole_and_part
    others = [
        whole.name_of("district", code) for code in whole.codes("district") if code != district
    ]
    for name, make in EXHIBITS.items():
        text = row_exports.as_csv(make(part, english())).decode("utf-8-sig")
        assert not [other for other in others if other in text], name


def test_a_contact_of_another_district_s_project_keeps_its_industry_and_is_no_fault(tmp_path):
    write(
        tmp_path,
        "projects.csv",
        project("P", "2020-01-05", district="cixi", industry="headquarters"),
    )
    write(tmp_path, "contacts.csv", contact("A", "2020-01-06", district="yuyao", project_id="P"))
    part = open_database(tmp_path, Scope(("yuyao",)))
    asked = english().parameters() | {"page_size": 10, "offset": 0}

    assert part.run("drill/contacts", **asked)["industry"].tolist() == ["headquarters"]
    assert {check.name: check.count for check in run_checks(part)}["unknown_projects"] == 0
    assert part.run("drill/projects", **asked).empty


def test_a_file_of_several_districts_counts_only_their_own_rows_and_others_are_not_named(tmp_path):
    write(tmp_path, "projects.csv", project("P", "2020-01-05", district="cixi"))
    write(
        tmp_path,
        "contacts.csv",
        contact("A", "2020-01-06", district="yuyao"),
        contact("B", "2020-01-06", district="cixi"),
        contact("C", "2020-01-06", district="nowhere"),
    )
    part = open_database(tmp_path, Scope(("yuyao",)))

    (file,) = file_rows(part)
    assert (file.file, file.rows, file.loaded, file.refused) == ("contacts.csv", 1, 1, 0)


def test_a_changed_ledger_changes_the_part_too(tmp_path, monkeypatch):
    write(tmp_path, "contacts.csv", contact("A", "2020-01-06", district="yuyao"))
    store = Store(tmp_path)
    scope = Scope(("yuyao",))
    first = store.current(scope).database
    assert store.current(scope).database is first
    write(
        tmp_path,
        "contacts.csv",
        contact("A", "2020-01-06", district="yuyao"),
        contact("B", "2020-01-07", district="yuyao"),
    )
    store.current(scope)
    store._builder.join(60)
    counts = store.current(scope).database.run("drill/counts", **english().parameters())

    assert counts["contact_count"].tolist() == [2]


def test_words_on_what_is_shown_name_the_district_where_nothing_is_filtered():
    assert scope_of(open_database(LEDGERS, Scope(("yuyao",))), english()) == ("Yuyao",)
    assert scope_of(open_database(LEDGERS), english()) == ()


def test_scopes_never_share_an_answer():
    store = Store(LEDGERS)
    scopes = [
        Scope(),
        Scope((), True),
        Scope(("yuyao",)),
        Scope(("yuyao",), True),
        Scope(("cixi",)),
    ]
    served = [store.current(scope).database for scope in scopes]

    assert len({id(each) for each in served}) == len(scopes)
    assert len({id(each._figures) for each in served}) == len(scopes)


def test_names_of_people_are_masked_and_nobody_stays_nobody():
    shown, hidden = (open_database(LEDGERS, Scope((), hides)) for hides in (False, True))
    for name in ("dispatch_list", "spin_offs"):
        names, masks = (
            [row["owner"] for row in EXHIBITS[name](data, english()).rows()]
            for data in (shown, hidden)
        )
        assert masks == [name and MASK for name in names]
        assert MASK in masks


def test_no_query_gives_the_names_of_people_under_another_column_s_name():
    bare = re.compile(r"\s*(\w+\.)?(owner|staff),?")
    of_staging = ("staging", "access")
    for path in QUERIES.rglob("*.sql"):
        if path.parent.name in of_staging:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            words = line.partition("--")[0]
            if re.search(r"\b(owner|staff)\b", words):
                assert bare.fullmatch(words), f"{path.name}: {line}"


@pytest.mark.parametrize(
    "name", ["district_profile", "district_channels", "industry_specialisation"]
)
def test_what_compares_with_the_whole_says_that_the_whole_is_the_readers_own(tmp_path, name):
    write(tmp_path, "projects.csv", project("P", "2020-01-05", district="yuyao"))
    write(tmp_path, "contacts.csv", contact("A", "2020-01-06", district="yuyao"))
    notes = {
        scope: EXHIBITS[name](open_database(tmp_path, scope), english()).notes
        for scope in (WHOLE, Scope(("yuyao",)))
    }

    assert not [note for note in notes[WHOLE] if "that you may see" in note]
    assert [note for note in notes[Scope(("yuyao",))] if note.endswith("you may see: Yuyao.")]


def test_no_key_point_calls_the_reader_s_own_district_a_share_of_all(tmp_path):
    write(
        tmp_path,
        "projects.csv",
        project("P", "2020-01-05", district="yuyao", signed_date="2020-02-01"),
    )
    write(tmp_path, "contacts.csv", contact("A", "2020-01-06", district="yuyao"))
    part = open_database(tmp_path, Scope(("yuyao",)))
    figures = [
        EXHIBITS[name](part, english())
        for name in ("district_profile", "district_industries", "district_channels")
    ]
    with use_language("en"):
        points = narrative.district_points(*figures)

    assert points
    assert "all districts" not in " ".join(points)
