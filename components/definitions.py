"""What is counted, behind a “?” beside a name: opened by mouse, touch or keyboard."""

from collections.abc import Iterable
from html import escape

from promotion.exhibit import Exhibit
from promotion.exhibits.definitions import DEFINITIONS
from promotion.language import _
from promotion.measures import MEASURES, definition_of, label_of

# What a chart shows besides its values.
_BESIDE = ("value", "line", "aside", "rate", "base", "reached", "amount", "other")


def of_measure(measure: str) -> str:
    """The “?” with the measure's definition, as HTML; empty where its name says all."""
    words = definition_of(measure)
    return _mark(label_of(measure), f"<p>{escape(words)}</p>") if words else ""


def of_exhibit(exhibit: Exhibit) -> str:
    """The “?” with what the exhibit shows and what each of its measures counts, as HTML."""
    shows = _(DEFINITIONS[exhibit.name].words) if exhibit.name in DEFINITIONS else ""
    return of_columns(exhibit.title, _measures_of(exhibit), shows)


def of_columns(title: str, columns: Iterable[str], shows: str = "") -> str:
    """The “?” with the definitions of a table's columns, as HTML."""
    defined = {
        label_of(column): words
        for column in columns
        if column in MEASURES and (words := definition_of(column))
    }
    measures = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(words)}</dd>" for name, words in defined.items()
    )
    first = f"<p>{escape(shows)}</p>" if shows else ""
    return _mark(title, f"{first}<dl>{measures}</dl>") if first or measures else ""


def _measures_of(exhibit: Exhibit) -> list[str]:
    """The measures that the figure names: those of its chart or, as a table, of its columns."""
    columns = list(exhibit.table.columns)
    if exhibit.chart is not None:
        named = [getattr(exhibit.chart, field, None) for field in _BESIDE]
        named += getattr(exhibit.chart, "values", ())
        named += [getattr(exhibit.chart, field, None) for field in ("low", "middle", "high")]
        shown = set(named) | ({"completion", "pace"} & set(columns))
        columns = [column for column in columns if column in shown]
    if "metric" in exhibit.table.columns:
        columns += dict.fromkeys(exhibit.table["metric"])
    return columns


def _mark(name: str, content: str) -> str:
    words = escape(_("What is counted: {name}").format(name=name))
    return (
        f'<details class="definition"><summary aria-label="{words}" title="{words}">?</summary>'
        f"<div>{content}</div></details>"
    )
