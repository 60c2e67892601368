"""The dictionary: what each figure shows, what measures and colours mean, ledgers' columns."""

import streamlit as st

from components import colour_swatches, figure_head, style, text_table
from promotion import code_book
from promotion.colour_key import colour_meanings
from promotion.database import Database
from promotion.language import _


def show(data: Database) -> None:
    """Nothing; draws figures, measures, colours, and the columns of each kind of ledger."""
    text_table.show(
        "exhibits",
        _("Dictionary: what each figure shows"),
        (_("Figure"), _("What it shows and how it counts")),
        ((row["name"], row["definition"]) for row in code_book.exhibit_rows()),
    )
    text_table.show(
        "measures",
        _("Dictionary: what each measure means"),
        (_("Measure"), _("Unit"), _("Definition")),
        (
            (row["name"], row["unit"], row["definition"])
            for row in code_book.measure_rows()
            if row["definition"]
        ),
    )
    title = _("Dictionary: what the colours mean")
    with st.container(key="card_colours"):
        meanings = colour_meanings(data, style.is_dark())
        st.html(f"{figure_head.html(title)}{colour_swatches.as_list(meanings)}")
    text_table.show(
        "columns",
        _("Dictionary: the columns of ledgers"),
        (_("Ledger"), _("Column"), _("Headings accepted"), _("Type"), _("Definition")),
        (
            (
                code_book.kind_name(row["kind"]),
                text_table.AsWritten(row["column"]),
                text_table.AsWritten(row["headings"]),
                row["type"],
                row["definition"],
            )
            for row in code_book.column_rows(data.folder)
        ),
    )
