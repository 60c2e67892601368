"""The measures of the figure of one project."""

from promotion.language import N_
from promotion.measures.measure import Measure

MEASURES = {
    "event": Measure(
        N_("Event"),
        "text",
        N_("A stage reached, a contact, an instalment of capital, or the next follow-up."),
    ),
    "event_day": Measure(N_("Date"), "date"),
    "event_count": Measure(N_("Times that day"), "number", N_("How often it happened that day.")),
}
