"""Industries: where their projects stand, who is specialised, which part of the chain."""

from promotion import exhibit, numbers
from promotion.database import Database
from promotion.descriptions import HeatMap, StackedBars
from promotion.exhibit import Exhibit, in_the_readers_language, not_stated_or, with_names
from promotion.exhibits.scope_notes import own_whole
from promotion.filters import Filters
from promotion.language import _
from promotion.measures import stage_name


@in_the_readers_language
def projects_by_industry_and_stage(data: Database, filters: Filters) -> Exhibit:
    """Projects of each industry standing at each stage at the period's end."""
    table = data.run("industry/projects_by_industry_and_stage", **filters.parameters())
    named = with_names(table, data.name_of, "industry")
    return exhibit.make(
        data,
        filters,
        name="projects_by_industry_and_stage",
        title=_("Projects by industry and stage at the end of {day}").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit=numbers.unit_label("projects"),
        table=with_names(named, stage_name, "stage"),
        chart=StackedBars(
            x="industry",
            x_label="industry_name",
            value="project_count",
            series="stage",
            series_label="stage_name",
        ),
        query="industry/projects_by_industry_and_stage",
        kinds=("projects",),
    )


@in_the_readers_language
def industry_specialisation(data: Database, filters: Filters) -> Exhibit:
    """How specialised each district is in each industry: location quotients of its projects."""
    table = data.run("industry/industry_specialisation", **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="industry_specialisation",
        title=_("Specialisation of the districts"),
        unit=_("location quotient; 1 = as all districts"),
        table=with_names(table, data.name_of, "district", "industry"),
        chart=HeatMap(
            row="industry",
            row_label="industry_name",
            column="district",
            column_label="district_name",
            value="location_quotient",
            centre=1.0,
            base="project_count",
        ),
        query="industry/industry_specialisation",
        kinds=("projects",),
        notes=(
            _(
                "Shares are of all districts and industries, whatever is filtered; cells of "
                "fewer than 5 projects show their number in brackets instead."
            ),
            *own_whole(data),
        ),
    )


@in_the_readers_language
def chain_roles_by_industry(data: Database, filters: Filters) -> Exhibit:
    """Projects of each industry by the part they play in its chain, at the period's end."""
    table = data.run("industry/chain_roles_by_industry", **filters.parameters())

    return exhibit.make(
        data,
        filters,
        name="chain_roles_by_industry",
        title=_("Chain roles by industry at the end of {day}").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit=numbers.unit_label("projects"),
        table=with_names(
            with_names(table, data.name_of, "industry"), not_stated_or(data.name_of), "chain_role"
        ),
        chart=StackedBars(
            x="industry",
            x_label="industry_name",
            value="project_count",
            series="chain_role",
            series_label="chain_role_name",
        ),
        query="industry/chain_roles_by_industry",
        kinds=("projects",),
    )
