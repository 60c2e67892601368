"""What the exhibits of the supply chain are called and show."""

from promotion.exhibits.definitions.definition import Definition
from promotion.language import N_

DEFINITIONS = {
    "anchor_companies": Definition(
        N_("Anchor companies"),
        N_(
            "Companies named as having brought a project, with their projects known by the "
            "period's end, closed ones included: how many had by then been signed, landed or "
            "gone into production, their agreed investment and their parts in the chain. "
            "Projects that name no company are counted in a note."
        ),
    ),
    "referral_flow": Definition(
        N_("From anchor company to industry and stage"),
        N_(
            "Projects that a company brought: from the company into the industry, and the "
            "stage at which they stand at the period's end."
        ),
    ),
    "spin_offs": Definition(
        N_("Spin-offs"),
        N_(
            "Spin-offs set up as projects of their own by the period's end, with the date of "
            "each step taken by then. Nearest to production first: landed, signed, in key "
            "talks, in talks, leads; then those in production and those closed; within a "
            "stage the longest there first."
        ),
    ),
    "chain_roles_by_district": Definition(
        N_("Chain roles by district"),
        N_(
            "Projects of each district in the library by the period's end, by their part in "
            "the chain."
        ),
    ),
    "chain_roles_by_district_and_industry": Definition(
        N_("Chain roles by district and industry"),
        N_(
            "Projects of each district and industry in the library by the period's end whose "
            "part in the chain is stated: how many extend, strengthen or complement it."
        ),
    ),
    "partner_firms": Definition(
        N_("Partner firms screened"),
        N_(
            "Investors of the projects that a company brought or whose lead came by the "
            "supply chain, each once in a district, and how far the furthest of its projects "
            "had got by the period's end. Spellings of a name that differ in spaces, width or"
            " capitals are one firm; what a company brought and invests in itself makes no "
            "partner firm."
        ),
    ),
}
