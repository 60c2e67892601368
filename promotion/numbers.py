"""How numbers, dates, units and changes read, in Chinese and English."""

from collections.abc import Iterable

from promotion.date_words import (  # noqa: F401 - whoever writes numbers writes dates too
    date_text,
    moment_text,
    month_text,
    month_tick,
    months_of_axis,
    period_text,
    weekday_names,
)
from promotion.language import N_, _, current_language
from promotion.rounding import half_up
from promotion.unit_words import (  # noqa: F401 - and units
    UNITS,
    UNITS_IN_HEADINGS,
    unit_label,
    with_unit,
)

SMALL_BASE = 5  # below it a percentage says nothing: DESIGN.md

# Told to one decimal, where there is any.
ONE_DECIMAL_UNITS = ("days", "mu", "per_hundred", "per_week", "points", "wan_cny_per_mu")
# An amount of 10,000 yuan or dollars: divided so, in these words, where that leaves at least 1;
# the last scale takes any.
_SCALES = {
    ("zh", "wan_cny"): (
        (100_000_000, N_("{number} (trillion yuan)")),
        (10_000, N_("{number} (100 million yuan)")),
        (1, N_("{number} (10,000 yuan)")),
    ),
    ("zh", "wan_usd"): (
        (10_000, N_("{number} (100 million US dollars)")),
        (1, N_("{number} (10,000 US dollars)")),
    ),
    ("en", "wan_cny"): (
        (100_000_000, N_("{number} trillion CNY")),
        (100_000, N_("{number} billion CNY")),
        (100, N_("{number} million CNY")),
        (1e-4, N_("{number} CNY")),
    ),
    ("en", "wan_usd"): (
        (100_000, N_("{number} billion USD")),
        (100, N_("{number} million USD")),
        (1e-4, N_("{number} USD")),
    ),
}
_MINUS = "\N{MINUS SIGN}"
_MOST_DECIMALS = 2  # of a figure in a table


def value_text(value: object, unit: str) -> str:
    """A value as readers see it, scaled and with its unit where the unit needs saying."""
    if value is None:
        return _("unknown")
    if unit in ("wan_cny", "wan_usd"):
        return amount_text(float(value), unit)
    if unit == "share":
        return share_text(float(value))
    if unit == "ratio":
        return f"{half_up(value, 2)}"
    if unit == "cny_per_usd":
        return f"{half_up(value, 4)}"
    if unit in ONE_DECIMAL_UNITS:
        return decimal_text(value)
    if unit == "yes_no":
        return _("yes") if value else _("no")
    if unit == "change":
        return signed(share_text(abs(value)), value)
    if unit == "places":
        return signed(count_text(abs(value)), value)
    if unit == "date":
        return date_text(value)
    if unit == "month":
        return month_text(value)
    if unit in ("text", "plain"):
        return str(value)
    return count_text(value)


def texts_alike(values: Iterable[object], unit: str) -> list[str]:
    """The values as readers see them under each other: one decimal for all where one has any."""
    values = list(values)
    texts = [value_text(value, unit) for value in values]
    if unit not in ONE_DECIMAL_UNITS or not any("." in text for text in texts):
        return texts
    return [
        text if value is None or "." in text else f"{text}.0"
        for value, text in zip(values, texts, strict=True)
    ]


def column_format(values: Iterable[float], unit: str) -> str:
    """The printf format of a table's column: as many decimals for all as any figure has."""
    if unit == "share":
        return "%.1f%%"
    fractions = [f"{value:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")[2] for value in values]
    return f"%,.{max(map(len, fractions), default=0)}f"


def column_text(value: float, column_format: str) -> str:
    """The figure as a browser's table writes it in a column of the format."""
    form = column_format.strip("%")
    text = format(half_up(value, int(form.partition(".")[2].strip("f"))), form)
    return _with_minus(text) + "%" * column_format.endswith("%%")


def count_text(value: float) -> str:
    """A count with thousands separators: 1,234."""
    return _with_minus(f"{half_up(value, 0):,}")


def decimal_text(value: float) -> str:
    """A number with at most one decimal and thousands separators: 1,234.5."""
    return _with_minus(f"{half_up(value, 1):,}".removesuffix(".0"))


def plain_text(value: float) -> str:
    """A number as it is set, no more decimals than it has: 20, 0.5."""
    return _with_minus(f"{value:g}")


def share_text(share: float) -> str:
    """A share as a percentage with one decimal: 93.1%, 2,119.4%."""
    return _with_minus(f"{half_up(share * 100, 1):,}%")


