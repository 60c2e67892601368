"""What each exhibit shows and how it counts, in a sentence or two: the dictionary's first half."""

from promotion.language import N_

DEFINITIONS = {
    "headline": N_("The measures of all that is filtered, in the period and the compared one."),
    "activity_by_district": N_(
        "Each district's measures in the period, its rank by the chosen one and the places won."
    ),
    "activity_by_industry": N_(
        "Each industry's measures in the period, its rank by the chosen one and the places won."
    ),
    "activity_by_district_and_industry": N_(
        "The chosen measure of each district in each industry, in the period."
    ),
    "contacts_by_month_and_channel": N_(
        "Contacts of each month of the period by channel; the line is the month's online share."
    ),
    "project_funnel": N_(
        "Projects standing at each stage at the period's end, with their agreed investment, and "
        "how many got so far or further."
    ),
    "district_map": N_("The chosen measure of each district in the period, on a grid of tiles."),
    "target_progress": N_(
        "Each district's yearly targets: actual from the year's first day to the as-of date ÷ "
        "target, against the pace of time."
    ),
    "district_profile": N_(
        "One district's measures in the period, and its part of all districts' where they add up."
    ),
    "district_industries": N_("One district's chosen measure in each industry, in the period."),
    "district_months": N_(
        "One district's chosen measure in each of the twelve months up to the period's end."
    ),
    "district_channels": N_(
        "One district's contacts by channel in the period, with the channel's share in it and in "
        "all districts."
    ),
    "projects_by_industry_and_stage": N_(
        "Projects of each industry standing at each stage at the period's end."
    ),
    "industry_specialisation": N_(
        "Location quotients: an industry's share of a district's projects ÷ its share of all "
        "districts' projects."
    ),
    "chain_roles_by_industry": N_(
        "Projects of each industry in the library by the period's end, by their part in the chain."
    ),
    "project_library": N_(
        "Projects in the four classes of the library at the period's end, with their agreed "
        "investment; any past day can be chosen as the end."
    ),
    "stage_flow": N_(
        "How many projects went from which stage, on the day before the period, to which at its "
        "end."
    ),
    "signing_cohorts": N_(
        "Projects signed in each month of the period, those of them landed by the as-of date, and "
        "landed ÷ signed."
    ),
    "stage_durations": N_(
        "Median and quartile days between two stage dates, of the projects that reached the later "
        "one within the period."
    ),
    "dispatch_list": N_(
        "Projects whose follow-up is overdue, without contact for too long, or signed and not "
        "landed for too long, at the period's end; a row a reason, the largest investment first."
    ),
    "record_staleness": N_(
        "Open projects of each district by the days since their record was last updated."
    ),
    "repeated_signings": N_(
        "Pairs of signed projects of one investor, with the same amount and similar names: to be "
        "checked, never removed from the counts."
    ),
    "building_occupancy": N_(
        "Buildings by area let and on offer as the carriers ledger says now, with developer, "
        "operator, the period's viewings and the projects in the pipe at its end."
    ),
    "building_list": N_(
        "The buildings as a list: who developed and runs each, its areas, viewings a week and "
        "projects in the pipe."
    ),
    "site_viewings": N_(
        "Contacts in which each building, park or parcel was shown, on site or online, by week of "
        "the period."
    ),
    "site_projects": N_(
        "Projects going to each building, park or parcel, standing at each stage at the period's "
        "end, with their agreed investment."
    ),
    "output_per_mu": N_(
        "Parks and parcels: planned yearly output ÷ land, both added over the projects going there "
        "and not closed at the period's end of which both are known, against what the site asks."
    ),
}
