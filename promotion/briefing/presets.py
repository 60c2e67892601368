"""The usual briefings: which exhibits in which order, over which period."""

from dataclasses import dataclass

from promotion.briefing.choice import BriefingChoice
from promotion.language import N_, _

_WHOLE = (
    "headline",
    "activity_by_district",
    "activity_by_district_and_industry",
    "contacts_by_month_and_channel",
    "project_funnel",
    "target_progress",
)


@dataclass(frozen=True)
class Preset:
    """A usual briefing: what it is called, its period (a key of filters.PRESETS), its exhibits.

    `is_of_one` says whether it is of one "district" or one "industry"; None where of the whole.
    """

    label: str
    title: str
    period: str
    exhibits: tuple[str, ...]
    is_of_one: str | None = None


PRESETS = {
    "weekly": Preset(
        N_("Weekly"),
        N_("Weekly briefing on investment promotion"),
        "last_week",
        ("headline", "activity_by_district", "contacts_by_channel", "dispatch_list"),
    ),
    "monthly": Preset(
        N_("Monthly"),
        N_("Monthly briefing on investment promotion"),
        "last_month",
        (*_WHOLE, "project_library", "contacts_by_channel", "fdi_by_district", "dispatch_list"),
    ),
    "quarterly": Preset(
        N_("Quarterly"),
        N_("Quarterly briefing on investment promotion"),
        "last_quarter",
        (
            *_WHOLE,
            "activity_by_industry",
            "project_library",
            "signing_cohorts",
            "online_share_by_month",
            "fdi_by_month",
            "fdi_by_origin",
            "anchor_companies",
            "dispatch_list",
        ),
    ),
    "district": Preset(
        N_("One district"),
        N_("Investment promotion of {name}"),
        "last_quarter",
        (
            "district_profile",
            "district_months",
            "district_industries",
            "district_channels",
            "project_library",
            "target_progress",
            "dispatch_list",
        ),
        is_of_one="district",
    ),
    "industry": Preset(
        N_("One industry"),
        N_("Investment promotion in {name}"),
        "last_quarter",
        (
            "headline",
            "activity_by_district",
            "contacts_by_month_and_channel",
            "project_funnel",
            "project_library",
            "anchor_companies",
            "dispatch_list",
        ),
        is_of_one="industry",
    ),
}


def preset_choice(name: str, of_what: str | None = None) -> BriefingChoice:
    """The exhibits and title of a preset, in the language in use; `of_what` is the one's name."""
    preset = PRESETS[name]
    title = _(preset.title)
    return BriefingChoice(preset.exhibits, title=title.format(name=of_what or ""))
