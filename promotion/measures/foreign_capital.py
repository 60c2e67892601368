"""The measures of foreign capital."""

from promotion.language import N_
from promotion.measures.measure import Measure

# The parts of foreign capital that are looked at apart; they overlap.
CAPITAL_PARTS = {
    "all": N_("All foreign capital"),
    "fortune_500": N_("Of which Fortune Global 500"),
    "hong_kong": N_("Of which Hong Kong, China"),
    "macao": N_("Of which Macao, China"),
    "taiwan": N_("Of which Taiwan, China"),
    "hong_kong_macao_taiwan": N_("Hong Kong, Macao and Taiwan"),
}

MEASURES = {
    "contracted_fdi_wan_usd": Measure(
        N_("Foreign capital contracted"),
        "wan_usd",
        N_(
            "Foreign capital in the contracts of projects whose signing date is within the period, "
            "in US dollars; unknown amounts add nothing and are counted beside it. Source: "
            "projects ledger."
        ),
    ),
    "contracted_project_count": Measure(
        N_("Projects with contracted capital"),
        "projects",
        N_(
            "Projects signed within the period whose contracted foreign capital is known and more "
            "than zero."
        ),
    ),
    "contracted_unknown_count": Measure(
        N_("Contracted amount unknown"),
        "projects",
        N_("Foreign projects signed within the period whose contracted capital is unknown."),
    ),
    "funds_in_place_rate": Measure(
        N_("Funds-in-place rate"),
        "share",
        N_(
            "Foreign capital received ÷ contracted, both within the period, from added amounts. "
            "Received may belong to earlier contracts, so the rate may exceed 1. Unknown where "
            "nothing was contracted."
        ),
    ),
    "contracted_fdi_wan_cny": Measure(
        N_("Contracted, in yuan"),
        "wan_cny",
        N_(
            "Foreign capital contracted × the rate of the year of signing (rates ledger); unknown "
            "where a year has no rate. Never added to amounts agreed in yuan."
        ),
    ),
    "received_fdi_wan_cny": Measure(
        N_("Received, in yuan"),
        "wan_cny",
        N_(
            "Foreign capital received × the rate of the year of arrival (rates ledger); unknown "
            "where a year has no rate. Never added to amounts agreed in yuan."
        ),
    ),
    "cny_per_usd": Measure(
        N_("Rate of exchange"),
        "cny_per_usd",
        N_("Yuan for one US dollar. Source: rates ledger."),
    ),
    "rate_year": Measure(N_("Year of the rate"), "plain", N_("The year the rate holds for.")),
    "rates_used": Measure(
        N_("Rates of exchange used"), "text", N_("Yuan for one US dollar in each year needed.")
    ),
    "investment_kind": Measure(N_("Kind of investment"), "text"),
    "capital_part": Measure(
        N_("Part of foreign capital"), "text", N_("The parts overlap and do not add up to all.")
    ),
    "contracted_share_of_all": Measure(
        N_("Share of all contracted"),
        "share",
        N_("The part's foreign capital contracted ÷ all foreign capital contracted."),
    ),
    "received_share_of_all": Measure(
        N_("Share of all received"),
        "share",
        N_("The part's foreign capital received ÷ all foreign capital received."),
    ),
    "contracted_compared": Measure(
        N_("Contracted, compared period"),
        "wan_usd",
        N_("Foreign capital contracted in the compared period, in US dollars."),
    ),
    "received_compared": Measure(
        N_("Received, compared period"),
        "wan_usd",
        N_("Foreign capital received in the compared period, in US dollars."),
    ),
}
