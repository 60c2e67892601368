"""The supply chain's figures: amounts beside bars, and flows whose names keep apart."""

from itertools import pairwise

import pytest

from promotion import charts
from promotion.drawings.common import short
from promotion.drawings.flow_columns import columns_of
from promotion.exhibits import supply_chain
from promotion.exports.chart_blocks import block_of
from tests.ledgers import days, english

QUARTER = english(days("2020-04-01", "2020-06-30"))


@pytest.fixture(scope="module")
def anchors(sample):
    return supply_chain.anchor_companies(sample, QUARTER)


@pytest.fixture(scope="module")
def flow(sample):
    return supply_chain.referral_flow(sample, QUARTER)


def test_as_many_companies_are_drawn_as_the_note_says(anchors):
    *bars, amounts = charts.figure(anchors, {}).data
    most = anchors.chart.most

    assert len(anchors.rows()) > most == 12
    assert (
        anchors.notes[0]
        == "Named: the 12 companies with the most projects, of 52; the rows hold all."
    )
    assert all(len(bar.x) == most for bar in bars)
    for place, row in enumerate(anchors.rows()[:most]):
        assert sum(bar.x[place] for bar in bars) == amounts.x[place] == row["project_count"]
    assert amounts.text[0].strip() == "3.31 billion CNY"


def test_an_unknown_amount_is_said_to_be_unknown(sample):
    exhibit = supply_chain.anchor_companies(sample, english(days("2019-02-28")))
    known = [row["agreed_investment_wan_cny"] is not None for row in exhibit.rows()]
    amounts = charts.figure(exhibit, {}).data[-1]

    assert not all(known)
    assert [text.strip() != "unknown" for text in amounts.text] == known[: len(amounts.text)]


def test_a_spreadsheet_draws_the_same_companies_and_keeps_their_amounts(anchors):
    block = block_of(anchors, {})
    *drawn, amounts = block.series

    assert len(block.categories) == 12
    assert all(series.is_drawn and len(series.values) == 12 for series in drawn)
    assert not amounts.is_drawn
    assert amounts.values[0] == anchors.rows()[0]["agreed_investment_wan_cny"]
    assert amounts.name == "Agreed investment (10,000 yuan)"


def test_a_flow_holds_every_project_at_each_of_its_steps(flow):
    (sankey,) = charts.figure(flow, {}).data
    whole = sum(row["project_count"] for row in flow.rows())
    first = set(sankey.link.source) - set(sankey.link.target)
    last = set(sankey.link.target) - set(sankey.link.source)

    def carried(ends, nodes):
        return sum(
            value for end, value in zip(ends, sankey.link.value, strict=True) if end in nodes
        )

    assert len(first) == 9  # eight companies and the others
    assert carried(sankey.link.source, first) == carried(sankey.link.target, last) == whole


def test_industries_and_stages_of_a_flow_stand_in_their_own_order(sample, flow):
    (sankey,) = charts.figure(flow, {}).data
    names = [label.rsplit(" ", 1)[0] for label in sankey.node.customdata]
    industries = [sample.name_of("industry", code) for code in sample.codes("industry")]

    assert [name for name in names if name in industries] == [
        name for name in industries if name in names
    ]
    assert names[-1] == "No further follow-up"
    assert names[8] == "Others"


@pytest.mark.parametrize("sizes", [[1], [1, 1, 1], [300, 1, 1, 1, 1, 1, 1, 1, 2], [5] * 40])
def test_the_nodes_of_a_column_keep_apart_and_inside(sizes):
    totals = {(0, str(place)): size for place, size in enumerate(sizes)}
    totals |= {(1, "middle"): sum(sizes), (2, "end"): sum(sizes)}
    columns = columns_of(totals)
    scale = (columns.height - 20 * (len(sizes) - 1)) / sum(sizes)

    edges = [
        (middle * columns.height - size * scale / 2, middle * columns.height + size * scale / 2)
        for middle, size in zip(columns.y, sizes, strict=False)
    ]
    assert edges[0][0] >= -0.01
    assert edges[-1][1] <= columns.height + 0.01
    for (_top, bottom), (next_top, _bottom) in pairwise(edges):
        assert next_top >= bottom
    assert 0 < min(columns.x) < max(columns.x) < 1
    assert all(0 < y < 1 for y in columns.y)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Geely", "Geely"),
        ("Smart manufacturing", "Smart<br>manufacturing"),
        ("A very long name of a company", "A very long name<br>of a company"),
        ("One two three four five six seven eight", "One two three<br>four five six…"),
        ("宁波高端装备制造集团有限公司", "宁波高端装备制造<br>集团有限公司"),
        ("宁波高端装备制造集团股份有限公司", "宁波高端装备制造<br>集团股份有限公司"),
        ("宁波高端装备制造集团股份有限公司上海", "宁波高端装备制造<br>集团股份有限公司…"),
        ("", ""),
    ],
)
def test_a_long_name_takes_two_lines_at_most(name, shown):
    assert short(name, 16) == shown
