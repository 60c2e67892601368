"""The cells of a comparison of two sides in words: values, and how the left differs."""

from promotion import numbers
from promotion.language import _
from promotion.measures import MEASURES

Row = dict[str, object]
SIDES = ("left", "right")


def cell_text(row: Row, column: str) -> str | None:
    """A side's value or the change in words; None for other columns and the rows of others."""
    if "is_comparable" not in row:
        return None
    if column in SIDES:
        return _value_text(row, column)
    return _change_text(row) if column == "change" else None


def _value_text(row: Row, side: str) -> str:
    """A side's value; a share of few as the counts themselves."""
    denominator = row[f"{side}_denominator"]
    if denominator is None:
        return numbers.value_text(row[side], _unit(row))
    return numbers.share_of_base(row[side], row[f"{side}_numerator"], denominator)


def _change_text(row: Row) -> str:
    if not row["is_comparable"]:
        return _("no comparison")
    words = numbers.change_text(row["left"], row["right"], _unit(row))
    return {_("unchanged"): _("equal"), _("about unchanged"): _("about equal")}.get(words, words)


def _unit(row: Row) -> str:
    return MEASURES[row["metric"]].unit
