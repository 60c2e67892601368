"""How a spreadsheet shows a value, by its unit."""

from promotion import numbers
from promotion.language import _
from promotion.measures import MEASURES, unit_of

_COUNT = "#,##0"
_SIGNED_SHARE = "+0.0%;-0.0%;0.0%"
_FORMATS = {
    "share": "0.0%",
    "change": _SIGNED_SHARE,
    "ratio": "0.00",
    "places": "+#,##0;-#,##0;0",
    "wan_cny": "#,##0.0",
    "wan_usd": "#,##0.0",
    "days": "#,##0.0",
    "mu": "#,##0.0",
    "per_hundred": "#,##0.0",
    "per_week": "#,##0.0",
    "points": "#,##0.0",
    "wan_cny_per_mu": "#,##0.0",
    "cny_per_usd": "0.0000",
    "yes_no": "General",
    "date": "yyyy-mm-dd",
    "month": "yyyy-mm",
    "text": "@",
    "plain": "0",
    "by_metric": "General",
}


def number_format(column: str, metric: str | None = None) -> str:
    """The number format of a column's cells; of a metric's values, the metric's with its unit."""
    unit = unit_of(column, metric)
    of_metric = metric is not None and MEASURES[metric].unit
    if unit == "change" and of_metric == "share":
        points = _("{number} percentage points").format(number="").strip()
        return ";".join(f'{part}" ({points})"' for part in _SIGNED_SHARE.split(";"))
    shown = _FORMATS.get(unit, _COUNT)
    if metric is not None and column != "metric" and unit in ("wan_cny", "wan_usd"):
        return f'{shown}" ({numbers.unit_label(unit)})"'
    return shown
