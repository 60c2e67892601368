"""The supply chain: who brings projects, into which chain, partner firms and spin-offs."""

from promotion import exhibit, numbers
from promotion.database import Database
from promotion.descriptions import Flow, HeatMap, MeasureBars, StackedBars
from promotion.exhibit import Exhibit, in_the_readers_language, not_stated_or, with_names
from promotion.exhibits import supply_chain_notes as notes
from promotion.filters import Filters
from promotion.language import _
from promotion.measures import STAGES, stage_name

KINDS = ("projects",)
COMPANIES_DRAWN = 12
COMPANIES_IN_FLOW = 8


@in_the_readers_language
def anchor_companies(data: Database, filters: Filters) -> Exhibit:
    """The companies that brought projects by the period's end, most projects first.

    Signed, landed and in production: reached by then. The measures drawn add up to the projects;
    projects that name no company are counted in a note.
    """
    answer = data.run("chain/anchor_companies", **filters.parameters())
    table = with_names(
        answer.drop(columns="spelling_count"),
        lambda _list, code: data.name_of("district", code),
        "main_district",
    )
    return exhibit.make(
        data,
        filters,
        name="anchor_companies",
        title=_("Anchor companies and what became of the projects they brought by {day}").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit=_("projects; at the end: known agreed investment"),
        table=table,
        chart=MeasureBars(
            category="referred_by",
            label="referred_by",
            values=(
                "landed_count",
                "signed_open_count",
                "unsigned_open_count",
                "closed_before_landing_count",
            ),
            is_stacked=True,
            most=COMPANIES_DRAWN,
            aside="agreed_investment_wan_cny",
            stages=("landed", "signed", "lead", "no_follow_up"),
        ),
        query="chain/anchor_companies",
        kinds=KINDS,
        notes=(
            *notes.companies_drawn(answer, COMPANIES_DRAWN),
            *notes.naming_no_company(data, filters),
            *notes.unknown_amounts(answer),
            *notes.several_spellings(answer),
            *notes.other_roles(answer, "project_count", "role_unknown_count"),
        ),
    )


@in_the_readers_language
def referral_flow(data: Database, filters: Filters) -> Exhibit:
    """How many projects each company brought into which industry, and where they stand."""
    table = data.run("chain/referral_flow", **filters.parameters())
    companies = table.drop_duplicates("referred_by")
    named = with_names(table, data.name_of, "industry")
    return exhibit.make(
        data,
        filters,
        name="referral_flow",
        title=_("From anchor company to industry to stage at the end of {day}").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit=numbers.unit_label("projects"),
        table=with_names(named, stage_name, "stage"),
        chart=Flow(
            steps=("referred_by", "industry", "stage"),
            labels=("referred_by", "industry_name", "stage_name"),
            value="project_count",
            most=COMPANIES_IN_FLOW,
            order=(*data.codes("industry"), *STAGES),
        ),
        query="chain/referral_flow",
        kinds=KINDS,
        notes=(
            *notes.companies_drawn(companies, COMPANIES_IN_FLOW),
            *notes.naming_no_company(data, filters),
        ),
    )


@in_the_readers_language
def spin_offs(data: Database, filters: Filters) -> Exhibit:
    """Spin-offs set up as projects of their own and their steps, nearest to production first."""
    table = data.run("chain/spin_offs", **filters.parameters())
    named = with_names(table, data.name_of, "district", "industry")
    return exhibit.make(
        data,
        filters,
        name="spin_offs",
        title=_("Spin-offs and their steps to production at the end of {day}").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit="",
        table=with_names(named, stage_name, "stage"),
        chart=None,
        query="chain/spin_offs",
        kinds=KINDS,
        notes=(
            _(
                "Nearest to production first, the longest at their stage first; then those in "
                "production, then those without further follow-up."
            ),
        ),
    )


@in_the_readers_language
def chain_roles_by_district(data: Database, filters: Filters) -> Exhibit:
    """Projects of each district by the part they play in a chain, at the period's end."""
    table = data.run("chain/chain_roles_by_district", **filters.parameters())
    named = with_names(table, data.name_of, "district")
    return exhibit.make(
        data,
        filters,
        name="chain_roles_by_district",
        title=_("Chain roles by district at the end of {day}").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit=numbers.unit_label("projects"),
        table=with_names(named, not_stated_or(data.name_of), "chain_role"),
        chart=StackedBars(
            x="district",
            x_label="district_name",
            value="project_count",
            series="chain_role",
            series_label="chain_role_name",
        ),
        query="chain/chain_roles_by_district",
        kinds=KINDS,
    )


@in_the_readers_language
def chain_roles_by_district_and_industry(data: Database, filters: Filters) -> Exhibit:
    """Projects whose part in a chain is stated, of each district in each industry."""
    table = data.run("chain/chain_roles_by_district_and_industry", **filters.parameters())
    unstated = sum(count or 0 for count in table["role_unknown_count"])
    note = _("Projects whose part in the chain is not stated, and not counted: {count}.")
    return exhibit.make(
        data,
        filters,
        name="chain_roles_by_district_and_industry",
        title=_("Projects with a chain role by district and industry at the end of {day}").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit=numbers.unit_label("projects"),
        table=with_names(table, data.name_of, "district", "industry"),
        chart=HeatMap(
            row="industry",
            row_label="industry_name",
            column="district",
            column_label="district_name",
            value="chain_role_count",
        ),
        query="chain/chain_roles_by_district_and_industry",
        kinds=KINDS,
        notes=(
            *((note.format(count=numbers.count_text(unstated)),) if unstated else ()),
            *notes.other_roles(table, "chain_role_count"),
        ),
    )


@in_the_readers_language
def partner_firms(data: Database, filters: Filters) -> Exhibit:
    """Partner firms that each district has screened by the period's end, and how far they got."""
    table = data.run("chain/partner_firms", **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="partner_firms",
        title=_("Partner firms screened by {day}, and how far they got").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit=numbers.unit_label("companies"),
        table=with_names(table, data.name_of, "district"),
        chart=MeasureBars(
            category="district",
            label="district_name",
            values=(
                "screened_firm_count",
                "in_talks_firm_count",
                "signed_firm_count",
                "landed_firm_count",
                "dropped_firm_count",
            ),
            stages=("lead", "negotiating", "signed", "landed", "no_follow_up"),
        ),
        query="chain/partner_firms",
        kinds=KINDS,
        notes=notes.left_out_of_firms(data, filters),
    )
