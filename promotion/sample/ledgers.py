"""All ledgers of a sample: projects first, then the contacts that led to them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa

from promotion.sample import carriers, contacts, files, notes, projects, receipts, targets
from promotion.sample.drawing import Columns, generator, split_exactly
from promotion.sample.links import LinkedProjects, link_projects
from promotion.sample.oddities import (
    OUT_OF_ORDER_COUNT,
    OVER_CONTRACTED_COUNT,
    put_out_of_order,
    sign_again,
)
from promotion.sample.settings import Settings

Progress = Callable[[int, int], None] | None
_PROJECTS_PER_CONTACT = 0.06
_CARRIERS, _RECEIPTS, _PROJECTS, _CONTACTS, _SIZES = range(5)  # one stream of random numbers each


def file_names(settings: Settings) -> tuple[str, ...]:
    """Every file of a sample folder, sources.csv last."""
    districts = [district.district for district in settings.districts]
    return (
        *(f"{district}_projects.csv" for district in districts),
        *(f"{district}_contacts.csv" for district in districts),
        *("receipts.csv", "carriers.csv", "targets.csv", "rates.csv"),
        *("annotations.csv", "score_card.csv", "sources.csv"),
    )


def write_ledgers(
    folder: Path, settings: Settings, count: int, seed: int, progress: Progress
) -> None:
    """Write every file under its hidden name."""
    sites = carriers.carrier_table(generator(seed, _CARRIERS), settings)
    organisation_count = max(10, count // 5)
    tables = _project_tables(settings, count, seed, sites, organisation_count)
    together = {name: np.concatenate([table[name] for table in tables]) for name in tables[0]}
    paid = receipts.receipt_table(generator(seed, _RECEIPTS), together, OVER_CONTRACTED_COUNT)
    put_out_of_order(tables[0], OUT_OF_ORDER_COUNT)
    tally = targets.project_tally(settings, tables, paid)

    for number, district in enumerate(settings.districts):
        own_sites = sites["carrier_id"][sites["district"] == district.district]
        linked = link_projects(tables[number], own_sites, organisation_count)
        files.write_tables(
            folder / f"{district.district}_contacts.csv",
            contacts.COLUMN_NAMES,
            _months_of_contacts(settings, number, linked, count, seed, tally, progress),
        )
        path = folder / f"{district.district}_projects.csv"
        files.write_columns(path, tables[number], projects.COLUMN_NAMES)
    files.write_columns(folder / "receipts.csv", paid, receipts.COLUMN_NAMES)
    files.write_columns(folder / "carriers.csv", sites, carriers.COLUMN_NAMES)
    goals = targets.target_table(settings, tally)
    files.write_columns(folder / "targets.csv", goals, targets.COLUMN_NAMES)
    rates = targets.rate_table(settings)
    files.write_columns(folder / "rates.csv", rates, targets.RATE_COLUMN_NAMES)
    for name, rows, column_names in (
        ("annotations.csv", settings.annotations, notes.ANNOTATION_COLUMN_NAMES),
        ("score_card.csv", settings.score_card, notes.SCORE_CARD_COLUMN_NAMES),
    ):
        columns = notes.columns_of(rows, column_names)
        files.write_columns(folder / name, columns, column_names)
    sources = targets.source_table(settings, file_names(settings)[:-1], seed)
    files.write_columns(folder / "sources.csv", sources, targets.SOURCE_COLUMN_NAMES)


def _project_tables(
    settings: Settings, count: int, seed: int, sites: Columns, organisation_count: int
) -> list[Columns]:
    """Each district's projects, a few of them signed a second time elsewhere."""
    weights = np.array([district.project_weight for district in settings.districts])
    counts = split_exactly(round(count * _PROJECTS_PER_CONTACT), weights)
    tables = [
        projects.project_table(
            generator(seed, _PROJECTS, number),
            settings,
            district,
            int(counts[number]),
            organisation_count,
            sites,
        )
        for number, district in enumerate(settings.districts)
    ]
    sign_again(tables)
    return tables


def _months_of_contacts(
    settings: Settings,
    number: int,
    linked: LinkedProjects,
    count: int,
    seed: int,
    tally: targets.Tally,
    progress: Progress,
) -> Iterator[pa.Table]:
    """One district's contacts a month at a time, counted on the way."""
    sizes = _contacts_by_district_and_month(settings, count, seed)
    written_before = int(sizes[:number].sum())
    district = settings.districts[number]
    written = 0
    for month_number, (month, size) in enumerate(zip(settings.months, sizes[number], strict=True)):
        if size == 0:
            continue
        table = contacts.contact_table(
            generator(seed, _CONTACTS, number, month_number),
            settings,
            district,
            linked,
            month,
            int(size),
            first_number=written + 1,
            id_width=max(5, len(str(count))),
        )
        targets.count_contacts(tally, district.district, int(month["month"][:4]), table)
        yield table
        written += int(size)
        if progress is not None:
            progress(written_before + written, count)


def _contacts_by_district_and_month(settings: Settings, count: int, seed: int) -> np.ndarray:
    """How many contacts each district has in each month: a row a district."""
    weights = np.array(
        [
            [
                district.contact_weight
                * float(month["contact_weight"])
                * (district.contact_growth if month["month"] >= "2020" else 1.0)
                for month in settings.months
            ]
            for district in settings.districts
        ]
    )
    chance = np.exp(0.07 * generator(seed, _SIZES).standard_normal(weights.shape))
    return split_exactly(count, (weights * chance).ravel()).reshape(weights.shape)
