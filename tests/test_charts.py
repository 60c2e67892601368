"""Figures: the project's own template, the rows' own values, the reader's own language."""

import json
from dataclasses import replace
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from plotly.io import to_json

from promotion import charts, theme
from promotion.drawings.common import MUTED
from promotion.exhibits import EXHIBITS, district, industry, overview
from promotion.filters import Filters
from tests.ledgers import FIRST_QUARTER, TABLES, column_by, days, english, rows_by

LOOKS = {"light": False, "dark": True}
looks = pytest.mark.parametrize("dark", LOOKS.values(), ids=LOOKS)
DRAWN = [name for name in EXHIBITS if name not in TABLES]


def colours_of(data, dark=False):
    return theme.district_colours(data.district_places, dark)


def figure_of(data, name, filters=None, **choices):
    return charts.figure(EXHIBITS[name](data, filters or english()), colours_of(data), **choices)


@looks
@pytest.mark.parametrize("name", DRAWN)
def test_every_exhibit_draws_a_figure_with_the_projects_own_template(small, name, dark):
    figure = figure_of(small, name, dark=dark)

    assert figure.layout.template == theme.template(dark)
    assert figure.data


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("period", [days("2001-01-01"), days("2030-01-01", "2030-03-31")])
def test_an_exhibit_in_which_nothing_happened_draws_all_the_same(small, name, period):
    for language in ("en", "zh"):
        assert figure_of(small, name, Filters(period, language=language)).to_json()


@pytest.mark.parametrize("name", sorted(TABLES))
def test_an_exhibit_that_is_only_a_table_says_so(small, name):
    with pytest.raises(TypeError, match=f"{name} has no chart"):
        figure_of(small, name)


@pytest.mark.parametrize("name", DRAWN)
def test_the_same_rows_give_the_same_figure(small, name):
    assert figure_of(small, name).to_json() == figure_of(small, name).to_json()


def test_bars_start_at_zero_are_sorted_and_keep_their_districts_colour(small):
    (bars,) = figure_of(small, "activity_by_district").data

    assert list(bars.customdata) == ["yuyao", "yinzhou", "beilun", "zhenhai", "cixi"]
    assert list(bars.x) == [5, 4, 2, 0, 0]
    assert list(bars.marker.color) == [colours_of(small)[code] for code in bars.customdata]
    assert figure_of(small, "activity_by_district").layout.xaxis.range[0] == 0


def test_an_unknown_value_is_said_to_be_unknown(small):
    measured = english(measure="signed_investment_wan_cny")
    (bars,) = figure_of(small, "activity_by_district", measured).data

    texts = dict(zip(bars.customdata, bars.text, strict=True))
    assert texts["yuyao"] == "unknown"
    assert texts["beilun"] != "unknown"


def test_the_others_are_muted_where_some_are_marked(small):
    (bars,) = figure_of(small, "activity_by_district", marked=("cixi",)).data
    opacities = dict(zip(bars.customdata, bars.marker.opacity, strict=True))

    assert opacities == {code: 1 if code == "cixi" else MUTED for code in opacities}


def test_a_marked_tile_is_framed(small):
    plain = figure_of(small, "district_map")
    marked = figure_of(small, "district_map", marked=("cixi",))
    places = rows_by(overview.district_map(small, english()), "district")
    [frame] = marked.layout.shapes

    assert plain.layout.shapes == ()
    assert (frame.x0 + frame.x1) / 2 == places["cixi"]["grid_column"]
    assert (frame.y0 + frame.y1) / 2 == places["cixi"]["grid_row"]


def test_targets_of_all_districts_together_are_bars_without_dots(small):
    exhibit = overview.target_progress(small, english())
    alone = replace(exhibit, chart=replace(exhibit.chart, is_whole_only=True))
    bars = charts.figure(exhibit, {}).data[0]
    whole, pace = charts.figure(alone, {}).data

    assert whole.type == "bar"
    assert list(whole.x) == list(bars.x)
    assert pace.mode == "lines"


def test_heat_map_cells_are_the_rows(small):
    exhibit = overview.activity_by_district_and_industry(small, english())
    cells = rows_by(exhibit, "industry_name", "district_name")
    heat_map, catcher = charts.figure(exhibit, {}).data

    for name, values in zip(heat_map.y, heat_map.z, strict=True):
        for column, value in zip(heat_map.x, values, strict=True):
            assert value == cells[name, column]["contact_count"]
    assert [tuple(pair) for pair in catcher.customdata] == [
        (row["district"], row["industry"]) for row in exhibit.rows()
    ]


