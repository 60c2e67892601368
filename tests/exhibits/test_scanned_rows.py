"""What a page of sums reads hangs on months and combinations, not on the number of contacts."""

import json

import duckdb
import pytest

from promotion.database import open_database
from promotion.exhibits import PAGES
from promotion.exhibits.overview import headline_by_month
from promotion.filters import Filters, preset_period
from promotion.query import query_text
from promotion.sample import write_sample

FEW, MANY = 20_000, 1_000_000
MOST_TIMES_AS_MANY = 1.3
PAGES_OF_SUMS = {"": (*PAGES[""], headline_by_month), "district": PAGES["district"]}


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory):
    """Folders of few and of many contacts."""
    folders = {contacts: tmp_path_factory.mktemp(f"of_{contacts}") for contacts in (FEW, MANY)}
    for contacts, folder in folders.items():
        write_sample(folder, contacts, 1)
    return folders


def rows_scanned(folder, functions, preset, profile):
    """The rows that what the functions ask reads from tables, as the database counts them."""
    data = open_database(folder)
    questions = {}
    run = data.run

    def noting(name, **parameters):
        questions[name, repr(parameters)] = (name, data.parameters_of(name, parameters))
        return run(name, **parameters)

    data.run = noting
    filters = Filters(preset_period(preset, data.first_date, data.as_of), compare="year")
    for function in functions:
        function(data, filters)
    data.close()
    connection = duckdb.connect(str(data.path), read_only=True)
    connection.execute("pragma enable_profiling = 'json'")
    connection.execute(f"set profile_output = '{profile}'")
    total = 0
    for name, parameters in questions.values():
        connection.execute(query_text(name), parameters).fetchall()
        found = json.loads(connection.get_profiling_information(format="json"))
        total += sum(map(_scanned_in, found["operator"]))
    connection.close()
    return total


def _scanned_in(operator):
    return operator.get("rows_scanned", 0) + sum(map(_scanned_in, operator.get("children", ())))


@pytest.mark.parametrize("preset", ["latest", "last_12_months", "all"])
@pytest.mark.parametrize("page", PAGES_OF_SUMS, ids=["overview", "district"])
def test_a_million_contacts_are_read_like_twenty_thousand(ledgers, page, preset, tmp_path):
    few, many = (
        rows_scanned(folder, PAGES_OF_SUMS[page], preset, tmp_path / "profile.json")
        for folder in ledgers.values()
    )

    assert few > 1_000
    assert many <= MOST_TIMES_AS_MANY * few
