"""What was measured, against what it should be: a table to read and JSON to keep."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

HEADINGS = ("measured", "value", "baseline", "ratio", "target", "met")


@dataclass(frozen=True)
class Line:
    """One figure and its target: a ratio where there is a baseline, else a value in the unit.

    Without a target it is told, and not judged.
    """

    name: str
    value: float
    unit: str
    target: float | None = None
    baseline: float | None = None

    @property
    def ratio(self) -> float | None:
        """The value in terms of the baseline of the same run, if there is one."""
        return None if self.baseline is None else self.value / self.baseline

    @property
    def is_met(self) -> bool:
        """Whether the target is reached, or there is none."""
        if self.target is None:
            return True
        return (self.value if self.ratio is None else self.ratio) <= self.target


def text(lines: Sequence[Line]) -> str:
    """The lines as a Markdown table, which the README can take as it is."""
    cells = [HEADINGS, tuple("---" for _ in HEADINGS), *map(_cells, lines)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(HEADINGS))]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in cells
    )


def _cells(line: Line) -> tuple[str, ...]:
    value = f"{line.value:.3g} {line.unit}"
    met = "yes" if line.is_met else "NO"
    of_what = line.unit if line.ratio is None else "×"
    judged = ("", "") if line.target is None else (f"≤ {line.target:g} {of_what}", met)
    if line.ratio is None:
        return (line.name, value, "", "", *judged)
    return (line.name, value, f"{line.baseline:.3g} {line.unit}", f"{line.ratio:.2f}", *judged)


def write_json(lines: Sequence[Line], path: Path, about: dict[str, object]) -> None:
    """Nothing; the file then holds the lines, and `about` says what they were measured on."""
    measured = [asdict(line) | {"ratio": line.ratio, "is_met": line.is_met} for line in lines]
    path.write_text(
        json.dumps(about | {"lines": measured}, ensure_ascii=False, indent=2) + "\n",
        encoding="utf-8",
    )
