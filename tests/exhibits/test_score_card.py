"""The score card: points by head on the small ledgers, and recomputed on the sample ones."""

import csv
import json

import pytest

from promotion import charts
from promotion.cli import main
from promotion.database import open_database
from promotion.exhibits import overview, score_card
from promotion.exports.chart_blocks import block_of
from promotion.narrative.findings import finding
from promotion.scope import Scope
from tests.ledgers import LEDGERS, days, english, part_of_small, rows_by, write

TARGETS = (
    {"year": 2020, "district": "yinzhou", "metric": "contact_count", "target": 4},
    {"year": 2020, "district": "yuyao", "metric": "contact_count", "target": 10},
    {"year": 2020, "district": "beilun", "metric": "contact_count", "target": 0},
    {"year": 2020, "district": "yuyao", "metric": "signed_count", "target": 2},
    {"year": 2020, "district": "beilun", "metric": "received_fdi_wan_usd", "target": 100},
)
CARD = (
    {"metric": "contact_count", "weight": 40, "district": ""},
    {"metric": "signed_count", "weight": 30},
    {"metric": "signed_count", "weight": 60, "district": "yuyao"},
    {"metric": "received_fdi_wan_usd", "weight": 20, "district": "beilun"},
)


@pytest.fixture
def folder(tmp_path):
    """The small ledgers with a score card, and targets of which some are missing."""
    ledgers = part_of_small(tmp_path / "small", "contacts", "projects", "receipts", "sources")
    write(ledgers, "targets.csv", *TARGETS)
    write(ledgers, "score_card.csv", *CARD)
    return ledgers


def test_points_are_weight_times_completion_up_to_120_per_cent(folder):
    rows = rows_by(score_card.score_card(open_database(folder), english()), "district", "metric")

    def of(row):
        columns = ("actual", "target", "completion", "counted_completion", "weight", "points")
        return tuple(row[column] for column in columns)

    assert of(rows["yinzhou", "contact_count"]) == (5, 4, 1.25, 1.2, 40, 48)
    assert of(rows["yuyao", "contact_count"]) == (5, 10, 0.5, 0.5, 40, 20)
    assert of(rows["yuyao", "signed_count"]) == (1, 2, 0.5, 0.5, 60, 30)
    assert of(rows["beilun", "received_fdi_wan_usd"]) == (20, 100, 0.2, 0.2, 20, 4)


def test_without_a_target_or_with_one_of_zero_points_are_unknown_and_never_zero(folder):
    rows = rows_by(score_card.score_card(open_database(folder), english()), "district", "metric")

    for key in (
        ("yinzhou", "signed_count"),
        ("beilun", "contact_count"),
        ("beilun", "signed_count"),
        ("cixi", "contact_count"),
    ):
        assert (rows[key]["points"], rows[key]["counted_completion"]) == (None, None), key


def test_a_total_says_over_which_weights_it_is_made_and_most_points_come_first(folder):
    exhibit = score_card.score_card(open_database(folder), english())
    totals = {
        row["district"]: (
            row["district_points"],
            row["district_counted_weight"],
            row["district_weight"],
        )
        for row in exhibit.rows()
    }

    assert list(totals.items()) == [
        ("yuyao", (50, 100, 100)),
        ("yinzhou", (48, 40, 70)),
        ("beilun", (4, 20, 90)),
        ("zhenhai", (None, 0, 70)),
        ("cixi", (None, 0, 70)),
    ]
    assert (
        "Without a target and not counted: Signed projects (Yinzhou, Beilun, Zhenhai, Cixi); "
        "Contacts (Beilun, Zhenhai, Cixi)."
    ) in exhibit.notes or (
        "Without a target and not counted: Contacts (Beilun, Zhenhai, Cixi); Signed projects "
        "(Yinzhou, Beilun, Zhenhai, Cixi)."
    ) in exhibit.notes


