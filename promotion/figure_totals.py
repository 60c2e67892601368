"""The totals of stacked bars in words: what a figure, its native chart and its finding say."""

from promotion import numbers
from promotion.descriptions import StackedBars
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import unit_of


def totals_told(exhibit: Exhibit) -> dict[str, str]:
    """Of each category, as the rows bring them, its total over the whole that its known parts are
    of, and how many parts are not known."""
    chart: StackedBars = exhibit.chart
    groups: dict[str, list[dict[str, object]]] = {}
    for row in exhibit.rows():
        groups.setdefault(row[chart.x], []).append(row)
    return {code: _total_text(chart, rows) for code, rows in groups.items()}


def _total_text(chart: StackedBars, rows: list[dict[str, object]]) -> str:
    total, whole = rows[0][chart.total], rows[0][chart.whole]
    if total is None:
        return _("unknown")
    unknown_count = sum(row[chart.value] is None for row in rows)
    words = _("{total} / {whole}, {count} unknown") if unknown_count else _("{total} / {whole}")
    return words.format(
        total=numbers.value_text(total, unit_of(chart.total)),
        whole=numbers.value_text(whole, unit_of(chart.whole)),
        count=numbers.count_text(unknown_count),
    )
