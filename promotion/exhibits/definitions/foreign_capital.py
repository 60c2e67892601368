"""What the exhibits of foreign capital are called and show."""

from promotion.exhibits.definitions.definition import Definition
from promotion.language import N_

DEFINITIONS = {
    "fdi_by_month": Definition(
        N_("Foreign capital by month"),
        N_(
            "Foreign capital contracted (on the signing date) and received (on the "
            "instalment's day) in each month of the period, in US dollars; yuan beside them "
            "at the year's rate."
        ),
    ),
    "fdi_by_district": Definition(
        N_("Foreign capital by district"),
        N_(
            "Each district's foreign capital contracted and received in the period, received "
            "÷ contracted, in US dollars; yuan beside them at each year's rate."
        ),
    ),
    "fdi_by_origin": Definition(
        N_("Foreign capital by origin"),
        N_(
            "Foreign capital contracted and received in the period from each country or "
            "region, and received ÷ contracted; the largest first."
        ),
    ),
    "fdi_by_kind": Definition(
        N_("Foreign capital by kind"),
        N_(
            "Foreign capital contracted and received in the period by kind of investment, and"
            " received ÷ contracted."
        ),
    ),
    "fdi_within": Definition(
        N_("Parts within foreign capital"),
        N_(
            "Within the foreign capital of the period, what Fortune Global 500 companies and Hong "
            "Kong, Macao and Taiwan contracted and brought; the parts overlap."
        ),
    ),
    "fortune_500_projects": Definition(
        N_("Fortune Global 500 projects"),
        N_(
            "Projects of Fortune Global 500 companies known by the period's end: stage, capital "
            "contracted and received by then; the most contracted first."
        ),
    ),
}
