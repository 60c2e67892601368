"""What the exhibits of the industry page are called and show."""

from promotion.exhibits.definitions.definition import Definition
from promotion.language import N_

DEFINITIONS = {
    "projects_by_industry_and_stage": Definition(
        N_("Projects by industry and stage"),
        N_("Projects of each industry standing at each stage at the period's end."),
    ),
    "industry_specialisation": Definition(
        N_("Specialisation of the districts"),
        N_(
            "Location quotients: an industry's share of a district's projects ÷ its share of "
            "all districts' projects."
        ),
    ),
    "chain_roles_by_industry": Definition(
        N_("Chain roles by industry"),
        N_(
            "Projects of each industry in the library by the period's end, by their part in "
            "the chain."
        ),
    ),
}
