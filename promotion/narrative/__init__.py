"""Key points: sentences made from exhibits' rows, true under any filter. A module a page."""

from promotion.narrative.activity import district_points, industry_points, overview_points
from promotion.narrative.cloud import cloud_points
from promotion.narrative.comparison import comparison_points
from promotion.narrative.findings import finding
from promotion.narrative.foreign_capital import foreign_capital_points
from promotion.narrative.library import library_points
from promotion.narrative.outlook import outlook_points
from promotion.narrative.sites import site_points
from promotion.narrative.supply_chain import supply_chain_points

__all__ = [
    "cloud_points",
    "comparison_points",
    "district_points",
    "finding",
    "foreign_capital_points",
    "industry_points",
    "library_points",
    "outlook_points",
    "overview_points",
    "site_points",
    "supply_chain_points",
]
