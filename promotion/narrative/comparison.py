"""Key points of a comparison: where each of the two sides has most more than the other."""

from promotion import numbers
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import MEASURES

Row = dict[str, object]
_AMOUNTS = ("wan_cny", "wan_usd")


def comparison_points(comparison: Exhibit) -> list[str]:
    """One or two sentences: each side's largest lead; or that there is none, or nothing known."""
    rows = [row for row in comparison.rows() if row["is_comparable"]]
    if not rows:
        return [_("No measure is known of both sides, so there is nothing to compare.")]
    leads = [_lead(comparison, rows, *ways) for ways in (("left", "right"), ("right", "left"))]
    points = [point for point in leads if point]
    if points:
        return points
    if all(row["left"] == row["right"] for row in rows):
        return [_("The two sides are equal in every measure known of both.")]
    return [_("Neither side is clearly ahead in a measure that rests on 5 or more.")]


def _lead(comparison: Exhibit, rows: list[Row], side: str, other: str) -> str:
    """The side's largest lead in proportion, of what rests on enough; empty where it has none."""
    ahead = [row for row in rows if _is_enough(row, other) and _is_ahead(row[side], row[other])]
    if not ahead:
        return ""
    most = max(ahead, key=lambda row: row[side] / row[other])
    unit = MEASURES[most["metric"]].unit
    times = most[side] / most[other]
    words = (
        _(
            "{side} is furthest ahead in {measure}: {value} against {other_value}, {times} times "
            "as much."
        )
        if times >= 2
        else _("{side} is furthest ahead in {measure}: {value} against {other_value}, {more} more.")
    )
    return words.format(
        side=comparison.headings[side],
        measure=most["metric_name"],
        value=numbers.value_text(most[side], unit),
        other_value=numbers.value_text(most[other], unit),
        times=numbers.decimal_text(times),
        more=numbers.share_text(times - 1),
    )


def _is_enough(row: Row, other: str) -> bool:
    """Whether a proportion says something: of counts not below the small base, never of shares."""
    unit = MEASURES[row["metric"]].unit
    if unit == "share":
        return False
    return row[other] > 0 if unit in _AMOUNTS else row[other] >= numbers.SMALL_BASE


def _is_ahead(value: float, other: float) -> bool:
    """Whether more by what can be seen in a percentage."""
    return value > other and numbers.share_text(value / other - 1) != numbers.share_text(0)
