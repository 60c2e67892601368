"""What the exhibits of sites are called and show."""

from promotion.exhibits.definitions.definition import Definition
from promotion.language import N_

DEFINITIONS = {
    "building_occupancy": Definition(
        N_("Buildings: area let and on offer"),
        N_(
            "Buildings by area let and on offer as the carriers ledger says now, with "
            "developer, operator, the period's viewings and the projects in the pipeline at its "
            "end."
        ),
    ),
    "building_list": Definition(
        N_("Buildings and who is behind them"),
        N_(
            "The buildings as a list: who developed and runs each, its areas, viewings a week"
            " and projects in the pipeline."
        ),
    ),
    "site_viewings": Definition(
        N_("Viewings by week"),
        N_(
            "Contacts in which each building, park or parcel was shown, on site or online, by"
            " week of the period."
        ),
    ),
    "site_projects": Definition(
        N_("Projects of each site"),
        N_(
            "Projects going to each building, park or parcel, standing at each stage at the "
            "period's end, with their agreed investment."
        ),
    ),
    "output_per_mu": Definition(
        N_("Output per mu: planned and required"),
        N_(
            "Parks and parcels: planned yearly output ÷ land, both added over the projects "
            "going there and not closed at the period's end of which both are known, against "
            "what the site requires."
        ),
    ),
}
