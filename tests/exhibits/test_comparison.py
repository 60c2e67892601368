"""Two sides beside each other: each with the overview's numbers, both on one scale."""

import io
import re
import zipfile
from dataclasses import replace

import pytest

from promotion import charts, comparison_words, theme
from promotion.briefing import figure_of
from promotion.database import open_database
from promotion.exhibits import overview
from promotion.exhibits.comparison import comparison, pair, pairs
from promotion.exhibits.sides import both, possible
from promotion.exports.chart_blocks import block_of
from promotion.exports.powerpoint import figure_as_pptx
from promotion.exports.printed_tables import printed_table
from promotion.exports.spreadsheet import as_xlsx
from promotion.exports.text_tables import table_of
from promotion.filters import Sides
from promotion.scope import Scope
from promotion.view import choices_of, parameters
from tests.ledgers import SMALL, column_by, contact, days, english, rows_by, write

SECOND_QUARTER = days("2020-04-01", "2020-06-30")
OWN = {
    "district": {"districts": ("cixi",)},
    "industry": {"industries": ("healthcare",)},
    "period": {"period": days("2020-01-01", "2020-05-31")},
}
OTHER = {
    "district": {"districts": ("yuyao",)},
    "industry": {"industries": ("new_materials",)},
    "period": {"period": days("2019-11-17", "2020-02-03")},
}
SIDES = {
    "district": Sides("district", "cixi", "yuyao"),
    "industry": Sides("industry", "healthcare", "new_materials"),
    "period": Sides("period", "2020-01-01_2020-05-31", "2019-11-17_2020-02-03"),
}
every_kind = pytest.mark.parametrize("by", SIDES)


def of_sides(by, **choices):
    return english(SECOND_QUARTER, sides=SIDES[by], capital="foreign", **choices)


def codes(data, filters):
    sides = both(data, filters)
    return sides.by, sides.left.code, sides.right.code


@every_kind
def test_both_sides_have_the_numbers_of_the_overview(sample, by):
    filters = of_sides(by)
    shown = comparison(sample, filters)

    for place, choices in (("left", OWN[by]), ("right", OTHER[by])):
        alone = overview.headline(sample, replace(filters, **choices, sides=Sides()))
        assert column_by(shown, "metric", place) == column_by(alone, "metric", "value")


@every_kind
def test_other_filters_hold_and_the_one_compared_does_not(sample, by):
    other_filter = {"district": OTHER, "industry": OTHER, "period": {"period": {}}}[by][by]
    narrowed = of_sides(by, **({} if by == "period" else other_filter))

    assert comparison(sample, narrowed).rows() == comparison(sample, of_sides(by)).rows()
    everything = replace(of_sides(by), capital="all")
    assert comparison(sample, everything).rows() != comparison(sample, of_sides(by)).rows()


@every_kind
def test_swapped_sides_swap(sample, by):
    there = comparison(sample, of_sides(by))
    back_sides = Sides(by, SIDES[by].right, SIDES[by].left)
    back = comparison(sample, replace(of_sides(by), sides=back_sides))

    assert column_by(there, "metric", "left") == column_by(back, "metric", "right")
    assert column_by(there, "metric", "right") == column_by(back, "metric", "left")
    assert there.headings["left"] == back.headings["right"]


def test_the_change_is_of_the_left_against_the_right(small):
    filters = english(sides=Sides("district", "yuyao", "yinzhou"))
    row = rows_by(comparison(small, filters), "metric")["contact_count"]

    assert (row["left"], row["right"], row["change"]) == (5, 4, 0.25)
    assert comparison_words.cell_text(row, "change") == "+1"  # 4 is too few for a percentage


def test_a_share_of_few_is_told_by_its_counts_and_not_compared(small):
    filters = english(sides=Sides("district", "yuyao", "yinzhou"))
    row = rows_by(comparison(small, filters), "metric")["online_share"]

    words = [comparison_words.cell_text(row, name) for name in ("left", "right", "change")]
    assert words == ["80.0%", "4 of 4", "no comparison"]
    assert row["change"] is None


