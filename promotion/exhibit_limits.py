"""What the figures leave out because of the filters and of the ledgers, in words."""

from promotion import numbers
from promotion.database import Database
from promotion.filters import Filters
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
