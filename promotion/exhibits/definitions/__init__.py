"""The dictionary of exhibits: what each is called, shows and counts; a module a page."""

from promotion.exhibits.definitions import (
    cloud,
    comparison,
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
from promotion.exhibits.definitions.definition import Definition

DEFINITIONS: dict[str, Definition] = (
    overview.DEFINITIONS
    | district.DEFINITIONS
    | industry.DEFINITIONS
    | library.DEFINITIONS
    | cloud.DEFINITIONS
    | foreign_capital.DEFINITIONS
    | supply_chain.DEFINITIONS
    | sites.DEFINITIONS
    | comparison.DEFINITIONS
    | outlook.DEFINITIONS
    | score_card.DEFINITIONS
)
