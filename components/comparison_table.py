"""Two sides' measures beside each other, each side under its name and colour."""

from html import escape

import streamlit as st

from components import figure_actions, style
from promotion import comparison_words, theme
from promotion.database import Database
from promotion.exhibit import Exhibit
from promotion.exhibits.sides import BothSides
from promotion.measures import definition_of


def show(comparison: Exhibit, sides: BothSides, data: Database) -> None:
    """Nothing; draws the table of the exhibit `comparison` with its title and foot."""
    with st.container(key=f"card_{comparison.name}"):
        st.html(
            f'<div class="figure-head"><h2>{escape(comparison.title)}</h2>'
            f"<p>{escape(comparison.period_line())}</p></div>"
        )
        st.html(
            f'<div class="words sides"><table aria-label="{escape(comparison.title)}">'
            f"<thead>{_head(comparison, sides, data)}</thead>"
            f"<tbody>{''.join(map(_line, comparison.rows()))}</tbody></table></div>"
        )
        figure_actions.show_foot(comparison, comparison.name)


def _head(comparison: Exhibit, sides: BothSides, data: Database) -> str:
    dark = style.is_dark()
    colours = theme.district_colours(data.codes("district"), dark) | theme.side_colours(dark)
    cells = "".join(
        f'<th scope="col" class="number"><span class="side" '
        f'style="border-color: {colours[side.colour]}">{escape(side.name)}</span></th>'
        for side in (sides.left, sides.right)
    )
    first, last = (escape(comparison.heading(column)) for column in ("metric", "change"))
    return f'<tr><th scope="col">{first}</th>{cells}<th scope="col" class="number">{last}</th></tr>'


def _line(row: dict[str, object]) -> str:
    cells = "".join(
        f'<td class="number">{escape(comparison_words.cell_text(row, column))}</td>'
        for column in (*comparison_words.SIDES, "change")
    )
    definition = escape(definition_of(row["metric"]))
    return f'<tr><th scope="row" title="{definition}">{escape(row["metric_name"])}</th>{cells}</tr>'
