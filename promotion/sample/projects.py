"""Invented projects of one district, in the order their leads came in."""

import numpy as np

from promotion.sample.amounts import amounts
from promotion.sample.drawing import (
    AS_OF,
    NEVER,
    Columns,
    days,
    draw_days,
    lognormal,
    numbered,
    split_exactly,
    working_day,
)
from promotion.sample.kinds import kinds
from promotion.sample.settings import District, Settings
from promotion.sample.stages import furthest_date, stage_dates

COLUMN_NAMES = (
    "project_id",
    "project_name",
    "district",
    "industry",
    "carrier_id",
    "investor",
    "origin_country",
    "is_fortune_500",
    "investment_kind",
    "lead_source",
    "chain_role",
    "referred_by",
    "is_key",
    "agreed_investment_wan_cny",
    "contracted_fdi_wan_usd",
    "land_mu",
    "planned_output_wan_cny",
    "lead_date",
    "negotiation_date",
    "signed_date",
    "landed_date",
    "production_date",
    "closed_date",
    "closed_reason",
    "owner",
    "next_follow_up_date",
    "updated_date",
)


def project_table(
    rng: np.random.Generator,
    settings: Settings,
    district: District,
    count: int,
    investor_count: int,
    carriers: Columns,
) -> Columns:
    """The district's projects by column name; unknown is None, NaN or NaT."""
    lead = _lead_dates(rng, settings, district, count)
    columns: Columns = {"lead_date": lead, "is_key": rng.random(count) < district.key_share}
    columns |= stage_dates(rng, lead, columns["is_key"])
    columns |= kinds(rng, settings, district, lead)
    columns |= amounts(rng, settings, district, columns)
    columns |= _people(rng, settings, district, columns, investor_count)
    columns |= _follow_up(rng, settings, district, columns)
    columns["carrier_id"] = _carrier_ids(rng, district, columns, carriers)

    numbers = np.arange(1, count + 1)
    width = max(4, len(str(count)))
    columns["project_id"] = numbered(f"{district.id_prefix}-", numbers, width)
    columns["project_name"] = np.array(
        [
            settings.industry_names[industry] + settings.word("project") + number
            for industry, number in zip(
                columns["industry"], numbered("", numbers, width), strict=True
            )
        ],
        dtype=object,
    )
    columns["district"] = np.full(count, district.district, dtype=object)
    return columns


def _lead_dates(
    rng: np.random.Generator, settings: Settings, district: District, count: int
) -> np.ndarray:
    months = [row["month"] for row in settings.months]
    weights = np.array(
        [
            float(row["project_weight"])
            * (district.project_growth if row["month"] >= "2020" else 1.0)
            for row in settings.months
        ]
    )
    counts = split_exactly(count, weights)
    leads = [draw_days(rng, month, size) for month, size in zip(months, counts, strict=True)]
    return np.concatenate(leads)


def _people(
    rng: np.random.Generator,
    settings: Settings,
    district: District,
    columns: Columns,
    investor_count: int,
) -> Columns:
    size = len(columns["lead_date"])
    numbers = rng.integers(1, investor_count + 1, size)
    width = max(4, len(str(investor_count)))
    is_new = np.isnat(columns["negotiation_date"]) & np.isnat(columns["signed_date"])
    has_owner = rng.random(size) > np.where(is_new, 0.05, 0.0)
    staff = staff_names(settings, district)
    return {
        "investor": numbered(settings.word("investor"), numbers, width),
        "owner": np.where(has_owner, staff[rng.integers(0, len(staff), size)], None),
    }


def staff_names(settings: Settings, district: District) -> np.ndarray:
    """The district's own staff, as numbers stand for them."""
    before = settings.districts[: settings.districts.index(district)]
    offset = sum(other.staff_count for other in before)
    return numbered(settings.word("staff"), offset + np.arange(1, district.staff_count + 1), 2)


def _follow_up(
    rng: np.random.Generator, settings: Settings, district: District, columns: Columns
) -> Columns:
    """When each project is to be taken up next, when its row was last kept, why it closed."""
    size = len(columns["lead_date"])
    closed = columns["closed_date"]
    is_open = np.isnat(closed) & np.isnat(columns["production_date"])
    is_scheduled = is_open & (rng.random(size) < district.follow_up_share)
    is_overdue = rng.random(size) < district.overdue_share
    ahead = working_day(AS_OF + days(rng.integers(1, 36, size)))
    behind = AS_OF - days(rng.integers(1, 24, size))
    age = days(lognormal(rng, district.update_days, 0.7, 0, 240, size))
    updated = np.maximum(AS_OF - age, furthest_date(columns))
    reasons = np.array(settings.words["closed_reason"], dtype=object)
    return {
        "next_follow_up_date": np.where(is_scheduled, np.where(is_overdue, behind, ahead), NEVER),
        "updated_date": np.where(np.isnat(closed), updated, closed),
        "closed_reason": np.where(
            np.isnat(closed), None, reasons[rng.integers(0, len(reasons), size)]
        ),
    }


def _carrier_ids(
    rng: np.random.Generator, district: District, columns: Columns, carriers: Columns
) -> np.ndarray:
    """The carrier each project goes to, mostly one that looks for its industry."""
    size = len(columns["lead_date"])
    own = carriers["district"] == district.district
    ids, focus = carriers["carrier_id"][own], carriers["industry_focus"][own]
    chosen = rng.integers(0, len(ids), size)
    for industry in np.unique(focus):
        fitting = np.flatnonzero(focus == industry)
        is_fitting = (columns["industry"] == industry) & (rng.random(size) < 0.8)
        chosen = np.where(is_fitting, fitting[rng.integers(0, len(fitting), size)], chosen)
    is_lead = np.isnat(columns["negotiation_date"]) & np.isnat(columns["signed_date"])
    is_known = rng.random(size) < np.where(is_lead, 0.35, 1.0) * district.carrier_share
    return np.where(is_known, ids[chosen], None)
