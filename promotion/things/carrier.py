"""One building, park or parcel: what its ledger says of it."""

from promotion.database import Database
from promotion.language import _
from promotion.measures import label_of
from promotion.query import records_of
from promotion.things.project import place_words
from promotion.things.thing import Fact, coded, figure, written

Row = dict[str, object]

_AREAS = ("total_area_m2", "leased_area_m2", "available_area_m2", "occupancy_share")
_LAND = ("land_mu", "required_output_wan_cny_per_mu")


def row_of(data: Database, number: str) -> Row | None:
    """The carrier's row; None where no ledger holds it."""
    rows = records_of(data.run("search/carrier", id=number))
    return rows[0] if rows else None


def facts(data: Database, row: Row) -> list[Fact]:
    """What the ledgers say of the carrier, in the language in use."""
    return [
        written(label_of("carrier_id"), row["carrier_id"]),
        coded(data, label_of("kind"), "carrier_kind", row["kind"]),
        coded(data, label_of("district"), "district", row["district"]),
        coded(data, label_of("industry_focus"), "industry", row["industry_focus"]),
        written(label_of("developer"), row["developer"]),
        written(label_of("operator"), row["operator"]),
        *(figure(label_of(column), row, column) for column in (*_AREAS, *_LAND)),
        figure(_("Opened"), row, "opened_date", "date"),
        figure(_("Projects at this site"), row, "project_count", "projects"),
        figure(_("Viewings"), row, "viewing_count", "contacts"),
        figure(_("Last viewing"), row, "last_viewing_date", "date"),
        written(_("In the ledger"), place_words(row)),
    ]
