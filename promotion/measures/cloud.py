"""The measures of cloud promotion: channels, what contacts yield, concerns."""

from promotion.language import N_
from promotion.measures.measure import Measure

MEASURES = {
    "contact_day": Measure(N_("Day"), "date"),
    "compared_contact_count": Measure(
        N_("Contacts in the compared period"),
        "contacts",
        N_("Contacts by the channel in the period compared with; unknown where none covers it."),
    ),
    "on_site_count": Measure(
        N_("On-site contacts"), "contacts", N_("Contacts by a visit on site.")
    ),
    "channel_unknown_count": Measure(
        N_("Contacts, channel unknown"),
        "contacts",
        N_("Contacts whose channel the ledger does not say; in no online share."),
    ),
    "year_before_online_share": Measure(
        N_("Online share a year before"),
        "share",
        N_(
            "The online share of the same month a year before; of the last month, up to the same "
            "day. Unknown before the contacts ledger begins."
        ),
    ),
    "year_before_online_count": Measure(
        N_("Online contacts a year before"),
        "contacts",
        N_("The numerator of the online share a year before."),
    ),
    "year_before_channel_known_count": Measure(
        N_("Contacts with known channel a year before"),
        "contacts",
        N_("The denominator of the online share a year before."),
    ),
    "leads_per_hundred": Measure(
        N_("Tips per 100 contacts"),
        "per_hundred",
        N_("Project tips ÷ contacts × 100; none for fewer than 5 contacts."),
    ),
    "opened_project_count": Measure(
        N_("New projects (first contact)"),
        "projects",
        N_(
            "Projects whose first contact in the ledger went through the channel, counted on that "
            "contact's day; of several that day, the one with the smallest number."
        ),
    ),
    "opened_projects_per_hundred": Measure(
        N_("New projects per 100 contacts"),
        "per_hundred",
        N_("New projects by first contact ÷ contacts × 100; none for fewer than 5 contacts."),
    ),
    "signed_within_90_days_count": Measure(
        N_("Signed within 90 days"),
        "projects",
        N_(
            "Projects signed by the as-of date, counted on the day of their last contact by the "
            "channel in the 90 days up to the signing, the signing itself left out. A project "
            "counts once for each of its channels."
        ),
    ),
    "recent_contact_count": Measure(
        N_("Contacts of fewer than 90 days"),
        "contacts",
        N_("Contacts that had fewer than 90 days by the as-of date: signings may still come."),
    ),
    "signings_per_hundred": Measure(
        N_("Signings within 90 days per 100 contacts"),
        "per_hundred",
        N_("Projects signed within 90 days ÷ contacts × 100; none for fewer than 5 contacts."),
    ),
    "concern": Measure(N_("Concern"), "text", N_("What an investor raised in a contact.")),
    "raised_count": Measure(
        N_("Raised"), "concerns", N_("Contacts within the period in which the concern was raised.")
    ),
    "resolved_count": Measure(
        N_("Resolved"), "concerns", N_("Of those raised, the ones resolved by the as-of date.")
    ),
    "open_count": Measure(
        N_("Still open"),
        "concerns",
        N_("Of those raised, the ones not resolved by the as-of date."),
    ),
    "median_days_to_answer": Measure(
        N_("Median days to answer"),
        "days",
        N_(
            "Median days from the contact that raised the concern to its resolution, of those "
            "resolved; dates out of order are left out."
        ),
    ),
    "median_open_days": Measure(
        N_("Median days open"), "days", N_("Median days up to the as-of date of those still open.")
    ),
    "oldest_open_days": Measure(
        N_("Oldest, days open"), "days", N_("Days up to the as-of date of the oldest still open.")
    ),
    "open_days": Measure(
        N_("Days open"), "days", N_("Days from the contact that raised it to the as-of date.")
    ),
}
