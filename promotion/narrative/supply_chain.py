"""Key points of the supply chain."""

from promotion import numbers
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import STAGES


def supply_chain_points(
    anchors: Exhibit, roles: Exhibit, firms: Exhibit, spin_offs: Exhibit
) -> list[str]:
    """One to five sentences: the companies, the largest, roles, partner firms, spin-offs."""
    if roles.rows() and roles.rows()[0]["project_count"] is None:
        return [_("What the supply chain brought is unknown: there is no projects ledger.")]
    points = [
        _company_point(anchors),
        _largest_point(anchors),
        _role_point(roles),
        _firm_point(firms),
        _spin_off_point(spin_offs),
    ]
    return [point for point in points if point]


def _company_point(anchors: Exhibit) -> str:
    rows = anchors.rows()
    if not rows:
        return _("No project in the library names a company that brought it.")
    return _(
        "Anchor companies: {companies}; projects they brought: {projects}, of these signed "
        "{signed}, landed {landed}, in production {producing}, dropped ones included; known agreed "
        "investment {amount}."
    ).format(
        companies=numbers.count_text(len(rows)),
        projects=numbers.count_text(_total(rows, "project_count")),
        signed=numbers.count_text(_total(rows, "signed_count")),
        landed=numbers.count_text(_total(rows, "landed_count")),
        producing=numbers.count_text(_total(rows, "in_production_count")),
        amount=_known_amount(rows),
    )


def _largest_point(anchors: Exhibit) -> str:
    """The companies with most projects and with most investment; none where two are equal."""
    rows = anchors.rows()
    by_amount = sorted(rows, key=lambda row: -(row["agreed_investment_wan_cny"] or 0))
    if len(rows) < 2 or any(
        ranked[0][column] == ranked[1][column]
        for ranked, column in ((rows, "project_count"), (by_amount, "agreed_investment_wan_cny"))
    ):
        return ""
    most, largest = rows[0], by_amount[0]
    words = (
        _("{most} brought the most projects ({count}) and the largest known investment ({amount}).")
        if most is largest
        else _(
            "{most} brought the most projects ({count}), {largest} the largest known investment "
            "({amount})."
        )
    )
    return words.format(
        most=most["referred_by"],
        largest=largest["referred_by"],
        count=numbers.count_text(most["project_count"]),
        amount=numbers.value_text(largest["agreed_investment_wan_cny"], "wan_cny"),
    )


def _role_point(roles: Exhibit) -> str:
    rows = roles.rows()
    whole = _total(rows, "project_count")
    counts = {
        row["chain_role_name"]: _total(
            [other for other in rows if other["chain_role"] == row["chain_role"]], "project_count"
        )
        for row in rows
        if row["chain_role"] != "unknown"
    }
    stated = sum(counts.values())
    if not stated:
        return ""
    parts = [
        _("{name} {count}").format(name=name, count=numbers.count_text(count))
        for name, count in counts.items()
    ]
    return _("The chain role is stated for {stated} of {whole}: {parts}.").format(
        stated=numbers.count_text(stated),
        whole=numbers.with_unit(numbers.count_text(whole), "projects"),
        parts=_(", ").join(parts),
    )


def _firm_point(firms: Exhibit) -> str:
    rows = [row for row in firms.rows() if row["screened_firm_count"]]
    if not rows:
        return ""
    parts = [
        _("{district} {screened} (signed {signed}, dropped {dropped})").format(
            district=row["district_name"],
            screened=numbers.count_text(row["screened_firm_count"]),
            signed=numbers.count_text(row["signed_firm_count"]),
            dropped=numbers.count_text(row["dropped_firm_count"]),
        )
        for row in sorted(rows, key=lambda row: -row["screened_firm_count"])
    ]
    return _("Partner firms screened: {parts}.").format(parts=_(", ").join(parts))


def _spin_off_point(spin_offs: Exhibit) -> str:
    rows = spin_offs.rows()
    if not rows:
        return ""
    by_stage = sorted(rows, key=lambda row: list(STAGES).index(row["stage"]))
    stages = dict.fromkeys(row["stage_name"] for row in by_stage)
    parts = [
        _("{name} {count}").format(
            name=name, count=numbers.count_text(sum(row["stage_name"] == name for row in rows))
        )
        for name in stages
    ]
    return _("Spin-offs set up as projects of their own: {count} ({parts}).").format(
        count=numbers.count_text(len(rows)), parts=_(", ").join(parts)
    )


def _total(rows: list[dict[str, object]], column: str) -> int:
    return sum(row[column] for row in rows)


def _known_amount(rows: list[dict[str, object]]) -> str:
    known = [row["agreed_investment_wan_cny"] for row in rows]
    amounts = [value for value in known if value is not None]
    return numbers.value_text(sum(amounts) if amounts else None, "wan_cny")
