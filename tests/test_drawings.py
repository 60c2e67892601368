"""Charts of several measures, flows, calendars and ranges draw the rows' own values."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from promotion import charts
from promotion.descriptions import Calendar, Flow, Lines, MeasureBars, Ranges
from promotion.drawings.common import month_axis
from promotion.exports.chart_blocks import block_of
from promotion.filters import Filters, Period, months_later
from promotion.language import use_language
from tests.exports.figures import figure

FLOW = Flow(
    steps=("from_stage", "to_stage"),
    labels=("from_stage_name", "to_stage_name"),
    value="project_count",
    order=("lead", "signed", "landed"),
)


def flows(*triples):
    return [
        {
            "from_stage": start,
            "from_stage_name": start.title(),
            "to_stage": end,
            "to_stage_name": end.title(),
            "project_count": count,
        }
        for start, end, count in triples
    ]


def cohorts(*counts):
    return [
        {
            "signed_month": date(2020, month, 1),
            "landed_of_signed_count": landed,
            "not_landed_count": signed - landed,
            "signed_count": signed,
            "landing_rate": landed / signed if signed else None,
        }
        for month, (signed, landed) in enumerate(counts, 4)
    ]


COHORTS = MeasureBars(
    category="signed_month",
    values=("landed_of_signed_count", "not_landed_count"),
    is_stacked=True,
    line="landing_rate",
    base="signed_count",
)


def test_measures_stack_by_month_and_a_rate_of_a_small_base_is_left_out():
    landed, waiting, rate = charts.figure(
        figure(cohorts((10, 5), (4, 1), (0, 0)), COHORTS), {}
    ).data

    assert list(landed.y) == [5, 1, 0]
    assert list(waiting.y) == [5, 3, 0]
    assert list(rate.y) == [0.5, None, None]


def test_bars_of_measures_begin_at_zero_and_an_unknown_one_says_so():
    rows = [
        {"district": "a", "district_name": "A", "signed_count": 3, "landed_count": None},
        {"district": "b", "district_name": "A", "signed_count": 1, "landed_count": 1},
    ]
    chart = MeasureBars("district", ("signed_count", "landed_count"), label="district_name")
    drawn = charts.figure(figure(rows, chart), {})

    assert [list(trace.x) for trace in drawn.data] == [[3, 1], [0, 1]]
    assert drawn.data[1].text[0] == "unknown"
    assert drawn.layout.xaxis.range[0] == 0
    # Two categories of one name stay two bars.
    assert list(drawn.data[0].y) == [0, 1]
    assert list(drawn.layout.yaxis.ticktext) == ["A", "A"]


def test_only_the_first_categories_are_drawn_where_so_asked():
    rows = [{"district": str(n), "district_name": str(n), "signed_count": 9 - n} for n in range(5)]
    chart = MeasureBars("district", ("signed_count",), label="district_name", most=2)

    assert list(charts.figure(figure(rows, chart), {}).data[0].x) == [9, 8]


def test_amounts_by_month_share_one_scale():
    rows = [
        {"month": date(2020, month, 1), "received_fdi_wan_usd": value}
        for month, value in ((4, 25_000), (5, None))
    ]
    drawn = charts.figure(figure(rows, MeasureBars("month", ("received_fdi_wan_usd",))), {})

    assert list(drawn.data[0].y) == [250, None]


def test_bands_add_up_to_what_went_between_two_stages():
    rows = flows(("signed", "landed", 2), ("lead", "signed", 3), ("lead", "lead", 4))
    [bands] = charts.figure(figure(rows, FLOW), {}).data

    assert list(bands.node.label) == [
        "Lead <b>7</b>",
        "Signed <b>2</b>",
        "Lead <b>4</b>",
        "Signed <b>3</b>",
        "Landed <b>2</b>",
    ]
    found = zip(bands.link.source, bands.link.target, bands.link.value, strict=True)
    assert sorted(found) == [(0, 2, 4), (0, 3, 3), (1, 4, 2)]
    assert all(0 < place < 1 for place in (*bands.node.x, *bands.node.y))


def test_the_smaller_codes_of_the_first_step_are_drawn_together():
    rows = flows(("a", "x", 5), ("b", "x", 1), ("c", "x", 2), ("d", "y", 1))
    [bands] = charts.figure(figure(rows, replace(FLOW, most=1)), {}).data

    assert list(bands.node.label) == ["A <b>5</b>", "Others <b>4</b>", "X <b>8</b>", "Y <b>1</b>"]
    assert sum(bands.link.value) == 9


def test_a_band_tells_a_number_in_a_name_from_the_count_after_it_and_shows_names_as_they_are():
    [bands] = charts.figure(figure(flows(("plant 12", "<b>5</b> & co", 30)), FLOW), {}).data

    start, end = bands.node.label
    assert start == "Plant 12 <b>30</b>"
    assert end == "&lt;B>5&lt;/B> &amp; Co <b>30</b>"
    assert list(bands.node.customdata) == [start, end]


def test_a_calendar_has_a_column_a_week_and_a_cell_a_day():
    days = [date(2020, 4, day) for day in range(1, 15)]
    rows = [{"contact_date": day, "contact_count": day.day} for day in days]
    exhibit = figure(rows, Calendar("contact_date", "contact_count"))
    cells, words = charts.figure(exhibit, {}).data

    # 1 April 2020 was a Wednesday.
    assert [row[0] for row in cells.z] == [None, None, 1, 2, 3, 4, 5]
    assert [row[2] for row in cells.z] == [13, 14, None, None, None, None, None]
    assert sorted(words.text, key=int) == [str(day.day) for day in days]


def test_months_of_a_calendar_have_their_word_in_chinese_and_the_first_named_its_year():
    def ticks(first_day, day_count):
        rows = [
            {"contact_date": first_day + timedelta(days=place), "contact_count": 1}
            for place in range(day_count)
        ]
        filters = Filters(Period(first_day, rows[-1]["contact_date"]), language="zh")
        exhibit = figure(rows, Calendar("contact_date", "contact_count"), filters=filters)
        return list(charts.figure(exhibit, {}).layout.xaxis.ticktext)

    assert ticks(date(2020, 4, 1), 91) == ["2020<br>4月", "5月", "6月"]
    # The first week is too near the next month to be named.
    assert ticks(date(2020, 4, 20), 50) == ["", "2020<br>5月", "6月"]
    assert ticks(date(2019, 7, 1), 366)[4:8] == ["11", "12", "2020<br>1月", "2"]
    assert ticks(date(2019, 2, 1), 500) == ["2019<br>4月", "7月", "10月", "2020<br>1月", "4月"]


def test_an_axis_of_months_has_the_year_under_the_first_and_each_january():
    months = [date(2019, 11, 1), date(2019, 12, 1), date(2020, 1, 1), date(2020, 2, 1)]

    assert month_axis(months)["ticktext"] == ["11<br>2019", "12", "1<br>2020", "2"]
    with use_language("zh"):
        assert month_axis(months)["ticktext"] == ["11月<br>2019", "12月", "1月<br>2020", "2月"]
        assert month_axis(months, places=12)["ticktext"] == [
            "11月<br>2019",
            "12",
            "1月<br>2020",
            "2",
        ]


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (12, [str(month) for month in (11, 12, *range(1, 11))]),
        (13, ["1", "4", "7", "10"]),
        (24, ["1", "4", "7", "10", "1", "4", "7", "10"]),
        (25, ["1", "1"]),
    ],
)
def test_of_many_months_an_axis_names_the_first_of_each_quarter_or_year(count, named):
    axis = month_axis([months_later(date(2018, 11, 1), place) for place in range(count)])

    assert [words.split("<br>")[0] for words in axis["ticktext"]] == named
    assert axis["ticktext"][0].endswith(axis["tickvals"][0][:4])


def test_an_axis_with_room_for_many_more_months_names_its_first():
    assert month_axis([date(2019, 2, 1), date(2019, 3, 1)], 18)["ticktext"] == ["2<br>2019"]


def test_a_range_of_few_is_not_drawn():
    rows = [
        {
            "stage_step": step,
            "stage_step_name": step,
            "step_count": count,
            "lower_quartile_days": 1,
            "median_days": 2.5,
            "upper_quartile_days": 4,
        }
        for step, count in (("first", 5), ("second", 4))
    ]
    chart = Ranges(
        category="stage_step",
        label="stage_step_name",
        low="lower_quartile_days",
        middle="median_days",
        high="upper_quartile_days",
        base="step_count",
    )
    bars, middles = charts.figure(figure(rows, chart), {}).data

    assert (list(bars.base), list(bars.x), list(middles.x)) == ([1], [3], [2.5])
    assert [series.values for series in block_of(figure(rows, chart), {}).series] == [
        (1, 1),
        (2.5, 2.5),
        (4, 4),
    ]


def test_a_line_to_compare_with_lies_behind():
    rows = [{"month": date(2020, 4, 1), "contact_count": 5, "online_count": 3}]
    other, line = charts.figure(
        figure(rows, Lines("month", "contact_count", "online_count")), {}
    ).data

    assert (other.y[0], line.y[0]) == (3, 5)
    block = block_of(figure(rows, Lines("month", "contact_count", "online_count")), {})
    assert [series.name for series in block.series] == ["Contacts", "Online contacts"]


def test_a_native_chart_of_measures_holds_every_row_and_the_rate_as_a_line():
    block = block_of(figure(cohorts((10, 5), (4, 1)), COHORTS), {})

    assert (block.kind, block.is_stacked) == ("column", True)
    assert block.categories == ("2020-04", "2020-05")
    assert [series.values for series in block.series] == [(5, 1), (5, 3), (0.5, 0.25)]
    assert [series.is_line for series in block.series] == [False, False, True]


@pytest.mark.parametrize("dark", [False, True])
def test_a_flow_of_nothing_is_drawn_empty(dark):
    assert charts.figure(figure(flows(("a", "b", 0)), FLOW), {}, dark=dark).data[0].link.value == ()
