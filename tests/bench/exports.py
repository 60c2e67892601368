"""How long a briefing of twelve exhibits takes to be written, in each format with a target."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from promotion.briefing import Briefing, BriefingChoice, compose
from promotion.database import open_database
from promotion.exports.pdf import as_pdf
from promotion.exports.powerpoint import as_pptx
from promotion.exports.workbook import as_workbook
from promotion.filters import Filters, preset_period
from promotion.query import records_of
from tests.bench.table import Line

# None of them is a picture in slides, whose target is "besides pictures".
TWELVE = (
    "headline",
    "activity_by_district",
    "activity_by_industry",
    "activity_by_district_and_industry",
    "contacts_by_month_and_channel",
    "project_funnel",
    "target_progress",
    "project_library",
    "signing_cohorts",
    "contacts_by_channel",
    "fdi_by_district",
    "anchor_companies",
)


def export_lines(folder: Path, rounds: int) -> list[Line]:
    """Seconds for slides without pictures, a workbook, and a PDF with its pictures."""
    data = open_database(folder)
    filters = Filters(preset_period("latest", data.first_date, data.as_of))
    twelve = compose(data, filters, BriefingChoice(TWELVE))
    import_rows = records_of(data.run("data/files"))
    lines = [
        _line("slides (PPTX) besides pictures", as_pptx, twelve, 0.5, rounds),
        _line("workbook (XLSX)", lambda made: as_workbook(made, import_rows), twelve, 0.2, rounds),
        _line("PDF with pictures", as_pdf, twelve, 5, rounds),
    ]
    data.close()
    return lines


def _line(
    name: str, make: Callable[[Briefing], bytes], made: Briefing, target: float, rounds: int
) -> Line:
    make(made)  # what is opened once, a browser or a base deck, is not part of each file
    seconds = []
    for _round in range(rounds):
        began = time.perf_counter()
        make(made)
        seconds.append(time.perf_counter() - began)
    return Line(f"{name}, 12 exhibits", statistics.median(seconds), "s", target)
