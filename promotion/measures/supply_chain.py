"""The measures of the supply chain."""

from promotion.language import N_
from promotion.measures.measure import Measure

MEASURES = {
    "referred_by": Measure(
        N_("Anchor company"),
        "text",
        N_(
            "The company named as having brought the project. Spellings that differ in spaces, "
            "width or capitals are one company, shown as its first project writes it."
        ),
    ),
    "in_production_count": Measure(
        N_("In production"),
        "projects",
        N_("Projects that had gone into production by the period's end, whatever became of them."),
    ),
    "signed_open_count": Measure(
        N_("Signed, not landed"),
        "projects",
        N_("Projects signed by the period's end, and by then neither landed nor closed."),
    ),
    "unsigned_open_count": Measure(
        N_("Not signed yet"),
        "projects",
        N_("Projects known by the period's end, and by then neither signed nor closed."),
    ),
    "closed_before_landing_count": Measure(
        N_("Closed before landing"),
        "projects",
        N_("Projects closed by the period's end that had not landed by then."),
    ),
    "extend_count": Measure(
        N_("Extends the chain"),
        "projects",
        N_("Projects known by the period's end that extend the supply chain."),
    ),
    "strengthen_count": Measure(
        N_("Strengthens the chain"),
        "projects",
        N_("Projects known by the period's end that strengthen the supply chain."),
    ),
    "complement_count": Measure(
        N_("Complements the chain"),
        "projects",
        N_("Projects known by the period's end that complement the supply chain."),
    ),
    "role_unknown_count": Measure(
        N_("Chain role not stated"),
        "projects",
        N_("Projects known by the period's end whose part in the chain is not stated."),
    ),
    "chain_role_count": Measure(
        N_("Projects with a chain role"),
        "projects",
        N_("Projects known by the period's end whose part in the chain is stated."),
    ),
    "main_district": Measure(
        N_("Main district"),
        "text",
        N_(
            "The district with most of the company's projects; of several with as many the first "
            "in official order."
        ),
    ),
    "district_count": Measure(
        N_("Number of districts"),
        "plain",
        N_("Districts to which the company has brought projects."),
    ),
    "negotiation_date": Measure(N_("Talks date"), "date"),
    "production_date": Measure(N_("Production date"), "date"),
    "days_at_stage": Measure(
        N_("Days at this stage"),
        "days",
        N_(
            "Days since the project came to stand at its stage, to the period's end or to the "
            "as-of date where that is earlier."
        ),
    ),
    "screened_firm_count": Measure(
        N_("Screened"),
        "companies",
        N_("Partner firms of all projects known by the period's end."),
    ),
    "in_talks_firm_count": Measure(
        N_("Reached talks"),
        "companies",
        N_("Partner firms of which a project had got to talks or further by the period's end."),
    ),
    "signed_firm_count": Measure(
        N_("Reached signing"),
        "companies",
        N_("Partner firms of which a project had got to signing or further by the period's end."),
    ),
    "landed_firm_count": Measure(
        N_("Reached landing"),
        "companies",
        N_("Partner firms of which a project had got to landing or further by the period's end."),
    ),
    "dropped_firm_count": Measure(
        N_("Dropped"),
        "companies",
        N_("Partner firms whose projects were all closed by the period's end, none ever signed."),
    ),
    "partner_project_count": Measure(
        N_("Their projects"),
        "projects",
        N_("Projects of the partner firms in the district, known by the period's end."),
    ),
}
