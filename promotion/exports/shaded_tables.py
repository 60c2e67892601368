"""Heat maps and tile grids as tables of cells that the spreadsheet shades by their value."""

from datetime import date, timedelta

from xlsxwriter.worksheet import Worksheet

from promotion import numbers, theme
from promotion.descriptions import Calendar, HeatMap, Tiles
from promotion.drawings.calendar import weeks_of
from promotion.exhibit import Exhibit
from promotion.exports.cells import plain_value
from promotion.exports.number_formats import number_format
from promotion.exports.sheets import Formats, set_widths, write_words
from promotion.language import _
from promotion.measures import label_of


def write_shaded(sheet: Worksheet, formats: Formats, exhibit: Exhibit) -> None:
    """Nothing; the exhibit's cells stand on the sheet, a category a row and another a column."""
    top = write_words(sheet, formats, exhibit) + 1
    if isinstance(exhibit.chart, HeatMap):
        last_row, last_column = _write_heat_map(sheet, formats, exhibit, top)
        centre = exhibit.chart.centre
    elif isinstance(exhibit.chart, Calendar):
        last_row, last_column = _write_calendar(sheet, formats, exhibit, top)
        centre = None
    else:
        last_row, last_column = _write_tiles(sheet, formats, exhibit, top)
        centre = None
    sheet.conditional_format(top, 0, last_row, last_column, _shades(centre))


def _shades(centre: float | None) -> dict[str, object]:
    look = theme.LIGHT
    # No shade is so strong that dark figures could not be read on it.
    if centre is None:
        return {
            "type": "3_color_scale",
            "min_type": "num",
            "min_value": 0,
            "mid_type": "percent",
            "mid_value": 50,
            "min_color": look.scale[0],
            "mid_color": look.scale[1],
            "max_color": look.scale[2],
        }
    return {
        "type": "3_color_scale",
        "min_type": "num",
        "min_value": -centre,
        "mid_type": "num",
        "mid_value": centre,
        "max_type": "num",
        "max_value": 2 * centre,
        "min_color": look.below,
        "mid_color": look.scale[0],
        "max_color": look.scale[2],
    }


def _write_heat_map(
    sheet: Worksheet, formats: Formats, exhibit: Exhibit, top: int
) -> tuple[int, int]:
    chart: HeatMap = exhibit.chart
    rows = exhibit.rows()
    lines = {row[chart.row]: plain_value(row[chart.row_label]) for row in rows}
    columns = {row[chart.column]: plain_value(row[chart.column_label]) for row in rows}
    lines_at = {code: place for place, code in enumerate(lines, top + 1)}
    columns_at = {code: place for place, code in enumerate(columns, 1)}
    sheet.write_string(top, 0, label_of(chart.row_label), formats.heading())
    for code, name in columns.items():
        heading = name.isoformat() if isinstance(name, date) else name or ""
        sheet.write_string(top, columns_at[code], heading, formats.heading(align="right"))
    for code, name in lines.items():
        sheet.write_string(lines_at[code], 0, name or "", formats.cell("@"))
    for row in rows:
        place = lines_at[row[chart.row]], columns_at[row[chart.column]]
        value = plain_value(row[chart.value])
        base = plain_value(row[chart.base]) if chart.base else None
        if base is not None and base < numbers.SMALL_BASE:
            bracketed = f"({numbers.count_text(base)})"
            sheet.write_string(*place, bracketed, formats.cell("@", align="right"))
        elif value is not None:
            sheet.write_number(*place, value, formats.cell(number_format(chart.value)))
    first = [label_of(chart.row_label), *(name or "" for name in lines.values())]
    widths = [
        ["0000-00-00"] if chart.is_weekly else [name or "", "0,000,000.0"]
        for name in columns.values()
    ]
    set_widths(sheet, [first, *widths])
    sheet.freeze_panes(top + 1, 1)
    return top + len(lines), len(columns)


def _write_tiles(sheet: Worksheet, formats: Formats, exhibit: Exhibit, top: int) -> tuple[int, int]:
    chart: Tiles = exhibit.chart
    rows = [row for row in exhibit.rows() if plain_value(row["grid_row"]) is not None]
    shown = formats.cell(number_format(chart.value), align="center", font_size=14)
    for row in rows:
        # A tile is two cells: the name above the value.
        line, column = top + 2 * int(row["grid_row"]), int(row["grid_column"])
        name = plain_value(row[chart.label]) or ""
        sheet.write_string(line, column, name, formats.heading(align="center"))
        value = plain_value(row[chart.value])
        if value is not None:
            sheet.write_number(line + 1, column, value, shown)
    last_column = max((int(row["grid_column"]) for row in rows), default=0)
    set_widths(sheet, [["0,000,000,000.0"]] * (last_column + 1))
    last_grid_row = max((int(row["grid_row"]) for row in rows), default=0)
    return top + 2 * last_grid_row + 1, last_column


def _write_calendar(
    sheet: Worksheet, formats: Formats, exhibit: Exhibit, top: int
) -> tuple[int, int]:
    chart: Calendar = exhibit.chart
    values = {row[chart.day]: plain_value(row[chart.value]) for row in exhibit.rows()}
    shown = formats.cell(number_format(chart.value))
    weeks = weeks_of(list(values))
    weekdays = numbers.weekday_names()
    sheet.write_string(top, 0, _("Week from"), formats.heading())
    for column, name in enumerate(weekdays, 1):
        sheet.write_string(top, column, name, formats.heading(align="right"))
    for line, week in enumerate(weeks, top + 1):
        sheet.write_datetime(line, 0, week, formats.cell("yyyy-mm-dd", align="left"))
        for place in range(len(weekdays)):
            value = values.get(week + timedelta(days=place))
            if value is not None:
                sheet.write_number(line, place + 1, value, shown)
    set_widths(sheet, [["0000-00-00"], *([name] for name in weekdays)])
    sheet.freeze_panes(top + 1, 1)
    return top + len(weeks), len(weekdays)
