"""Finding things by a part of their number or names."""

from dataclasses import dataclass

from promotion import numbers
from promotion.database import Database
from promotion.language import N_, _
from promotion.query import records_of
from promotion.things.thing import KINDS, Thing

MOST_SHOWN = 20  # of each kind
LONGEST_TEXT = 100  # letters; no name that is looked for is longer

_COUNTED = {
    "project": N_("Contacts"),
    "company": N_("Projects"),
    "carrier": N_("Projects"),
    "organisation": N_("Contacts"),
}
_FOUND = {
    "project": N_("Projects found: {count}"),
    "company": N_("Companies behind projects found: {count}"),
    "carrier": N_("Sites found: {count}"),
    "organisation": N_("Organisations contacted found: {count}"),
}


@dataclass(frozen=True)
class Entry:
    """A thing that was found: its name, who is behind it, its districts, and how many it has."""

    thing: Thing
    name: str
    detail: str
    districts: str
    count: int


@dataclass(frozen=True)
class Found:
    """The things of a kind that were found, the first of them, and how many there are in all."""

    kind: str
    count: int
    entries: tuple[Entry, ...]

    @property
    def title(self) -> str:
        """Of which kind and how many."""
        return _(_FOUND[self.kind]).format(count=numbers.count_text(self.count))

    @property
    def counted(self) -> str:
        """What the entries' counts count."""
        return _(_COUNTED[self.kind])

    @property
    def left_out(self) -> str:
        """How many are not shown and how to come to them; empty where all are."""
        more = self.count - len(self.entries)
        if not more:
            return ""
        return _("{count} more are not shown: type more of the name to find fewer.").format(
            count=numbers.count_text(more)
        )


def find(data: Database, text: str) -> list[Found]:
    """What has the text in its number or names, by kind; kinds of which there is none left out."""
    found = []
    for kind in KINDS:
        query = "search/found_organisations" if kind == "organisation" else "search/found"
        answer = data.run(query, kind=kind, text=text[:LONGEST_TEXT], most_rows=MOST_SHOWN)
        rows = records_of(answer)
        if rows:
            entries = tuple(_entry(data, kind, row) for row in rows)
            found.append(Found(kind, rows[0]["found_count"], entries))
    return found


def _entry(data: Database, kind: str, row: dict[str, object]) -> Entry:
    return Entry(
        thing=Thing(kind, row["id"]),
        name=row["name"],
        detail=row["detail"] or "",
        districts=_district_names(data, row["districts"]),
        count=row["its_count"],
    )


def _district_names(data: Database, districts: list[str]) -> str:
    """The names of the districts in their official order, as one text."""
    ordered = [code for code in data.codes("district") if code in districts]
    return _(", ").join(data.name_of("district", code) for code in ordered)
