"""How a spreadsheet's chart draws what stands over columns: points with intervals, and rules."""

from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from promotion import theme
from promotion.exports.blocks import Block, Series

_FONT = {"size": 9, "color": theme.LIGHT.text}


def mark_look(
    sheet: Worksheet, block: Block, series: Series, rows: tuple[int, int]
) -> dict[str, object]:
    """The series' options; `rows` are the first and the last of the block's cells."""
    colour = series.colour
    if series.mark != "dot":
        dash = "square_dot" if series.mark == "dotted rule" else "solid"
        # A line through one point alone is none.
        is_alone = len(series.values) == 1
        marker = (
            {"type": "long_dash", "size": 16, "fill": {"color": colour}}
            if is_alone
            else {"type": "none"}
        )
        return {"line": {"color": colour, "width": 1.5, "dash_type": dash}, "marker": marker}
    look = {
        "line": {"none": True},
        "marker": {
            "type": "circle",
            "size": 6,
            "fill": {"color": colour},
            "border": {"color": theme.LIGHT.ground},
        },
        "data_labels": {
            "value": True,
            "num_format": series.number_format,
            "position": "right",
            "font": _FONT,
            "fill": {"color": theme.LIGHT.ground},
        },
    }
    if series.interval is None:
        return look
    up, down = (_cells(sheet, rows, place + 1) for place in series.interval)
    values = [block.series[place].values for place in series.interval]
    return look | {
        "y_error_bars": {
            "type": "custom",
            "plus_values": up,
            "minus_values": down,
            "plus_data": list(values[0]),
            "minus_data": list(values[1]),
            "line": {"color": colour, "width": 1.75},
        }
    }


def _cells(sheet: Worksheet, rows: tuple[int, int], column: int) -> str:
    return f"={quote_sheetname(sheet.name)}!{xl_range_abs(rows[0], column, rows[1], column)}"
