"""What can be looked up by its name, and what is said of it."""

from dataclasses import dataclass

from promotion import numbers
from promotion.database import Database
from promotion.language import N_, _
from promotion.measures import unit_of

# In the order in which they are found; one of each is called so.
KINDS = {
    "project": N_("Project"),
    "company": N_("Company"),
    "carrier": N_("Site"),
    "organisation": N_("Organisation contacted"),
}
_UNITS_BESIDE = ("mu", "m2", "wan_cny_per_mu", "projects", "contacts")


def kind_name(kind: str) -> str:
    """What one of the kind is called, in the language in use."""
    return _(KINDS[kind])


@dataclass(frozen=True)
class Thing:
    """One of a kind: a project or site by its number, a company or organisation by its name."""

    kind: str
    id: str


@dataclass(frozen=True)
class LedgerWords:
    """Words of a ledger, and what they name where that can be looked up."""

    words: str
    names: Thing | None = None


@dataclass(frozen=True)
class Fact:
    """What is said of a thing: a label, and words of ours or of a ledger."""

    label: str
    value: str | LedgerWords


def figure(label: str, row: dict[str, object], column: str, unit: str | None = None) -> Fact:
    """A figure of the row with its unit, in the language in use; unknown where it is."""
    unit = unit or unit_of(column)
    if row[column] is not None and unit == "wan_cny_per_mu":
        amount = numbers.amount_text(row[column], "wan_cny")
        return Fact(label, _("{amount} per mu").format(amount=amount))
    words = numbers.value_text(row[column], unit)
    if row[column] is not None and unit in _UNITS_BESIDE:
        words = numbers.with_unit(words, unit)
    return Fact(label, words)


def coded(data: Database, label: str, code_list: str, code: str | None) -> Fact:
    """A code by its name, in the language in use; unknown where it is."""
    return Fact(label, data.name_of(code_list, code) or _("unknown"))


def written(label: str, words: str | None, names: Thing | None = None) -> Fact:
    """Words of a ledger, and what they name; unknown where it has none."""
    return Fact(label, _("unknown") if words is None else LedgerWords(words, names))


def company(label: str, name: str | None) -> Fact:
    """A company by its name; unknown where the ledger names none."""
    return written(label, name, None if name is None else Thing("company", name))
