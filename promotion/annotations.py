"""Dated notes that figures over months mark: which ones, by what number, in what words."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from promotion import numbers
from promotion.database import Database
from promotion.filters import Filters, Period
from promotion.language import _, current_language
from promotion.query import records_of

MOST = 9  # each has a digit in a circle, which every Chinese font holds up to ten
SHORT_WIDTH = 60  # Latin characters of a note where room is short
_FIRST_MARK = ord("\N{CIRCLED DIGIT ONE}")
_MOST_MARKS = 2  # side by side over one month; beyond these, the first and the last
_IN_OTHER_WORDS = {"zh": ("text_zh", "text", "text_en"), "en": ("text_en", "text", "text_zh")}


@dataclass(frozen=True)
class Annotation:
    """A note: the sign that stands for it in the figure, its day, what comes before its words."""

    mark: str
    day: date
    lead: str
    words: str

    @property
    def line(self) -> str:
        """The note in full, as it is listed under the figure."""
        return f"{self.lead}{self.words}"

    @property
    def short_line(self) -> str:
        """The note where room is short: the end of long words left out."""
        return f"{self.lead}{_cut(self.words)}"


@dataclass(frozen=True)
class Annotated:
    """The notes that a figure marks, in order of days, and how many more there are."""

    marked: tuple[Annotation, ...] = ()
    more_count: int = 0

    def lines(self) -> tuple[str, ...]:
        """How many notes are not marked, where not all are; then a line for each that is."""
        lines = tuple(each.line for each in self.marked)
        if not self.more_count:
            return lines
        more = _("Only the latest notes are marked; earlier ones in the period: {count}.")
        return (more.format(count=numbers.count_text(self.more_count)), *lines)


def annotated(data: Database, filters: Filters, period: Period) -> Annotated:
    """What is noted on the days of the period, of the region and of the districts chosen."""
    if "annotations" not in data.kinds:
        return Annotated()
    days = {"from": period.first_day, "to": period.last_day}
    rows = records_of(data.run("data/annotations", **(filters.parameters() | days), most=MOST))
    if not rows:
        return Annotated()
    marked = tuple(_annotation(data, place, row) for place, row in enumerate(rows))
    return Annotated(marked, rows[0]["found_count"] - len(rows))


def _annotation(data: Database, place: int, row: dict[str, object]) -> Annotation:
    names = (
        data.name_of("annotation_kind", row["kind"]),
        data.name_of("district", row["district"]),
    )
    about = _(", ").join(name for name in names if name)
    lead = _("{mark} {day} ({about}): ") if about else _("{mark} {day}: ")
    mark = chr(_FIRST_MARK + place)
    texts = (row[name] for name in _IN_OTHER_WORDS[current_language()])
    return Annotation(
        mark,
        row["date"],
        lead.format(mark=mark, day=numbers.date_text(row["date"]), about=about),
        " ".join(next(text for text in texts if text).split()),
    )


def marks_by_month(annotations: Iterable[Annotation]) -> dict[str, str]:
    """The signs of each month that has any, by the month as an axis writes it."""
    by_month: dict[str, list[str]] = {}
    for each in annotations:
        by_month.setdefault(numbers.month_tick(each.day), []).append(each.mark)
    return {
        month: "".join(marks) if len(marks) <= _MOST_MARKS else f"{marks[0]}\N{EN DASH}{marks[-1]}"
        for month, marks in by_month.items()
    }


def _cut(words: str) -> str:
    width = 0
    for place, letter in enumerate(words):
        width += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if width > SHORT_WIDTH:
            return f"{words[:place].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    return words
