"""What happened when: a row of points for each event over an axis of days."""

from datetime import date, timedelta

from promotion import numbers, theme
from promotion.descriptions import Timeline
from promotion.drawings.common import Drawing, Row
from promotion.exhibit import Exhibit
from promotion.language import _

_ROW_PX = 26
_AROUND_PX = 84  # the axis, and the as-of date above the rows
_PAD_SHARE = 0.04
_TEXT_FITS_UNTIL = 0.6  # of the axis: further on a date is written to the left of its point
_DAYS_WITH_DAYS = 150  # an axis shorter than this names days, a longer one months
_TICK_SHARES = (0.15, 0.5, 0.85)


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of the points, hollow where they lie after the as-of date."""
    chart: Timeline = exhibit.chart
    rows = exhibit.rows()
    lanes = list(dict.fromkeys(row[chart.label] for row in rows))
    first_day, last_day = _ends(rows, chart, exhibit.as_of)
    look = theme.palette(dark)
    alone = {lane for lane in lanes if sum(row[chart.label] == lane for row in rows) == 1}
    points = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [row[chart.day].isoformat() for row in rows],
        "y": [lanes.index(row[chart.label]) for row in rows],
        "text": [row[chart.day].isoformat() if row[chart.label] in alone else "" for row in rows],
        "textposition": [_side(row[chart.day], first_day, last_day) for row in rows],
        "textfont": {
            "size": theme.SMALL_FONT_SIZE,
            "color": look.text,
            # Legible where the as-of line runs through it.
            "shadow": f"0 0 2px {look.ground}, 0 0 3px {look.ground}, 0 0 3px {look.ground}",
        },
        "customdata": [_words(row, chart) for row in rows],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "size": 10,
            "color": [
                look.ground if row[chart.day] > exhibit.as_of else look.accent for row in rows
            ],
            "line": {"width": 1.5, "color": look.accent},
        },
    }
    return [points], {
        "height": _ROW_PX * len(lanes) + _AROUND_PX,
        "showlegend": False,
        "dragmode": False,
        "margin": {"t": 28, "r": 16, "l": 8, "b": 8},
        "xaxis": {
            "type": "date",
            "range": [first_day.isoformat(), last_day.isoformat()],
            **_ticks(first_day, last_day),
        },
        "yaxis": {
            "range": [len(lanes) - 0.5, -0.5],
            "tickvals": list(range(len(lanes))),
            "ticktext": lanes,
            "zeroline": False,
        },
        **_as_of_line(exhibit.as_of, first_day, last_day, look),
    }


def _ends(rows: list[Row], chart: Timeline, as_of: date) -> tuple[date, date]:
    """The first and last day of the axis: a little more than what it holds."""
    days = [*(row[chart.day] for row in rows), as_of]
    pad = timedelta(days=max(round((max(days) - min(days)).days * _PAD_SHARE), 2))
    return min(days) - pad, max(days) + pad


def _ticks(first_day: date, last_day: date) -> dict[str, object]:
    """Months by their numbers, or days where the axis is short, in either language."""
    length = last_day - first_day
    if length.days >= _DAYS_WITH_DAYS:
        return {"nticks": 6, "tickformat": "%Y-%m"}
    days = [(first_day + length * share).isoformat() for share in _TICK_SHARES]
    return {"tickvals": days, "ticktext": days}


def _share(day: date, first_day: date, last_day: date) -> float:
    return (day - first_day) / (last_day - first_day)


def _side(day: date, first_day: date, last_day: date) -> str:
    """On which side of its point a date has room."""
    fits = _share(day, first_day, last_day) <= _TEXT_FITS_UNTIL
    return "middle right" if fits else "middle left"


def _words(row: Row, chart: Timeline) -> str:
    words = f"{row[chart.label]} · {numbers.date_text(row[chart.day])}"
    if row[chart.value] == 1:
        return words
    return f"{words} · × {numbers.count_text(row[chart.value])}"


def _as_of_line(
    as_of: date, first_day: date, last_day: date, look: theme.Palette
) -> dict[str, object]:
    """The as-of date as a dotted line with its words, to the side that has room."""
    line = {"color": look.muted_text, "width": 1, "dash": "dot"}
    is_left = _share(as_of, first_day, last_day) <= 0.5
    return {
        "shapes": [
            {
                "type": "line",
                "x0": as_of.isoformat(),
                "x1": as_of.isoformat(),
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "layer": "below",
                "line": line,
            }
        ],
        "annotations": [
            {
                "text": _("as of {date}").format(date=numbers.date_text(as_of)),
                "x": as_of.isoformat(),
                "xanchor": "left" if is_left else "right",
                "yref": "paper",
                "y": 1,
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": theme.SMALL_FONT_SIZE, "color": look.muted_text},
            }
        ],
    }
