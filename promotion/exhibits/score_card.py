"""The score card: what reaching the year's targets earns each district, metric by metric."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from promotion import exhibit, missing_ledger, numbers
from promotion.database import Database
from promotion.descriptions import StackedBars
from promotion.exhibit import Exhibit, in_the_readers_language, with_names
from promotion.exhibits.activity import ACTIVITY_KINDS
from promotion.exhibits.target_year import target_year
from promotion.filters import Filters, Period
from promotion.language import _
from promotion.measures import label_of
from promotion.query import records_of

MOST_COMPLETION = 1.2  # that earns points: one metric cannot make up for all others
QUERY = "targets/score_card"
KINDS = ("score_card", "targets", *ACTIVITY_KINDS)


@in_the_readers_language
def score_card(data: Database, filters: Filters) -> Exhibit:
    """Each district's points of the year by metric, the district with most first.

    points = weight × counted_completion, null where there is no target or the actual is unknown;
    each row also has the district's points in all, and the weights that these are of.
    """
    return _exhibit(
        data,
        filters,
        "score_card",
        _("Score card of {year}: points of each district"),
        StackedBars(
            x="district",
            x_label="district_name",
            value="points",
            series="metric",
            series_label="metric_name",
            total="district_points",
            whole="district_counted_weight",
        ),
    )


@in_the_readers_language
def score_card_list(data: Database, filters: Filters) -> Exhibit:
    """The same points as a list: target, actual, completion and weight of each metric."""
    title = _("Score card of {year} in detail")
    return _exhibit(data, filters, "score_card_list", title, None)


def _exhibit(
    data: Database, filters: Filters, name: str, title: str, chart: StackedBars | None
) -> Exhibit:
    year_from, year_to = target_year(data, filters)
    parameters = {
        "year_from": year_from,
        "year_to": year_to,
        "most_completion": MOST_COMPLETION,
    }
    answer = data.run(QUERY, **filters.parameters(), **parameters)

    def name_of(code_list: str, code: str) -> str | None:
        return label_of(code) if code_list == "metric" else data.name_of(code_list, code)

    table = with_names(answer, name_of, "district", "metric")
    return exhibit.make(
        data,
        replace(filters, industries=(), capital="all"),
        name=name,
        title=title.format(year=filters.period.last_day.year),
        unit=numbers.unit_label("points"),
        table=table,
        chart=chart,
        query=QUERY,
        kinds=KINDS,
        notes=_notes(data, filters, table),
        period=Period(year_from, year_to) if year_from <= year_to else filters.period,
        parameters=parameters,
    )


def _notes(data: Database, filters: Filters, table: pd.DataFrame) -> tuple[str, ...]:
    """How points are counted, which weights no points are known of, and who has no card."""
    if "score_card" not in data.kinds:
        return (missing_ledger.sentence("score_card"),)
    rows = records_of(table)
    if not rows:
        return ()
    notes = [
        _(
            "Points = weight × completion of the target, up to {most}%; a total stands over the "
            "weights that it is of."
        ).format(most=numbers.count_text(MOST_COMPLETION * 100))
    ]
    without_target = _listed(row for row in rows if not row["target"])
    if without_target:
        notes.append(
            _("Without a target and not counted: {metrics}.").format(metrics=without_target)
        )
    unknown = _listed(row for row in rows if row["target"] and row["actual"] is None)
    if unknown:
        notes.append(_("Of unknown actual and not counted: {metrics}.").format(metrics=unknown))
    chosen = filters.districts or data.codes("district")
    carded = {row["district"] for row in rows}
    others = [data.name_of("district", code) for code in chosen if code not in carded]
    if others:
        notes.append(_("Without a score card: {districts}.").format(districts=_(", ").join(others)))
    if filters.industries or filters.capital != "all":
        notes.append(
            _("Targets are set for all industries and all capital, so those filters do not apply.")
        )
    return tuple(notes)


def _listed(rows: Iterable[dict[str, object]]) -> str:
    """The rows' metrics, each with its districts."""
    districts: dict[str, list[str]] = {}
    for row in rows:
        districts.setdefault(row["metric_name"], []).append(row["district_name"])
    return _("; ").join(
        _("{metric} ({districts})").format(metric=metric, districts=_(", ").join(names))
        for metric, names in districts.items()
    )
