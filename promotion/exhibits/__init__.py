"""Every exhibit by its name: the contract that pages, exports and the command line share."""

from promotion.exhibit import ExhibitFunction
from promotion.exhibits import (
    back_test,
    cloud,
    comparison,
    concerns,
    district,
    foreign_capital,
    industry,
    library,
    outlook,
    overview,
    score_card,
    sites,
    supply_chain,
)

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
CLOUD = (
    cloud.online_share_by_month,
    cloud.contacts_by_channel,
    cloud.contact_calendar,
    cloud.contact_yield,
    concerns.concerns,
    concerns.open_concerns,
    cloud.contacts_by_activity,
    cloud.contacts_by_origin,
)
FOREIGN_CAPITAL = (
    foreign_capital.fdi_by_month,
    foreign_capital.fdi_by_district,
    foreign_capital.fdi_by_origin,
    foreign_capital.fdi_by_kind,
    foreign_capital.fdi_within,
    foreign_capital.fortune_500_projects,
)
SUPPLY_CHAIN = (
    supply_chain.anchor_companies,
    supply_chain.referral_flow,
    supply_chain.spin_offs,
    supply_chain.chain_roles_by_district,
    supply_chain.chain_roles_by_district_and_industry,
    supply_chain.partner_firms,
)
SITES = (
    sites.building_occupancy,
    sites.building_list,
    sites.site_viewings,
    sites.site_projects,
    sites.output_per_mu,
)
COMPARE = (comparison.comparison,)
TARGETS = (
    outlook.year_end_forecast,
    back_test.forecast_back_test,
    score_card.score_card,
    score_card.score_card_list,
)
# By the address of the page in the dashboard; the overview is at its root.
PAGES = {
    "": OVERVIEW,
    "district": DISTRICT,
    "industry": INDUSTRY,
    "library": LIBRARY,
    "cloud": CLOUD,
    "foreign_capital": FOREIGN_CAPITAL,
    "supply_chain": SUPPLY_CHAIN,
    "sites": SITES,
    "compare": COMPARE,
    "targets": TARGETS,
}
EXHIBITS: dict[str, ExhibitFunction] = {
    function.__name__: function for page in PAGES.values() for function in page
}
ADDRESSES = {function.__name__: address for address, page in PAGES.items() for function in page}
