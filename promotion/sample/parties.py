"""Who met whom in an invented contact."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from promotion.sample.drawing import draw_mix
from promotion.sample.files import text_column
from promotion.sample.kinds import HOME_COUNTRY
from promotion.sample.links import LinkedProjects, or_unknown
from promotion.sample.projects import staff_names
from promotion.sample.settings import District, Settings


def organisations(
    rng: np.random.Generator, settings: Settings, linked: LinkedProjects, projects: np.ndarray
) -> pa.Array:
    """The project's investor, or any of the organisations that are no investor yet."""
    numbers = pa.array(rng.integers(1, linked.organisation_count + 1, len(projects)))
    width = max(4, len(str(linked.organisation_count)))
    others = pc.binary_join_element_wise(
        settings.word("investor"), pc.utf8_lpad(numbers.cast(pa.string()), width, "0"), ""
    )
    return pc.coalesce(linked.investor.take(or_unknown(projects)), others)


def countries(
    rng: np.random.Generator,
    settings: Settings,
    district: District,
    linked: LinkedProjects,
    projects: np.ndarray,
    dates: np.ndarray,
) -> pa.Array:
    """Where they are from: as the project says, else the district's usual mix, a few unknown."""
    size = len(dates)
    mix = settings.mix("origin_country", district.district)
    codes = np.array((HOME_COUNTRY, *mix.codes))
    is_foreign = rng.random(size) < district.foreign_share
    positions = np.where(is_foreign, 1 + draw_mix(rng, mix, dates), 0)
    positions[rng.random(size) < 0.05] = -1
    of_project = linked.origin_country.take(or_unknown(projects))
    return pc.coalesce(of_project, text_column(codes, positions))


def staff(rng: np.random.Generator, settings: Settings, district: District, size: int) -> pa.Array:
    """Who of the district's staff made the contact; now and then nobody noted it."""
    names = staff_names(settings, district).astype(str)
    positions = rng.integers(0, len(names), size)
    return text_column(names, np.where(rng.random(size) < 0.02, -1, positions))
