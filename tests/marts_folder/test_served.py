"""What is served of a folder of marts: the same figures, few rows read, new builds noticed."""

import json
import shutil

import duckdb
import pytest

from promotion import cli, settling
from promotion.data_fault import DataFault
from promotion.database import open_database
from promotion.exhibits import EXHIBITS
from promotion.freshness import Store
from promotion.marts_folder import adopted, build_marts, folder_of, parquet
from promotion.query import query_text
from promotion.sample import write_sample
from promotion.scope import Scope
from promotion.stored_file import DatabaseDamaged
from tests.faults.common import answers, contact_count, sentence_of, settled
from tests.ledgers import LEDGERS, contact, days, english, project, write

PERIOD = days("2019-11-17", "2020-05-09")
PAGE = {"page_size": 50, "offset": 0}


@pytest.fixture(autouse=True)
def settle_at_once(monkeypatch):
    """Builds are adopted whole; waiting for them would only slow the tests."""
    monkeypatch.setattr(settling, "SETTLE_SECONDS", 0.02)


def build(ledgers, marts):
    return build_marts(ledgers, marts, "duckdb", "", lambda name: None)


@pytest.fixture(scope="module")
def marts(tmp_path_factory):
    """A folder of marts of the sample ledgers."""
    folder = tmp_path_factory.mktemp("sample") / "marts"
    build(LEDGERS, folder)
    return folder


@pytest.fixture(scope="module")
def both(marts):
    """The database of the ledgers, and the one of the marts built of them."""
    return open_database(LEDGERS), open_database(marts)


@pytest.fixture
def ledgers(tmp_path):
    """A folder with a project ledger and a contact ledger of one contact."""
    write(tmp_path / "ledgers", "projects.csv", project("P", "2020-01-05"))
    write(tmp_path / "ledgers", "contacts.csv", contact("A", "2020-01-05"))
    return tmp_path / "ledgers"


def as_told(exhibit):
    """The rows; of sums without what adding in another order changes."""
    return [
        {
            name: round(value, 9) if isinstance(value, float) else value
            for name, value in row.items()
        }
        for row in exhibit.rows()
    ]


@pytest.mark.parametrize("name", EXHIBITS)
def test_a_figure_of_the_marts_is_the_ledgers_own(both, name):
    filters = english(PERIOD, compare="year", districts=("cixi", "yuyao"))
    of_ledgers, of_marts = (EXHIBITS[name](data, filters) for data in both)

    assert as_told(of_marts) == as_told(of_ledgers)
    assert of_marts.notes == of_ledgers.notes
    assert of_marts.source_line("") == of_ledgers.source_line("")


def test_rows_and_what_was_refused_are_the_ledgers_own(both):
    of_ledgers, of_marts = both

    assert answers(of_marts) == answers(of_ledgers)
    assert of_marts.as_of == of_ledgers.as_of
    assert of_marts.refused == of_ledgers.refused
    adopted_at = (of_marts.folder / "manifest.json").stat().st_mtime
    assert abs(of_marts.built_at.timestamp() - adopted_at) < 0.001


ROW_GROUP_ROWS = 2_048


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """The database, closed, of marts of a hundred thousand contacts, in small row groups."""
    folder = tmp_path_factory.mktemp("many")
    write_sample(folder / "ledgers", 100_000, 1)
    with pytest.MonkeyPatch.context() as smaller:
        smaller.setattr(parquet, "ROW_GROUP_ROWS", ROW_GROUP_ROWS)
        build(folder / "ledgers", folder / "marts")
    data = open_database(folder / "marts")
    data.close()
    return data


def contacts_read(data, profile, offset, **choices):
    """How many rows of the contacts are read for a page of fifty of them, as DuckDB counts."""
    filters = english(days("2012-01-01", "2020-06-30"), **choices)
    given = data.parameters_of("drill/contacts", filters.parameters())
    given = {key: list(each) if isinstance(each, tuple) else each for key, each in given.items()}
    with duckdb.connect(str(data.path), read_only=True) as connection:
        connection.execute("pragma enable_profiling = 'json'")
        connection.execute(f"set profiling_output = '{profile}'")
        page = {"page_size": 50, "offset": offset}
        rows = connection.execute(query_text("drill/contacts"), given | page).fetchall()
        found = json.loads(connection.get_profiling_information(format="json"))
    assert len(rows) == 50
    [scan] = [one for one in operators(found["operator"]) if one["name"] == "PARQUET_SCAN"]
    return scan["rows_scanned"]


def operators(found):
    for operator in found:
        yield operator
        yield from operators(operator.get("children", ()))


@pytest.mark.parametrize(
    ("offset", "choices", "row_groups"),
    [
        (0, {}, 2),
        (60_000, {}, 2),
        (9_000, {"districts": ("cixi",)}, 2),
        (0, {"capital": "foreign"}, 2),
    ],
    ids=["first", "later", "of one district", "of foreign capital"],
)
def test_a_page_of_rows_reads_the_row_groups_that_hold_it(
    many, tmp_path, offset, choices, row_groups
):
    read = contacts_read(many, tmp_path / "profile.json", offset, **choices)

    assert 50 <= read <= row_groups * ROW_GROUP_ROWS


