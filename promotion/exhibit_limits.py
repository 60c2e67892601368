"""What the figures are limited to, and what they leave out, in words."""

from promotion import numbers
from promotion.database import Database
from promotion.filters import CAPITALS, Filters
from promotion.language import _


def limits_of(data: Database, filters: Filters) -> tuple[str, ...]:
    """Sentences on what is not counted; none where all is."""
    limits = []
    if data.refused.files:
        limits.append(
            _("Not counted, as it could not be read: {files}.").format(
                files=_(", ").join(data.refused.files)
            )
        )
    if filters.period.last_day > data.as_of:
        limits.append(
            _("The data stand as of {day}; the rest of the period is not known yet.").format(
                day=numbers.date_text(data.as_of)
            )
        )
    if filters.capital != "all":
        limits.append(_("What is of unknown origin is left out under this choice of capital."))
    return tuple(limits)


def scope_of(data: Database, filters: Filters) -> tuple[str, ...]:
    """What is filtered besides the period, in words; empty where nothing is."""
    parts = []
    districts = filters.districts or data.scope.districts
    for code_list, codes in (("district", districts), ("industry", filters.industries)):
        if codes:
            parts.append(_(", ").join(data.name_of(code_list, code) for code in codes))
    if filters.capital != "all":
        parts.append(_(CAPITALS[filters.capital]))
    return tuple(parts)
