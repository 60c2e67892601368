"""Pages ask the marts: cost follows the cells shown, not the contacts stored."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from promotion.exhibits import EXHIBITS
from promotion.query import QUERIES, query_text
from tests.ledgers import english

BUILDING = {"staging", "marts", "checks", "access"}  # not asked by pages
# The drill-down reads a page of rows, a search and the page of one thing what is looked for; what
# is asked of the data as a whole has no filters.
PAGE_QUERIES = sorted(
    f"{path.parent.name}/{path.stem}"
    for path in QUERIES.glob("*/*.sql")
    if path.parent.name not in BUILDING | {"drill", "data", "search"}
)


def tables_scanned(data, name):
    parameters = english().parameters() | {
        "district": "cixi",
        "page_size": 10,
        "offset": 0,
        "small_base": 5,
        "first_month": date(2019, 4, 1),
        "year_from": date(2020, 1, 1),
        "year_to": date(2020, 3, 31),
        "day": date(2020, 3, 31),
        "most_completion": 1.2,
    }
    plan = data._file.cursor().execute(
        f"explain (format json) {query_text(name)}", data.parameters_of(name, parameters)
    )
    return set(re.findall(r"\bmain\.(\w+)", plan.fetchall()[0][1]))


@pytest.mark.parametrize("name", PAGE_QUERIES)
def test_no_page_query_scans_the_contacts(sample, name):
    scanned = tables_scanned(sample, name)

    assert scanned
    assert "contacts" not in scanned


def test_the_drill_down_reads_the_contacts_themselves(sample):
    assert "contacts" in tables_scanned(sample, "drill/contacts")


def test_many_readers_at_once_get_their_own_rows(small):
    views = [
        (name, english(districts=districts, measure=measure))
        for name in EXHIBITS
        for districts in ((), ("yuyao",), ("beilun", "yuyao"))
        for measure in ("contact_count", "lead_count")
    ]
    alone = [EXHIBITS[name](small, filters).rows() for name, filters in views]
    small.forget()
    with ThreadPoolExecutor(8) as readers:
        together = readers.map(lambda view: EXHIBITS[view[0]](small, view[1]).rows(), views)

        assert list(together) == alone