def test_pages_of_rows_put_together_are_all_rows_in_their_order(both):
    filters = english(PERIOD, industries=("new_materials", "unclassified")).parameters()
    for data in both:
        count = data.run("drill/counts", **filters)["contact_count"].tolist()[0]
        rows = []
        for offset in range(0, count + 400, 137):
            page = data.run("drill/contacts", **filters, page_size=137, offset=offset)
            rows += zip(page["contact_date"], page["contact_id"], strict=True)

        assert len(rows) == len(set(rows)) == count > 500
        assert rows == sorted(rows, key=lambda row: (-row[0].toordinal(), row[1]))


def test_a_part_of_the_marts_holds_one_district_s_rows_and_reads_no_other(marts):
    of_ledgers, part = (open_database(each, Scope(("cixi",))) for each in (LEDGERS, marts))

    assert answers(part) == answers(of_ledgers)
    part.close()
    with duckdb.connect(str(part.path), read_only=True) as connection:
        assert connection.table("contacts").select("district").distinct().fetchall() == [("cixi",)]
        assert connection.execute("select view_name from duckdb_views()").fetchall()
        tables = connection.execute("select table_name from duckdb_tables()").fetchall()
    assert ("contacts",) in tables, "its rows are its own, not a view of all"


def test_nothing_but_the_marts_is_read_by_what_is_asked_of_them(marts, tmp_path):
    data = open_database(marts)
    outside = tmp_path / "outside.csv"
    outside.write_text("a\n1\n", encoding="utf-8")
    cursor = data._file.cursor()

    with pytest.raises(duckdb.PermissionException):
        cursor.read_csv(str(outside)).fetchall()
    with pytest.raises(duckdb.InvalidInputException, match="locked"):
        cursor.execute("set enable_external_access = true")


def test_a_new_build_is_noticed_and_the_one_before_served_meanwhile(ledgers, tmp_path):
    marts = tmp_path / "marts"
    build(ledgers, marts)
    store = Store(marts)
    first = store.current()
    assert not first.is_rebuilding

    write(ledgers, "contacts.csv", contact("A", "2020-01-05"), contact("B", "2020-01-06"))
    assert not store.current().is_rebuilding, "the ledgers are not what is served"
    build(ledgers, marts)
    meanwhile = store.current()

    assert meanwhile.is_rebuilding
    assert contact_count(meanwhile.database) == 1
    assert contact_count(settled(store).database) == 2
    assert contact_count(meanwhile.database) == 1


def test_a_build_without_a_kind_of_ledger_is_not_served(ledgers, tmp_path):
    marts = tmp_path / "marts"
    build(ledgers, marts)
    store = Store(marts)
    (ledgers / "projects.csv").unlink()
    build(ledgers, marts)

    serving = settled(store)
    assert serving.database.kinds == {"projects", "contacts"}
    assert sentence_of(serving) == "There is no projects ledger any more."


def test_rows_that_went_with_their_build_are_told_of_and_then_there_again(ledgers, tmp_path):
    marts = tmp_path / "marts"
    build(ledgers, marts)
    store = Store(marts)
    first = store.current().database
    for _build in range(2):  # the last two are kept
        build(ledgers, marts)

    with pytest.raises(DatabaseDamaged):
        first.run("drill/contacts", **english().parameters(), **PAGE)
    assert len(settled(store).database.run("drill/contacts", **english().parameters(), **PAGE)) == 1


def test_marts_of_another_program_are_refused_with_what_to_do(ledgers, tmp_path):
    marts = tmp_path / "marts"
    build(ledgers, marts)
    manifest = json.loads((marts / "manifest.json").read_text(encoding="utf-8"))
    del manifest["tables"]["activity_by_day"]["columns"]["lead_count"]
    (marts / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    with pytest.raises(DataFault, match=r"another version .*activity_by_day.* build --out"):
        open_database(marts)


def test_reference_tables_of_the_ledgers_own_come_with_the_marts(ledgers, tmp_path):
    shutil.copytree(LEDGERS / "reference", ledgers / "reference")
    districts = ledgers / "reference" / "districts.csv"
    districts.write_text(
        districts.read_text(encoding="utf-8").replace("Cixi", "Cixi City"), encoding="utf-8"
    )
    build(ledgers, tmp_path / "marts")
    build(folder_of(tmp_path / "marts", 1) / "staging", tmp_path / "again")

    for marts in (tmp_path / "marts", tmp_path / "again"):
        assert open_database(marts).name_of("district", "cixi") == "Cixi City"
        assert "Cixi City" in (marts / "reference" / "districts.csv").read_text(encoding="utf-8")


def test_the_command_line_takes_marts_where_it_takes_ledgers(marts, capsys, monkeypatch):
    asked = ["exhibit", "activity_by_district", "--format", "csv", "--lang", "en"]
    assert cli.main([*asked, "--data", str(LEDGERS)]) == 0
    of_ledgers = capsys.readouterr().out
    monkeypatch.setenv("PROMOTION_MARTS", str(marts))

    assert cli.main(asked) == 0
    assert capsys.readouterr().out == of_ledgers
    assert adopted(marts).build == 1
