"""Sites: buildings and who is behind them, viewings, projects in the pipeline, output per mu."""

import pandas as pd

from promotion import exhibit, numbers
from promotion.database import Database
from promotion.descriptions import HeatMap, MeasureBars, StackedBars
from promotion.exhibit import Exhibit, in_the_readers_language, with_names
from promotion.exhibits import site_notes
from promotion.exhibits.library import unknown_amounts_of
from promotion.filters import Filters
from promotion.language import _
from promotion.measures import stage_name

MOST_SITES = 15  # as many as a figure draws; its rows hold the others
MOST_BUILDINGS = 24
_BUILDING_QUERY = "sites/building_occupancy"
_BUILDING_KINDS = ("carriers", "contacts", "projects")
_LEFT_OUT_VIEWINGS = "unlisted_viewing_count"
_LEFT_OUT_PROJECTS = "unlisted_project_count"
_LEFT_OUT_SITES = "other_kind_count"
_LISTED = (
    "carrier_name",
    "district",
    "developer",
    "operator",
    "leased_area_m2",
    "available_area_m2",
    "occupancy_share",
    "viewings_per_week",
    "pipeline_project_count",
    "pipeline_investment_wan_cny",
)
_CODE_LISTS = {"district": "district", "industry_focus": "industry", "kind": "carrier_kind"}


@in_the_readers_language
def building_occupancy(data: Database, filters: Filters) -> Exhibit:
    """Buildings with area let and on offer, viewings and projects, the most on offer first."""
    answer = data.run(_BUILDING_QUERY, **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="building_occupancy",
        title=_("Buildings: area let and on offer"),
        unit=numbers.unit_label("m2"),
        table=_named(data, answer.drop(columns="investment_unknown_count")),
        chart=MeasureBars(
            category="carrier_id",
            label="carrier_name",
            values=("leased_area_m2", "available_area_m2"),
            is_stacked=True,
            most=MOST_BUILDINGS,
        ),
        query=_BUILDING_QUERY,
        kinds=_BUILDING_KINDS,
        notes=_building_notes(
            data, filters, answer, *site_notes.not_drawn(len(answer) - MOST_BUILDINGS)
        ),
    )


@in_the_readers_language
def building_list(data: Database, filters: Filters) -> Exhibit:
    """The same buildings as a list: developer, operator, areas, viewings a week, the pipe."""
    answer = data.run(_BUILDING_QUERY, **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="building_list",
        title=_("Buildings, who is behind them, and what is in the pipeline"),
        table=_named(data, answer[list(_LISTED)]),
        chart=None,
        query=_BUILDING_QUERY,
        kinds=_BUILDING_KINDS,
        notes=_building_notes(data, filters, answer),
    )


def _building_notes(
    data: Database, filters: Filters, answer: pd.DataFrame, *own: str
) -> tuple[str, ...]:
    return site_notes.notes_of(
        data,
        filters,
        _("Areas are as the ledger says now, whatever the period."),
        *own,
        *site_notes.building_notes(answer),
        left_out=(_LEFT_OUT_SITES, _LEFT_OUT_VIEWINGS, _LEFT_OUT_PROJECTS),
    )


@in_the_readers_language
def site_viewings(data: Database, filters: Filters) -> Exhibit:
    """Viewings of each site in each week of the period, the site shown most first."""
    answer = data.run("sites/site_viewings", **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="site_viewings",
        title=_("Viewings of the sites, week by week"),
        unit=numbers.unit_label("viewings"),
        table=_named(data, answer),
        chart=HeatMap(
            row="carrier_id",
            row_label="carrier_name",
            column="week",
            column_label="week",
            value="viewing_count",
            is_weekly=True,
            most=MOST_SITES,
        ),
        query="sites/site_viewings",
        kinds=("carriers", "contacts"),
        notes=site_notes.notes_of(
            data,
            filters,
            *site_notes.viewing_notes(data, filters, answer, MOST_SITES),
            left_out=(_LEFT_OUT_VIEWINGS,),
        ),
    )


@in_the_readers_language
def site_projects(data: Database, filters: Filters) -> Exhibit:
    """Projects of each site standing at each stage at the period's end, most projects first."""
    answer = data.run("sites/site_projects", **filters.parameters())
    table = _named(data, answer.drop(columns="investment_unknown_count"))
    return exhibit.make(
        data,
        filters,
        name="site_projects",
        title=_("Projects of the sites by stage at the end of {day}").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit=numbers.unit_label("projects"),
        table=with_names(table, stage_name, "stage"),
        chart=StackedBars(
            x="carrier_id",
            x_label="carrier_name",
            value="project_count",
            series="stage",
            series_label="stage_name",
            most=MOST_SITES,
        ),
        query="sites/site_projects",
        kinds=("carriers", "projects"),
        notes=site_notes.notes_of(
            data,
            filters,
            *site_notes.not_drawn(len(set(answer["carrier_id"])) - MOST_SITES),
            *unknown_amounts_of(answer),
            left_out=(_LEFT_OUT_PROJECTS,),
        ),
    )


@in_the_readers_language
def output_per_mu(data: Database, filters: Filters) -> Exhibit:
    """Parks and parcels with planned output per mu against what they ask, the worst first."""
    answer = data.run("sites/output_per_mu", **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="output_per_mu",
        title=_(
            "Parks and parcels: output per mu, planned and required, at the end of {day}"
        ).format(day=numbers.date_text(filters.period.last_day)),
        unit=numbers.unit_label("wan_cny_per_mu"),
        table=_named(data, answer),
        chart=MeasureBars(
            category="carrier_id",
            label="carrier_name",
            values=("planned_output_wan_cny_per_mu", "required_output_wan_cny_per_mu"),
            most=MOST_SITES,
        ),
        query="sites/output_per_mu",
        kinds=("carriers", "projects"),
        notes=site_notes.notes_of(
            data,
            filters,
            *site_notes.output_notes(answer),
            *site_notes.not_drawn(len(answer) - MOST_SITES),
            left_out=(_LEFT_OUT_SITES, _LEFT_OUT_PROJECTS),
        ),
    )


def _named(data: Database, table: pd.DataFrame) -> pd.DataFrame:
    """The rows with the names of what a site is, where it stands and for which industry."""
    columns = [column for column in _CODE_LISTS if column in table.columns]
    return with_names(table, lambda column, code: data.name_of(_CODE_LISTS[column], code), *columns)