def test_a_quotient_of_few_projects_shows_their_number_instead(small):
    cells, words = charts.figure(industry.industry_specialisation(small, english()), {}).data

    place = [tuple(pair) for pair in words.customdata].index(("beilun", "new_energy_vehicles"))
    assert words.text[place] == "(2)"
    assert cells.z[cells.y.index(words.y[place])][cells.x.index(words.x[place])] is None


def test_stacked_columns_add_up_to_the_months_contacts(small):
    exhibit = overview.contacts_by_month_and_channel(small, english())
    *bars, line = charts.figure(exhibit, {}).data

    assert sum(sum(bar.y) for bar in bars) == 11
    assert list(line.y) == [2 / 3, 1.0, 0.8]


def test_the_funnel_draws_standing_before_reached(small):
    exhibit = overview.project_funnel(small, english())
    reached, standing, labels = charts.figure(exhibit, {}).data

    assert list(reached.x) == list(column_by(exhibit, "stage", "reached_count").values())
    assert list(standing.x) == list(column_by(exhibit, "stage", "project_count").values())
    assert reached.width > standing.width
    assert list(labels.x) == list(reached.x)


def test_an_unknown_tile_is_not_shaded_like_zero(small):
    measured = english(measure="signed_investment_wan_cny")
    tiles, words = figure_of(small, "district_map", measured).data
    shades = {
        code: tiles.z[row - tiles.y0][column - tiles.x0]
        for code, row, column in zip(words.customdata, words.y, words.x, strict=True)
    }

    assert shades["beilun"] == 0
    assert shades["yuyao"] is None


def test_a_line_of_a_share_is_drawn_in_percent_from_zero(small):
    figure = charts.figure(district.district_months(small, english(measure="online_share")), {})

    assert max(value for value in figure.data[0].y if value is not None) == 100
    assert figure.layout.yaxis.rangemode == "tozero"


def test_words_of_a_figure_are_in_the_readers_language(small):
    figure = figure_of(small, "project_funnel", Filters(FIRST_QUARTER, language="zh"))

    assert not any(trace.name.isascii() for trace in figure.data if trace.name)


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_drawing_is_a_figure_plotly_accepts(small, name, dark):
    unchecked = charts.figure(EXHIBITS[name](small, english()), {}, dark=dark)

    checked = go.Figure(unchecked.to_dict())

    assert len(checked.data) == len(unchecked.data)


@looks
@pytest.mark.parametrize("name", DRAWN)
def test_a_page_shows_the_figure_that_a_picture_is_made_of(small, name, dark):
    exhibit = EXHIBITS[name](small, english())
    shown = charts.drawn(exhibit, colours_of(small), dark)

    pictured = charts.figure(exhibit, colours_of(small), dark)
    assert json.loads(to_json(shown)) == json.loads(to_json(pictured))


def test_a_figure_is_drawn_once_for_each_look_until_its_rows_change(small):
    exhibit = overview.activity_by_district(small, english())
    colours = colours_of(small)
    light = charts.drawn(exhibit, colours)

    again = charts.drawn(overview.activity_by_district(small, english()), colours)
    others = [
        charts.drawn(exhibit, colours, dark=True),
        charts.drawn(exhibit, colours, marked=("cixi",)),
        charts.drawn(replace(exhibit, table=exhibit.table.iloc[:1]), colours),
    ]
    assert again is light
    assert all(json.loads(to_json(other)) != json.loads(to_json(light)) for other in others)


def test_each_measure_of_past_forecasts_stands_on_a_line_of_its_own_above_its_months(sample):
    figure = figure_of(sample, "forecast_back_test", english(days("2020-04-01", "2020-06-30")))
    axis = figure.layout.yaxis
    lines = dict(zip(axis.tickvals, axis.ticktext, strict=True))
    measures = {place for place, words in lines.items() if not words[0].isdigit()}
    dots = {place for trace in figure.data for place in trace.y if trace.mode == "markers"}
    places = sorted(lines)

    assert [lines[place] for place in sorted(measures)] == [
        "Signed projects",
        "Signed investment",
        "Landed projects",
    ]
    assert dots == lines.keys() - measures
    assert max(axis.range) > places[-1]
    assert min(axis.range) < places[0]
    apart = [below - above for above, below in pairwise(places)]
    assert min(apart) == pytest.approx(max(apart))
