"""The dictionary of exhibits: what each is called, shows and counts; a module a page."""

from promotion.exhibits.definitions import (
    cloud,
    district,
    foreign_capital,
    industry,
    library,
    outlook,
    overview,
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
    | outlook.DEFINITIONS
)
