"""Completion of targets against the pace of time."""

from promotion import numbers, theme
from promotion.descriptions import Bullets
from promotion.drawings.common import LEAST_HEIGHT, UNCHANGED_BY_CLICK, Drawing, opacities
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import unit_of

# On a narrow page the legend takes up to four lines.
ROW_PX, LEGEND_PX = 36, 120


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of completion of targets against the pace of time."""
    chart: Bullets = exhibit.chart
    rows = [row for row in exhibit.rows() if row["completion"] is not None]
    look = theme.palette(dark)
    metrics = list(dict.fromkeys(row[chart.metric_label] for row in rows))
    wholes = []
    for metric in metrics:
        members = [row for row in rows if row[chart.metric_label] == metric]
        target = sum(row["target"] for row in members)
        wholes.append(sum(row["actual"] for row in members) / target if target else None)
    traces = [_whole_bar(metrics, wholes, look)]
    dotted = [] if chart.is_whole_only else rows
    for code in dict.fromkeys(row[chart.category] for row in dotted):
        members = [row for row in dotted if row[chart.category] == code]
        colour = colours.get(code, look.accent)
        traces.append(_dots(chart, members, colour, opacities([code], marked)[0], look))
    pace = rows[0]["pace"] if rows else None
    if pace is not None:
        traces.append(_pace_line(pace, metrics, look))
    drawn = [*(row["completion"] for row in dotted), *(whole or 0 for whole in wholes)]
    furthest = max([*drawn, pace or 0, 1.0])
    layout = {
        "height": max(LEAST_HEIGHT, ROW_PX * len(metrics) + LEGEND_PX),
        "showlegend": True,
        "xaxis": {"range": [0, furthest * 1.05], "tickformat": ".0%", "nticks": 6},
        "yaxis": {"autorange": "reversed", "showgrid": False, "type": "category"},
        "clickmode": "event+select",
        "dragmode": False,
        "margin": {"b": 8, "t": 8},
    }
    return traces, layout


def _whole_bar(
    metrics: list[str], wholes: list[float | None], look: theme.Palette
) -> dict[str, object]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": _("All shown"),
        "y": metrics,
        "x": wholes,
        "width": 0.5,
        "marker": {"color": look.faint},
        "text": [numbers.value_text(whole, "share") for whole in wholes],
        "textposition": "inside",
        "insidetextanchor": "start",
        "insidetextfont": {"color": look.text},
        "constraintext": "none",  # else it shrinks on a narrow page
        "hovertemplate": "%{y}: %{text}<extra></extra>",
    }


def _dots(
    chart: Bullets,
    members: list[dict[str, object]],
    colour: str,
    opacity: float,
    look: theme.Palette,
) -> dict[str, object]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": members[0][chart.label],
        "y": [row[chart.metric_label] for row in members],
        "x": [row["completion"] for row in members],
        "customdata": [row[chart.category] for row in members],
        "text": [
            f"{numbers.share_text(row['completion'])} "
            f"({_amount(row, 'actual')} / {_amount(row, 'target')})"
            for row in members
        ],
        "marker": {
            "size": 11,
            "color": colour,
            "line": {"width": 1, "color": look.ground},
            "opacity": opacity,
        },
        **UNCHANGED_BY_CLICK,
        "hovertemplate": "%{fullData.name} · %{y}: %{text}<extra></extra>",
    }


def _amount(row: dict[str, object], column: str) -> str:
    return numbers.value_text(row[column], unit_of(column, row["metric"]))


def _pace_line(pace: float, metrics: list[str], look: theme.Palette) -> dict[str, object]:
    """The pace of time as an upright line through all metrics, named in the legend."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": _("Pace {share}").format(share=numbers.share_text(pace)),
        "x": [pace] * len(metrics),
        "y": metrics,
        "line": {"color": look.text, "width": 2, "dash": "dot"},
        "hoverinfo": "skip",
    }
