"""Every exhibit by its name: the contract that pages, exports and the command line share."""

from promotion.exhibit import ExhibitFunction
from promotion.exhibits import district, industry, library, overview, sites

OVERVIEW = (
    overview.headline,
    overview.activity_by_district,
    overview.activity_by_industry,
    overview.activity_by_district_and_industry,
    overview.contacts_by_month_and_channel,
    overview.project_funnel,
    overview.district_map,
    overview.target_progress,
)
DISTRICT = (
    district.district_profile,
    district.district_industries,
    district.district_months,
    district.district_channels,
)
INDUSTRY = (
    industry.projects_by_industry_and_stage,
    industry.industry_specialisation,
    industry.chain_roles_by_industry,
)
LIBRARY = (
    library.project_library,
    library.stage_flow,
    library.signing_cohorts,
    library.stage_durations,
    library.dispatch_list,
    library.record_staleness,
    library.repeated_signings,
)
SITES = (
    sites.building_occupancy,
    sites.building_list,
    sites.site_viewings,
    sites.site_projects,
    sites.output_per_mu,
)
EXHIBITS: dict[str, ExhibitFunction] = {
    function.__name__: function for function in (*OVERVIEW, *DISTRICT, *INDUSTRY, *LIBRARY, *SITES)
}
