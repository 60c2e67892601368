"""Invented contacts, a month of one district at a time and in order of date."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from promotion.sample.activities import CHANNELS, activity_codes, draw_activities, draw_channels
from promotion.sample.drawing import (
    AS_OF,
    NEVER,
    days,
    draw,
    draw_days,
    draw_mix,
    is_from_2020,
)
from promotion.sample.files import text_column
from promotion.sample.links import NO_PROJECT, LinkedProjects, draw_projects, or_unknown
from promotion.sample.parties import countries, organisations, staff
from promotion.sample.settings import District, Settings

COLUMN_NAMES = (
    "contact_id",
    "project_id",
    "district",
    "industry",
    "contact_date",
    "channel",
    "activity",
    "organisation",
    "origin_country",
    "attendee_count",
    "lead_count",
    "carrier_id",
    "concern",
    "concern_resolved_date",
    "staff",
)
_SHOWN_IN = ("site_promotion", "site_visit")
_DOUBTED_IN = ("q_and_a", "negotiation")
_SIGNING = "signing"
_NO_TRAVEL = (np.datetime64("2020-02-01"), np.datetime64("2020-05-15"))


def contact_table(
    rng: np.random.Generator,
    settings: Settings,
    district: District,
    linked: LinkedProjects,
    month: dict[str, str],
    size: int,
    first_number: int,
    id_width: int,
) -> pa.Table:
    """The month's contacts, numbered from first_number; every signing has its contact."""
    signing = linked.signing_in(month["month"])[:size]
    dates = np.concatenate(
        [draw_days(rng, month["month"], size - len(signing)), linked.signed_date[signing]]
    )
    order = np.argsort(dates, kind="stable")
    dates = dates[order]
    is_signing = order >= size - len(signing)
    projects = draw_projects(rng, linked, dates)
    projects[is_signing] = signing[order[is_signing] - (size - len(signing))]

    channels = draw_channels(rng, settings, district, month, size)
    channels[is_signing] = _signing_channels(dates[is_signing])
    stages = linked.stages(projects, dates)
    codes = (*activity_codes(settings), _SIGNING)
    activities = draw_activities(rng, settings, district, stages, channels)
    activities[is_signing] = codes.index(_SIGNING)
    attendees, tips = _yield(rng, settings, channels, projects, dates)
    numbers = pa.array(np.arange(first_number, first_number + size)).cast(pa.string())
    columns = {
        "contact_id": pc.binary_join_element_wise(
            f"{district.id_prefix}C", pc.utf8_lpad(numbers, id_width, "0"), ""
        ),
        "project_id": linked.project_id.take(or_unknown(projects)),
        "district": text_column(np.array([district.district]), np.zeros(size, dtype=np.int64)),
        "industry": _industries(rng, settings, district, linked, projects, dates),
        "contact_date": dates,
        "channel": text_column(np.array(CHANNELS), channels),
        "activity": text_column(np.array(codes), activities),
        "organisation": organisations(rng, settings, linked, projects),
        "origin_country": countries(rng, settings, district, linked, projects, dates),
        "attendee_count": attendees,
        "lead_count": tips,
        "carrier_id": _carriers(
            rng, district, linked, projects, _are(activities, codes, _SHOWN_IN)
        ),
        **_concerns(rng, settings, district, dates, _are(activities, codes, _DOUBTED_IN)),
        "staff": staff(rng, settings, district, size),
    }
    return pa.table({name: columns[name] for name in COLUMN_NAMES})


def _signing_channels(dates: np.ndarray) -> np.ndarray:
    """On site, but by video in the spring when nobody travelled."""
    is_remote = (dates >= _NO_TRAVEL[0]) & (dates <= _NO_TRAVEL[1])
    return np.where(is_remote, CHANNELS.index("video"), CHANNELS.index("on_site"))


def _are(positions: np.ndarray, codes: tuple[str, ...], wanted: tuple[str, ...]) -> np.ndarray:
    return np.isin(positions, [codes.index(code) for code in wanted])


def _yield(
    rng: np.random.Generator,
    settings: Settings,
    channels: np.ndarray,
    projects: np.ndarray,
    dates: np.ndarray,
) -> tuple[pa.Array, pa.Array]:
    """Attendees and project tips; blank now and then where an office writes no 1 or 0."""
    size = len(channels)
    year = is_from_2020(dates).astype(np.int64)
    usual = settings.by_code("attendees", "", CHANNELS)[year, channels]
    spread = np.exp(0.6 * rng.standard_normal(size) - 0.18)
    attendees = 1 + rng.poisson((usual - 1) * spread)
    rate = settings.by_code("lead_rate", "", CHANNELS)[year, channels]
    rate = rate * np.where(projects == NO_PROJECT, 1.0, 0.3)
    chance = rng.random(size)
    tips = (chance < rate).astype(np.int64) + (chance < 0.12 * rate)
    return (
        pa.array(attendees, mask=(attendees == 1) & (rng.random(size) < 0.03)),
        pa.array(tips, mask=(tips == 0) & (rng.random(size) < 0.04)),
    )


def _industries(
    rng: np.random.Generator,
    settings: Settings,
    district: District,
    linked: LinkedProjects,
    projects: np.ndarray,
    dates: np.ndarray,
) -> pa.Array:
    """The contact's own industry; half the contacts of a project leave it to the project."""
    mix = settings.mix("industry", district.district)
    own = text_column(np.array(mix.codes), draw_mix(rng, mix, dates))
    is_left_out = (projects != NO_PROJECT) & (rng.random(len(dates)) < 0.5)
    stated = pc.coalesce(linked.industry.take(or_unknown(projects)), own)
    return pc.if_else(pa.array(is_left_out), pa.scalar(None, pa.string()), stated)


def _carriers(
    rng: np.random.Generator,
    district: District,
    linked: LinkedProjects,
    projects: np.ndarray,
    is_shown: np.ndarray,
) -> pa.Array:
    """What was shown: the project's carrier, or one of the district's, some more than others."""
    size = len(projects)
    popularity = 1 / np.arange(2.0, len(linked.carriers) + 2)
    any_carrier = text_column(linked.carriers, draw(rng, popularity, size))
    shown = pc.coalesce(linked.carrier_id.take(or_unknown(projects)), any_carrier)
    is_noted = is_shown & (rng.random(size) < max(0.5, district.carrier_share))
    return pc.if_else(pa.array(is_noted), shown, pa.scalar(None, pa.string()))


def _concerns(
    rng: np.random.Generator,
    settings: Settings,
    district: District,
    dates: np.ndarray,
    is_doubted: np.ndarray,
) -> dict[str, pa.Array | np.ndarray]:
    """The concern raised, if any, and the day it was resolved, if it is."""
    size = len(dates)
    mix = settings.mix("concern", district.district)
    is_raised = rng.random(size) < district.concern_share * np.where(is_doubted, 1.7, 0.65)
    concerns = np.where(is_raised, draw_mix(rng, mix, dates), -1)
    taken = np.clip(district.concern_days * np.exp(0.7 * rng.standard_normal(size)), 1, 150)
    resolved = dates + days(taken)
    is_resolved = is_raised & (rng.random(size) < 0.93) & (resolved <= AS_OF)
    return {
        "concern": text_column(np.array(mix.codes), concerns),
        "concern_resolved_date": np.where(is_resolved, resolved, NEVER),
    }
