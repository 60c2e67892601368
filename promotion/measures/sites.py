"""The measures of buildings, parks and parcels."""

from promotion.language import N_
from promotion.measures.measure import Measure

MEASURES = {
    "carrier_id": Measure(N_("Site number"), "text"),
    "carrier_name": Measure(
        N_("Site"), "text", N_("As the ledger calls it; its number after it where two share it.")
    ),
    "kind": Measure(N_("Kind of site"), "text", N_("Building, park or land parcel.")),
    "industry_focus": Measure(N_("Industry focus"), "text"),
    "developer": Measure(N_("Developer"), "text"),
    "operator": Measure(N_("Operator"), "text"),
    "total_area_m2": Measure(
        N_("Total area"), "m2", N_("The building's area as the carriers ledger says now.")
    ),
    "leased_area_m2": Measure(
        N_("Area let"), "m2", N_("Of the building's area, as the carriers ledger says now.")
    ),
    "available_area_m2": Measure(
        N_("Area on offer"),
        "m2",
        N_("Total area − area let; unknown where either is, or where more is let than there is."),
    ),
    "occupancy_share": Measure(
        N_("Occupancy"),
        "share",
        N_(
            "Area let ÷ total area; of several buildings, their added areas where both are known. "
            "Unknown where either is, or where more is let than there is."
        ),
    ),
    "viewing_count": Measure(
        N_("Viewings"),
        "viewings",
        N_(
            "Contacts within the period in which the site was shown, on site or online: those "
            "that name the site, whatever their activity. Contacts of the activity site promotion "
            "are counted by that activity, whether or not they name a site. Source: contacts "
            "ledger."
        ),
    ),
    "viewings_per_week": Measure(
        N_("Viewings a week"),
        "per_week",
        N_(
            "Viewings ÷ days of the period × 7; the days from the first that the contacts ledger "
            "covers to the as-of date."
        ),
    ),
    "pipeline_project_count": Measure(
        N_("Projects in the pipeline"),
        "projects",
        N_(
            "Projects going to the site that stand in talks, in key talks or signed and not "
            "landed at the period's end."
        ),
    ),
    "pipeline_investment_wan_cny": Measure(
        N_("Investment in the pipeline"),
        "wan_cny",
        N_("Agreed investment of the projects in the pipeline; unknown amounts add nothing."),
    ),
    "landed_project_count": Measure(
        N_("Landed there"),
        "projects",
        N_("Projects of the site that stand at landed or in production at the period's end."),
    ),
    "week": Measure(
        N_("Week from"), "date", N_("The week's Monday; only its days within the period count.")
    ),
    "land_mu": Measure(
        N_("Land of the site"), "mu", N_("The site's land as the carriers ledger says now.")
    ),
    "required_output_wan_cny_per_mu": Measure(
        N_("Required output per mu"),
        "wan_cny_per_mu",
        N_("The yearly output per mu that the park or parcel requires. Source: carriers ledger."),
    ),
    "planned_output_wan_cny": Measure(
        N_("Planned yearly output"),
        "wan_cny",
        N_(
            "Yearly output at design capacity of the projects counted; the numerator of the "
            "planned output per mu."
        ),
    ),
    "project_land_mu": Measure(
        N_("Land of the projects"),
        "mu",
        N_("Land of the projects counted; the denominator of the planned output per mu."),
    ),
    "planned_output_wan_cny_per_mu": Measure(
        N_("Planned output per mu"),
        "wan_cny_per_mu",
        N_(
            "Planned yearly output ÷ land, each added over the site's projects not closed by the "
            "period's end of which both are known."
        ),
    ),
    "counted_project_count": Measure(
        N_("Output and land known"),
        "projects",
        N_("Of the projects going there, those whose planned output and land are both known."),
    ),
    "meets_requirement": Measure(
        N_("Meets the requirement"),
        "yes_no",
        N_("Whether the planned output per mu reaches the required one; unknown if either is."),
    ),
}
