"""The dictionary of exhibits and measures, as data/README.md and the Data page show it.

`python -m promotion.code_book` brings the README's part up to date.
"""

from pathlib import Path

from promotion import numbers
from promotion.exhibits.definitions import DEFINITIONS
from promotion.ingest.folder import reference_folder
from promotion.ingest.reference import read_table, split_aliases
from promotion.language import N_, _, current_language, use_language
from promotion.measures import MEASURES, definition_of, label_of

README = Path(__file__).parent.parent / "data" / "README.md"
BEGIN, END = "<!-- dictionary: made by make code-book -->", "<!-- end of the dictionary -->"

KINDS = {
    "projects": N_("Projects"),
    "contacts": N_("Contact records"),
    "receipts": N_("Receipts"),
    "carriers": N_("Sites"),
    "targets": N_("Targets"),
    "rates": N_("Exchange rates"),
    "sources": N_("Sources"),
    "annotations": N_("Annotations"),
    "score_card": N_("Score card"),
}
TYPES = {
    "text": N_("text"),
    "code": N_("code"),
    "country": N_("country"),
    "yes_no": N_("yes or no"),
    "date": N_("date"),
    "decimal": N_("number"),
    "whole": N_("whole number"),
}


def kind_name(kind: str | None) -> str:
    """What readers call a kind of ledger; of a file that could not be read, that it could not."""
    return _(KINDS[kind]) if kind else _("could not be read")


def exhibit_rows() -> list[dict[str, str]]:
    """Every exhibit's name, what readers call it, and its definition, in the language in use."""
    return [
        {"exhibit": name, "name": _(each.name), "definition": _(each.words)}
        for name, each in DEFINITIONS.items()
    ]


def measure_rows() -> list[dict[str, str]]:
    """Every measure's column, name, unit and definition, in the language in use."""
    return [
        {
            "column": name,
            "name": label_of(name),
            "unit": numbers.unit_label(measure.unit),
            "definition": definition_of(name),
        }
        for name, measure in MEASURES.items()
    ]


def column_rows(folder: Path) -> list[dict[str, str]]:
    """Every column that ledgers of the folder may have, in the language in use.

    Each with its kind, column, name, the other headings accepted, type, unit and definition.
    """
    own = reference_folder(folder)
    language = current_language()
    return [
        {
            "kind": row["kind"],
            "column": row["column"],
            "name": row["heading_zh"] if language == "zh" else row["column"],
            "headings": _(", ").join((row["heading_zh"], *split_aliases(row["aliases"]))),
            "type": _type_words(row),
            "definition": row.get(f"definition_{language}") or "",
        }
        for row in read_table(own, "columns.csv")
    ]


def required_columns(folder: Path, kind: str) -> list[str]:
    """What the columns are called that a ledger of the kind must have, in the language in use."""
    name = "heading_zh" if current_language() == "zh" else "column"
    return [
        row[name]
        for row in read_table(reference_folder(folder), "columns.csv")
        if row["kind"] == kind and row["required"] == "yes"
    ]


def column_names(folder: Path) -> dict[tuple[str, str], str]:
    """What each column is called in the language in use, by kind and column."""
    return {(row["kind"], row["column"]): row["name"] for row in column_rows(folder)}


def _type_words(row: dict[str, str]) -> str:
    """The column's type and unit, whether it is required, unique, personal data."""
    type_name = TYPES[row["type"]]
    words = [_(type_name)]
    if row["unit"]:
        words.append(numbers.unit_label(row["unit"]) or row["unit"])
    marks = {
        "required": N_("required"),
        "is_key": N_("unique"),
        "is_personal": N_("personal data"),
    }
    if row["required"] == "one_of":
        words.append(_("one of these required"))
    words += [_(mark) for name, mark in marks.items() if row.get(name) == "yes"]
    return _(", ").join(words)


def as_markdown() -> str:
    """The dictionary in English, as the README's part between its two marks."""
    with use_language("en"):
        exhibits = [
            f"| `{row['exhibit']}` | {row['name']} | {row['definition']} |"
            for row in exhibit_rows()
        ]
        measures = [
            f"| `{row['column']}` | {row['name']} | {row['unit']} | {row['definition']} |"
            for row in measure_rows()
        ]
    return "\n".join(
        [
            BEGIN,
            "",
            "| exhibit | name | what it shows |",
            "|---|---|---|",
            *exhibits,
            "",
            "| column | name | unit | definition |",
            "|---|---|---|---|",
            *measures,
            "",
            END,
        ]
    )


def with_dictionary(readme: str) -> str:
    """The README's text with its dictionary made anew."""
    before, rest = readme.split(BEGIN)
    return f"{before}{as_markdown()}{rest.split(END)[1]}"


if __name__ == "__main__":
    README.write_text(with_dictionary(README.read_text(encoding="utf-8")), encoding="utf-8")
