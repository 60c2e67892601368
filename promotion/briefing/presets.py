"""The usual briefings: which exhibits in which order, over which period."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from promotion.briefing.choice import BriefingChoice
from promotion.filters import Filters, Period, month_end, months_later
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
    """A usual briefing: what it is called, its exhibits, and how its period ends and how long."""

    label: str
    title: str
    span: str
    exhibits: tuple[str, ...]
    is_of_one: str | None = None


PRESETS = {
    "weekly": Preset(
        N_("Weekly"),
        N_("Weekly briefing on investment promotion"),
        "week",
        ("headline", "activity_by_district", "contacts_by_channel", "dispatch_list"),
    ),
    "monthly": Preset(
        N_("Monthly"),
        N_("Monthly briefing on investment promotion"),
        "month",
        (*_WHOLE, "project_library", "contacts_by_channel", "fdi_by_district", "dispatch_list"),
    ),
    "quarterly": Preset(
        N_("Quarterly"),
        N_("Quarterly briefing on investment promotion"),
        "quarter",
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
        "quarter",
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
        "quarter",
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


def preset_filters(name: str, filters: Filters, as_of: date) -> Filters:
    """The filters with the preset's period: the last whole week, month or quarter by the day."""
    return replace(filters, period=_period(PRESETS[name].span, as_of))


def _period(span: str, as_of: date) -> Period:
    if span == "week":  # Monday to Sunday
        sunday = as_of - timedelta(days=(as_of.weekday() + 1) % 7)
        return Period(sunday - timedelta(days=6), sunday)
    month_start = as_of.replace(day=1)
    length = 3 if span == "quarter" else 1
    start = months_later(month_start, -((as_of.month - 1) % length))
    end = month_end(months_later(start, length - 1))
    if as_of < end:
        start = months_later(start, -length)
        end = month_end(months_later(start, length - 1))
    return Period(start, end)


def is_of_one(name: str) -> str | None:
    """Whether a preset is of one 'district' or one 'industry'; None where of the whole."""
    return PRESETS[name].is_of_one
