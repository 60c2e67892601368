"""Invented ledgers for trying the dashboard, labelled as sample data."""

from collections.abc import Callable
from pathlib import Path

from promotion.language import _
from promotion.sample import files
from promotion.sample.ledgers import file_names, write_ledgers
from promotion.sample.settings import read_settings

SAMPLE_MARK = "sample data"  # how the source of every sample file begins


def write_sample(
    folder: Path,
    contacts: int,
    seed: int,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Nothing; the folder then holds invented ledgers of five districts with so many contacts.

    The same contacts and seed give the same bytes. Contacts are written a month at a time, so
    ten million never stand in memory; progress is told contacts written and contacts asked for.
    """
    if contacts < 1 or seed < 0:
        raise ValueError(_("A sample needs at least one contact and a seed of 0 or more."))
    settings = read_settings()
    names = file_names(settings)
    folder.mkdir(parents=True, exist_ok=True)
    files.refuse_foreign_ledgers(folder, names, SAMPLE_MARK)
    try:
        write_ledgers(folder, settings, contacts, seed, progress)
        files.put_in_place(folder, names)
    finally:
        files.remove_parts(folder, names)
