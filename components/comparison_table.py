"""Two sides' measures beside each other, each side under its name and colour."""

from html import escape

import streamlit as st

from components import style
from promotion import comparison_words, theme
from promotion.database import Database
from promotion.exhibit import Exhibit
from promotion.measures import definition_of


def is_of(exhibit: Exhibit) -> bool:
    """Whether the exhibit's rows are measures of two sides."""
    return exhibit.name == "comparison"


def show(comparison: Exhibit, data: Database) -> None:
    """Nothing; draws the table of the exhibit `comparison`."""
    st.html(
        f'<div class="words sides"><table aria-label="{escape(comparison.title)}">'
        f"<thead>{_head(comparison, data)}</thead>"
        f"<tbody>{''.join(map(_line, comparison.rows()))}</tbody></table></div>"
    )


def _head(comparison: Exhibit, data: Database) -> str:
    cells = "".join(
        f'<th scope="col" class="number"><span class="side" style="border-color: {colour}">'
        f"{escape(comparison.heading(place))}</span></th>"
        for place, colour in _colours(comparison, data).items()
    )
    first, last = (escape(comparison.heading(column)) for column in ("metric", "change"))
    return f'<tr><th scope="col">{first}</th>{cells}<th scope="col" class="number">{last}</th></tr>'


def _colours(comparison: Exhibit, data: Database) -> dict[str, str]:
    """The colour of each side: a district's own, else that of the place."""
    dark = style.is_dark()
    sides = comparison.filters.sides
    if sides.by != "district":
        return theme.side_colours(dark)
    of_districts = theme.district_colours(data.district_places, dark)
    return {"left": of_districts[sides.left], "right": of_districts[sides.right]}


def _line(row: dict[str, object]) -> str:
    cells = "".join(
        f'<td class="number">{escape(comparison_words.cell_text(row, column))}</td>'
        for column in (*comparison_words.SIDES, "change")
    )
    definition = escape(definition_of(row["metric"]))
    return f'<tr><th scope="row" title="{definition}">{escape(row["metric_name"])}</th>{cells}</tr>'
