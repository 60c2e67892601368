"""How a spreadsheet shows a value, by its unit."""

from promotion import numbers
from promotion.language import _
from promotion.measures import MEASURES, unit_of

_COUNT = "#,##0"
_SIGNED_SHARE = "+0.0%;-0.0%;0.0%"
_SIGNED_POINTS = "+0.0;-0.0;0.0"
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
    if _is_in_points(column, metric):
        points = _("{number} percentage points").format(number="")
        return ";".join(f'{part}"{points}"' for part in _SIGNED_POINTS.split(";"))
    shown = _FORMATS.get(unit, _COUNT)
    if metric is not None and column != "metric" and unit in ("wan_cny", "wan_usd"):
        return f'{shown}" ({numbers.unit_label(unit)})"'
    return shown


def cell_number(value: float, column: str, metric: str | None = None) -> float:
    """The number that a cell in `number_format` holds for a value: of a share's change, points.

    A spreadsheet multiplies by a hundred only where it writes a percent sign.
    """
    return value * 100 if _is_in_points(column, metric) else value


def _is_in_points(column: str, metric: str | None) -> bool:
    of_metric = metric is not None and MEASURES[metric].unit
    return unit_of(column, metric) == "change" and of_metric == "share"
