"""An exhibit's rows as JSON for programs and as CSV for offices."""

import json
from dataclasses import asdict
from datetime import date

from promotion.exhibit import Exhibit, column_labels
from promotion.exports.cells import Cell, plain_value
from promotion.exports.tables import rows_as_csv
from promotion.filters import Filters
from promotion.language import use_language


def as_json(exhibit: Exhibit) -> bytes:
    """The exhibit with its words and rows: shares as fractions, ISO dates, null where unknown."""
    content = facts(exhibit) | {
        "rows": [
            {name: _iso(plain_value(value)) for name, value in row.items()}
            for row in exhibit.rows()
        ],
    }
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2)
    return f"{text}\n".encode()


def facts(exhibit: Exhibit) -> dict[str, object]:
    """What the exhibit's rows are of, when and from where, in plain JSON."""
    return {
        "name": exhibit.name,
        "title": plain_value(exhibit.title),
        "unit": exhibit.unit,
        "source": plain_value(exhibit.source),
        "as_of": exhibit.as_of.isoformat(),
        "sample": exhibit.is_sample,
        "period": {
            "from": exhibit.period.first_day.isoformat(),
            "to": exhibit.period.last_day.isoformat(),
        },
        "filters": _filters(exhibit.filters),
        "notes": [plain_value(note) for note in exhibit.notes],
    }


def as_csv(exhibit: Exhibit) -> bytes:
    """The exhibit's rows under one row of headings in the reader's language."""
    with use_language(exhibit.filters.language):
        return rows_as_csv(exhibit.table, column_labels(exhibit.table, exhibit.headings))


def _filters(filters: Filters) -> dict[str, object]:
    chosen = filters.parameters() | {
        "compare": filters.compare,
        "language": filters.language,
        "measure": filters.measure,
    }
    if filters.sides.by:
        chosen["sides"] = asdict(filters.sides)
    return {name: _iso(value) for name, value in chosen.items()}


def _iso(value: Cell) -> Cell:
    return value.isoformat() if isinstance(value, date) else value
