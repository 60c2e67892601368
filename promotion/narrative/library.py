"""Key points of the project library."""

from collections.abc import Iterable

from promotion import numbers
from promotion.exhibit import Exhibit
from promotion.language import _


def library_points(
    library: Exhibit, cohorts: Exhibit, durations: Exhibit, dispatch: Exhibit, staleness: Exhibit
) -> list[str]:
    """Three to five sentences: the classes, what needs attention, landing, delays, freshness."""
    points = [
        _class_point(library),
        _dispatch_point(dispatch),
        _landing_point(cohorts),
        _duration_point(durations),
        _staleness_point(staleness),
    ]
    return [point for point in points if point]


def _class_point(library: Exhibit) -> str:
    rows = library.rows()
    if not rows or rows[0]["project_count"] is None:
        return _("What the library holds is unknown: there is no projects ledger.")
    classes = dict.fromkeys(row["library_class_name"] for row in rows)
    parts = [
        _("{name} {count}").format(
            name=name,
            count=numbers.count_text(
                sum(row["project_count"] for row in rows if row["library_class_name"] == name)
            ),
        )
        for name in classes
    ]
    amount = _known_sum(row["agreed_investment_wan_cny"] for row in rows if row["project_count"])
    return _("In the library: {classes}; known agreed investment {amount}.").format(
        classes=_(", ").join(parts), amount=numbers.value_text(amount, "wan_cny")
    )


def _known_sum(amounts: Iterable[float | None]) -> float | None:
    """The sum of the known amounts; None where there are amounts and none is known."""
    given = list(amounts)
    known = [amount for amount in given if amount is not None]
    return None if given and not known else sum(known)


def _dispatch_point(dispatch: Exhibit) -> str:
    rows = dispatch.rows()
    if not rows:
        return ""
    projects = {row["project_id"]: row for row in rows}
    reasons = dict.fromkeys(row["dispatch_reason_name"] for row in rows)
    parts = [
        _("{name} {count}").format(
            name=name,
            count=numbers.count_text(sum(row["dispatch_reason_name"] == name for row in rows)),
        )
        for name in sorted(reasons)
    ]
    amount = _known_sum(row["agreed_investment_wan_cny"] for row in projects.values())
    return _(
        "Needing follow-up: {count}, known investment {amount} ({reasons}; "
        "a project may have several reasons)."
    ).format(
        count=numbers.with_unit(numbers.count_text(len(projects)), "projects"),
        amount=numbers.value_text(amount, "wan_cny"),
        reasons=_(", ").join(parts),
    )


def _landing_point(cohorts: Exhibit) -> str:
    rows = cohorts.rows()
    signed = sum(row["signed_count"] for row in rows)
    landed = sum(row["landed_of_signed_count"] for row in rows)
    if not signed:
        return ""
    return _("Of {signed} signed in the period, landed: {landed} ({rate}).").format(
        signed=numbers.with_unit(numbers.count_text(signed), "projects"),
        landed=numbers.count_text(landed),
        rate=numbers.share_of_base(landed / signed, landed, signed),
    )


def _duration_point(durations: Exhibit) -> str:
    parts = [
        _("{name} {count}").format(
            name=row["stage_step_name"],
            count=_days(row["median_days"]),
        )
        for row in durations.rows()
        if (row["step_count"] or 0) >= numbers.SMALL_BASE
    ]
    if not parts:
        return ""
    return _("Half of the projects took at most: {steps}.").format(steps=_(", ").join(parts))


def _staleness_point(staleness: Exhibit) -> str:
    rows = [row for row in staleness.rows() if row["median_record_age_days"] is not None]
    if len(rows) < 2:
        return ""
    freshest = min(rows, key=lambda row: row["median_record_age_days"])
    stalest = max(rows, key=lambda row: row["median_record_age_days"])
    if freshest["median_record_age_days"] == stalest["median_record_age_days"]:
        return ""
    return _(
        "Records are freshest in {freshest} (median {fresh_days}) and oldest in {stalest} "
        "({stale_days})."
    ).format(
        freshest=freshest["district_name"],
        fresh_days=_days(freshest["median_record_age_days"]),
        stalest=stalest["district_name"],
        stale_days=_days(stalest["median_record_age_days"]),
    )


def _days(count: float) -> str:
    return numbers.with_unit(numbers.value_text(count, "days"), "days")
