"""Margins follow from what stands in them."""

import pytest

from promotion.drawings.margins import BESIDE_WIDTH_PX, WHOLE_WIDTH_PX, with_margins


def margins_of(layout, **trace):
    return with_margins([trace], layout)["margin"]


def test_the_left_margin_grows_with_the_longest_category():
    layout = {"yaxis": {"type": "category"}}
    short = margins_of(layout, y=["Cixi"], x=[1])
    long = margins_of(layout, y=["Cixi", "Electronic components"], x=[1, 2])

    assert long["l"] > short["l"] > 8
    assert long["r"] == short["r"]


def test_a_chinese_letter_takes_the_room_of_its_size():
    layout = {"yaxis": {"type": "category", "tickfont": {"size": 12}}}
    two, four = (margins_of(layout, y=[name], x=[1])["l"] for name in ("慈溪", "慈溪慈溪"))

    assert four - two == pytest.approx(2 * 12, abs=3)


def test_stacked_bars_need_room_for_their_sum():
    bars = [{"type": "bar", "x": ["1"], "y": [900]}, {"type": "bar", "x": ["1"], "y": [900]}]
    layout = {"yaxis": {"tickformat": ",d"}}
    beside = with_margins(bars, {**layout, "barmode": "group"})
    stacked = with_margins(bars, {**layout, "barmode": "stack"})

    assert stacked["margin"]["l"] > beside["margin"]["l"]


def test_labels_of_two_lines_need_more_room_below():
    one = margins_of({"xaxis": {"ticktext": ["1", "2"]}}, x=["1", "2"], y=[1, 2])
    two = margins_of({"xaxis": {"ticktext": ["1<br>2020", "2"]}}, x=["1", "2"], y=[1, 2])

    assert two["b"] > one["b"] > 8


def test_an_axis_that_is_not_shown_needs_none():
    margins = margins_of({"xaxis": {"visible": False}, "yaxis": {"visible": False}}, y=[1], x=[1])

    assert margins == {"l": 8, "r": 12, "t": 8, "b": 8}


def test_a_second_axis_takes_its_room_on_the_right():
    layout = {"yaxis": {}, "yaxis2": {"side": "right", "tickformat": ".0%"}}
    margins = margins_of(layout, x=["1"], y=[0.5], yaxis="y2")

    assert margins["r"] > 40


def test_a_legend_that_does_not_fit_one_line_takes_several():
    few = [{"name": "Phone", "x": ["1"], "y": [1]}]
    many = [{"name": f"A rather long name {place}", "x": ["1"], "y": [1]} for place in range(9)]
    layout = {"showlegend": True}

    heights = [with_margins(traces, layout)["margin"]["t"] for traces in (few, many)]

    assert heights[1] > heights[0] > 30


def test_a_wider_figure_has_fewer_lines_of_a_legend():
    traces = [{"name": f"A rather long name {place}", "x": ["1"], "y": [1]} for place in range(5)]
    beside, alone = (
        with_margins(traces, {"showlegend": True}, width)["margin"]["t"]
        for width in (BESIDE_WIDTH_PX, WHOLE_WIDTH_PX)
    )

    assert beside > alone


def test_a_legend_has_the_width_of_the_labels_too():
    traces = [{"name": f"Name {place}", "x": [1], "y": ["A long name " * 5]} for place in range(8)]
    layout = {"showlegend": True, "yaxis": {"type": "category"}}
    made = with_margins(traces, layout)["margin"]

    assert made["l"] > BESIDE_WIDTH_PX / 3
    assert made["t"] == with_margins(traces, {"showlegend": True})["margin"]["t"]


def test_a_margin_that_is_given_is_never_made_narrower():
    assert margins_of({"margin": {"t": 200}}, x=[1], y=[1])["t"] == 200


def test_several_plots_in_one_figure_are_left_to_the_browser():
    layout = {"yaxis": {"type": "category", "domain": [0, 0.4]}, "yaxis2": {"domain": [0.6, 1]}}

    assert margins_of(layout, y=["A long name of something"], x=[1])["l"] == 8


def test_a_name_is_as_wide_as_it_is_shown():
    layout = {"yaxis": {"type": "category"}}
    marked = margins_of(layout, y=["<b>A&amp;B</b>"], x=[1])

    assert marked == margins_of(layout, y=["A&B"], x=[1])
