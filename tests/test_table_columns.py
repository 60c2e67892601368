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

    assert table_columns.formats(table, LABELS)["Concern"]["width"] is None


def test_a_column_tells_what_it_counts_and_one_that_its_name_tells_nothing():
    table = pd.DataFrame({"district_name": ["Cixi"], "contact_count": [2]})
    labels = LABELS | {"contact_count": "Contacts"}

    settings = table_columns.formats(table, labels)
    assert settings.keys() == {"Contacts"}
    assert settings["Contacts"]["help"].startswith("Contacts with investors")


def test_shares_and_days_are_rounded_as_elsewhere_and_the_unknown_stays_unknown():
    table = pd.DataFrame(
        {"online_share": [0.3125, None], "median_days": [10.25, None]}, dtype=object
    )

    assert table_columns.rounded(table).to_dict("list") == {
        "online_share": [31.3, None],
        "median_days": [10.3, None],
    }
