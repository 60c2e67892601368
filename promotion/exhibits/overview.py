"""The overview: what the whole did, by district, industry, month and channel, against targets."""

from dataclasses import replace

import pandas as pd

from promotion import exhibit, numbers
from promotion.database import Database
from promotion.descriptions import Bars, Bullets, Funnel, HeatMap, StackedBars, Tiles
from promotion.exhibit import Exhibit, in_the_readers_language, not_stated_or, with_names
from promotion.exhibits.activity import (
    ACTIVITY_KINDS,
    ACTIVITY_QUERY,
    BASES,
    TREND_QUERY,
    activity_rows,
    kinds_of,
    measure_row,
    ranks_of,
    trend_parameters,
    unknown_amounts,
    whole_rows,
)
from promotion.exhibits.target_year import target_year
from promotion.filters import Filters, Period
from promotion.language import _
from promotion.measures import ACTIVITY, MEASURES, label_of, stage_name
from promotion.query import records_of


@in_the_readers_language
def headline(data: Database, filters: Filters) -> Exhibit:
    """The measures of the whole in the period, in the compared one, and the change.

    Rows: metric, value and compared in the metric's unit, change as a fraction (of the
    compared value; for shares the difference); null where unknown.
    """
    this, compared = whole_rows(data, filters)
    rows = [measure_row(metric, this, compared) for metric in ACTIVITY]
    return exhibit.make(
        data,
        filters,
        name="headline",
        title=_("Promotion activity at a glance"),
        table=pd.DataFrame(rows, dtype=object),
        chart=None,
        query=ACTIVITY_QUERY,
        kinds=ACTIVITY_KINDS,
        notes=unknown_amounts([this]),
    )


def headline_by_month(data: Database, filters: Filters) -> pd.DataFrame:
    """The headline's measures in each of the twelve months up to the period's end."""
    return data.run(TREND_QUERY, **trend_parameters(data, filters))


@in_the_readers_language
def activity_by_district(data: Database, filters: Filters) -> Exhibit:
    """Each district's measures in the period, its rank by the chosen one and the places won."""
    return _activity_by(data, filters, "district", "activity_by_district")


@in_the_readers_language
def activity_by_industry(data: Database, filters: Filters) -> Exhibit:
    """Each industry's measures in the period, its rank by the chosen one and the places won."""
    return _activity_by(data, filters, "industry", "activity_by_industry")


def _activity_by(data: Database, filters: Filters, dimension: str, name: str) -> Exhibit:
    titles = {
        "district": _("{measure} by district"),
        "industry": _("{measure} by industry"),
    }
    this = activity_rows(data, filters, "this", dimension)
    compared = activity_rows(data, filters, "compared", dimension).set_index(dimension)
    table = this[[dimension, *ACTIVITY, *BASES]].copy()
    ranks = ranks_of(this[filters.measure])
    before = dict(zip(compared.index, ranks_of(compared[filters.measure]), strict=True))
    won = [
        None if rank is None or before.get(code) is None else before[code] - rank
        for code, rank in zip(table[dimension], ranks, strict=True)
    ]
    # As objects: pandas would turn places beside an unknown one into fractions.
    table["rank"] = pd.Series(ranks, dtype=object)
    table["rank_change"] = pd.Series(won, dtype=object)
    return exhibit.make(
        data,
        filters,
        name=name,
        title=titles[dimension].format(measure=label_of(filters.measure)),
        unit=numbers.unit_label(MEASURES[filters.measure].unit),
        table=with_names(table, data.name_of, dimension),
        chart=Bars(
            category=dimension,
            value=filters.measure,
            label=f"{dimension}_name",
            coloured_by_district=dimension == "district",
        ),
        query=ACTIVITY_QUERY,
        kinds=kinds_of(filters.measure),
        notes=unknown_amounts(records_of(this))
        if filters.measure == "signed_investment_wan_cny"
        else (),
    )


