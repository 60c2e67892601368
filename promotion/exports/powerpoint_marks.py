"""What stands over the columns of a native chart as XML: points with intervals, and rules."""

from xlsxwriter.utility import xl_col_to_name

from promotion import theme
from promotion.exports.blocks import Block
from promotion.exports.powerpoint_labels import labels, no_labels
from promotion.exports.powerpoint_look import TEXT, ChartLook
from promotion.exports.powerpoint_series import number_cells, series_node
from promotion.exports.powerpoint_xml import colour, fill, line, node

_DOT_POINTS, _DASH_POINTS = 6, 16
_RULE_POINTS, _INTERVAL_POINTS = 1.5, 1.75


def mark_series(block: Block, place: int, look: ChartLook) -> str:
    """The series as its mark says, on the axis of the columns."""
    series = block.series[place]
    if series.mark == "dot":
        shown = labels(place, look, series, "r", TEXT) if look.has_line_labels else no_labels()
        return series_node(
            block,
            place,
            look,
            node("c:spPr", line(None)),
            _marker("circle", _DOT_POINTS, series.colour),
            shown,
            error_bars=_interval(block, place, look),
            after=node("c:smooth", val=0),
        )
    dashes = [node("a:prstDash", val="sysDash")] if series.mark == "dotted rule" else []
    rule = node("a:ln", fill(series.colour), *dashes, w=round(_RULE_POINTS * 12700))
    # A line through one point alone is none.
    marker = (
        _marker("dash", _DASH_POINTS, series.colour)
        if look.drawn == 1
        else node("c:marker", node("c:symbol", val="none"))
    )
    return series_node(
        block,
        place,
        look,
        node("c:spPr", rule),
        marker,
        no_labels(),
        after=node("c:smooth", val=0),
    )


def _marker(symbol: str, points: int, shade: str) -> str:
    return node(
        "c:marker",
        node("c:symbol", val=symbol),
        node("c:size", val=points),
        node("c:spPr", fill(shade), line(theme.LIGHT.ground, 0.5)),
    )


def _interval(block: Block, place: int, look: ChartLook) -> str:
    series = block.series[place]
    if series.interval is None:
        return ""
    up, down = series.interval
    stroke = node(
        "a:ln", node("a:solidFill", colour(series.colour)), w=round(_INTERVAL_POINTS * 12700)
    )
    return node(
        "c:errBars",
        node("c:errDir", val="y"),
        node("c:errBarType", val="both"),
        node("c:errValType", val="cust"),
        node("c:noEndCap", val=0),
        node("c:plus", number_cells(block.series[up], xl_col_to_name(up + 1), look.drawn)),
        node("c:minus", number_cells(block.series[down], xl_col_to_name(down + 1), look.drawn)),
        node("c:spPr", stroke),
    )
