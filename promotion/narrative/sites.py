"""Key points of the sites."""

from promotion import numbers
from promotion.exhibit import Exhibit
from promotion.language import _

_NAMES_SHOWN = 3
Row = dict[str, object]


def site_points(buildings: Exhibit, viewings: Exhibit, output: Exhibit) -> list[str]:
    """Up to four sentences: area on offer, the site shown most, the pipe, output per mu."""
    points = [
        _area_point(buildings.rows()),
        _viewing_point(viewings.rows()),
        _pipeline_point(buildings.rows()),
        _output_point(output.rows()),
    ]
    return [point for point in points if point]


def _area_point(rows: list[Row]) -> str:
    if not rows:
        return _("No buildings stand in the districts chosen.")
    known = [row for row in rows if row["available_area_m2"] is not None]
    if not known:
        return _("Buildings: {count}; what of them is let is unknown.").format(
            count=numbers.count_text(len(rows))
        )
    leased, whole = _sum(known, "leased_area_m2"), _sum(known, "total_area_m2")
    words = _("Buildings: {count}; on offer {area}, occupancy {share}").format(
        count=numbers.count_text(len(rows)),
        area=_area(_sum(known, "available_area_m2")),
        share=numbers.value_text(leased / whole if whole else None, "share"),
    )
    if len(known) == len(rows):
        return _("{sentence}; all areas are known.").format(sentence=words)
    return _("{sentence}; buildings of unknown area, not included: {count}.").format(
        sentence=words, count=numbers.count_text(len(rows) - len(known))
    )


def _area(size: float) -> str:
    return _("{number} m²").format(number=numbers.value_text(size, "m2"))


def _viewing_point(rows: list[Row]) -> str:
    if not rows:
        return ""
    counts: dict[str, int] = {}
    for row in rows:
        name = row["carrier_name"]
        counts[name] = counts.get(name, 0) + row["viewing_count"]
    most, whole = max(counts.values()), sum(counts.values())
    if not whole:
        return _("No site was shown in the period.")
    return _("Viewings of the sites: {whole}; shown most: {sites} ({count}).").format(
        whole=numbers.count_text(whole),
        sites=_few([name for name, count in counts.items() if count == most]),
        count=numbers.count_text(most),
    )


def _pipeline_point(rows: list[Row]) -> str:
    if not rows or rows[0]["pipeline_project_count"] is None:
        return ""
    count = _sum(rows, "pipeline_project_count")
    if not count:
        return _("No project for the buildings is in the pipeline.")
    amounts = [row["pipeline_investment_wan_cny"] for row in rows if row["pipeline_project_count"]]
    known = [amount for amount in amounts if amount is not None]
    return _("In the pipeline for the buildings: {count}, known investment {amount}.").format(
        count=numbers.with_unit(numbers.count_text(count), "projects"),
        amount=numbers.value_text(sum(known) if known else None, "wan_cny"),
    )


def _output_point(rows: list[Row]) -> str:
    """How many parks and parcels plan less than they ask; those furthest below come first."""
    known = [row for row in rows if row["meets_requirement"] is not None]
    if not known:
        return ""
    below = [row["carrier_name"] for row in known if not row["meets_requirement"]]
    if not below:
        return _(
            "Output per mu: no park or parcel plans less than it requires (known of {known})."
        ).format(known=numbers.count_text(len(known)))
    return _(
        "Output per mu: {below} of the {known} parks and parcels where it is known plan less than "
        "they require, furthest below: {sites}."
    ).format(
        below=numbers.count_text(len(below)),
        known=numbers.count_text(len(known)),
        sites=_(", ").join(below[:_NAMES_SHOWN]),
    )


def _few(names: list[str]) -> str:
    """The first names, and how many more there are."""
    shown = _(", ").join(names[:_NAMES_SHOWN])
    if len(names) <= _NAMES_SHOWN:
        return shown
    return _("{sources} and {count} more").format(
        sources=shown, count=numbers.count_text(len(names) - _NAMES_SHOWN)
    )


def _sum(rows: list[Row], column: str) -> float:
    return sum(row[column] for row in rows)
