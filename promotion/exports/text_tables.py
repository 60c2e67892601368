"""An exhibit's rows as a table of words for reading, cut to what fits a page, and saying so."""

from collections.abc import Callable
from dataclasses import dataclass, fields

from promotion import comparison_words, numbers
from promotion.descriptions import Bars, Bullets, HeatMap, MeasureBars, StackedBars
from promotion.exhibit import Exhibit
from promotion.exhibits.activity import change_text
from promotion.language import _
from promotion.measures import label_of, unit_of

Row = dict[str, object]

MOST_ROWS = 15
MOST_CHART_ROWS = 60  # of a table that stands for a chart
UNKNOWN = "\N{EN DASH}"
_WORDS = ("text", "date", "month")
# What a table of few columns can do without, the first soonest.
_LEAST_NEEDED = (
    "project_id",
    "other_project_id",
    "numerator",
    "denominator",
    "online_count",
    "channel_known_count",
    "signed_investment_unknown_count",
    "name_similarity",
    "last_contact_date",
    "industry_name",
    "next_follow_up_date",
    "stage_name",
    "owner",
)


@dataclass(frozen=True)
class Column:
    """A column: its heading, its cells, whether they are numbers, and how well it can be spared:
    0 not at all."""

    heading: str
    cells: tuple[str, ...]
    is_number: bool
    spare: int = 0


@dataclass(frozen=True)
class TextTable:
    """A table's columns, all of the first rows; of how many rows in all."""

    columns: tuple[Column, ...]
    row_count: int

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The cells by row."""
        return list(zip(*(column.cells for column in self.columns), strict=True))

    @property
    def has_unknown(self) -> bool:
        """Whether a cell stands for what is unknown."""
        return any(UNKNOWN in column.cells for column in self.columns)

    def limits(self, left_out: tuple[Column, ...] = ()) -> list[str]:
        """What the table does not show, in sentences."""
        said = []
        shown = len(self.rows)
        if shown < self.row_count:
            said.append(
                _("The first {shown} of {count} rows.").format(
                    shown=numbers.count_text(shown), count=numbers.count_text(self.row_count)
                )
            )
        if left_out:
            names = _(", ").join(column.heading for column in left_out)
            said.append(_("Columns left out for want of room: {names}.").format(names=names))
        if self.has_unknown:
            said.append(_("{dash}: unknown, or none.").format(dash=UNKNOWN))
        return said


def key_measures(headline: Exhibit) -> TextTable:
    """The measures of the whole with their values, those compared with, and the change."""
    rows = headline.rows()
    period = numbers.period_text(headline.period)
    columns = [
        Column(label_of("metric"), tuple(row["metric_name"] for row in rows), False),
        Column(_("This period ({period})").format(period=period), tuple(map(_value, rows)), True),
    ]
    compared = headline.filters.compared_period
    if compared is not None:
        words = _("Compared ({period})").format(period=numbers.period_text(compared))
        before = tuple(numbers.value_text(row["compared"], _unit(row)) for row in rows)
        columns += [
            Column(words, before, True),
            Column(label_of("change"), tuple(map(change_text, rows)), True),
        ]
    return TextTable(tuple(columns), len(rows))


def _unit(row: Row) -> str:
    return unit_of("value", row["metric"])


def _value(row: Row) -> str:
    """The value; a share of few as the counts themselves."""
    if row["value"] is not None and row["denominator"] is not None:
        return numbers.share_of_base(row["value"], row["numerator"], row["denominator"])
    return numbers.value_text(row["value"], _unit(row))


def table_of(exhibit: Exhibit) -> TextTable:
    """What the exhibit's chart shows as a table, or its first rows where it has no chart."""
    make = _GRIDS.get(type(exhibit.chart), _list)
    return make(exhibit)


def shown_columns(exhibit: Exhibit) -> list[str]:
    """The columns the chart shows; all that readers look at where there is none."""
    shown = exhibit.shown_columns()
    if exhibit.chart is None:
        return shown
    parts = [getattr(exhibit.chart, each.name) for each in fields(exhibit.chart)]
    named = {each for part in parts for each in (part if isinstance(part, tuple) else (part,))}
    return [name for name in shown if name in named]


