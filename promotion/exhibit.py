"""An exhibit: one figure with its words, rows and chart description."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import TypeVar

import pandas as pd

from promotion import comparison_words, numbers
from promotion.annotations import Annotated, Annotation, annotated
from promotion.chart_columns import month_column, shown_values
from promotion.database import Database
from promotion.descriptions import Chart
from promotion.exhibit_limits import limits_of, scope_of
from promotion.filters import Filters, Period
from promotion.headings import column_labels  # noqa: F401 - of an exhibit's rows
from promotion.language import _, current_language, use_language
from promotion.measures import label_of, unit_of
from promotion.query import query_text, records_of
from promotion.query_limits import asked_by

ALTERNATIVE_ROWS = 12
SOURCES_SHOWN = 2
ALTERNATIVE_COLUMNS = 4
_WORDS = ("text", "month")
T = TypeVar("T")


@dataclass(frozen=True)
class Question:
    """A query that an exhibit's rows came from, and the values of its parameters."""

    name: str
    sql: str
    parameters: dict[str, object]


@dataclass(frozen=True)
class Exhibit:
    """One figure: what pages, files and the command line show alike.

    `table` holds Python values, None where unknown; codes stand beside their label
    (district, district_name). `chart` is None for a figure that is only a table. `headings` are
    what it calls columns itself, such as those of two districts beside each other; `unread` are
    columns that only files of rows have. `notes` end with the lines of the `annotations`, the dated
    notes that a figure over months marks.
    """

    name: str
    title: str
    unit: str
    sources: tuple[str, ...]
    table: pd.DataFrame
    chart: Chart | None
    filters: Filters
    period: Period
    as_of: date
    is_sample: bool
    question: Question
    kinds: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    scope: tuple[str, ...] = field(default=())
    headings: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """The rows as dictionaries, None where unknown; shared, so do not change them."""
        return self.kept("rows", lambda: records_of(self.table))

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for a key while the exhibit lasts; do not change it."""
        # Not a cached_property: up to Python 3.11 one lock of it holds up all exhibits at once.
        made = self.__dict__.setdefault("_kept", {})
        if key not in made:
            made[key] = make()
        return made[key]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted."""
        return self.table.empty

    @property
    def own_notes(self) -> tuple[str, ...]:
        """The notes without the lines of the annotations."""
        return self.notes[: len(self.notes) - len(self.annotations)]

    def period_line(self) -> str:
        """The period and what is filtered, as a line of text."""
        return " · ".join((numbers.period_text(self.period), *self.scope))

    @property
    def source(self) -> str:
        """All sources, as one text."""
        return _("; ").join(self.sources)

    def _few_sources(self) -> str:
        """The first sources, and how many more there are: a line must stay a line."""
        more = len(self.sources) - SOURCES_SHOWN
        if more <= 1:
            return self.source
        return _("{sources} and {count} more").format(
            sources=_(", ").join(self.sources[:SOURCES_SHOWN]), count=numbers.count_text(more)
        )

    def source_line(self, unit: str | None = None) -> str:
        """Unit (another where given), source, as-of date, and that the data are invented."""
        parts = [_("Source: {source}").format(source=self._few_sources())] if self.sources else []
        parts.append(_("as of {date}").format(date=numbers.date_text(self.as_of)))
        shown_unit = self.unit if unit is None else unit
        if shown_unit:
            parts.insert(0, _("Unit: {unit}").format(unit=shown_unit))
        if self.is_sample:
            parts.append(_("sample data"))
        return _("; ").join(parts)

    def text_alternative(self) -> str:
        """The figure in words, for who cannot see it: its title and its first rows."""
        return self.kept(("text_alternative", current_language()), self._text_alternative)

    def _text_alternative(self) -> str:
        rows = (
            _(", ").join(_words_of(self, row, name) for name in self._told_columns())
            for row in self.rows()[:ALTERNATIVE_ROWS]
        )
        return _("{title}, {period}: {rows}").format(
            title=self.title, period=self.period_line(), rows=_("; ").join(rows)
        )

    def _told_columns(self) -> list[str]:
        """The first columns but ids; where they hold words only, two and what the chart shows."""
        told = [each for each in self.shown_columns() if not each.endswith("_id")]
        first = told[:ALTERNATIVE_COLUMNS]
        if self.chart is None or any(unit_of(name) not in _WORDS for name in first):
            return first
        return [*first[: ALTERNATIVE_COLUMNS // 2], *shown_values(self.chart)]

    def heading(self, column: str) -> str:
        """What readers call a column."""
        return self.headings.get(column) or label_of(column)

    def shown_columns(self) -> list[str]:
        """The columns readers look at: names rather than the codes they stand beside."""
        columns = self.table.columns
        named = [name for name in columns if f"{name}_name" not in columns]
        return [name for name in named if name not in self.unread]


def _words_of(exhibit: Exhibit, row: dict[str, object], column: str) -> str:
    """A cell in words: a name as it is, a figure after what it is called."""
    unit = unit_of(column, row.get("metric"))
    text = comparison_words.cell_text(row, column) or numbers.value_text(row[column], unit)
    if unit in _WORDS:
        return text
    return _("{column} {value}").format(column=exhibit.heading(column), value=text)


ExhibitFunction = Callable[[Database, Filters], Exhibit]


def in_the_readers_language(function: ExhibitFunction) -> ExhibitFunction:
    """The function, with its words in the language of the filters, in whatever thread it runs;
    an exhibit is made once for each state of the data and choice of filters.
    """

    @wraps(function)
    def speaking(data: Database, filters: Filters) -> Exhibit:
        def make_exhibit() -> Exhibit:
            with use_language(filters.language), asked_by(function.__name__):
                return function(data, filters)

        return data.keep((function.__name__, filters), make_exhibit)

    return speaking


def make(
    data: Database,
    filters: Filters,
    *,
    name: str,
    title: str,
    table: pd.DataFrame,
    chart: Chart | None,
    query: str,
    kinds: tuple[str, ...],
    unit: str = "",
    notes: tuple[str, ...] = (),
    period: Period | None = None,
    parameters: dict[str, object] | None = None,
) -> Exhibit:
    """The exhibit of these rows, with the source, as-of date and scope that the data give.

    One over months brings along the notes that are dated within its period.
    """
    given = filters.parameters() | (parameters or {})
    period = period or filters.period
    is_over_months = month_column(chart) is not None and not table.empty
    noted = annotated(data, filters, period) if is_over_months else Annotated()
    if noted.marked:
        kinds = (*kinds, "annotations")
    return Exhibit(
        name=name,
        title=title,
        unit=unit,
        sources=data.sources(*kinds),
        table=table,
        chart=chart,
        filters=filters,
        kinds=kinds,
        period=period,
        as_of=data.as_of,
        is_sample=data.is_sample,
        question=Question(query, query_text(query), data.parameters_of(query, given)),
        notes=(*notes, *limits_of(data, filters), *noted.lines()),
        annotations=noted.marked,
        scope=scope_of(data, filters),
    )


NameOf = Callable[[str, str | None], str | None]


def not_stated_or(name_of: NameOf) -> NameOf:
    """The names, with words for the code 'unknown' that queries give where a cell is."""

    def named(code_list: str, code: str | None) -> str | None:
        return _("Not stated") if code == "unknown" else name_of(code_list, code)

    return named


def with_names(table: pd.DataFrame, name_of: NameOf, *columns: str) -> pd.DataFrame:
    """The rows with each code column followed by a column of its names."""
    named = table.copy()
    for column in columns:
        names = [name_of(column, code) for code in table[column]]
        place = named.columns.get_loc(column) + 1
        named.insert(place, f"{column}_name", pd.Series(names, index=named.index, dtype=object))
    return named.astype(object)
