"""The dictionary of measures: what each column of an exhibit is called, counted in, and means.

A module for each group of exhibits; a name means the same everywhere.
"""

from promotion.language import N_, _
from promotion.measures import (
    activity,
    cloud,
    comparison,
    foreign_capital,
    library,
    outlook,
    score_card,
    sites,
    supply_chain,
    things,
)
from promotion.measures.measure import Measure

# What a reader may rank, colour and compare by, in the order offered.
ACTIVITY = (
    "contact_count",
    "attendee_count",
    "lead_count",
    "online_share",
    "new_project_count",
    "signed_count",
    "signed_investment_wan_cny",
    "landed_count",
    "received_fdi_wan_usd",
)

MEASURES: dict[str, Measure] = (
    activity.MEASURES
    | library.MEASURES
    | cloud.MEASURES
    | foreign_capital.MEASURES
    | supply_chain.MEASURES
    | sites.MEASURES
    | comparison.MEASURES
    | score_card.MEASURES
    | outlook.MEASURES
    | things.MEASURES
)

CAPITAL_PARTS = foreign_capital.CAPITAL_PARTS

STAGES = {
    "not_known": N_("New in the period"),
    "lead": N_("Lead"),
    "negotiating": N_("Negotiating"),
    "key_negotiating": N_("Key negotiation"),
    "signed": N_("Signed, not landed"),
    "landed": N_("Landed"),
    "in_production": N_("In production"),
    "no_follow_up": N_("No further follow-up"),
}

STEPS = {
    "lead_to_negotiation": N_("Lead to talks"),
    "negotiation_to_signing": N_("Talks to signing"),
    "signing_to_landing": N_("Signing to landing"),
    "landing_to_production": N_("Landing to production"),
}


def stage_name(_list: str, stage: str | None) -> str | None:
    """What readers call a stage, in the language in use."""
    return None if stage is None else _(STAGES[stage])


def label_of(column: str) -> str:
    """What readers call a column, in the language in use."""
    return _(MEASURES[_named(column)].label)


def unit_of(column: str, metric: str | None = None) -> str:
    """The unit of a column (a key of numbers.UNITS); of a metric's values, the metric's."""
    if column.endswith("_name"):
        return "text"
    unit = MEASURES[column].unit
    if unit == "by_metric" and metric is not None:
        return MEASURES[metric].unit
    return unit


def definition_of(column: str) -> str:
    """What a column counts, in the language in use; empty where its name says all."""
    definition = MEASURES[_named(column)].definition
    return _(definition) if definition else ""


def _named(column: str) -> str:
    """The column whose codes it names, where it holds names of codes; else itself."""
    codes = column.removesuffix("_name")
    return codes if codes != column and codes in MEASURES else column