def test_files_for_reading_name_the_sides_and_tell_shares_in_points(sample):
    shown = comparison(sample, of_sides("district"))
    printed = printed_table(shown, 15, 120)
    written = table_of(shown)

    assert printed.headings == ("Measure", "Cixi", "Yuyao", "Left against right")
    assert [column.heading for column in written.columns] == list(printed.headings)
    changes = [row[-1] for row in printed.rows]
    assert changes == list(written.columns[-1].cells)
    assert [change.endswith(" pp") for change in changes].count(True) == 1
    assert "Cixi " in shown.text_alternative()


def test_a_period_that_begins_before_the_ledger_is_not_compared(small):
    """The contacts begin in March 2019, the receipts in October."""
    sides = Sides("period", "2020-01-01_2020-03-31", "2019-01-01_2019-03-31")
    shown = comparison(small, english(sides=sides))
    row = rows_by(shown, "metric")["contact_count"]

    assert (row["left"], row["right"], row["is_comparable"]) == (11, 1, False)
    assert comparison_words.cell_text(row, "change") == "no comparison"
    assert any(note.startswith("Not compared: measures whose ledger") for note in shown.notes)


def test_periods_of_different_lengths_say_so(small):
    sides = Sides("period", "2020-01-01_2020-03-31", "2020-03-01_2020-03-31")
    notes = comparison(small, english(sides=sides)).notes

    assert "The periods are of different lengths: months: 3 against months: 1." in notes


def test_without_a_choice_the_districts_with_most_contacts_are_compared(small):
    assert codes(small, english()) == ("district", "yuyao", "yinzhou")
    assert codes(small, english(districts=("beilun",))) == ("district", "beilun", "yuyao")
    assert codes(small, english(districts=("cixi", "beilun"))) == ("district", "cixi", "beilun")


def test_without_a_choice_the_period_is_compared_with_its_compared_one(small):
    filters = english(sides=Sides("period"))

    assert [side.filters.period for side in (both(small, filters).left, both(small, filters).right)]
    assert codes(small, filters) == ("period", "period", "compared")
    assert both(small, filters).right.filters.period == days("2019-10-01", "2019-12-31")
    unlike = replace(filters, compare="none")
    assert both(small, unlike).right.filters.period == days("2019-10-01", "2019-12-31")


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (Sides("district", "nowhere", "yuyao"), ("district", "yinzhou", "yuyao")),
        (Sides("district", "cixi", "cixi"), ("district", "cixi", "yuyao")),
        (Sides("district", "healthcare", "2020"), ("district", "yuyao", "yinzhou")),
        (Sides("period", "2020", "2020-03-31_2020-03-01"), ("period", "period", "compared")),
        (Sides("period", "compared", "compared"), ("period", "compared", "period")),
        (Sides("", "cixi", "x"), ("district", "cixi", "yuyao")),
    ],
)
def test_what_is_not_there_is_chosen_anew(small, sides, expected):
    assert codes(small, english(sides=sides)) == expected


def test_a_reader_of_one_district_compares_industries_and_periods():
    part = open_database(SMALL, Scope(("yuyao",)))

    assert possible(part) == ("industry", "period")
    assert both(part, english(sides=Sides("district", "yuyao", "cixi"))).by == "industry"
    for made in (found for one in pairs(part, english(sides=Sides("period"))) for found in one):
        assert made.name != "activity_by_district"


@every_kind
def test_the_filters_of_the_comparison_make_it_again_from_its_link(sample, by):
    shown = comparison(sample, of_sides(by))
    found = choices_of(parameters(shown.filters))

    assert found["sides"] == SIDES[by]
    assert comparison(sample, shown.filters).rows() == shown.rows()


