"""The dictionary of exhibits and measures, as data/README.md and the Data page show it.

`python -m promotion.code_book` brings the README's part up to date.
"""

from pathlib import Path

from promotion import numbers
from promotion.exhibits.definitions import DEFINITIONS
from promotion.language import N_, _, use_language
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
