"""Concerns that investors raise: how many, how soon they are answered, which are still open."""

from promotion import exhibit, numbers
from promotion.database import Database
from promotion.descriptions import MeasureBars
from promotion.exhibit import Exhibit, in_the_readers_language, not_stated_or, with_names
from promotion.exhibits.cloud import origin_namer
from promotion.filters import Filters
from promotion.language import N_, _

_LEFT_OVER = {
    "out_of_order_count": N_("Resolved before they were raised, left out of the median: {count}."),
    "day_unread_count": N_("Open, as the day they were resolved could not be read: {count}."),
}


@in_the_readers_language
def concerns(data: Database, filters: Filters) -> Exhibit:
    """Concerns raised within the period, resolved and open by the as-of date, with their days."""
    answer = data.run("contacts/concerns", **filters.parameters())
    notes = tuple(
        _(words).format(count=numbers.count_text(sum(answer[column])))
        for column, words in _LEFT_OVER.items()
        if sum(answer[column])
    )
    return exhibit.make(
        data,
        filters,
        name="concerns",
        title=_("Concerns raised, resolved and open on {day}").format(
            day=numbers.date_text(data.as_of)
        ),
        unit=_("concerns; beside the bars: median days to answer"),
        table=with_names(
            answer.drop(columns=list(_LEFT_OVER)), not_stated_or(data.name_of), "concern"
        ),
        chart=MeasureBars(
            category="concern",
            label="concern_name",
            values=("resolved_count", "open_count"),
            is_stacked=True,
            aside="median_days_to_answer",
        ),
        query="contacts/concerns",
        kinds=("contacts",),
        notes=notes,
    )


@in_the_readers_language
def open_concerns(data: Database, filters: Filters) -> Exhibit:
    """Concerns raised within the period and open on the as-of date, a row each, oldest first."""
    answer = data.run("contacts/open_concerns", **filters.parameters())
    named = with_names(answer, data.name_of, "district", "industry")
    named = with_names(named, origin_namer(data), "origin_country")
    return exhibit.make(
        data,
        filters,
        name="open_concerns",
        title=_("Concerns raised in the period and still open on {day}, the oldest first").format(
            day=numbers.date_text(data.as_of)
        ),
        unit="",
        table=with_names(named, not_stated_or(data.name_of), "concern"),
        chart=None,
        query="contacts/open_concerns",
        kinds=("contacts",),
    )
