"""Rows as a table on a slide: those that fit, at a size that can be read."""

from datetime import date

from pptx.slide import Slide

from promotion import comparison_words, numbers
from promotion.exhibit import Exhibit
from promotion.exhibits.activity import change_text
from promotion.exports.cells import plain_value
from promotion.exports.powerpoint_tables import CELL_PADDING_PT, TableCell, TableLook, add_table
from promotion.exports.powerpoint_texts import Box
from promotion.exports.text_room import LINE_HEIGHT, cut_to, line_count, one_line
from promotion.language import _
from promotion.measures import unit_of
from promotion.text_widths import ems

_SIZES = (16, 14, 13, 12, 11, 10, 9)
_LIST_SIZE = 10
_ROW_PADDING_PT = 7
_USUAL_LINES, _MOST_LINES, _MOST_LINES_OF_HEADING = 2, 3, 3
_LEAST_COLUMN_EMS, _WIDEST_COLUMN_EMS = 3.0, 34.0
_LEAST_WORD_EMS = 5.5  # of a column of words
_STRETCH = 1.6  # rows are drawn at most so much higher
_STEPS = 30  # of narrowing down
_SPREAD = 1.7  # a narrow table is drawn at most so much wider
_TEXTS = ("text", "date", "month")
# Where nothing stands in these, there is none or no comparison: nothing is unknown.
_MAY_LACK = (*_TEXTS, "plain", "number", "change", "places", "rank")
# What a share is made of: the share of few says it itself, and no slide has room for it.
_PARTS_OF_SHARE = ("numerator", "denominator")
# Units that neither the value nor the column's name says.
_IN_HEADINGS = ("m2", "mu", "wan_cny_per_mu")

Row = dict[str, object]


def add_rows(slide: Slide, box: Box, exhibit: Exhibit, language: str) -> list[str]:
    """What has to be said under the table: how many of the rows are shown, where not all."""
    columns = [name for name in exhibit.shown_columns() if name not in _PARTS_OF_SHARE]
    headings = [_heading(exhibit, column) for column in columns]
    rows = exhibit.rows()
    most = int(box.height / (_SIZES[-1] * LINE_HEIGHT + _ROW_PADDING_PT))
    texts = [[_text(row, column) for column in columns] for row in rows[:most]]
    for size in _SIZES:
        widths = _widths(columns, [headings, *texts], box.width, size)
        heights = _heights(headings, texts, widths, size)
        fits = sum(heights) <= box.height and len(texts) == len(rows)
        # A list too long for any slide is better read in part than squinted at.
        if (fits or size <= _LIST_SIZE) and _is_whole(headings, texts, widths, size):
            break
    shown = _fitting(heights, box.height)
    inks = [TableCell(text, _align(name), is_bold=True) for text, name in _pairs(headings, columns)]
    lines = [
        [TableCell(text, _align(name)) for text, name in _pairs(row, columns)] for row in texts
    ]
    heights = heights[: shown + 1]
    stretch = min(max(box.height / sum(heights), 1), _STRETCH)
    look = TableLook(size, widths, [each * stretch for each in heights], language)
    cells = _cut([inks, *lines[:shown]], widths, size)
    add_table(slide, box, cells, look, one_line(exhibit.text_alternative()))
    if shown == len(rows):
        return []
    count = numbers.count_text
    return [
        _("The first {shown} of {count} rows.").format(shown=count(shown), count=count(len(rows)))
    ]


def _pairs(texts: list[str], columns: list[str]) -> list[tuple[str, str]]:
    return list(zip(texts, columns, strict=True))


def _heading(exhibit: Exhibit, column: str) -> str:
    unit = unit_of(column)
    words = exhibit.heading(column)
    if unit in _IN_HEADINGS:
        words = _("{column} ({unit})").format(column=words, unit=numbers.unit_label(unit))
    return one_line(words)


def _align(column: str) -> str:
    return "l" if unit_of(column) in _TEXTS else "r"