def measure_text(row: dict[str, object], measure: str, unit: str) -> str:
    """A row's measure as readers see it; the online share of few contacts as their number."""
    if measure == "online_share" and row[measure] is not None:
        return share_of_base(row[measure], row["online_count"], row["channel_known_count"])
    return value_text(row[measure], unit)


def points_text(difference: float) -> str:
    """A difference of shares in percentage points with one decimal: 3.2."""
    return _with_minus(f"{half_up(difference * 100, 1)}")


def share_of_base(share: float | None, numerator: int, denominator: int) -> str:
    """A share as a percentage, or the counts themselves where the base is small."""
    if share is None:
        return _("unknown")
    if denominator < SMALL_BASE:
        return _("{numerator} of {denominator}").format(
            numerator=count_text(numerator), denominator=count_text(denominator)
        )
    return share_text(share)


def amount_text(amount: float, unit: str) -> str:
    """An amount of 10,000 yuan or dollars as an office writes it: 9,800万元, 1.25亿元."""
    divisor, words = _scale(amount, unit)
    return _(words).format(number=_with_minus(_short(amount / divisor)))


def _scale(amount: float, unit: str) -> tuple[float, str]:
    """The largest scale in which the amount, rounded as it is shown, is at least 1."""
    scales = _SCALES[current_language(), unit]
    for divisor, words in scales[:-1]:
        if abs(_rounded(amount / divisor)) >= 1:
            return divisor, words
    return scales[-1]


def _rounded(number: float) -> float:
    """As it is shown: two decimals below 10, one below 100, none above."""
    size = abs(number)
    return float(half_up(number, 2 if size < 10 else 1 if size < 100 else 0))


def _short(number: float) -> str:
    text = f"{_rounded(number):,.2f}"
    return text.rstrip("0").rstrip(".")


def cell_text(value: float | None, unit: str, largest: float) -> str:
    """A value for a narrow cell: scaled like the largest of its table, without the unit."""
    if value is None:
        return "\N{EN DASH}"
    if unit == "share":
        return _with_minus(f"{half_up(value * 100, 0)}")
    if unit == "ratio":
        return f"{half_up(value, 2)}"
    if unit not in ("wan_cny", "wan_usd"):
        return count_text(value)
    divisor, _words = _scale(largest, unit)
    if value and not _rounded(value / divisor):
        return "<0.01"
    return _with_minus(_short(value / divisor))


def axis_scale(largest: float, unit: str) -> tuple[float, str]:
    """For an axis up to the largest value: what to divide values by, and the unit's words."""
    if unit == "share":
        return 0.01, "%"
    if unit not in ("wan_cny", "wan_usd"):
        return 1, unit_label(unit)
    divisor, words = _scale(largest, unit)
    return divisor, _(words).format(number="").strip()


def share_difference(share: float, compared: float) -> float:
    """How far apart two shares are as they are shown, each as a percentage with one decimal.

    Whoever subtracts 70.1% from 70.2% finds 0.1 points beside them, and none beside two alike.
    """
    shown, compared_shown = (half_up(one * 100, 1) for one in (share, compared))
    return float((shown - compared_shown) / 100)


def change_text(value: float | None, compared: float | None, unit: str) -> str:
    """How a value moved: +12.3%, −3.2 percentage points; on a small base by how many.

    Points are the difference of the percentages as they are shown. Other changes are of the values
    themselves, which may be shown shorter. None, or one that would read as 0.0%, is told in words.
    """
    if value is None or compared is None:
        return _("unknown")
    if value == compared:
        return _("unchanged")
    if unit == "share":
        points = share_difference(value, compared)
        return _("{number} pp").format(number=signed(points_text(abs(points)), points))
    difference = value - compared
    if unit not in ("wan_cny", "wan_usd") and compared < SMALL_BASE:
        return signed(count_text(abs(difference)), difference)
    if compared == 0:
        return signed(value_text(abs(difference), unit), difference)
    size = share_text(abs(difference / compared))
    return _("about unchanged") if size == share_text(0) else signed(size, difference)


def change_sign(value: float, compared: float, unit: str) -> int:
    """1 where change_text tells of a rise, -1 of a fall, 0 of neither."""
    return {"+": 1, _MINUS: -1}.get(change_text(value, compared, unit)[0], 0)


def signed(text: str, number: float) -> str:
    """The text of a size with the sign of the number before it; none where it is zero."""
    if number == 0:
        return text
    return f"{'+' if number > 0 else _MINUS}{text}"


def _with_minus(text: str) -> str:
    return text.replace("-", _MINUS)
