"""What the exhibits of the district page are called and show."""

from promotion.exhibits.definitions.definition import Definition
from promotion.language import N_

DEFINITIONS = {
    "district_profile": Definition(
        N_("A district against all"),
        N_(
            "One district's measures in the period, and its part of all districts' where they"
            " add up."
        ),
    ),
    "district_industries": Definition(
        N_("A district's industries"),
        N_("One district's chosen measure in each industry, in the period."),
    ),
    "district_months": Definition(
        N_("A district's months"),
        N_("One district's chosen measure in each of the twelve months up to the period's end."),
    ),
    "district_channels": Definition(
        N_("A district's channels"),
        N_(
            "One district's contacts by channel in the period, with the channel's share in it"
            " and in all districts."
        ),
    ),
}
