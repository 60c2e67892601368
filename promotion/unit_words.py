"""What figures are counted in, in words; promotion.numbers offers them too."""

from promotion.language import N_, _

UNITS = {
    "contacts": N_("contacts"),
    "person_times": N_("person-times"),
    "tips": N_("tips"),
    "projects": N_("projects"),
    "wan_cny": N_("10,000 yuan"),
    "wan_usd": N_("10,000 US dollars"),
    "points": N_("points"),
    "share": N_("%"),
    "ratio": N_("ratio"),
    "rank": N_("place"),
    "places": N_("places"),
    "days": N_("days"),
    "whole_days": N_("days"),
    "per_hundred": N_("per 100 contacts"),
    "concerns": N_("concerns"),
    "companies": N_("companies"),
    "viewings": N_("viewings"),
    "per_week": N_("a week"),
    "m2": N_("m²"),
    "mu": N_("mu"),
    "wan_cny_per_mu": N_("10,000 yuan per mu"),
    "cny_per_usd": N_("yuan per US dollar"),
    "rows": N_("rows"),
}
# What one of them is called.
_ONE = {
    "contacts": N_("contact"),
    "person_times": N_("person-time"),
    "projects": N_("project"),
    "days": N_("day"),
    "rows": N_("row"),
}
# Figures whose column says what they are counted in.
UNITS_IN_HEADINGS = ("wan_cny", "wan_usd", "m2", "mu", "wan_cny_per_mu")


def unit_label(unit: str) -> str:
    """The unit's name; empty where the values carry their own or have none."""
    return _(UNITS[unit]) if unit in UNITS else ""


def with_unit(number: str, unit: str) -> str:
    """A number in words with its unit beside it: 3 contacts, 1 contact."""
    words = _(_ONE[unit]) if number == "1" and unit in _ONE else unit_label(unit)
    return _("{number} {unit}").format(number=number, unit=words)
