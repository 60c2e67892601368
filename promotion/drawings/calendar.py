"""Days as shaded cells, a column a week."""

from datetime import date, timedelta

from promotion import numbers, theme
from promotion.descriptions import Calendar
from promotion.drawings.common import Drawing, begins_span, months_between_ticks
from promotion.exhibit import Exhibit
from promotion.figure_unit import largest
from promotion.measures import unit_of

_HEIGHT_PX = 270
_NO_LINES = {"showgrid": False, "zeroline": False}  # the cells are their own grid
_MOST_WEEKS_WITH_FIGURES = 20
# Between the cells, so many pixels up to so many weeks; more weeks would be all gap.
_GAPS_PX = {60: 2, 120: 1}


def draw(exhibit: Exhibit, colours: dict[str, str], dark: bool, marked: tuple[str, ...]) -> Drawing:
    """The traces and layout of a calendar of shaded days."""
    chart: Calendar = exhibit.chart
    values = {row[chart.day]: row[chart.value] for row in exhibit.rows()}
    weeks = weeks_of(list(values))
    days = [week + timedelta(days=place) for place in range(7) for week in weeks]
    unit, full = unit_of(chart.value), largest(exhibit) or 1
    scale = theme.colour_scale(dark)
    cells = {
        "type": "heatmap",
        "x": list(range(len(weeks))),
        "y": list(range(7)),
        "z": [[values.get(week + timedelta(days=day)) for week in weeks] for day in range(7)],
        "xgap": next((gap for most, gap in _GAPS_PX.items() if len(weeks) <= most), 0),
        "ygap": 2,
        "zmin": 0,
        "zmax": full,
        "showscale": False,
        "colorscale": scale,
        "customdata": _texts(weeks, values, unit),
        "hovertemplate": "%{customdata}<extra></extra>",
        "hoverongaps": False,
    }
    traces = [cells]
    if len(weeks) <= _MOST_WEEKS_WITH_FIGURES:
        known = [day for day in days if values.get(day)]
        traces.append(
            {
                "type": "scatter",
                "mode": "text",
                "x": [weeks.index(_monday(day)) for day in known],
                "y": [day.weekday() for day in known],
                "text": [numbers.cell_text(values[day], unit, full) for day in known],
                "textfont": {
                    "size": theme.SMALL_FONT_SIZE,
                    "color": [theme.text_on(scale, values[day] / full) for day in known],
                },
                "hoverinfo": "skip",
                "showlegend": False,
            }
        )
    layout = {
        "height": _HEIGHT_PX,
        "xaxis": {
            "side": "top",
            **_NO_LINES,
            **_month_ticks(weeks, max(values, default=None)),
            "tickangle": 0,
        },
        "yaxis": {
            "autorange": "reversed",
            **_NO_LINES,
            "tickvals": list(range(7)),
            "ticktext": numbers.weekday_names(),
        },
        "dragmode": False,
    }
    return traces, layout


def weeks_of(days: list[date]) -> list[date]:
    """The Mondays of the weeks from the first day to the last."""
    if not days:
        return []
    first, last = _monday(min(days)), _monday(max(days))
    return [first + timedelta(weeks=place) for place in range((last - first).days // 7 + 1)]


def _month_ticks(weeks: list[date], last_day: date | None) -> dict[str, object]:
    """A tick for each month; of many months for each quarter's or year's first."""
    firsts = month_places(weeks, last_day)
    every = months_between_ticks(len(firsts))
    named = [place for place in firsts if begins_span(_sunday(weeks[place]), every)]
    return {"tickvals": named, "ticktext": month_words([weeks[place] for place in named])}


def month_places(weeks: list[date], last_day: date | None) -> list[int]:
    """The places of the weeks that a month begins in by the last day, and of the first."""
    return [
        place
        for place, week in enumerate(weeks)
        if place == 0 or (_begins_month(week) and _first_of_month(week) <= last_day)
    ]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _sunday(week: date) -> date:
    return week + timedelta(days=6)


def _begins_month(week: date) -> bool:
    """Whether a month's first day lies within the week."""
    return _sunday(week).day <= 7


def _first_of_month(week: date) -> date:
    return _sunday(week).replace(day=1)


def month_words(weeks: list[date]) -> list[str]:
    """A tick for each month, and for the first week where the next month is not too near."""
    is_near = len(weeks) > 1 and (weeks[1] - weeks[0]).days < 21
    sundays = [_sunday(week) for week in weeks[is_near:]]
    words = [
        f"{sunday.year}<br>{name}" if has_year else name
        for sunday, (name, has_year) in zip(sundays, numbers.months_of_axis(sundays), strict=True)
    ]
    return ["", *words] if is_near else words


def _texts(weeks: list[date], values: dict[date, object], unit: str) -> list[list[str]]:
    return [
        [
            f"{numbers.date_text(day)}: {numbers.value_text(values[day], unit)}"
            if (day := week + timedelta(days=place)) in values
            else ""
            for week in weeks
        ]
        for place in range(7)
    ]
