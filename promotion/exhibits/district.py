"""One district against the whole: the first of the districts chosen, else the first of all."""

from dataclasses import replace

import pandas as pd

from promotion import exhibit, numbers
from promotion.database import Database
from promotion.descriptions import Bars, Lines
from promotion.exhibit import Exhibit, in_the_readers_language, not_stated_or, with_names
from promotion.exhibits.activity import (
    ACTIVITY_KINDS,
    ACTIVITY_QUERY,
    BASES,
    TREND_MONTHS,
    TREND_QUERY,
    activity_rows,
    kinds_of,
    measure_row,
    trend_parameters,
    whole_rows,
)
from promotion.exhibits.scope_notes import own_whole
from promotion.filters import Filters, Period, months_later
from promotion.language import _
from promotion.measures import ACTIVITY, MEASURES, label_of


def one_district(data: Database, filters: Filters) -> Filters:
    """The filters with exactly one district: the first chosen, else the first there is."""
    chosen = filters.districts or tuple(data.codes("district"))
    return replace(filters, districts=chosen[:1])


@in_the_readers_language
def district_profile(data: Database, filters: Filters) -> Exhibit:
    """One district's measures in the period beside the whole's and its own compared period's.

    Rows: those of the headline, with whole (all districts) and share_of_whole (null for shares).
    """
    chosen = one_district(data, filters)
    district = chosen.districts[0]
    this, compared = whole_rows(data, chosen)
    whole, _before = whole_rows(data, replace(chosen, districts=()))
    rows = [
        measure_row(metric, this, compared)
        | {"whole": whole[metric], "share_of_whole": _share(metric, this, whole)}
        for metric in ACTIVITY
    ]
    return exhibit.make(
        data,
        chosen,
        name="district_profile",
        title=_("{district} against all districts").format(
            district=data.name_of("district", district)
        ),
        unit=_("share of all districts, %"),
        table=pd.DataFrame(rows, dtype=object),
        chart=Bars(
            category="metric",
            value="share_of_whole",
            label="metric_name",
            leave_out=("online_share",),
        ),
        query=ACTIVITY_QUERY,
        kinds=ACTIVITY_KINDS,
        notes=own_whole(data),
    )


def _share(metric: str, this: dict[str, object], whole: dict[str, object]) -> float | None:
    """The district's part of the whole; null for shares, and where either is unknown or none."""
    if MEASURES[metric].unit == "share" or this[metric] is None or not whole[metric]:
        return None
    return this[metric] / whole[metric]


@in_the_readers_language
def district_industries(data: Database, filters: Filters) -> Exhibit:
    """One district's measures in each industry in the period."""
    chosen = one_district(data, filters)
    table = activity_rows(data, chosen, "this", "industry")[["industry", *ACTIVITY, *BASES]]
    return exhibit.make(
        data,
        chosen,
        name="district_industries",
        title=_("{district}: {measure} by industry").format(
            district=data.name_of("district", chosen.districts[0]),
            measure=label_of(chosen.measure),
        ),
        unit=numbers.unit_label(MEASURES[chosen.measure].unit),
        table=with_names(table, data.name_of, "industry"),
        chart=Bars(category="industry", value=chosen.measure, label="industry_name"),
        query=ACTIVITY_QUERY,
        kinds=kinds_of(chosen.measure),
    )


@in_the_readers_language
def district_months(data: Database, filters: Filters) -> Exhibit:
    """One district's measures in each of the twelve months up to the period's end."""
    chosen = one_district(data, filters)
    parameters = trend_parameters(data, chosen)
    table = data.run(TREND_QUERY, **parameters)
    last_day = chosen.period.last_day
    first_month = parameters["first_month"]
    if table.empty:
        first_month = months_later(last_day.replace(day=1), 1 - TREND_MONTHS)
    return exhibit.make(
        data,
        chosen,
        name="district_months",
        title=_("{district}: {measure} by month").format(
            district=data.name_of("district", chosen.districts[0]),
            measure=label_of(chosen.measure),
        ),
        unit=numbers.unit_label(MEASURES[chosen.measure].unit),
        table=table,
        chart=Lines(x="month", value=chosen.measure),
        query=TREND_QUERY,
        kinds=kinds_of(chosen.measure),
        period=Period(first_month, last_day),
        parameters=parameters,
    )


@in_the_readers_language
def district_channels(data: Database, filters: Filters) -> Exhibit:
    """One district's contacts by channel in the period, with the shares of it and of the whole."""
    chosen = one_district(data, filters)
    district = chosen.districts[0]
    table = data.run("district/district_channels", district=district, **chosen.parameters())
    return exhibit.make(
        data,
        chosen,
        name="district_channels",
        title=_("{district}: Contacts by channel").format(
            district=data.name_of("district", district)
        ),
        unit=numbers.unit_label("contacts"),
        table=with_names(table, not_stated_or(data.name_of), "channel"),
        chart=Bars(category="channel", value="contact_count", label="channel_name"),
        query="district/district_channels",
        kinds=("contacts",),
        notes=own_whole(data),
        parameters={"district": district},
    )