def _list(exhibit: Exhibit) -> TextTable:
    rows = _rows(exhibit)
    names = shown_columns(exhibit)
    in_order = [name for name in names if name not in _LEAST_NEEDED]
    in_order += [name for name in reversed(_LEAST_NEEDED) if name in names]
    return TextTable(
        tuple(
            Column(
                exhibit.heading(name),
                tuple(_cell(exhibit, row, name) for row in rows),
                unit_of(name) not in _WORDS,
                in_order.index(name),
            )
            for name in names
        ),
        len(exhibit.table),
    )


def _rows(exhibit: Exhibit) -> list[Row]:
    """The first rows, bars the longest first as they are drawn."""
    rows = exhibit.rows()
    if isinstance(exhibit.chart, Bars):
        value = exhibit.chart.value
        rows = sorted(rows, key=lambda row: -(row[value] or 0))
    return rows[: MOST_ROWS if exhibit.chart is None else MOST_CHART_ROWS]


def _cell(exhibit: Exhibit, row: Row, name: str) -> str:
    compared = comparison_words.cell_text(row, name)
    if compared is not None:
        return compared
    if row[name] is None or _rests_on_few(exhibit, row, name):
        return UNKNOWN
    if unit_of(name) == "date":
        return row[name].isoformat()
    metric = row.get("metric")
    if name == "change" and isinstance(metric, str):
        return change_text(row)
    if name == "online_share" and {"online_count", "channel_known_count"} <= row.keys():
        return numbers.measure_text(row, name, "share")
    return numbers.value_text(row[name], unit_of(name, metric))


def _rests_on_few(exhibit: Exhibit, row: Row, name: str) -> bool:
    """Whether a rate is of so few that the counts beside it say all."""
    chart = exhibit.chart
    if not isinstance(chart, MeasureBars) or name != chart.line or chart.base is None:
        return False
    return (row[chart.base] or 0) < numbers.SMALL_BASE


def _heat_map(exhibit: Exhibit) -> TextTable:
    chart: HeatMap = exhibit.chart

    def words(row: Row) -> str:
        base = row[chart.base] if chart.base else None
        if base is not None and base < numbers.SMALL_BASE:
            return _("({base})").format(base=numbers.count_text(base))
        return _cell(exhibit, row, chart.value)

    return _grid(exhibit, (chart.row, chart.row_label), (chart.column, chart.column_label), words)


def _stacked_bars(exhibit: Exhibit) -> TextTable:
    chart: StackedBars = exhibit.chart
    grid = _grid(
        exhibit,
        (chart.x, chart.x_label or chart.x),
        (chart.series, chart.series_label),
        lambda row: _cell(exhibit, row, chart.value),
    )
    if chart.line is None:
        return grid
    shares = {row[chart.x]: _cell(exhibit, row, chart.line) for row in exhibit.rows()}
    line = Column(label_of(chart.line), tuple(shares.values())[:MOST_CHART_ROWS], True)
    return TextTable((*grid.columns, line), grid.row_count)


def _bullets(exhibit: Exhibit) -> TextTable:
    chart: Bullets = exhibit.chart
    grid = _grid(
        exhibit,
        (chart.category, chart.label),
        (chart.metric, chart.metric_label),
        lambda row: _cell(exhibit, row, "completion"),
    )
    paces = {row[chart.category]: _cell(exhibit, row, "pace") for row in exhibit.rows()}
    pace = Column(label_of("pace"), tuple(paces.values())[:MOST_CHART_ROWS], True)
    return TextTable((*grid.columns, pace), grid.row_count)


def _grid(
    exhibit: Exhibit,
    lines: tuple[str, str],
    columns: tuple[str, str],
    words: Callable[[Row], str],
) -> TextTable:
    """A row for each code of one column, a column for each of another."""
    rows = exhibit.rows()
    names = {row[lines[0]]: numbers.value_text(row[lines[1]], unit_of(lines[1])) for row in rows}
    headings = {row[columns[0]]: numbers.value_text(row[columns[1]], "text") for row in rows}
    cells = {(row[lines[0]], row[columns[0]]): words(row) for row in rows}
    shown = list(names)[:MOST_CHART_ROWS]
    first = Column(label_of(lines[0]), tuple(names[code] for code in shown), False)
    others = tuple(
        Column(heading, tuple(cells.get((line, code), UNKNOWN) for line in shown), True, place)
        for place, (code, heading) in enumerate(headings.items(), 1)
    )
    return TextTable((first, *others), len(names))


_GRIDS = {HeatMap: _heat_map, StackedBars: _stacked_bars, Bullets: _bullets}
