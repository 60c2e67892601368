"""What to do where a kind of ledger is missing: which file, which columns, which example."""

from promotion import code_book
from promotion.database import Database
from promotion.language import N_, _

FILES = {
    "contacts": "contacts.csv",
    "projects": "projects.csv",
    "receipts": "receipts.csv",
    "carriers": "carriers.csv",
    "targets": "targets.csv",
    "score_card": "score_card.csv",
}
_UNKNOWN = {
    "contacts": N_("Contacts are unknown: add a contacts ledger ({file}) to the data folder."),
    "projects": N_("Projects are unknown: add a projects ledger ({file}) to the data folder."),
    "receipts": N_(
        "Capital received is unknown: add a receipts ledger ({file}) to the data folder."
    ),
    "carriers": N_("Sites are unknown: add a carriers ledger ({file}) to the data folder."),
    "targets": N_("There are no targets: add a targets ledger ({file}) to the data folder."),
    "score_card": N_(
        "There is no score card: add a score card ledger ({file}) to the data folder."
    ),
}


def sentence(kind: str) -> str:
    """What is unknown without the ledger, and which file to add."""
    return _(_UNKNOWN[kind]).format(file=FILES[kind])


def how_to_add(data: Database, kind: str) -> str:
    """The columns that such a ledger must have, where all are explained, where an example is."""
    columns = code_book.required_columns(data.folder, kind)
    words = _(
        "It needs the columns {columns}; the dictionary on the page Data names all it may have. "
        "An example of such a ledger lies in the program's own folder data/."
    )
    return words.format(columns=_(", ").join(columns))
