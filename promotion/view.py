"""A view as the dashboard's address holds it: choices in codes, so that a link shows the same."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from promotion.exhibits import ADDRESSES
from promotion.filters import NO_SIDES, FilterFault, Filters, Sides

# What a first visit shows; left out of the address.
FIRST = {
    "period": "latest",
    "compare": "previous",
    "capital": "all",
    "measure": "contact_count",
}
Parameters = dict[str, list[str]]


def parameters(filters: Filters, period: str = "custom") -> Parameters:
    """The parameters of the view's address; `period` is a preset, or "custom" for its days."""
    chosen = {name: getattr(filters, name) for name in FIRST if name != "period"}
    chosen["period"] = period
    found = {name: [chosen[name]] for name in FIRST if chosen[name] != FIRST[name]}
    if period == "custom":
        found["from"] = [filters.period.first_day.isoformat()]
        found["to"] = [filters.period.last_day.isoformat()]
    codes = {"district": filters.districts, "industry": filters.industries}
    found |= {name: list(of_list) for name, of_list in codes.items() if of_list}
    return found | {name: [code] for name, code in _of_sides(filters.sides).items() if code}


def link(dashboard: str, filters: Filters, exhibit: str = "") -> str:
    """The address of the view in the dashboard at this address, on the exhibit's page (else the
    overview), its days and language written out; empty where the dashboard's is not known."""
    if not dashboard:
        return ""
    query = urlencode(parameters(filters) | {"lang": [filters.language]}, doseq=True)
    return f"{dashboard.rstrip('/')}/{ADDRESSES.get(exhibit, '')}?{query}"


def choices_of(found: Mapping[str, list[str]]) -> dict[str, object]:
    """What `choices.choose_filters` takes, of an address's parameters; raises FilterFault."""
    chosen = {name: found[name][0] for name in FIRST if found.get(name)}
    days = {"first_day": "from", "last_day": "to"}
    if chosen.get("period") == "custom":
        del chosen["period"]
        chosen |= {name: _day(found[key][0]) for name, key in days.items() if found.get(key)}
    by, left, right = ((found.get(name) or [""])[0] for name in _of_sides(NO_SIDES))
    return chosen | {
        "districts": list(found.get("district", ())),
        "industries": list(found.get("industry", ())),
        "sides": Sides(by, left, right),
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FilterFault(f"{text!r} is no date; write it as 2020-03-31") from None


def _of_sides(sides: Sides) -> dict[str, str]:
    return {"sides": sides.by, "left": sides.left, "right": sides.right}
