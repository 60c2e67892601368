"""A block of cells → the spreadsheet's own chart."""

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from promotion import theme
from promotion.exports.blocks import Block, Series
from promotion.exports.native_marks import mark_look
from promotion.exports.sheets import Formats, set_widths

CHART_WIDTH_PX = 760
_BAR_PX = 22
_FONT = {"size": 9, "color": theme.LIGHT.text}
_LABELLED_SERIES = 2  # beyond these, labels would cover each other


def write_block(sheet: Worksheet, formats: Formats, block: Block, top: int = 0) -> None:
    """Nothing; the block stands from that row at the left, categories first, a column a series."""
    sheet.write_string(top, 0, block.heading, formats.heading())
    for row, category in enumerate(block.categories, top + 1):
        sheet.write_string(row, 0, category, formats.cell("@"))
    for column, series in enumerate(block.series, 1):
        sheet.write_string(top, column, series.name, formats.heading(align="right"))
        for row, value in enumerate(series.values, top + 1):
            if value is not None:
                sheet.write_number(row, column, value, formats.cell(series.number_format))
    names = [block.heading, *(series.name for series in block.series)]
    set_widths(
        sheet, [[name, *block.categories] if not i else [name] for i, name in enumerate(names)]
    )
    sheet.freeze_panes(1, 1)


def native_chart(
    workbook: Workbook, sheet: Worksheet, block: Block, title: list, top: int = 0
) -> Chart:
    """The chart of a block that stands on the sheet from that row; `title` is the cell
    [sheet, row, column]."""
    drawn = [series for series in block.series if series.is_drawn]
    marked = [series for series in drawn if series.mark]
    lined = [series for series in drawn if series.is_line]
    plain = [series for series in drawn if not series.mark and not series.is_line]

    def part(kind: str, members: list[Series]) -> Chart:
        return _chart(workbook, sheet, block, kind, members, top)

    chart = part(block.kind, plain or marked)
    if plain and marked:
        chart.combine(part("line", marked))
    if lined:
        lines = part("line", lined)
        lines.set_y2_axis(
            {
                "min": 0,
                "max": 1,
                "num_format": "0%",
                "num_font": _FONT,
                "major_gridlines": {"visible": False},
                "line": {"none": True},
            }
        )
        chart.combine(lines)
    chart.set_title({"name": title, "name_font": {"size": 12, "color": theme.LIGHT.text}})
    chart.set_legend({"position": "bottom", "font": _FONT} if len(drawn) > 1 else {"none": True})
    chart.set_size({"width": CHART_WIDTH_PX, "height": _height(block, len(drawn))})
    _set_axes(chart, block)
    return chart


def _chart(
    workbook: Workbook, sheet: Worksheet, block: Block, kind: str, members: list[Series], top: int
) -> Chart:
    is_stacked = block.is_stacked and kind == block.kind
    chart = workbook.add_chart({"type": kind} | ({"subtype": "stacked"} if is_stacked else {}))
    last = top + len(block.categories)
    for column, series in enumerate(block.series, 1):
        if series in members:
            chart.add_series(
                {
                    "name": [sheet.name, top, column],
                    "categories": [sheet.name, top + 1, 0, last, 0],
                    "values": [sheet.name, top + 1, column, last, column],
                    **(
                        mark_look(sheet, block, series, (top + 1, last))
                        if series.mark
                        else _look(block, series, kind)
                    ),
                }
            )
    return chart


def _look(block: Block, series: Series, kind: str) -> dict[str, object]:
    labels = {"value": True, "num_format": series.number_format, "font": _FONT}
    if kind == "line":
        look = {
            "line": {"color": series.colour, "width": 2.25},
            "marker": {
                "type": "circle",
                "size": 6,
                "fill": {"color": theme.LIGHT.ground},
                "border": {"color": series.colour},
            },
        }
        return look | ({"y2_axis": True} if series.is_line else {})
    look = {"fill": {"color": series.colour}, "gap": 45}
    if block.is_stacked:
        return look | {"border": {"color": theme.LIGHT.ground, "width": 0.5}, "overlap": 100}
    if series.point_colours:
        look["points"] = [{"fill": {"color": colour}} for colour in series.point_colours]
    if sum(other.is_drawn for other in block.series) <= _LABELLED_SERIES:
        look["data_labels"] = labels
    return look


def _set_axes(chart: Chart, block: Block) -> None:
    grid = {"visible": True, "line": {"color": theme.LIGHT.grid, "width": 0.75}}
    values = {
        "min": 0,
        "num_format": _axis_format(block),
        "num_font": _FONT,
        "line": {"none": True},
        "major_gridlines": grid,
        "name": block.axis_title,
        "name_font": {**_FONT, "bold": False},
    }
    if block.top is not None:
        values["max"] = block.top
    categories = {
        "num_font": _FONT,
        "line": {"color": theme.LIGHT.faint},
        "major_gridlines": {"visible": False},
        "major_tick_mark": "none",
        "text_axis": True,
    }
    if block.kind == "bar":
        # The first category on top, the scale still below.
        chart.set_y_axis({**categories, "reverse": True, "crossing": "max", "interval_unit": 1})
        chart.set_x_axis(values)
    else:
        chart.set_x_axis(categories)
        chart.set_y_axis(values)


def _axis_format(block: Block) -> str:
    shown = block.series[0].number_format
    return "0%" if "%" in shown else shown if shown == "0.00" else "#,##0"


def _height(block: Block, drawn: int) -> int:
    if block.kind != "bar":
        return 380
    bars = len(block.categories) * (1 if block.is_stacked else drawn)
    return 130 + max(8, bars) * _BAR_PX
