"""Briefings small enough to know by heart, made without a database."""

from datetime import date

from promotion.briefing import Briefing, Figure
from promotion.descriptions import Bars
from promotion.filters import Filters
from tests.exports.figures import COLOURS, SECOND_QUARTER, by_district, figure


def headline(**words):
    """Two measures: one counted in both periods, one whose value is unknown."""
    rows = [
        {
            "metric": metric,
            "metric_name": name,
            "value": value,
            "compared": compared,
            "change": change,
            "numerator": None,
            "denominator": None,
        }
        for metric, name, value, compared, change in (
            ("contact_count", "Contacts", 1234, 1000, 0.234),
            ("received_fdi_wan_usd", "Foreign capital received", None, None, None),
        )
    ]
    return figure(rows, None, name="headline", title="Activity at a glance", **words)


def briefing(*exhibits, language="en", **words) -> Briefing:
    """A briefing of these exhibits; its words are the usual ones unless told otherwise."""
    filters = Filters(SECOND_QUARTER, language=language)
    parts = {
        "title": "Briefing of the second quarter",
        "subtitle": "Q2 2020",
        "department": "Bureau of Promotion",
        "day": date(2020, 7, 1),
        "points": ("Contacts rose.", "Signings fell."),
        "is_sample": True,
    }
    return Briefing(
        figures=tuple(
            Figure(exhibit, f"Finding {place}.", f"Definition {place}.")
            for place, exhibit in enumerate(exhibits, 1)
        ),
        headline=headline(filters=filters, is_sample=True),
        filters=filters,
        colours=COLOURS,
        **parts | words,
    )


def listed(count=3, **words):
    """A list of projects, without a chart."""
    rows = [
        {
            "project_id": f"P{number}",
            "project_name": f"Project {number}",
            "signed_date": date(2020, 5, 1),
            "agreed_investment_wan_cny": 1234.5 * number,
        }
        for number in range(1, count + 1)
    ]
    return figure(rows, None, **{"name": "dispatch_list", "title": "Projects", "unit": ""} | words)


def named(name, **words):
    """Bars without a picture's rows but one district called so."""
    rows = by_district()
    rows[0]["district_name"] = name
    return figure(rows, Bars("district", "contact_count", "district_name"), **words)