@in_the_readers_language
def activity_by_district_and_industry(data: Database, filters: Filters) -> Exhibit:
    """Each district's measures in each industry in the period, a row a pair."""
    table = activity_rows(data, filters, "this", "district_and_industry")[
        [
            "district",
            "industry",
            "contact_count",
            "project_count",
            "signed_count",
            "signed_investment_wan_cny",
            *(measure for measure in ACTIVITY if measure not in _HEAT_MAP_FIRST),
            *BASES,
        ]
    ]
    return exhibit.make(
        data,
        filters,
        name="activity_by_district_and_industry",
        title=_("{measure} by district and industry").format(measure=label_of(filters.measure)),
        unit=numbers.unit_label(MEASURES[filters.measure].unit),
        table=with_names(table, data.name_of, "district", "industry"),
        chart=HeatMap(
            row="industry",
            row_label="industry_name",
            column="district",
            column_label="district_name",
            value=filters.measure,
        ),
        query=ACTIVITY_QUERY,
        kinds=kinds_of(filters.measure),
    )


_HEAT_MAP_FIRST = ("contact_count", "signed_count", "signed_investment_wan_cny")


@in_the_readers_language
def contacts_by_month_and_channel(data: Database, filters: Filters) -> Exhibit:
    """Contacts of each month of the period by channel, and the month's online share."""
    table = data.run("overview/contacts_by_month_and_channel", **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="contacts_by_month_and_channel",
        title=_("Contacts by month and channel"),
        unit=_("contacts; line: online share"),
        table=with_names(table, not_stated_or(data.name_of), "channel"),
        chart=StackedBars(
            x="month",
            value="contact_count",
            series="channel",
            series_label="channel_name",
            line="online_share",
        ),
        query="overview/contacts_by_month_and_channel",
        kinds=("contacts",),
    )


@in_the_readers_language
def project_funnel(data: Database, filters: Filters) -> Exhibit:
    """Projects standing at each stage at the period's end, and how many got so far or further."""
    table = data.run("overview/project_funnel", **filters.parameters())
    unknown = sum(count or 0 for count in table["investment_unknown_count"])
    note = _("Projects whose amount is unknown, not in the total: {count}.")
    return exhibit.make(
        data,
        filters,
        name="project_funnel",
        title=_("Projects by stage at the end of {day}").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit=_("projects; agreed investment"),
        table=with_names(table, stage_name, "stage"),
        chart=Funnel(
            stage="stage",
            stage_label="stage_name",
            value="project_count",
            reached="reached_count",
            amount="agreed_investment_wan_cny",
        ),
        query="overview/project_funnel",
        kinds=("projects",),
        notes=(note.format(count=numbers.count_text(unknown)),) if unknown else (),
    )


@in_the_readers_language
def district_map(data: Database, filters: Filters) -> Exhibit:
    """Each district's tile on the grid and its chosen measure in the period."""
    this = activity_rows(data, filters, "this", "district")
    table = this[["district", "grid_row", "grid_column", filters.measure, *BASES]]
    return exhibit.make(
        data,
        filters,
        name="district_map",
        title=_("{measure} on the map").format(measure=label_of(filters.measure)),
        unit=numbers.unit_label(MEASURES[filters.measure].unit),
        table=with_names(table, data.name_of, "district"),
        chart=Tiles(category="district", label="district_name", value=filters.measure),
        query=ACTIVITY_QUERY,
        kinds=kinds_of(filters.measure),
    )


@in_the_readers_language
def target_progress(data: Database, filters: Filters) -> Exhibit:
    """Each district's targets of the year: actual, completion, and the pace of time."""
    year_from, year_to = target_year(data, filters)
    span = {"year_from": year_from, "year_to": year_to}
    answer = data.run("overview/target_progress", **filters.parameters(), **span)
    table = answer[["district", "metric", "target", "actual", "completion", "pace"]]

    def name_of(code_list: str, code: str | None) -> str | None:
        return label_of(code) if code_list == "metric" else data.name_of(code_list, code)

    note = _("Targets are set for all industries and all capital, so those filters do not apply.")
    return exhibit.make(
        data,
        replace(filters, industries=(), capital="all"),
        name="target_progress",
        title=_("Targets of {year} against the pace of time").format(
            year=filters.period.last_day.year
        ),
        unit=_("completion, %"),
        table=with_names(table, name_of, "district", "metric"),
        chart=Bullets(
            category="district",
            label="district_name",
            metric="metric",
            metric_label="metric_name",
        ),
        query="overview/target_progress",
        kinds=("targets", *ACTIVITY_KINDS),
        notes=(note,) if filters.industries or filters.capital != "all" else (),
        period=filters.period if answer.empty else Period(year_from, year_to),
        parameters=span,
    )
