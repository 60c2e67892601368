"""How a value moved against the compared period, in words."""

from promotion import numbers
from promotion.filters import Filters
from promotion.language import _


def movement(value: float | None, compared: float | None, unit: str) -> str:
    """How a value moved against the compared one, in words; never a rise of minus something."""
    if value is None or compared is None:
        return _("not comparable")
    if unit == "share":
        return _share_movement(value, compared)
    difference = value - compared
    if difference == 0:
        return _("unchanged")
    if compared == 0:
        return _("up from none")
    if value == 0:
        return _("down to none, from {compared}").format(
            compared=numbers.value_text(compared, unit)
        )
    is_count = unit not in ("wan_cny", "wan_usd")
    if is_count and compared < numbers.SMALL_BASE:
        words = _("up by {size}") if difference > 0 else _("down by {size}")
        return words.format(size=numbers.value_text(abs(difference), unit))
    size = numbers.share_text(abs(difference / compared))
    if size == numbers.share_text(0):
        return _("about unchanged")
    return (_("up {size}") if difference > 0 else _("down {size}")).format(size=size)


def _share_movement(share: float, compared: float) -> str:
    points = numbers.share_difference(share, compared)
    if points == 0:
        return _("unchanged") if share == compared else _("about unchanged")
    words = _("up {size} percentage points") if points > 0 else _("down {size} percentage points")
    return words.format(size=numbers.points_text(abs(points)))


def moved(row: dict[str, object], unit: str, filters: Filters) -> str:
    """The movement in brackets; nothing where none is chosen, known, or a base is small."""
    if filters.compare == "none" or row["compared"] is None or row["value"] is None:
        return ""
    if row["denominator"] is not None and row["denominator"] < numbers.SMALL_BASE:
        return ""
    words = {
        "previous": _(" ({movement} on the period before)"),
        "year": _(" ({movement} on a year earlier)"),
    }
    return words[filters.compare].format(movement=movement(row["value"], row["compared"], unit))
