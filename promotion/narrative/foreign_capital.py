"""Key points of foreign capital."""

from promotion import numbers
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.movement import moved

Row = dict[str, object]
CONTRACTED, RECEIVED = "contracted_fdi_wan_usd", "received_fdi_wan_usd"


def foreign_capital_points(within: Exhibit, origins: Exhibit, fortune: Exhibit) -> list[str]:
    """Two to five sentences: contracted and received, the leading origin, the parts within."""
    parts = {row["capital_part"]: row for row in within.rows()}
    points = [
        *_whole_points(parts["all"], within),
        _origin_point(origins, parts["all"]),
        _hong_kong_macao_taiwan_point(parts["hong_kong_macao_taiwan"], parts["all"]),
        _fortune_point(parts["fortune_500"], parts["all"], fortune),
    ]
    return [point for point in points if point]


def _whole_points(whole: Row, within: Exhibit) -> list[str]:
    """What was contracted and received, and which part of it is in place."""
    if whole["contracted_project_count"] is None and whole[RECEIVED] is None:
        return [_("Foreign capital is unknown: no projects or receipts ledger covers the period.")]
    if whole[CONTRACTED] == 0 and whole[RECEIVED] == 0:
        return [_("No foreign capital was contracted or received.")]
    return [
        _contracted_sentence(whole, within),
        _received_sentence(whole, within),
    ]


def _contracted_sentence(whole: Row, within: Exhibit) -> str:
    if whole["contracted_project_count"] is None:
        return _("Foreign capital contracted is unknown: no projects ledger covers the period.")
    counts = {
        "projects": numbers.count_text(whole["contracted_project_count"]),
        "unknown": numbers.count_text(whole["contracted_unknown_count"]),
    }
    if whole[CONTRACTED] is None:
        return _(
            "Foreign capital contracted is unknown: no amount is known of what was signed "
            "(projects: {unknown})."
        ).format(unknown=counts["unknown"])
    words = (
        _("Foreign capital contracted: {amount}{change}; projects: {projects}.")
        if not whole["contracted_unknown_count"]
        else _(
            "Foreign capital contracted: {amount}{change}; projects: {projects}, and of unknown "
            "amount: {unknown}."
        )
    )
    return words.format(
        amount=numbers.value_text(whole[CONTRACTED], "wan_usd"),
        change=_moved(whole[CONTRACTED], whole["contracted_compared"], within),
        **counts,
    )


def _received_sentence(whole: Row, within: Exhibit) -> str:
    if whole[RECEIVED] is None:
        return _("Foreign capital received is unknown: no receipts ledger covers the period.")
    amount = numbers.value_text(whole[RECEIVED], "wan_usd")
    change = _moved(whole[RECEIVED], whole["received_compared"], within)
    rate = whole["funds_in_place_rate"]
    if rate is None or _is_few(whole):
        return _("Foreign capital received: {amount}{change}.").format(amount=amount, change=change)
    return _(
        "Foreign capital received: {amount}{change}; received ÷ contracted in the period: {rate}."
    ).format(amount=amount, change=change, rate=numbers.share_text(rate))


def _moved(value: float | None, compared: float | None, within: Exhibit) -> str:
    row = {"value": value, "compared": compared, "denominator": None}
    return moved(row, "wan_usd", within.filters)


def _origin_point(origins: Exhibit, whole: Row) -> str:
    """The origin that contracted most; where nothing was contracted, the one that brought most."""
    stated = [row for row in origins.rows() if row["origin_country"] != "unknown"]
    for column, words in (
        (CONTRACTED, _("Most was contracted from {origin}: {amount}{share}.")),
        (RECEIVED, _("Most was received from {origin}: {amount}{share}.")),
    ):
        largest = max((row[column] or 0 for row in stated), default=0)
        if not largest:
            continue
        first = [row["origin_country_name"] for row in stated if row[column] == largest]
        amount = numbers.value_text(largest, "wan_usd")
        if len(first) > 1:
            return words.format(
                origin=_(", ").join(first),
                amount=_("{amount} each").format(amount=amount),
                share="",
            )
        share = largest / whole[CONTRACTED] if column == CONTRACTED else None
        return words.format(origin=first[0], amount=amount, share=_share(share, whole))
    return ""


def _hong_kong_macao_taiwan_point(part: Row, whole: Row) -> str:
    if not part[CONTRACTED] and not part[RECEIVED]:
        return ""
    return _(
        "Hong Kong, Macao and Taiwan: contracted {contracted}{share}, received {received}."
    ).format(**_amounts(part, whole))


def _fortune_point(part: Row, whole: Row, fortune: Exhibit) -> str:
    known = len(fortune.rows())
    if not known or not (whole[CONTRACTED] or whole[RECEIVED]):
        return ""
    words = _(
        "Fortune Global 500 companies: contracted {contracted}{share}, received {received}; "
        "projects known by the period's end: {known}."
    )
    if fortune.filters.capital == "all":
        words = _(
            "Fortune Global 500 companies: contracted {contracted}{share}, received {received}; "
            "projects known by the period's end, domestic investors' included: {known}."
        )
    return words.format(known=numbers.count_text(known), **_amounts(part, whole))


def _amounts(part: Row, whole: Row) -> dict[str, str]:
    share = part["contracted_share_of_all"] if part[CONTRACTED] else None
    return {
        "contracted": numbers.value_text(part[CONTRACTED], "wan_usd"),
        "received": numbers.value_text(part[RECEIVED], "wan_usd"),
        "share": _share(share, whole),
    }


def _share(share: float | None, whole: Row) -> str:
    """The share of all contracted in brackets; nothing where it is unknown or the base small."""
    if share is None or _is_few(whole):
        return ""
    return _(" ({share} of all)").format(share=numbers.share_text(share))


def _is_few(whole: Row) -> bool:
    return (whole["contracted_project_count"] or 0) < numbers.SMALL_BASE
