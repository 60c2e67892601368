"""What the exhibits of cloud promotion are called and show."""

from promotion.exhibits.definitions.definition import Definition
from promotion.language import N_

DEFINITIONS = {
    "online_share_by_month": Definition(
        N_("Online share by month"),
        N_(
            "Contacts by any channel but an on-site visit ÷ contacts whose channel is known, "
            "in each of the twelve months up to the period's end and in the same months a "
            "year before."
        ),
    ),
    "contacts_by_channel": Definition(
        N_("Contacts by channel"),
        N_(
            "Contacts of the period by channel, with the channel's share of them, the "
            "contacts of the compared period, the people met and the project tips."
        ),
    ),
    "contact_calendar": Definition(
        N_("Calendar of contacts"),
        N_("Contacts of each day of the period, a column a week."),
    ),
    "contact_yield": Definition(
        N_("Yield of a hundred contacts"),
        N_(
            "What 100 contacts by each channel yield: project tips; new projects, whose first"
            " contact it was; projects signed within 90 days of their last contact by the "
            "channel."
        ),
    ),
    "concerns": Definition(
        N_("Concerns"),
        N_(
            "Concerns raised within the period: resolved and still open by the as-of date, "
            "the median days to answer and how long the open ones have waited."
        ),
    ),
    "open_concerns": Definition(
        N_("Concerns still open"),
        N_(
            "Each concern raised within the period and not resolved by the as-of date, the "
            "oldest first."
        ),
    ),
    "contacts_by_activity": Definition(
        N_("Contacts by activity"),
        N_("Contacts of the period by what they were for, and how many of each went online."),
    ),
    "contacts_by_origin": Definition(
        N_("Contacts by origin"),
        N_(
            "Contacts of the period by the country or region the investors came from; the "
            "chart draws the largest, the rows hold all."
        ),
    ),
}
