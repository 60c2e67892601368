"""Why a figure is empty, and what to do about it, in a sentence."""

from promotion.database import Database
from promotion.descriptions import Bullets, Forecasts, TestedForecasts, shown_values
from promotion.exhibit import Exhibit
from promotion.exhibits import score_card, site_notes
from promotion.language import N_, _

_MISSING = {
    "contacts": N_("Contacts are unknown: add a contacts ledger to the data folder."),
    "projects": N_("Projects are unknown: add a projects ledger to the data folder."),
    "receipts": N_(
        "Capital received is unknown: add a receipts ledger (receipts.csv) to the data folder."
    ),
    "targets": N_("There are no targets: add a targets ledger (targets.csv) to the data folder."),
}
_WITHOUT = {"carriers": site_notes.without_ledger, "score_card": score_card.without_ledger}


def why(data: Database, exhibit: Exhibit) -> str:
    """Which ledger is missing, or which filter left nothing, in the language in use."""
    if isinstance(exhibit.chart, TestedForecasts) and not exhibit.is_empty:
        return _("Too few past events to forecast from.")
    if isinstance(exhibit.chart, Forecasts) and not exhibit.is_empty:
        return _("Without targets there is nothing to draw forecasts against; the rows say them.")
    if exhibit.filters.capital == "domestic" and _is_of_contracts(exhibit):
        return _(
            "Nothing here under domestic capital: foreign capital is from other origins. Choose "
            "all or foreign capital."
        )
    kinds = ("targets",) if isinstance(exhibit.chart, Bullets) else exhibit.kinds
    for kind in kinds:
        if kind not in data.kinds:
            return _WITHOUT[kind](data) if kind in _WITHOUT else without(kind)
    filters = exhibit.filters
    if filters.period.first_day > data.as_of or filters.period.last_day < data.first_date:
        return _("Nothing here: the period lies outside the ledgers. Choose another period.")
    # Which sites there are depends on districts alone; a site without rows is none.
    is_of_sites = "carriers" in exhibit.kinds and exhibit.is_empty
    set_filters = [
        words
        for is_set, words in (
            (filters.districts, _("districts")),
            (filters.industries and not is_of_sites, _("industries")),
            (filters.capital != "all" and not is_of_sites, _("capital")),
        )
        if is_set
    ]
    if set_filters:
        return _("Nothing is left under these filters: {filters}. Remove one to see more.").format(
            filters=_(", ").join(set_filters)
        )
    if is_of_sites:
        return _("The ledgers hold nothing of this kind.")
    return _("Nothing was recorded in this period.")


def without(kind: str) -> str:
    """That the ledgers of the kind are missing, and what is unknown so, in the language in use."""
    return _(_MISSING[kind])


def _is_of_contracts(exhibit: Exhibit) -> bool:
    """Whether the figure shows foreign capital contracted."""
    return exhibit.chart is not None and "contracted_fdi_wan_usd" in shown_values(exhibit.chart)
