"""What the exhibits of the overview are called and show."""

from promotion.exhibits.definitions.definition import Definition
from promotion.language import N_

DEFINITIONS = {
    "headline": Definition(
        N_("Activity at a glance"),
        N_("The measures of all that is filtered, in the period and the compared one."),
    ),
    "activity_by_district": Definition(
        N_("Activity by district"),
        N_(
            "Each district's measures in the period, its rank by the chosen one and the places won."
        ),
    ),
    "activity_by_industry": Definition(
        N_("Activity by industry"),
        N_(
            "Each industry's measures in the period, its rank by the chosen one and the places won."
        ),
    ),
    "activity_by_district_and_industry": Definition(
        N_("Activity by district and industry"),
        N_("The chosen measure of each district in each industry, in the period."),
    ),
    "contacts_by_month_and_channel": Definition(
        N_("Contacts by month and channel"),
        N_(
            "Contacts of each month of the period by channel; the line is the month's online share."
        ),
    ),
    "project_funnel": Definition(
        N_("Projects by stage"),
        N_(
            "Projects standing at each stage at the period's end, with their agreed "
            "investment, and how many got so far or further."
        ),
    ),
    "district_map": Definition(
        N_("Tile map"),
        N_("The chosen measure of each district in the period, on a grid of tiles."),
    ),
    "target_progress": Definition(
        N_("Targets against the pace of time"),
        N_(
            "Each district's yearly targets: actual from the year's first day to the as-of "
            "date ÷ target, against the pace of time."
        ),
    ),
}