def _text(row: Row, column: str) -> str:
    """The cell as readers see it; a dash where there is none."""
    compared = comparison_words.cell_text(row, column)
    if compared is not None:
        return compared
    metric = row.get("metric") if isinstance(row.get("metric"), str) else None
    unit = unit_of(column, metric)
    value = plain_value(row[column])
    if unit == "change" and metric is not None and "compared" in row:
        words = change_text(row)
        return "\N{EN DASH}" if value is None and words == _("unknown") else words
    if value is None:
        return "\N{EN DASH}" if unit in _MAY_LACK else numbers.value_text(None, unit)
    if unit == "share" and column == "value" and row.get("denominator") is not None:
        return numbers.share_of_base(value, row["numerator"], row["denominator"])
    if column == "online_share" and "channel_known_count" in row:
        return numbers.measure_text(row, column, unit)
    if unit == "date":
        return value.isoformat()
    if isinstance(value, date | str):
        return one_line(numbers.value_text(value, unit))
    return numbers.value_text(value, unit)


def _widths(columns: list[str], rows: list[list[str]], width: float, size: float) -> list[float]:
    """Each column as wide as its texts ask, within reason; long words give way to figures."""
    padding = 2 * CELL_PADDING_PT
    wished = []
    for column in zip(*rows, strict=True):
        words = max((ems(word) for word in column[0].split()), default=0)
        longest = max([words, ems(column[0]) / 2, *map(ems, column[1:])])
        bounded = min(max(longest + 0.4, _LEAST_COLUMN_EMS), _WIDEST_COLUMN_EMS)
        wished.append(bounded * size + padding)
    if sum(wished) <= width:
        spread = min(width / sum(wished), _SPREAD)
        return [each * spread for each in wished]
    is_word = [unit_of(name) == "text" for name in columns]
    of_words = [each for each, word in zip(wished, is_word, strict=True) if word]
    left = width - (sum(wished) - sum(of_words))
    if left < len(of_words) * _LEAST_WORD_EMS * size:
        return _shared(wished, width)
    narrowed = iter(_shared(of_words, left))
    return [next(narrowed) if word else each for each, word in zip(wished, is_word, strict=True)]


def _shared(wished: list[float], width: float) -> list[float]:
    """The widths with the longest cut to one length, so that all together take the width."""
    low, high = 0.0, max(wished)
    for _step in range(_STEPS):
        middle = (low + high) / 2
        if sum(min(each, middle) for each in wished) < width:
            low = middle
        else:
            high = middle
    return [min(each, low) for each in wished]


def _lines(row: list[str], widths: list[float], size: float) -> int:
    return max(
        line_count(text, _room(width, size)) for text, width in zip(row, widths, strict=True)
    )


def _heights(
    headings: list[str], texts: list[list[str]], widths: list[float], size: float
) -> list[float]:
    lines = [min(_lines(headings, widths, size), _MOST_LINES_OF_HEADING)]
    lines += [min(_lines(row, widths, size), _MOST_LINES) for row in texts]
    return [each * size * LINE_HEIGHT + _ROW_PADDING_PT for each in lines]


def _is_whole(
    headings: list[str], texts: list[list[str]], widths: list[float], size: float
) -> bool:
    """Whether no text but the longest would be cut."""
    return _lines(headings, widths, size) <= _MOST_LINES_OF_HEADING and all(
        line_count(text, _room(width, size)) <= _USUAL_LINES
        for row in texts
        for text, width in zip(row, widths, strict=True)
        if ems(text) <= _WIDEST_COLUMN_EMS
    )


def _room(width: float, size: float) -> float:
    return max((width - 2 * CELL_PADDING_PT) / size, 1)


def _fitting(heights: list[float], height: float) -> int:
    """How many of the rows under the headings fit."""
    used, shown = heights[0], 0
    for each in heights[1:]:
        used += each
        if used > height:
            break
        shown += 1
    return max(shown, min(1, len(heights) - 1))


def _cut(rows: list[list[TableCell]], widths: list[float], size: float) -> list[list[TableCell]]:
    return [
        [
            TableCell(
                cut_to(
                    cell.words,
                    _room(width, size),
                    _MOST_LINES_OF_HEADING if cell.is_bold else _MOST_LINES,
                ),
                cell.align,
                is_bold=cell.is_bold,
            )
            for cell, width in zip(row, widths, strict=True)
        ]
        for row in rows
    ]
