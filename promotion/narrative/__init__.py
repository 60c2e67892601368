"""Key points: sentences made from exhibits' rows, true under any filter. A module a page."""

from promotion.narrative.activity import district_points, industry_points, overview_points
from promotion.narrative.library import library_points
from promotion.narrative.sites import site_points

__all__ = ["district_points", "industry_points", "library_points", "overview_points", "site_points"]
