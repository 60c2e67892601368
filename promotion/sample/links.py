"""Which project an invented contact belongs to, and how far that project was."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from promotion.sample.drawing import AS_OF, Columns, days

NO_PROJECT = -1
_SHARE_WITH_PROJECT = 0.61
_ATTEMPTS = 4  # a drawn project may be closed already; the few left over stay without one


@dataclass(frozen=True)
class LinkedProjects:
    """What contacts need to know of one district's projects, in order of lead date."""

    lead_date: np.ndarray
    negotiation_date: np.ndarray
    signed_date: np.ndarray
    last_contact_date: np.ndarray
    project_id: pa.Array
    industry: pa.Array
    origin_country: pa.Array
    investor: pa.Array
    carrier_id: pa.Array
    carriers: np.ndarray
    organisation_count: int

    def signing_in(self, month: str) -> np.ndarray:
        """Positions of the projects that sign in the month."""
        months = self.signed_date.astype("datetime64[M]")
        return np.flatnonzero(months == np.datetime64(month, "M"))

    def stages(self, projects: np.ndarray, dates: np.ndarray) -> np.ndarray:
        """0 without a project, 1 lead, 2 negotiating, 3 signed or further, on each date."""
        if len(self.lead_date) == 0:
            return np.zeros(len(dates), dtype=np.int64)
        stages = 1 + (self.negotiation_date[projects] <= dates)
        stages = np.where(self.signed_date[projects] <= dates, 3, stages)
        return np.where(projects == NO_PROJECT, 0, stages)


def link_projects(
    projects: Columns, carriers: np.ndarray, organisation_count: int
) -> LinkedProjects:
    """The projects as contacts see them."""
    quiet = np.fmin(projects["closed_date"], projects["production_date"] + days(np.array([60.0])))
    texts = ("project_id", "industry", "origin_country", "investor", "carrier_id")
    return LinkedProjects(
        lead_date=projects["lead_date"],
        negotiation_date=projects["negotiation_date"],
        signed_date=projects["signed_date"],
        last_contact_date=np.fmin(quiet, AS_OF),
        **{name: pa.array(projects[name], pa.string()) for name in texts},
        carriers=carriers.astype(str),
        organisation_count=organisation_count,
    )


def draw_projects(
    rng: np.random.Generator, linked: LinkedProjects, dates: np.ndarray
) -> np.ndarray:
    """For each date a project open on it, recent ones more often, or NO_PROJECT."""
    size = len(dates)
    chosen = np.full(size, NO_PROJECT)
    known = np.searchsorted(linked.lead_date, dates, side="right")
    is_missing = (rng.random(size) < _SHARE_WITH_PROJECT) & (known > 0)
    for _ in range(_ATTEMPTS):
        if not is_missing.any():
            break
        drawn = np.floor(known * rng.random(size) ** 0.6).astype(np.int64)
        drawn = np.clip(drawn, 0, np.maximum(known - 1, 0))
        fits = is_missing & (linked.last_contact_date[drawn] >= dates)
        chosen[fits] = drawn[fits]
        is_missing &= ~fits
    return chosen


def or_unknown(projects: np.ndarray) -> pa.Array:
    """The projects' positions, unknown where there is no project."""
    return pa.array(projects, mask=projects == NO_PROJECT)