@every_kind
def test_both_figures_of_a_pair_have_the_same_axes_and_categories(sample, by):
    colours = theme.district_colours(sample.district_places)
    for left, right in pairs(sample, of_sides(by)):
        drawn = [charts.figure(made, colours).to_dict()["layout"] for made in (left, right)]
        axes = [{name: each[name].get("range") for name in ("xaxis", "yaxis")} for each in drawn]
        legends = [
            [trace["name"] for trace in charts.figure(made, colours).to_dict()["data"][:-1]]
            for made in (left, right)
            if left.name == "contacts_by_month_and_channel"
        ]
        blocks = [block_of(made, colours) for made in (left, right)]

        assert axes[0] == axes[1] or by == "period"
        value_axis = "yaxis" if left.name == "contacts_by_month_and_channel" else "xaxis"
        assert axes[0][value_axis] == axes[1][value_axis] is not None
        assert legends[:1] == legends[1:]
        assert blocks[0].top == blocks[1].top is not None
        if left.name.startswith("activity_by"):
            assert blocks[0].categories == blocks[1].categories


def test_native_charts_of_a_pair_end_their_axes_alike(sample):
    colours = theme.district_colours(sample.district_places)
    for made in pairs(sample, of_sides("district")):
        slides = [figure_as_pptx(figure_of(each), colours) for each in made]
        sheets = [as_xlsx(each, colours) for each in made]
        for files, folder in ((slides, "ppt/charts/chart"), (sheets, "xl/charts/chart")):
            ends = [re.findall(r'c:max val="([^"]+)"', _chart_of(file, folder)) for file in files]
            assert ends[0] == ends[1] != []


def _chart_of(file, folder):
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        [name] = [each for each in parts.namelist() if re.fullmatch(rf"{folder}\d+\.xml", each)]
        return parts.read(name).decode()


def test_the_scale_reaches_to_the_larger_of_both_sides(small):
    filters = english(sides=Sides("district", "yinzhou", "yuyao"))
    left, right = pair(overview.activity_by_industry, small, filters)

    longest = max(column_by(right, "industry", "contact_count").values())
    assert longest > max(column_by(left, "industry", "contact_count").values())
    assert left.chart.scale.largest == right.chart.scale.largest == longest
    assert right.title == "Yuyao: Contacts by industry"


def test_districts_keep_their_colours_and_other_sides_have_one_each(small):
    colours = theme.district_colours(small.district_places)

    def bar_colours(sides, function):
        made = pair(function, small, english(sides=sides))
        return [charts.figure(each, colours).data[0].marker.color for each in made]

    districts = Sides("district", "yuyao", "beilun")
    assert bar_colours(districts, overview.activity_by_industry) == [
        colours["yuyao"],
        colours["beilun"],
    ]
    side_colours = list(theme.side_colours().values())
    assert bar_colours(Sides("period"), overview.activity_by_industry) == side_colours


def test_a_channel_that_one_side_alone_has_is_in_both_legends(tmp_path):
    write(
        tmp_path,
        "contacts.csv",
        contact("1", "2020-01-05"),
        contact("2", "2020-01-05", district="yuyao", channel=""),
        contact("3", "2020-02-05", district="yuyao", channel="email"),
    )
    data = open_database(tmp_path)
    filters = english(sides=Sides("district", "yinzhou", "yuyao"))
    made = pair(overview.contacts_by_month_and_channel, data, filters)
    names = [[trace.name for trace in charts.figure(each, {}).data] for each in made]

    assert names[0] == names[1] == ["Phone", "Email", "Not stated", "Online share"]


@pytest.mark.parametrize("by", SIDES)
def test_ledgers_without_anything_in_the_period_are_compared_all_the_same(small, by):
    filters = replace(of_sides(by), period=days("2001-01-01", "2001-01-31"))

    assert len(comparison(small, filters).rows()) == 9
    for left, right in pairs(small, filters):
        assert charts.figure(left, {}).to_json()
        assert charts.figure(right, {}).to_json()
