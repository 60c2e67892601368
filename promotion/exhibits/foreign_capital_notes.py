"""What is said under the figures of foreign capital: rates of exchange, what is left out."""

import pandas as pd

from promotion import numbers
from promotion.database import Database
from promotion.filters import Filters
from promotion.language import _
from promotion.query import records_of


def of_the_rate(table: pd.DataFrame) -> tuple[str, ...]:
    """What the funds-in-place rate compares, and that it may exceed 100 %; or why none is shown."""
    base = numbers.count_text(numbers.SMALL_BASE)
    if not any((count or 0) >= numbers.SMALL_BASE for count in table["contracted_project_count"]):
        words = _("No funds-in-place rate: none has {base} projects with contracted capital.")
        return (words.format(base=base),)
    return (
        _(
            "Funds-in-place rate: received ÷ contracted in the period, printed from {base} "
            "projects with contracted capital on. Capital received may belong to contracts signed "
            "earlier, so the rate may exceed 100%."
        ).format(base=base),
    )


def of_contracts(data: Database, filters: Filters) -> tuple[str, ...]:
    """What is not in the amounts, each with how many; nothing where all is."""
    found = _left_out(data, filters)
    sentences = {
        "contracted_unknown_count": _(
            "Foreign projects signed whose contracted amount is unknown, not in the total: {count}."
        ),
        "unsigned_count": _(
            "Contracted capital of projects not signed by the period's end, not counted: {amount} "
            "(projects: {count})."
        ),
        "unmatched_count": _(
            "Received for projects that no ledger holds, in all districts, not counted: {amount} "
            "(instalments: {count})."
        ),
        "unread_count": _("Instalments whose amount is unknown, not in the total: {count}."),
    }
    amounts = {
        "unsigned_count": found["unsigned_wan_usd"],
        "unmatched_count": found["unmatched_wan_usd"],
    }
    return tuple(
        sentence.format(
            count=numbers.count_text(found[name]),
            amount=numbers.value_text(amounts.get(name), "wan_usd"),
        )
        for name, sentence in sentences.items()
        if found[name]
    )


def of_parts_not_stated(data: Database, filters: Filters) -> tuple[str, ...]:
    """How much of the amounts is of an origin, or a standing among the 500, not stated."""
    found = _left_out(data, filters)
    sentences = {
        "unflagged": _(
            "Not stated whether of a Fortune Global 500 company: contracted {contracted}, received "
            "{received}."
        ),
        "no_origin": _("Of an origin not stated: contracted {contracted}, received {received}."),
    }
    return tuple(
        sentence.format(
            contracted=numbers.value_text(found[f"{part}_contracted_wan_usd"], "wan_usd"),
            received=numbers.value_text(found[f"{part}_received_wan_usd"], "wan_usd"),
        )
        for part, sentence in sentences.items()
        if found[f"{part}_contracted_wan_usd"] or found[f"{part}_received_wan_usd"]
    )


def of_fortune_500_projects(data: Database, filters: Filters) -> tuple[str, ...]:
    """How many of the projects listed are of domestic investors, and how many known by the period's
    end do not say whose they are."""
    found = _left_out(data, filters)
    sentences = {
        "domestic_fortune_500_count": _("Projects of domestic investors among these: {count}."),
        "unflagged_count": _(
            "Projects of which it is not stated whether a Fortune Global 500 company stands behind "
            "them: {count}."
        ),
    }
    return tuple(
        sentence.format(count=numbers.count_text(found[name]))
        for name, sentence in sentences.items()
        if found[name]
    )


def of_rows_not_drawn(row_count: int, most: int) -> tuple[str, ...]:
    """That only the first are drawn, where there are more."""
    if row_count <= most:
        return ()
    return (
        _("Drawn: the first {most} of {count}; the rows hold all.").format(
            most=numbers.count_text(most), count=numbers.count_text(row_count)
        ),
    )


def of_rates(data: Database, filters: Filters) -> tuple[str, ...]:
    """Each rate used with its year and source, and the years that have none."""
    if "rates" not in data.kinds:
        return (_("Yuan are unknown: the data folder holds no rates of exchange (rates.csv)."),)
    rates = records_of(data.run("capital/fdi_rates", **filters.parameters()))
    found = [
        _("{year}: {rate} ({source})").format(
            year=row["year"],
            rate=numbers.value_text(row["cny_per_usd"], "cny_per_usd"),
            source=_source_of(data, row),
        )
        for row in rates
        if row["cny_per_usd"] is not None
    ]
    missing = [str(row["year"]) for row in rates if row["cny_per_usd"] is None]
    sentences = []
    if found:
        sentences.append(
            _(
                "Yuan in the rows are converted at the year's rate, yuan per US dollar: {rates}."
            ).format(rates=_("; ").join(found))
        )
    if missing:
        sentences.append(
            _(
                "Yuan that need a rate of {years} are unknown: the rates ledger (rates.csv) has "
                "none."
            ).format(years=_(", ").join(missing))
        )
    return tuple(sentences)


def rates_used(data: Database, filters: Filters) -> str | None:
    """Each year's rate that the amounts need, in a cell; None where they need none."""
    rates = records_of(data.run("capital/fdi_rates", **filters.parameters()))
    cells = [
        _("{year}: {rate}").format(
            year=row["year"], rate=numbers.value_text(row["cny_per_usd"], "cny_per_usd")
        )
        for row in rates
    ]
    return _("; ").join(cells) or None


def _source_of(data: Database, row: dict[str, object]) -> str:
    """Where a rate is from; of invented ledgers, what the other sources are called."""
    return _(", ").join(data.sources("rates")) if data.is_sample else row["source"]


def _left_out(data: Database, filters: Filters) -> dict[str, object]:
    return records_of(data.run("capital/fdi_left_out", **filters.parameters()))[0]
