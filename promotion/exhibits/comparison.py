"""Two districts, two industries or two periods side by side: their measures and their figures."""

from dataclasses import replace
from datetime import date

import pandas as pd

from promotion import exhibit
from promotion.database import Database
from promotion.exhibit import Exhibit, ExhibitFunction, in_the_readers_language
from promotion.exhibits import comparison_notes, overview
from promotion.exhibits.activity import (
    ACTIVITY_KINDS,
    ACTIVITY_QUERY,
    has_small_base,
    measure_row,
    whole_rows,
)
from promotion.exhibits.sides import BothSides, both, told_apart_by
from promotion.filters import Filters, Period, Sides
from promotion.language import _, use_language
from promotion.measures import ACTIVITY, label_of
from promotion.shared_scale import on_one_scale
from promotion.sides import period_code

_PARTS_OF_SHARE = ("numerator", "denominator")
_COLUMNS_OF_SHARES = tuple(
    f"{place}_{part}" for place in ("left", "right") for part in _PARTS_OF_SHARE
)
_DIVIDED_BY = {
    "district": (overview.activity_by_industry,),
    "industry": (overview.activity_by_district,),
    "period": (overview.activity_by_district, overview.activity_by_industry),
}
_ALWAYS = (overview.contacts_by_month_and_channel, overview.project_funnel)
# Every exhibit of which one of each side may be shown.
PAIRED = tuple(dict.fromkeys((*_ALWAYS, *(each for of in _DIVIDED_BY.values() for each in of))))
Pair = tuple[Exhibit, Exhibit]


@in_the_readers_language
def comparison(data: Database, filters: Filters) -> Exhibit:
    """The measures of two districts, industries or periods, and the change from right to left.

    Rows: metric, left and right in the metric's unit, change as a fraction of the right value (for
    shares the difference; null where not comparable), is_comparable, and what shares are made of.
    The exhibit's filters name both sides in full.
    """
    sides = both(data, filters)
    wholes = tuple(whole_rows(data, side.filters)[0] for side in (sides.left, sides.right))
    names = (sides.left.name, sides.right.name)
    notes = comparison_notes.of_unknown_amounts(names, wholes)
    begun, parameters, scope = None, {}, ()
    if sides.by == "period":
        periods = (sides.left.filters.period, sides.right.filters.period)
        begun = comparison_notes.first_months(data)
        notes += comparison_notes.of_periods(data, *periods)
        parameters = _as_compared(periods[1])
        scope = (_("compared with {period}").format(period=names[1]),)
    made = exhibit.make(
        data,
        named(filters, sides),
        name="comparison",
        title=_("{left} compared with {right}").format(left=names[0], right=names[1]),
        table=pd.DataFrame(
            [_row(metric, wholes, sides, begun) for metric in ACTIVITY], dtype=object
        ),
        chart=None,
        query=ACTIVITY_QUERY,
        kinds=ACTIVITY_KINDS,
        notes=notes,
        parameters=parameters,
    )
    return replace(
        made,
        scope=scope + made.scope,
        headings=_headings(sides.by, names),
        unread=("is_comparable", *_COLUMNS_OF_SHARES),
    )


def paired_functions(data: Database, filters: Filters) -> tuple[ExhibitFunction, ...]:
    """The exhibits of which one of each side is shown."""
    divided = _DIVIDED_BY[told_apart_by(data, filters)]
    if len(data.codes("district")) == 1:  # one bar beside another says what the table says
        divided = tuple(each for each in divided if each is not overview.activity_by_district)
    return (*_ALWAYS, *divided)


def pair(function: ExhibitFunction, data: Database, filters: Filters) -> Pair:
    """An exhibit of the left and of the right side, titled by its side, drawn on one scale."""
    return data.keep(("pair", function.__name__, filters), lambda: _pair(function, data, filters))


def _pair(function: ExhibitFunction, data: Database, filters: Filters) -> Pair:
    sides = both(data, filters)
    with use_language(filters.language):
        left, right = (
            _titled(function(data, side.filters), side.name) for side in (sides.left, sides.right)
        )
    return on_one_scale(left, right, (sides.left.colour, sides.right.colour))


def pairs(data: Database, filters: Filters) -> list[Pair]:
    """Every pair of figures of the page."""
    return [pair(function, data, filters) for function in paired_functions(data, filters)]


def _titled(made: Exhibit, side: str) -> Exhibit:
    return replace(made, title=_("{side}: {title}").format(side=side, title=made.title))


def _row(
    metric: str,
    wholes: tuple[dict[str, object], ...],
    sides: BothSides,
    begun: dict[str, date] | None,
) -> dict[str, object]:
    """A measure's row; `begun` is given where periods are compared."""
    left, right = (measure_row(metric, whole, {}) for whole in wholes)
    is_comparable = None not in (left["value"], right["value"])
    if any(has_small_base(row) for row in (left, right)):
        is_comparable = False
    if begun is not None:
        periods = (side.filters.period for side in (sides.left, sides.right))
        is_comparable &= all(
            comparison_notes.is_covered(metric, period, begun) for period in periods
        )
    change = measure_row(metric, *wholes)["change"]
    return {
        "metric": metric,
        "metric_name": label_of(metric),
        "left": left["value"],
        "right": right["value"],
        "change": change if is_comparable else None,
        "is_comparable": is_comparable,
    } | {
        f"{place}_{part}": row[part]
        for place, row in (("left", left), ("right", right))
        for part in _PARTS_OF_SHARE
    }


def named(filters: Filters, sides: BothSides) -> Filters:
    """The filters with both sides in full: as districts or industries, or as days."""
    left, right = sides.left, sides.right
    if sides.by == "period":
        codes = [period_code(side.filters.period) for side in (left, right)]
        named = Sides(sides.by, *codes)
        return replace(filters, period=left.filters.period, sides=named)
    named = Sides(sides.by, left.code, right.code)
    if sides.by == "district":
        return replace(filters, districts=(left.code, right.code), sides=named)
    return replace(filters, industries=(left.code, right.code), sides=named)


def _as_compared(period: Period) -> dict[str, object]:
    """The parameters with which the one question answers the right side as well."""
    return {"compare_from": period.first_day, "compare_to": period.last_day}


def _headings(by: str, names: tuple[str, str]) -> dict[str, str]:
    """What the columns of each side are called: by its name. Only between periods is a change."""
    headings = {} if by == "period" else {"change": _("Left against right")}
    for place, name in zip(("left", "right"), names, strict=True):
        headings[place] = name
        for part in _PARTS_OF_SHARE:
            headings[f"{place}_{part}"] = _("{side}: {title}").format(
                side=name, title=label_of(part)
            )
    return headings
