"""Exhibits small enough to compute by head, made without a database."""

from datetime import date

import pandas as pd

from promotion.descriptions import Bars, Bullets, Chart, Funnel, HeatMap, Lines, StackedBars, Tiles
from promotion.exhibit import Exhibit, Question
from promotion.filters import Filters, Period

DISTRICTS = {"north": "北区", "south": "南区"}
COLOURS = {"north": "#112233", "south": "#445566"}
SECOND_QUARTER = Period(date(2020, 4, 1), date(2020, 6, 30))


def figure(rows, chart: Chart | None = None, **words) -> Exhibit:
    """An exhibit of these rows, in English unless told otherwise."""
    filters = words.pop("filters", Filters(SECOND_QUARTER, language="en"))
    parts = {
        "name": "contacts_by_district",
        "title": "Contacts by district",
        "unit": "contacts",
        "sources": ("district ledgers",),
        "is_sample": False,
    }
    return Exhibit(
        table=pd.DataFrame(rows, dtype=object),
        chart=chart,
        filters=filters,
        period=filters.period,
        as_of=date(2020, 6, 30),
        question=Question("overview/activity_by_district", "", {}),
        **parts | words,
    )


def by_district(values=(30, 20), **columns) -> list[dict[str, object]]:
    """A row for each of the two districts; further columns are given as pairs of values."""
    return [
        {"district": code, "district_name": name, "contact_count": values[place]}
        | {column: pair[place] for column, pair in columns.items()}
        for place, (code, name) in enumerate(DISTRICTS.items())
    ]


def bars(**words) -> Exhibit:
    """Bars of two districts, the second longer."""
    chart = Bars("district", "contact_count", "district_name", coloured_by_district=True)
    return figure(by_district((20, 30)), chart, **words)


def _by_month(chart: Chart) -> Exhibit:
    rows = [
        {
            "month": date(2020, month, 1),
            "channel": channel,
            "channel_name": channel.title(),
            "contact_count": month * 10 + place,
            "online_share": 0.5,
        }
        for month in (4, 5)
        for place, channel in enumerate(("phone", "video", "email"))
    ]
    return figure([row | _none_by_email(row) for row in rows], chart)


def _none_by_email(row):
    return {"contact_count": 0} if row["channel"] == "email" else {}


def stacked_columns() -> Exhibit:
    """Two months by three channels, none by e-mail, half of all online."""
    return _by_month(
        StackedBars("month", "contact_count", "channel", "channel_name", line="online_share")
    )


def stacked_bars() -> Exhibit:
    """Two districts by two stages."""
    rows = [
        row | {"stage": stage, "stage_name": stage.title(), "project_count": count}
        for row, counts in zip(by_district(), ((1, 2), (3, 4)), strict=True)
        for stage, count in zip(("lead", "signed"), counts, strict=True)
    ]
    chart = StackedBars("district", "project_count", "stage", "stage_name", x_label="district_name")
    return figure(rows, chart)


def funnel() -> Exhibit:
    """Two stages."""
    rows = [
        {
            "stage": stage,
            "stage_name": stage.title(),
            "project_count": count,
            "reached_count": reached,
            "agreed_investment_wan_cny": amount,
        }
        for stage, count, reached, amount in (("lead", 7, 10, 1250.5), ("signed", 3, 3, None))
    ]
    chart = Funnel(
        "stage", "stage_name", "project_count", "reached_count", "agreed_investment_wan_cny"
    )
    return figure(rows, chart)


def bullets() -> Exhibit:
    """Two districts' completion of one target."""
    rows = by_district(
        metric=("signed_investment_wan_cny",) * 2,
        metric_name=("Signed investment",) * 2,
        target=(100.0, 200.0),
        actual=(50.0, 50.0),
        completion=(0.5, 0.25),
        pace=(0.4973, 0.4973),
    )
    for row in rows:
        del row["contact_count"]
    return figure(rows, Bullets("district", "district_name", "metric", "metric_name"))


def lines() -> Exhibit:
    """Two months, the second unknown."""
    months = (date(2020, 4, 1), date(2020, 5, 1))
    rows = [
        {"month": month, "contact_count": count}
        for month, count in zip(months, (9, None), strict=True)
    ]
    return figure(rows, Lines("month", "contact_count"))


def heat_map(centre: float | None = None, base: str | None = None) -> Exhibit:
    """Two districts by two industries; one quotient unknown."""
    rows = [
        row
        | {
            "industry": industry,
            "industry_name": industry.title(),
            "project_count": count,
            "location_quotient": quotient,
        }
        for row, cells in zip(
            by_district(), (((9, 0.5), (3, 2.0)), ((8, 1.5), (7, None))), strict=True
        )
        for industry, (count, quotient) in zip(("steel", "paper"), cells, strict=True)
    ]
    chart = HeatMap(
        "industry", "industry_name", "district", "district_name", "location_quotient", centre, base
    )
    return figure(rows, chart)


def tiles() -> Exhibit:
    """Two districts on a grid of two rows."""
    rows = by_district(grid_row=(0, 1), grid_column=(0, 1))
    return figure(rows, Tiles("district", "district_name", "contact_count"))
