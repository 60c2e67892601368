"""A table's columns on a page are as wide as what stands in them."""

import pandas as pd

from components import table_columns

LABELS = {"concern_name": "Concern", "district_name": "District"}


def test_a_long_text_below_the_first_rows_has_its_width():
    table = pd.DataFrame(
        {
            "concern_name": [*["Land"] * 6, "Foreign-exchange settlement"],
            "district_name": [*["Yinzhou"] * 6, "Cixi"],
        }
    )

    settings = table_columns.formats(table, LABELS)
    assert settings.keys() == {"Concern"}
    assert settings["Concern"]["width"] >= 8 * len("Foreign-exchange settlement")


def test_the_browser_sets_the_width_of_a_text_it_sees():
    table = pd.DataFrame({"concern_name": ["Foreign-exchange settlement", *["Land"] * 9]})

    assert table_columns.formats(table, LABELS) == {}
