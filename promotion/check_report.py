"""What reading a folder of ledgers reported, with the checks of what was loaded."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from promotion import numbers
from promotion.building import build
from promotion.checks import CheckResult, run_checks
from promotion.data_fault import no_folder
from promotion.database import Database
from promotion.exports.cells import plain_value
from promotion.ingest import Fault, FileReport, ImportReport
from promotion.language import _
from promotion.query import records_of

ROWS_LISTED = 20  # of each check, in the text


@dataclass(frozen=True)
class Findings:
    """The import report of a folder, and the results of its checks."""

    folder: Path
    imported: ImportReport
    checks: list[CheckResult]

    @property
    def kinds(self) -> set[str]:
        """The kinds of ledger that were read."""
        return {file.kind for file in self.imported.files if file.kind and file.loaded}

    @property
    def is_clean(self) -> bool:
        """Whether there was a ledger and nothing was refused."""
        refused = any(file.refused or file.kind is None for file in self.imported.files)
        return bool(self.kinds & {"projects", "contacts"}) and not refused

    def complaints(self) -> list[str]:
        """Sentences about what is missing, in the language in use."""
        if not self.imported.files:
            return [_("The folder {folder} holds no ledgers.").format(folder=self.folder)]
        missing = {
            "projects": _("There is no project ledger that can be read, so no projects are shown."),
            "contacts": _("There is no contact ledger that can be read, so no contacts are shown."),
        }
        return [sentence for kind, sentence in missing.items() if kind not in self.kinds]


def examine(folder: Path) -> Findings:
    """What reading the folder finds, without keeping anything of it."""
    if not folder.is_dir():
        raise no_folder(folder)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "check.duckdb"
        imported = build(folder, path)
        data = Database(path, folder, version="check")
        try:
            return Findings(folder, imported, run_checks(data))
        finally:
            data.close()


def as_json(findings: Findings) -> str:
    """Files, refusals, blanked cells and checks as JSON for programs."""
    imported = findings.imported
    content = {
        "files": [
            {
                "file": file.file,
                "kind": file.kind,
                "rows": file.rows,
                "loaded": file.loaded,
                "refused": file.refused,
                "reason": file.reason.sentence() if file.reason else None,
                "notes": [note.sentence() for note in file.notes],
            }
            for file in imported.files
        ],
        "refusals": [_fault(fault) for fault in imported.refusals],
        "blanked": [_fault(fault) for fault in imported.blanked],
        "checks": [
            {"name": check.name, "title": check.title, "count": check.count, "rows": _rows(check)}
            for check in findings.checks
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, default=str)


def as_text(findings: Findings) -> str:
    """Files, refusals, blanked cells and checks as lines for a terminal."""
    imported = findings.imported
    lines = [line for file in imported.files for line in _file_lines(file)]
    for title, faults in (
        (_("Refused"), imported.refusals),
        (_("Cells that became unknown"), imported.blanked),
    ):
        lines += ["", f"{title}: {numbers.count_text(len(faults))}"]
        lines += [f"  {_fault_line(fault)}" for fault in faults]
    lines += ["", _("Checks")]
    for check in findings.checks:
        lines.append(f"  {check.title}: {numbers.count_text(check.count)}")
        rows = _rows(check)
        lines += [f"    {_line(row)}" for row in rows[:ROWS_LISTED]]
        if check.count > ROWS_LISTED:
            rest = numbers.count_text(check.count - ROWS_LISTED)
            lines.append("    " + _("and {count} more").format(count=rest))
    return "\n".join(lines)


def _fault(fault: Fault) -> dict[str, object]:
    return {
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "value": fault.value,
        "reason": fault.sentence(),
    }


def _fault_line(fault: Fault) -> str:
    place = ":".join(str(part) for part in (fault.file, fault.line) if part is not None)
    cell = " = ".join(part for part in (fault.column, fault.value) if part)
    return " · ".join(part for part in (place, cell, fault.sentence()) if part)


def _file_lines(file: FileReport) -> list[str]:
    counts = _("{rows}, {loaded} loaded, {refused} refused").format(
        rows=numbers.with_unit(numbers.count_text(file.rows), "rows"),
        loaded=numbers.count_text(file.loaded),
        refused=numbers.count_text(file.refused),
    )
    remarks = [file.reason, *file.notes] if file.reason else file.notes
    title = f"{file.file} ({file.kind})" if file.kind else file.file
    return [f"{title}: {counts}", *(f"  {remark.sentence()}" for remark in remarks)]


def _rows(check: CheckResult) -> list[dict[str, object]]:
    return [
        {name: plain_value(value) for name, value in row.items()} for row in records_of(check.rows)
    ]


def _line(row: dict[str, object]) -> str:
    place = f"{row.pop('file')}:{row.pop('line')}"
    return " ".join([place, *(str(value) for value in row.values() if value is not None)])
