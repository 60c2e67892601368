"""What the sheets of a workbook share: formats, widths, paper."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from promotion import numbers, theme
from promotion.exhibit import Exhibit
from promotion.exports.cells import plain_text
from promotion.language import _
from promotion.text_widths import text_width

HEADING_HEIGHT = 33  # two lines
_A4 = 9
_NARROWEST, _WIDEST = 9, 42  # in widths of a digit
_WORDS_BREAK = 1.08  # lines are not filled to their end


@dataclass(frozen=True)
class Formats:
    """The formats of one workbook, each made once."""

    workbook: Workbook
    made: dict[tuple, Format] = field(default_factory=dict)

    def cell(self, number_format: str, **more: object) -> Format:
        """The format of a cell of a table."""
        return self._of(num_format=number_format, valign="vcenter", **more)

    def heading(self, **more: object) -> Format:
        """The format of a column's heading."""
        return self._of(
            bold=True,
            bg_color=theme.LIGHT.panel,
            bottom=1,
            bottom_color=theme.LIGHT.faint,
            text_wrap=True,
            valign="vcenter",
            **more,
        )

    def title(self) -> Format:
        """The format of the sheet's title."""
        return self._of(bold=True, font_size=15)

    def subtitle(self) -> Format:
        """The format of a heading within a sheet."""
        return self._of(bold=True, font_size=12)

    def link(self, **more: object) -> Format:
        """The format of a way to another sheet."""
        accent = theme.LIGHT.accent
        return self._of(**({"font_color": accent, "underline": 1, "valign": "vcenter"} | more))

    def sample_mark(self) -> Format:
        """The format of the words that say that the data are invented."""
        return self.words(bold=True, font_color=theme.LIGHT.accent)

    def words(self, **more: object) -> Format:
        """The format of the words above and below a table."""
        return self._of(**({"font_color": theme.LIGHT.muted_text, "font_size": 10} | more))

    def _of(self, **properties: object) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.workbook.add_format(
                {"font_color": theme.LIGHT.text, **properties}
            )
        return self.made[key]


def write_words(sheet: Worksheet, formats: Formats, exhibit: Exhibit) -> int:
    """The first free row; above it title, whether invented, period, filters, unit and source."""
    lines = [(exhibit.title, formats.title())]
    if exhibit.is_sample:
        lines.append((_("sample data"), formats.sample_mark()))
    period = exhibit.period_line()
    compared = exhibit.filters.compared_period
    if compared is not None and {"compared", "change", "rank_change"} & set(exhibit.table.columns):
        words = _("compared with {period}").format(period=numbers.period_text(compared))
        period = f"{period} · {words}"
    lines += [(period, formats.words()), (exhibit.source_line(), formats.words())]
    for row, (text, shown) in enumerate(lines):
        sheet.write_string(row, 0, plain_text(text), shown)
    return len(lines)


def set_widths(sheet: Worksheet, columns: Iterable[Iterable[str]]) -> None:
    """Nothing; every column is as wide as the longest of its texts, within reason."""
    for place, texts in enumerate(columns):
        longest = max(map(text_width, texts), default=0)
        sheet.set_column(place, place, min(max(longest + 2, _NARROWEST), _WIDEST))


def two_lines(heading: str) -> list[str]:
    """Texts as long as a column must be for its heading to stand in two lines."""
    return [heading[: len(heading) // 2 + 6], *heading.split()]


def set_paper(sheet: Worksheet) -> None:
    """Nothing; the sheet prints on A4, lying, one page wide, pages numbered."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def lines_of(text: str, width: float) -> int:
    """About how many lines the text takes in a cell so many digits wide."""
    return max(1, ceil(text_width(text) * _WORDS_BREAK / width))
