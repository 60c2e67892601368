"""What can be taken away of a figure: files of it, its rows, its query."""

import streamlit as st

from components import access, comparison_table, recorded, table_columns
from components.picture_buttons import picture_buttons
from components.plain_text import plain
from promotion import pictures, theme
from promotion.database import Database
from promotion.exhibit import Exhibit, column_labels
from promotion.exports import rows as row_exports
from promotion.exports import spreadsheet
from promotion.language import _, set_language

ROWS_SHOWN_HEIGHT_PX = 320
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(data: Database, exhibit: Exhibit, chart_key: str) -> None:
    """Nothing; opens a window with the figure's files, its rows and its query."""

    @st.dialog(plain(exhibit.title), width="large")
    def window() -> None:
        access.still_allowed()
        set_language(exhibit.filters.language)
        _show_files(data, exhibit, chart_key)
        _show_rows(data, exhibit)
        _show_query(exhibit)

    window()


def _show_files(data: Database, exhibit: Exhibit, chart_key: str) -> None:
    if not recorded.is_possible():
        return
    colours = theme.district_colours(data.district_places)
    of_what = (data, [exhibit.name])
    stem = spreadsheet.file_stem(exhibit)
    with st.container(horizontal=True):
        if exhibit.chart is not None:
            picture_buttons(
                chart_key,
                pictures.slide_layout(exhibit),
                stem,
                {
                    "group": _("Picture of this figure"),
                    "png": "PNG",
                    "svg": "SVG",
                    "missing": _("The chart is not on the page; wait until it is drawn."),
                    "failed": _("The browser could not draw the picture."),
                },
                recorded.noting(*of_what, exhibit.filters),
            )
        st.download_button(
            "CSV",
            data=recorded.exporting(
                lambda: row_exports.as_csv(exhibit),
                *of_what,
                "csv",
                exhibit.filters,
            ),
            file_name=f"{stem}.csv",
            mime="text/csv",
            on_click="ignore",
            key=f"csv_{exhibit.name}",
        )
        st.download_button(
            "XLSX",
            data=recorded.exporting(
                lambda: spreadsheet.as_xlsx(exhibit, colours),
                *of_what,
                "xlsx",
                exhibit.filters,
            ),
            file_name=f"{stem}.xlsx",
            mime=XLSX_TYPE,
            on_click="ignore",
            key=f"xlsx_{exhibit.name}",
        )


def _show_rows(data: Database, exhibit: Exhibit) -> None:
    title = _("Rows")
    st.markdown(f"**{title}**")
    if comparison_table.is_of(exhibit):
        comparison_table.show(exhibit, data)
        return
    shown = table_columns.rounded(exhibit.table[exhibit.shown_columns()])
    labels = column_labels(exhibit.table, exhibit.headings)
    st.dataframe(
        shown.rename(columns=labels),
        column_config=table_columns.formats(shown, labels),
        hide_index=True,
        placeholder="\N{EN DASH}",
        height=ROWS_SHOWN_HEIGHT_PX if len(shown) > 8 else "content",
    )


def _show_query(exhibit: Exhibit) -> None:
    question = exhibit.question
    title = _("Query")
    st.markdown(f"**{title}** `queries/{question.name}.sql`")
    given = "\n".join(f"-- ${name} = {value}" for name, value in question.parameters.items())
    st.code(f"{given}\n\n{question.sql}", language="sql", wrap_lines=True)
