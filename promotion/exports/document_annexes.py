"""The annexes of a document: what was counted and how, and where it comes from."""

from promotion import numbers
from promotion.briefing import Briefing, Figure
from promotion.exhibits.definitions import DEFINITIONS
from promotion.exports.document_parts import Writer
from promotion.exports.text_tables import Column, TextTable, shown_columns
from promotion.language import _
from promotion.measures import MEASURES, definition_of, label_of, unit_of


def definitions(writer: Writer) -> None:
    """Nothing; writes what each measure counts and what each figure shows."""
    figures = _figures(writer.briefing)
    exhibits = [figure.exhibit for figure in figures]
    measures = {row["metric"]: None for row in writer.briefing.headline.rows()} | {"change": None}
    for exhibit in exhibits[1:]:
        measures |= dict.fromkeys(map(_measure, shown_columns(exhibit)))
    defined = [name for name in measures if definition_of(name)]
    writer.heading(_("Measures"))
    table = _table(
        (label_of("metric"), [label_of(name) for name in defined]),
        (_("Unit"), [numbers.unit_label(unit_of(name)) for name in defined]),
        (_("Definition"), [definition_of(name) for name in defined]),
    )
    writer.table(table, _("What each measure counts"), None)
    writer.heading(_("Figures and tables"))
    table = _table(
        (_("Figure or table"), [exhibit.title for exhibit in exhibits]),
        (_("What it shows"), [figure.definition for figure in figures]),
    )
    writer.table(table, _("What each figure shows"), None)


def sources(writer: Writer) -> None:
    """Nothing; writes from which ledgers, over which period and filters each figure is."""
    briefing = writer.briefing
    exhibits = [figure.exhibit for figure in _figures(briefing)]
    table = _table(
        (_("Figure or table"), [exhibit.title for exhibit in exhibits]),
        (_("Period and filters"), [exhibit.period_line() for exhibit in exhibits]),
        (_("Sources"), [exhibit.source for exhibit in exhibits]),
        (_("As of"), [numbers.date_text(exhibit.as_of) for exhibit in exhibits]),
    )
    writer.table(table, _("Where each figure comes from"), None)
    if briefing.link:
        # In the style of sources, as a long address would pull a justified line apart.
        writer.words(_("This view in the dashboard: {link}").format(link=briefing.link), "Source")


def _measure(column: str) -> str:
    """The measure a column is of: of a column of names, that of the codes."""
    codes = column.removesuffix("_name")
    return codes if codes in MEASURES else column


def _figures(briefing: Briefing) -> list[Figure]:
    """The table of key measures and the figures chosen, each once."""
    headline = briefing.headline
    first = Figure(headline, "", _(DEFINITIONS[headline.name].words))
    return [first, *(each for each in briefing.figures if each.exhibit.name != headline.name)]


def _table(*columns: tuple[str, list[str]]) -> TextTable:
    made = tuple(Column(heading, tuple(cells), False) for heading, cells in columns)
    return TextTable(made, len(made[0].cells))
