"""Foreign capital: contracted against received, by month, district, origin and kind."""

import pandas as pd

from promotion import exhibit, numbers
from promotion.database import Database
from promotion.descriptions import MeasureBars
from promotion.exhibit import Exhibit, in_the_readers_language, not_stated_or, with_names
from promotion.exhibits import foreign_capital_notes as notes
from promotion.filters import Filters
from promotion.language import _
from promotion.measures import CAPITAL_PARTS, stage_name

LEDGERS = ("projects", "receipts")
MOST_ORIGINS = 12


@in_the_readers_language
def fdi_by_month(data: Database, filters: Filters) -> Exhibit:
    """Foreign capital contracted and received in each month, in dollars and beside them in yuan.

    Yuan are converted at the rate of the month's year, which stands in the row; they are null
    where the year has none.
    """
    answer = data.run("capital/fdi_by_month", **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="fdi_by_month",
        title=_("Foreign capital contracted and received by month"),
        unit=numbers.unit_label("wan_usd"),
        table=answer,
        chart=MeasureBars(
            category="month",
            values=("contracted_fdi_wan_usd", "received_fdi_wan_usd"),
            achieved="received_fdi_wan_usd",
        ),
        query="capital/fdi_by_month",
        kinds=_kinds_with_rates(data),
        notes=(*notes.of_contracts(data, filters), *notes.of_rates(data, filters)),
    )


@in_the_readers_language
def fdi_by_district(data: Database, filters: Filters) -> Exhibit:
    """Each district's foreign capital contracted and received, in dollars and beside them in yuan.

    Yuan are converted at the rate of the year in which each amount falls; they are null where
    one of these years has none.
    """
    answer = data.run("capital/fdi_by_district", **filters.parameters())
    table = with_names(answer, data.name_of, "district")
    table["rates_used"] = pd.Series(
        [notes.rates_used(data, filters)] * len(table), index=table.index, dtype=object
    )
    return exhibit.make(
        data,
        filters,
        name="fdi_by_district",
        title=_("Foreign capital contracted and received by district"),
        unit=numbers.unit_label("wan_usd"),
        table=table,
        chart=_bars("district"),
        query="capital/fdi_by_district",
        kinds=_kinds_with_rates(data),
        notes=(
            *notes.of_the_rate(answer),
            *notes.of_contracts(data, filters),
            *notes.of_rates(data, filters),
        ),
    )


@in_the_readers_language
def fdi_by_origin(data: Database, filters: Filters) -> Exhibit:
    """Foreign capital contracted and received from each country or region, the largest first."""
    answer = data.run("capital/fdi_by_origin", **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="fdi_by_origin",
        title=_("Foreign capital contracted and received by origin"),
        unit=numbers.unit_label("wan_usd"),
        table=with_names(answer, _country_of(data), "origin_country"),
        chart=_bars("origin_country", most=MOST_ORIGINS),
        query="capital/fdi_by_origin",
        kinds=LEDGERS,
        notes=(
            *notes.of_the_rate(answer),
            *notes.of_rows_not_drawn(len(answer), MOST_ORIGINS),
            *notes.of_contracts(data, filters),
        ),
    )


@in_the_readers_language
def fdi_by_kind(data: Database, filters: Filters) -> Exhibit:
    """Foreign capital contracted and received by kind of investment: new, capital increase …"""
    answer = data.run("capital/fdi_by_kind", **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="fdi_by_kind",
        title=_("Foreign capital contracted and received by kind of investment"),
        unit=numbers.unit_label("wan_usd"),
        table=with_names(answer, not_stated_or(data.name_of), "investment_kind"),
        chart=_bars("investment_kind"),
        query="capital/fdi_by_kind",
        kinds=LEDGERS,
        notes=(*notes.of_the_rate(answer), *notes.of_contracts(data, filters)),
    )


@in_the_readers_language
def fdi_within(data: Database, filters: Filters) -> Exhibit:
    """Foreign capital of Fortune Global 500 companies and of Hong Kong, Macao and Taiwan in all.

    The parts overlap: a company of Hong Kong may be among the Fortune Global 500.
    """
    answer = data.run("capital/fdi_within", **filters.parameters())
    return exhibit.make(
        data,
        filters,
        name="fdi_within",
        title=_("Fortune Global 500, Hong Kong, Macao and Taiwan within foreign capital"),
        unit=numbers.unit_label("wan_usd"),
        table=with_names(answer, lambda _list, part: _(CAPITAL_PARTS[part]), "capital_part"),
        chart=_bars("capital_part"),
        query="capital/fdi_within",
        kinds=LEDGERS,
        notes=(
            _("The parts overlap and do not add up to all."),
            *notes.of_the_rate(answer),
            *notes.of_contracts(data, filters),
            *notes.of_parts_not_stated(data, filters),
        ),
    )


@in_the_readers_language
def fortune_500_projects(data: Database, filters: Filters) -> Exhibit:
    """Projects of Fortune Global 500 companies known by the period's end, most contracted first.

    Stage and capital are those of the period's end: a project not signed by then has neither a
    signing date nor contracted capital.
    """
    answer = data.run("capital/fortune_500_projects", **filters.parameters())
    named = with_names(answer, data.name_of, "district", "industry")
    named = with_names(named, _country_of(data), "origin_country")
    named = with_names(named, not_stated_or(data.name_of), "investment_kind")
    return exhibit.make(
        data,
        filters,
        name="fortune_500_projects",
        title=_("Projects of Fortune Global 500 companies known by {day}").format(
            day=numbers.date_text(filters.period.last_day)
        ),
        unit="",
        table=with_names(named, stage_name, "stage"),
        chart=None,
        query="capital/fortune_500_projects",
        kinds=LEDGERS,
        notes=(
            _("Contracted: where signed by that day. Received: all that had arrived by then."),
            *notes.of_fortune_500_projects(data, filters),
        ),
    )


def _bars(category: str, most: int | None = None) -> MeasureBars:
    return MeasureBars(
        category=category,
        label=f"{category}_name",
        values=("contracted_fdi_wan_usd", "received_fdi_wan_usd"),
        achieved="received_fdi_wan_usd",
        rate="funds_in_place_rate",
        base="contracted_project_count",
        most=most,
    )


def _country_of(data: Database) -> exhibit.NameOf:
    """What readers call an origin, 'unknown' included."""
    return not_stated_or(lambda _list, code: data.name_of("country", code))


def _kinds_with_rates(data: Database) -> tuple[str, ...]:
    return (*LEDGERS, "rates") if "rates" in data.kinds else LEDGERS
