"""A briefing as PDF: its words, tables and pictures as data, laid out by briefing.typ."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import typst

from promotion import numbers, theme
from promotion.briefing import Briefing, Figure
from promotion.exhibit import Exhibit
from promotion.exhibits.activity import change_text
from promotion.exports.cells import plain_text
from promotion.exports.drawn_pictures import Tell, drawn_pictures
from promotion.exports.picture_files import PictureFault
from promotion.exports.printed_tables import PrintedTable, printed_table
from promotion.figure_unit import figure_unit
from promotion.language import _, use_language
from promotion.measures import MEASURES, definition_of

LAYOUT = Path(__file__).with_name("briefing.typ")
FONTS = Path(__file__).with_name("fonts")
FONT = "Noto Sans SC GB2312"  # see fonts/README.md
MOST_ROWS = 20  # of a list; the workbook has them all
MOST_ROWS_DRAWN = 60  # of what would be a picture
# Sizes of a table's text, and how many digits of it stand on a line: small only if it must be.
_TABLE_SIZES = ((8, 98), (7, 112))
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def as_pdf(briefing: Briefing, tell: Tell | None = None) -> bytes:
    """The briefing as PDF, in its language; where a picture cannot be made, its rows and why."""
    with use_language(briefing.language):
        content = json.dumps(_shown(_content(briefing, tell)), ensure_ascii=False)
    return typst.compile(LAYOUT, font_paths=[FONTS], sys_inputs={"data": content})


def _content(briefing: Briefing, tell: Tell | None) -> dict[str, object]:
    mark = _("sample data") if briefing.is_sample else ""
    signed = (briefing.department, numbers.date_text(briefing.day), mark)
    look = theme.LIGHT
    return {
        "language": briefing.language,
        "font": FONT,
        "look": {
            "text": look.text,
            "muted": look.muted_text,
            "accent": look.accent,
            "panel": look.panel,
            "faint": look.faint,
            "grid": look.grid,
        },
        "title": briefing.title,
        "subtitle": briefing.subtitle,
        "department": briefing.department,
        "signed": " · ".join(filter(None, signed)),
        "mark": mark,
        "footer": briefing.title,
        "link": briefing.link,
        "words": {"points": _("Key points"), "definitions": _("Definitions")},
        "points": briefing.points,
        "figures": _sections(briefing, tell),
        "definitions": _definitions(briefing),
    }


def _shown(content: object) -> object:
    """The content with its texts, but for pictures, as they may stand on a page."""
    if isinstance(content, dict):
        return {key: value if key == "picture" else _shown(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_shown(value) for value in content]
    return _line(content) if isinstance(content, str) else content


def _line(text: str) -> str:
    """The text in one line; without marks of direction, which would turn a date beside it."""
    return " ".join(_DIRECTIONS.sub("", plain_text(text)).split())


def _sections(briefing: Briefing, tell: Tell | None) -> list[dict[str, object]]:
    """Key measures first, then each figure with its picture, or its rows."""
    key = briefing.headline.name
    figures = [figure for figure in briefing.figures if figure.exhibit.name != key]
    with_chart = [
        figure for figure in figures if figure.exhibit.chart and not figure.exhibit.is_empty
    ]
    pictures = drawn_pictures(with_chart, briefing.colours, "svg", "document", tell)
    sections = [_section(figure, pictures.get(figure.key)) for figure in figures]
    return [_key_measures(briefing.headline), *sections]


def _section(figure: Figure, drawn: bytes | PictureFault | None) -> dict[str, object]:
    """The figure's words with its picture in the document's font; with its rows where it has none,
    and why."""
    exhibit = figure.exhibit
    section = _words(exhibit) | {"finding": figure.finding}
    if isinstance(drawn, bytes):
        return section | {
            "picture": re.sub(r"font-family:\s*", f"font-family: '{FONT}', ", drawn.decode()),
            "alternative": exhibit.text_alternative(),
            "under": _under(exhibit, figure_unit(exhibit)),
        }
    if exhibit.is_empty:
        none = _("There are no rows: nothing was counted here, or the ledger is missing.")
        return section | {"missing": none}
    table, size = _fitting_table(exhibit, MOST_ROWS if drawn is None else MOST_ROWS_DRAWN)
    return section | {
        "table": asdict(table) | {"size": size},
        "missing": str(drawn) if drawn else None,
        "under": [*_what_is_cut(table), *_under(exhibit)],
    }


def _fitting_table(exhibit: Exhibit, most_rows: int) -> tuple[PrintedTable, int]:
    """The table in the largest size that has room for all its columns, else in the smallest."""
    tables = (
        (printed_table(exhibit, most_rows, line_width), size) for size, line_width in _TABLE_SIZES
    )
    table, size = next(tables)
    return (table, size) if not table.left_out else next(tables)


def _words(exhibit: Exhibit) -> dict[str, object]:
    return {
        "title": exhibit.title,
        "period": exhibit.period_line(),
        "finding": "",
        "picture": None,
        "missing": None,
        "table": None,
        "under": _under(exhibit),
    }


def _under(exhibit: Exhibit, unit: str | None = None) -> list[str]:
    return [*exhibit.notes, exhibit.source_line(unit)]


def _what_is_cut(table: PrintedTable) -> list[str]:
    cuts = []
    if len(table.rows) < table.row_count:
        cuts.append(
            _("The first {shown} of {count} rows.").format(
                shown=numbers.count_text(len(table.rows)),
                count=numbers.count_text(table.row_count),
            )
        )
    if table.left_out:
        columns = _(", ").join(table.left_out)
        cuts.append(_("Columns without room on the page: {columns}.").format(columns=columns))
    return cuts


def _key_measures(headline: Exhibit) -> dict[str, object]:
    """The section of the key measures: value, compared value and change of each."""
    compared = headline.filters.compared_period
    headings = [_("Measure"), numbers.period_text(headline.period)]
    if compared is not None:
        headings += [numbers.period_text(compared), _("Change")]
    rows = []
    for row in headline.rows():
        unit = MEASURES[row["metric"]].unit
        cells = [row["metric_name"], _value(row, unit)]
        if compared is not None:
            cells.append(numbers.value_text(row["compared"], unit))
            cells.append(change_text(row))
        rows.append(cells)
    table = _table(headings, rows, widths=(3, *[2] * (len(headings) - 1)), numbers_from=1)
    return _words(headline) | {"table": table}


def _value(row: dict[str, object], unit: str) -> str:
    if unit == "share" and row["value"] is not None and row["denominator"] is not None:
        return numbers.share_of_base(row["value"], row["numerator"], row["denominator"])
    return numbers.value_text(row["value"], unit)


def _definitions(briefing: Briefing) -> dict[str, object]:
    """What each figure shows, and what each key measure counts."""
    rows = [
        [figure.exhibit.title, figure.definition]
        for figure in briefing.figures
        if figure.definition
    ]
    rows += [[row["metric_name"], definition_of(row["metric"])] for row in briefing.headline.rows()]
    return _table([_("Figure or measure"), _("Definition")], rows, widths=(1, 2), numbers_from=2)


def _table(
    headings: list[str], rows: list[list[str]], widths: Sequence[int], numbers_from: int
) -> dict[str, object]:
    return {
        "headings": headings,
        "are_numbers": [place >= numbers_from for place in range(len(headings))],
        "widths": widths,
        "rows": rows,
        "size": _TABLE_SIZES[0][0],
    }
