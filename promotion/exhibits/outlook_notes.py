"""What is said under forecasts: how they are made, from how many, and what they leave out."""

from datetime import date

from promotion import numbers
from promotion.filters import Filters
from promotion.language import _
from promotion.outlook.asked import WHOLE
from promotion.outlook.forecasting import LEAST_BASE, REPETITIONS

Row = dict[str, object]


def of_year(rows: list[Row], filters: Filters, day: date, as_of: date) -> tuple[str, ...]:
    """The notes of the forecast for a year's end."""
    if not rows:
        return ()
    notes = [_method()]
    if any(row["target"] for row in rows):
        notes.insert(0, _how_drawn())
    if any(row["district"] == WHOLE for row in rows):
        notes.append(
            _(
                "All shown are forecast from their history together, so districts do not add up "
                "to it exactly."
            )
        )
    notes.append(_("In the rows amounts are in 10,000 yuan and 10,000 US dollars."))
    too_few = _too_few(rows)
    if too_few:
        notes.append(too_few)
    if day < as_of:
        notes.append(
            _("Made with what was known on {day}; what happened later is not used.").format(
                day=numbers.date_text(day)
            )
        )
    return (*notes, *_not_applied(filters))


def of_test(rows: list[Row], filters: Filters) -> tuple[str, ...]:
    """The notes of the back-test."""
    if not rows:
        return ()
    return (
        _(
            "Dates after the day of a forecast are left out when it is made; amounts and origins "
            "are taken as the ledgers state them now, as those have no date."
        ),
        _("Error: forecast ÷ actual − 1; not given where the actual is below {base}.").format(
            base=numbers.count_text(numbers.SMALL_BASE)
        ),
        _("In the rows amounts are in 10,000 yuan and 10,000 US dollars."),
        *_not_applied(filters),
    )


def _how_drawn() -> str:
    return _(
        "Bar: so far; dot: forecast; line: holds four in five of {count} repetitions with the "
        "history drawn anew."
    ).format(count=numbers.count_text(REPETITIONS))


def _method() -> str:
    return _(
        "Each project's chance to sign or land by then is that of past projects which had stood "
        "as long at its stage (Aalen–Johansen, closed ones leave); new projects come as in the "
        "last twelve months; capital arrives as it did of past contracts. Seasons and shocks are "
        "not foreseen."
    )


def _too_few(rows: list[Row]) -> str:
    few = [row for row in rows if row["so_far"] is not None and row["base_count"] < LEAST_BASE]
    few = [row for row in few if row["forecast"] is None]
    if not few:
        return ""
    names = [
        _("{metric} of {district} (n={count})").format(
            metric=row["metric_name"],
            district=row["district_name"],
            count=numbers.count_text(row["base_count"]),
        )
        for row in few
    ]
    return _("Too few to forecast, fewer than {least} past events of the kind: {names}.").format(
        least=numbers.count_text(LEAST_BASE), names=_(", ").join(names)
    )


def _not_applied(filters: Filters) -> tuple[str, ...]:
    if not filters.industries and filters.capital == "all":
        return ()
    return (
        _("Targets are set for all industries and all capital, so those filters do not apply."),
    )
