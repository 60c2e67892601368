"""Heat maps and calendars as shaded tables on a slide."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from pptx.slide import Slide

from promotion import numbers, theme
from promotion.descriptions import Calendar, HeatMap
from promotion.drawings import heat_map
from promotion.drawings.calendar import weeks_of
from promotion.exhibit import Exhibit
from promotion.exports.powerpoint_tables import TableCell, TableLook, add_table
from promotion.exports.powerpoint_texts import Box
from promotion.exports.text_room import BOLDER, LINE_HEIGHT, cut_to, line_count, one_line
from promotion.figure_unit import largest
from promotion.language import _
from promotion.measures import label_of, unit_of
from promotion.text_widths import ems

_SIZES = (14, 12, 11, 10, 9, 8)
_SMALLEST_PT = 8
_TALLEST_ROW_PT = 40
_ROW_PADDING_PT = 4
_WIDEST_NAME = 0.26  # of the table, for the names at the left
_LEAST_WIDTH_PT = 26  # of a cell with figures
_MOST_COLUMNS = 60
_MOST_LINES = 2  # of a heading
_CELL_PADDING_PT, _NAME_PADDING_PT = 3, 10


def add_heat(slide: Slide, box: Box, exhibit: Exhibit, language: str) -> list[str]:
    """What has to be said under the table; the table stands in the box."""
    make = _calendar if isinstance(exhibit.chart, Calendar) else _heat_map
    headings, lines, has_figures, said = make(exhibit, box)
    _add(slide, box, headings, lines, language, exhibit)
    if not has_figures:
        said.append(_scale_words(exhibit))
    return said


def _scale_words(exhibit: Exhibit) -> str:
    unit = unit_of(exhibit.chart.value)
    return _("The darker, the more; the most is {value}.").format(
        value=numbers.value_text(largest(exhibit), unit)
    )


Lines = list[list[TableCell]]
Made = tuple[list[TableCell], Lines, bool, list[str]]


def _heat_map(exhibit: Exhibit, box: Box) -> Made:
    chart: HeatMap = exhibit.chart
    rows = exhibit.rows()
    names = {row[chart.row]: row[chart.row_label] for row in rows}
    columns = {row[chart.column]: row[chart.column_label] for row in rows}
    cells = {(row[chart.row], row[chart.column]): row for row in rows}
    said = []
    most = int(box.height / (_SMALLEST_PT * LINE_HEIGHT + _ROW_PADDING_PT)) - 1
    most = min(most, getattr(chart, "most", None) or most)
    names = _first(names, most, said, _("The first {shown} of {count} rows."))
    columns = _first(columns, _MOST_COLUMNS, said, _("The first {shown} of {count} columns."))
    room = box.width * (1 - _WIDEST_NAME) / max(len(columns), 1)
    has_figures = room >= _LEAST_WIDTH_PT
    centre = chart.centre
    full = centre * 2 if centre else largest(exhibit)
    scale = theme.parting_scale() if centre else theme.colour_scale()
    unit, known_largest = unit_of(chart.value), largest(exhibit)

    def cell(row: dict[str, object] | None) -> TableCell:
        if row is None:
            return TableCell("")
        value = heat_map.shaded_value(row, chart)
        text = heat_map.cell_text(row, chart, unit, known_largest) if has_figures else ""
        return _tile(text, value, full, scale)

    heading = [TableCell(_name(label_of(chart.row)), is_bold=True)]
    heading += [TableCell(_name(name) if has_figures else "", "ctr") for name in columns.values()]
    if not has_figures and all(isinstance(each, date) for each in columns.values()):
        heading = [heading[0], *_months(list(columns.values()))]
    lines = [
        [TableCell(_name(name)), *(cell(cells.get((code, column))) for column in columns)]
        for code, name in names.items()
    ]
    return heading, lines, has_figures, said


def _first(found: dict, most: int, said: list[str], sentence: str) -> dict:
    if len(found) <= most:
        return found
    count = numbers.count_text
    said.append(sentence.format(shown=count(most), count=count(len(found))))
    return dict(list(found.items())[:most])


def _calendar(exhibit: Exhibit, box: Box) -> Made:
    """Weekdays down and weeks across, the newest weeks where there are too many."""
    chart: Calendar = exhibit.chart
    values = {row[chart.day]: row[chart.value] for row in exhibit.rows()}
    weeks, said = weeks_of(list(values)), []
    if len(weeks) > _MOST_COLUMNS:
        said.append(
            _("The last {shown} of {count} weeks.").format(
                shown=numbers.count_text(_MOST_COLUMNS), count=numbers.count_text(len(weeks))
            )
        )
        weeks = weeks[-_MOST_COLUMNS:]
    has_figures = box.width * 0.9 / max(len(weeks), 1) >= _LEAST_WIDTH_PT
    unit, full = unit_of(chart.value), largest(exhibit)
    scale = theme.colour_scale()

    def cell(day: date) -> TableCell:
        if day not in values:
            return TableCell("")
        value = values[day]
        text = numbers.cell_text(value, unit, full) if has_figures else ""
        return _tile(text, value, full, scale)

    lines = [
        [TableCell(name), *(cell(week + timedelta(days=place)) for week in weeks)]
        for place, name in enumerate(numbers.weekday_names())
    ]
    return [TableCell(""), *_months(weeks)], lines, has_figures, said


def _months(weeks: Sequence[date]) -> list[TableCell]:
    """Headings over the weeks: each month over those that end in it."""
    months: list[list] = []
    for week in weeks:
        month = (week + timedelta(days=6)).replace(day=1)
        if months and months[-1][0] == month:
            months[-1][1] += 1
        else:
            months.append([month, 1])
    return [
        TableCell(numbers.month_tick(month) if span > 1 else "", "l", span=span)
        for month, span in months
    ]


def _tile(text: str, value: float | None, full: float, scale: theme.Scale) -> TableCell:
    if value is None:
        return TableCell(text, "ctr", ink=theme.LIGHT.text)
    share = value / full if full else 0
    return TableCell(text, "ctr", theme.colour_on(scale, share), theme.text_on(scale, share))


def _name(name: object) -> str:
    return one_line(numbers.date_text(name) if isinstance(name, date) else str(name or ""))


def _add(
    slide: Slide,
    box: Box,
    headings: list[TableCell],
    lines: Lines,
    language: str,
    exhibit: Exhibit,
) -> None:
    """Nothing; the table stands in the box, its text as large as cells and headings allow."""
    columns = sum(cell.span for cell in headings) - 1
    for size in _SIZES:
        names = max(ems(line[0].words) for line in [headings, *lines]) * BOLDER
        first = min(names * size + _NAME_PADDING_PT, box.width * _WIDEST_NAME)
        width = (box.width - first) / columns
        row = size * LINE_HEIGHT + _ROW_PADDING_PT
        widest = max((ems(cell.words) for line in lines for cell in line[1:]), default=0) * size
        most = max(_lines_of(cell, width, size) for cell in headings[1:])
        top = min(most, _MOST_LINES) * size * LINE_HEIGHT + _ROW_PADDING_PT
        fits = row * len(lines) + top <= box.height
        if fits and most <= _MOST_LINES and widest + _CELL_PADDING_PT <= width:
            break
    row = min(max((box.height - top) / len(lines), row), _TALLEST_ROW_PT)
    rows = [
        [_cut(headings[0], first, size, 1), *(_cut(cell, width, size) for cell in headings[1:])],
        *([_cut(line[0], first, size, 1), *line[1:]] for line in lines),
    ]
    widths, heights = [first, *[width] * columns], [top, *[row] * len(lines)]
    look = TableLook(size, widths, heights, language, is_shaded=True)
    add_table(slide, box, rows, look, one_line(exhibit.text_alternative()))


def _room(cell: TableCell, width: float, size: float) -> float:
    """How many ems a line of the cell holds."""
    return max((width * cell.span - _CELL_PADDING_PT) / size, 1)


def _lines_of(cell: TableCell, width: float, size: float) -> int:
    return line_count(cell.words, _room(cell, width, size)) if cell.words else 1


def _cut(cell: TableCell, width: float, size: float, lines: int = _MOST_LINES) -> TableCell:
    return replace(cell, words=cut_to(cell.words, _room(cell, width, size), lines))
