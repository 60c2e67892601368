"""The measures of the overview, the districts and the industries, and what all exhibits share."""

from promotion.language import N_
from promotion.measures.measure import Measure

MEASURES = {
    "contact_count": Measure(
        N_("Contacts"),
        "contacts",
        N_("Contacts with investors, each on its date. Source: contacts ledger."),
    ),
    "attendee_count": Measure(
        N_("Person-times"),
        "person_times",
        N_("Investors' people met, added over the contacts; a blank cell counts as one."),
    ),
    "lead_count": Measure(
        N_("Project tips"),
        "tips",
        N_("Project tips that contacts brought; a blank cell counts as none."),
    ),
    "online_share": Measure(
        N_("Online share"),
        "share",
        N_(
            "Contacts by phone, WeChat, video, e-mail or livestream ÷ contacts whose channel "
            "is known."
        ),
    ),
    "online_count": Measure(
        N_("Online contacts"),
        "contacts",
        N_("Contacts by any channel but an on-site visit."),
    ),
    "channel_known_count": Measure(
        N_("Contacts with known channel"),
        "contacts",
        N_("The denominator of the online share."),
    ),
    "new_project_count": Measure(
        N_("New projects"),
        "projects",
        N_("Projects whose lead date is within the period."),
    ),
    "signed_count": Measure(
        N_("Signed projects"),
        "projects",
        N_(
            "Projects whose signing date is within the period, whatever became of them; of an "
            "anchor company, all of its projects that were signed by the period's end."
        ),
    ),
    "signed_investment_wan_cny": Measure(
        N_("Signed investment"),
        "wan_cny",
        N_(
            "Agreed investment of the projects signed within the period; unknown amounts add "
            "nothing and are counted beside it."
        ),
    ),
    "signed_investment_unknown_count": Measure(
        N_("Signed, amount unknown"),
        "projects",
        N_("Projects signed within the period whose agreed investment is unknown."),
    ),
    "landed_count": Measure(
        N_("Landed projects"),
        "projects",
        N_(
            "Projects whose landing date is within the period; of an anchor company, all of its "
            "projects that had landed by the period's end."
        ),
    ),
    "received_fdi_wan_usd": Measure(
        N_("Foreign capital received"),
        "wan_usd",
        N_(
            "Instalments of foreign capital that arrived within the period (in lists of projects, "
            "by its end), in US dollars. "
            "Source: receipts ledger; instalments of projects not in the library are left out "
            "and listed by a check."
        ),
    ),
    "project_count": Measure(
        N_("Projects in the library"),
        "projects",
        N_(
            "Projects known by the period's end, those without further follow-up included; where "
            "output per mu is counted, without those."
        ),
    ),
    "reached_count": Measure(
        N_("Reached or passed"),
        "projects",
        N_(
            "Projects that by the period's end had reached this stage or a later one, closed "
            "ones included with the stage they had reached."
        ),
    ),
    "agreed_investment_wan_cny": Measure(
        N_("Agreed investment"),
        "wan_cny",
        N_("Agreed investment of the projects counted; unknown amounts add nothing."),
    ),
    "investment_unknown_count": Measure(
        N_("Amount unknown"),
        "projects",
        N_("Projects counted whose agreed investment is unknown."),
    ),
    "rank": Measure(
        N_("Rank"),
        "rank",
        N_("Place by the chosen measure, largest first; equal values share the better place."),
    ),
    "rank_change": Measure(
        N_("Places gained"),
        "places",
        N_("Places won (+) or lost (−) against the compared period."),
    ),
    "metric": Measure(N_("Measure"), "text"),
    "value": Measure(N_("Value"), "by_metric", N_("The measure in the period.")),
    "compared": Measure(N_("Compared"), "by_metric", N_("The measure in the compared period.")),
    "change": Measure(
        N_("Change"),
        "change",
        N_(
            "Relative change against the compared period, of two sides that of the left against "
            "the right one, as a fraction; for shares the "
            "difference of the shares. Unknown where the compared value is unknown or zero."
        ),
    ),
    "numerator": Measure(N_("Numerator"), "number", N_("What a share counts.")),
    "denominator": Measure(N_("Denominator"), "number", N_("What a share is taken of.")),
    "target": Measure(N_("Target"), "by_metric", N_("The year's target. Source: targets ledger.")),
    "actual": Measure(
        N_("Actual"),
        "by_metric",
        N_("The measure from the year's first day to the as-of date."),
    ),
    "completion": Measure(N_("Completion"), "share", N_("Actual ÷ target.")),
    "pace": Measure(
        N_("Pace of time"),
        "share",
        N_("Days elapsed at the as-of date ÷ days of the year."),
    ),
    "district": Measure(N_("District"), "text"),
    "industry": Measure(N_("Industry"), "text"),
    "channel": Measure(N_("Channel"), "text"),
    "stage": Measure(
        N_("Stage"),
        "text",
        N_(
            "The furthest stage whose date is not after the day; a project closed by that day "
            "has no further follow-up."
        ),
    ),
    "chain_role": Measure(N_("Chain role"), "text"),
    "month": Measure(N_("Month"), "month"),
    "grid_row": Measure(N_("Tile row"), "plain"),
    "grid_column": Measure(N_("Tile column"), "plain"),
    "whole": Measure(N_("All districts"), "by_metric", N_("The measure of all districts.")),
    "share_of_whole": Measure(
        N_("Share of the whole"),
        "share",
        N_("The district's value ÷ that of all districts; for measures that add up."),
    ),
    "location_quotient": Measure(
        N_("Location quotient"),
        "ratio",
        N_(
            "An industry's share of the district's projects ÷ its share of all districts' "
            "projects; above 1 the district is specialised in it. Source of the definition: "
            "Florence (1939), location quotient of regional science."
        ),
    ),
    "whole_contact_count": Measure(
        N_("Contacts of all districts"),
        "contacts",
        N_("Contacts of all districts by the channel in the period."),
    ),
    "channel_share": Measure(
        N_("Share of contacts"),
        "share",
        N_("The channel's contacts ÷ all contacts counted whose channel is known."),
    ),
    "whole_channel_share": Measure(
        N_("Share in all districts"),
        "share",
        N_("The channel's contacts ÷ all districts' contacts whose channel is known."),
    ),
    "district_project_count": Measure(
        N_("District's projects"),
        "projects",
        N_("The district's projects in the library by the period's end."),
    ),
    "industry_project_count": Measure(
        N_("Projects of the industry"),
        "projects",
        N_("The industry's projects of all districts in the library by the period's end."),
    ),
    "all_project_count": Measure(
        N_("All projects"),
        "projects",
        N_("All projects of all districts in the library by the period's end."),
    ),
    "project_id": Measure(N_("Project number"), "text"),
    "project_name": Measure(N_("Project name"), "text"),
    "investor": Measure(N_("Investor"), "text"),
    "origin_country": Measure(N_("Origin"), "text"),
    "lead_date": Measure(N_("Lead date"), "date"),
    "signed_date": Measure(N_("Signing date"), "date"),
    "landed_date": Measure(N_("Landing date"), "date"),
    "contact_id": Measure(N_("Contact number"), "text"),
    "contact_date": Measure(N_("Contact date"), "date"),
    "activity": Measure(N_("Activity"), "text"),
    "organisation": Measure(N_("Organisation"), "text"),
    "file": Measure(N_("File"), "text"),
    "line": Measure(N_("Line"), "plain"),
}
