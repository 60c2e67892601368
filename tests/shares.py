"""How tests are shared among processes: whole files, the longest first."""

import re
from pathlib import Path

from xdist.scheduler import LoadFileScheduling

# What takes longest on its own, in that order. The others fill up what is left in the end.
_LONGEST = (
    "browser/test_every_page.py",
    "exports/test_picture_files.py",
    "test_pages.py",
    "browser/test_access.py",
    "browser/test_hostile_text.py",
    "browser/test_meeting_screen.py",
    "browser/test_compare.py",
    "test_changed_files.py",
    "test_freshness.py",
    "browser/test_clicks.py",
    "browser/test_language.py",
    "faults/test_ledger_deleted_cut_or_replaced.py",
    "browser/test_search.py",
    "browser/test_changed_ledgers.py",
    "exports/test_picture_server.py",
    "faults/test_chromium_killed_in_mid_export.py",
    "test_briefing.py",
    "faults/test_killed_in_mid_build.py",
    "browser/test_briefing.py",
    "browser/test_take_away.py",
    "browser/test_help.py",
    "browser/test_drill.py",
    "browser/test_accessibility.py",
    "ingest/test_reader_properties.py",
    "exports/test_document.py",
    "faults/test_database_corrupt.py",
    "browser/test_data_page.py",
    "browser/test_library.py",
    "browser/test_links.py",
    "browser/test_first_visit.py",
    "test_scoped_database.py",
    "test_guide.py",
    "test_earlier_build.py",
    "test_trial.py",
    "test_cli.py",
    "exhibits/test_scanned_rows.py",
    "faults/test_disk_full.py",
    "faults/test_clock_set_back.py",
    "exhibits/test_outlook.py",
)
_PLACES = {Path(__file__).parent / name: place for place, name in enumerate(_LONGEST)}
# Walks through every page share nothing with each other.
_WALK = re.compile(r"/test_every_page\.py::.*\b((?:zh|en) \d+x\d+)")


def longest_first(path: Path) -> int:
    """The place of a file in the order in which files are begun."""
    return _PLACES.get(path, len(_PLACES))


class Shares(LoadFileScheduling):
    """A file to a process at a time, in the order given; of the walks each on its own."""

    def __init__(self, config, log) -> None:
        """As xdist's own, which would begin with the files of most tests."""
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        walk = _WALK.search(nodeid)
        return walk[1] if walk else super()._split_scope(nodeid)