def test_where_the_actual_is_unknown_points_are_and_the_notes_say_so(folder):
    (folder / "receipts.csv").unlink()
    exhibit = score_card.score_card(open_database(folder), english())
    row = rows_by(exhibit, "district", "metric")["beilun", "received_fdi_wan_usd"]

    assert (row["actual"], row["points"], row["district_points"]) == (None, None, None)
    assert "Of unknown actual and not counted: Foreign capital received (Beilun)." in exhibit.notes


def test_the_bars_say_the_total_its_weights_and_how_much_is_unknown(folder):
    figure = charts.figure(score_card.score_card(open_database(folder), english()), {})

    totals = figure.data[-1]
    assert [text.strip() for text in totals.text] == [
        "50 / 100",
        "48 / 40, 1 unknown",
        "4 / 20, 2 unknown",
        "unknown",
        "unknown",
    ]
    assert list(figure.layout.yaxis.categoryarray) == [
        *("Yuyao", "Yinzhou", "Beilun", "Zhenhai", "Cixi")
    ]


def test_a_native_chart_s_categories_and_the_finding_say_the_totals(folder):
    exhibit = score_card.score_card(open_database(folder), english())

    assert block_of(exhibit, {}).categories == (
        "Yuyao 50 / 100",
        "Yinzhou 48 / 40, 1 unknown",
        "Beilun 4 / 20, 2 unknown",
        "Zhenhai unknown",
        "Cixi unknown",
    )
    assert finding(exhibit) == (
        "Total points: Yuyao 50 / 100; Yinzhou 48 / 40, 1 unknown; Beilun 4 / 20, 2 unknown; "
        "Zhenhai unknown; Cixi unknown."
    )


@pytest.mark.parametrize("district", ["yuyao", "beilun"])
def test_a_district_s_people_see_its_own_points_by_its_own_weights(folder, district):
    whole = score_card.score_card(open_database(folder), english(districts=(district,)))
    part = score_card.score_card(open_database(folder, Scope((district,))), english())

    assert part.rows() == whole.rows() != []
    assert {row["district"] for row in part.rows()} == {district}


@pytest.mark.parametrize("period", [days("2020-04-01", "2020-06-30"), days("2019-01-01")])
def test_actuals_are_those_of_the_targets_and_points_follow_from_them(sample, period):
    progress = rows_by(overview.target_progress(sample, english(period)), "district", "metric")
    rows = score_card.score_card(sample, english(period)).rows()
    with (LEDGERS / "score_card.csv").open(encoding="utf-8") as file:
        weights = {row["metric"]: float(row["weight"]) for row in csv.DictReader(file)}

    assert len(rows) == 5 * len(weights)
    totals = {}
    for row in rows:
        of_target = progress[row["district"], row["metric"]]
        for column in ("target", "actual", "completion"):
            assert row[column] == of_target[column]
        points = weights[row["metric"]] * min(of_target["actual"] / of_target["target"], 1.2)
        assert row["points"] == pytest.approx(points)
        totals[row["district"]] = totals.get(row["district"], 0) + points
    for row in rows:
        assert row["district_points"] == pytest.approx(totals[row["district"]])
    assert list(totals) == sorted(totals, key=totals.get, reverse=True)


def test_without_its_ledger_the_figure_is_empty_and_names_the_file(small):
    for function in (score_card.score_card, score_card.score_card_list):
        exhibit = function(small, english())
        assert exhibit.is_empty
        assert exhibit.notes == (
            "There is no score card: add a score card ledger (score_card.csv) to the data folder.",
        )


def test_the_command_line_gives_the_points_of_the_list(folder, capsys):
    options = ["--data", str(folder), "--from", "2020-01-01", "--to", "2020-03-31", "--lang", "en"]
    assert main(["exhibit", "score_card_list", *options, "--format", "json"]) == 0

    answer = json.loads(capsys.readouterr().out)
    assert answer["unit"] == "points"
    assert answer["period"] == {"from": "2020-01-01", "to": "2020-04-10"}
    assert [row["points"] for row in answer["rows"] if row["district"] == "yuyao"] == [20, 30]
