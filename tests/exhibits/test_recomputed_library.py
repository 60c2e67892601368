"""The project library on the sample ledgers against plain Python, and replayed on a cut ledger."""

import csv
import shutil
from collections import Counter
from datetime import date, timedelta
from statistics import median

import pytest

from promotion.database import open_database
from promotion.exhibits import library
from tests.exhibits import recomputed
from tests.ledgers import LEDGERS, days, english, rows_by

VIEWS = {
    "quarter": english(days("2020-04-01", "2020-06-30")),
    "all": english(days("2019-01-01", "2020-06-30")),
    "part of a month": english(days("2020-02-10", "2020-03-20")),
    "cixi": english(days("2020-01-01", "2020-03-31"), districts=("cixi",)),
    "foreign materials": english(
        days("2019-07-01", "2020-05-15"), industries=("new_materials",), capital="foreign"
    ),
}
views = pytest.mark.parametrize("filters", VIEWS.values(), ids=VIEWS)
CLASSES = ("negotiating", "key_negotiating", "signed", "no_follow_up")


def projects_of(filters):
    return recomputed.chosen(recomputed.ledger("projects"), filters)


@views
def test_project_library(sample, filters):
    counts, amounts = Counter(), Counter()
    for row in projects_of(filters):
        place = row["district"], recomputed.stage_on(row, filters.period.last_day)
        counts[place] += 1
        amounts[place] += float(row["agreed_investment_wan_cny"] or 0)
    rows = rows_by(library.project_library(sample, filters), "district", "library_class")

    assert {stage for _district, stage in rows} == set(CLASSES)
    for place, row in rows.items():
        assert row["project_count"] == counts[place], place
        if row["agreed_investment_wan_cny"] is None:
            assert row["investment_unknown_count"] == counts[place] > 0
        else:
            assert row["agreed_investment_wan_cny"] == pytest.approx(amounts[place])


@views
def test_stage_flow(sample, filters):
    day_before = filters.period.first_day - timedelta(days=1)
    expected = Counter(
        (recomputed.stage_on(row, day_before) or "not_known", at_end)
        for row in projects_of(filters)
        if (at_end := recomputed.stage_on(row, filters.period.last_day))
    )
    rows = rows_by(library.stage_flow(sample, filters), "from_stage", "to_stage")

    assert {pair: row["project_count"] for pair, row in rows.items()} == dict(expected)


@views
def test_signing_cohorts(sample, filters):
    signed = recomputed.within(projects_of(filters), "signed_date", filters)
    expected = Counter(row["signed_date"].replace(day=1) for row in signed)
    landed = Counter(row["signed_date"].replace(day=1) for row in signed if row["landed_date"])
    rows = rows_by(library.signing_cohorts(sample, filters), "signed_month")

    for month, row in rows.items():
        assert row["signed_count"] == expected.pop(month, 0)
        assert row["landed_of_signed_count"] == landed[month]
    assert not expected


@views
def test_stage_durations(sample, filters):
    steps = {
        "lead_to_negotiation": ("lead_date", "negotiation_date"),
        "negotiation_to_signing": ("negotiation_date", "signed_date"),
        "signing_to_landing": ("signed_date", "landed_date"),
        "landing_to_production": ("landed_date", "production_date"),
    }
    rows = rows_by(library.stage_durations(sample, filters), "stage_step")
    for step, (start, end) in steps.items():
        taken = [
            (row[end] - row[start]).days
            for row in recomputed.within(projects_of(filters), end, filters)
            if row[start] and row[start] <= row[end]
        ]
        assert rows[step]["step_count"] == len(taken)
        assert rows[step]["median_days"] == (median(taken) if taken else None)


@views
def test_dispatch_list(sample, filters):
    day = filters.period.last_day
    last_contacts = {}
    for row in recomputed.ledger("contacts"):
        if row["contact_date"] <= day and row["project_id"]:
            known = last_contacts.get(row["project_id"], date.min)
            last_contacts[row["project_id"]] = max(known, row["contact_date"])
    expected = set()
    for row in projects_of(filters):
        code, stage = row["project_id"], recomputed.stage_on(row, day)
        if stage in (None, "in_production", "no_follow_up"):
            continue
        if row["next_follow_up_date"] and row["next_follow_up_date"] < day:
            expected.add((code, "overdue", (day - row["next_follow_up_date"]).days))
        silent = (day - last_contacts.get(code, row["lead_date"])).days
        if stage != "landed" and silent >= 30:
            expected.add((code, "no_contact", silent))
        if stage == "signed" and (day - row["signed_date"]).days >= 90:
            expected.add((code, "not_landed", (day - row["signed_date"]).days))
    rows = library.dispatch_list(sample, filters).rows()

    found = [(row["project_id"], row["dispatch_reason"], row["waiting_days"]) for row in rows]
    assert sorted(found) == sorted(expected)
    amounts = [row["agreed_investment_wan_cny"] or 0 for row in rows]
    assert amounts == sorted(amounts, reverse=True)


@pytest.mark.parametrize("day", ["2019-12-31", "2020-03-17"])
def test_a_past_day_is_what_the_ledger_cut_at_that_day_says(sample, tmp_path, day):
    cut = date.fromisoformat(day)
    for path in LEDGERS.glob("*.csv"):
        if path.name.endswith("projects.csv"):
            _write_cut(path, tmp_path / path.name, cut)
        else:
            shutil.copy(path, tmp_path)
    filters = english(days("2019-10-01", day))

    replayed = library.project_library(sample, filters)
    assert replayed.rows() == library.project_library(open_database(tmp_path), filters).rows()
    assert any(row["project_count"] for row in replayed.rows())


def _write_cut(source, target, cut):
    """The ledger as it stood that evening: later leads not in it, later dates blank."""
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        for row in rows:
            if date.fromisoformat(row["lead_date"]) <= cut:
                writer.writerow(
                    {
                        name: ""
                        if name in STAGE_DATES and value and date.fromisoformat(value) > cut
                        else value
                        for name, value in row.items()
                    }
                )


STAGE_DATES = {*recomputed.STEPS, "closed_date"}
