"""Key points of cloud promotion."""

from promotion import numbers
from promotion.exhibit import Exhibit
from promotion.filters import Period
from promotion.language import _
from promotion.movement import movement

ORIGINS_NAMED = 3
Row = dict[str, object]


def cloud_points(
    months: Exhibit,
    channels: Exhibit,
    activities: Exhibit,
    yields: Exhibit,
    concerns: Exhibit,
    origins: Exhibit,
) -> list[str]:
    """Three to five sentences: online share, channels, what they yield, concerns, origins."""
    counts = [row["contact_count"] for row in channels.rows()]
    if not counts or counts[0] is None:
        return [_("How many contacts there were is unknown: no contacts ledger covers the period.")]
    if not sum(counts):
        return [_("No contacts were recorded.")]
    points = [
        _online_point(months, activities),
        _channel_point(channels),
        _yield_point(yields),
        _concern_point(concerns),
        _origin_point(origins),
    ]
    return [point for point in points if point]


def _online_point(months: Exhibit, activities: Exhibit) -> str:
    rows = activities.rows()
    online, on_site = (sum(row[name] for row in rows) for name in ("online_count", "on_site_count"))
    known = online + on_site
    sentence = _("Contacts in the period: {count}, {share} online").format(
        count=numbers.count_text(sum(row["contact_count"] for row in rows)),
        share=numbers.share_of_base(online / known if known else None, online, known),
    )
    return _("{sentence}{last_month}.").format(
        sentence=sentence, last_month=_last_month(months, activities)
    )


def _last_month(months: Exhibit, activities: Exhibit) -> str:
    """What share was online in the period's last month, where it is not the period itself,
    and how that differs from the year before; nothing where it is unknown."""
    chosen = activities.period
    last_day = min(chosen.last_day, activities.as_of)
    first_of_month = last_day.replace(day=1)
    row = next((row for row in months.rows() if row["month"] == first_of_month), None)
    if row is None or row["online_share"] is None:
        return ""
    words = ""
    if Period(first_of_month, last_day) != Period(chosen.first_day, last_day):
        words = _("; {period}: {share}").format(
            period=numbers.period_text(Period(first_of_month, last_day)),
            share=numbers.share_text(row["online_share"]),
        )
    if row["year_before_online_share"] is None:
        return words
    return _("{words}, {movement} on a year before").format(
        words=words,
        movement=movement(row["online_share"], row["year_before_online_share"], "share"),
    )


def _largest(rows: list[Row], column: str) -> tuple[list[Row], float]:
    """The rows that share the largest value above zero of a column, and that value."""
    largest = max((row[column] or 0 for row in rows), default=0)
    return [row for row in rows if largest and row[column] == largest], largest


def _names(rows: list[Row], column: str) -> str:
    return _(", ").join(row[column] for row in rows)


def _channel_point(channels: Exhibit) -> str:
    rows = [row for row in channels.rows() if row["channel"] != "unknown"]
    first, count = _largest(rows, "contact_count")
    if not first:
        return ""
    sentence = _("Most used channel: {channel} ({share})").format(
        channel=_names(first, "channel_name"),
        share=numbers.share_of_base(
            first[0]["channel_share"], count, sum(row["contact_count"] for row in rows)
        ),
    )
    gains = [
        row | {"gain": row["contact_count"] - row["compared_contact_count"]}
        for row in rows
        if row["compared_contact_count"] is not None
    ]
    grown, gain = _largest(gains, "gain")
    if not grown or gain < 0:
        return _("{sentence}.").format(sentence=sentence)
    return _("{sentence}; grown most against {period}: {channel} ({gain}).").format(
        sentence=sentence,
        period=numbers.period_text(channels.filters.compared_period),
        channel=_names(grown, "channel_name"),
        gain=numbers.signed(numbers.count_text(gain), gain),
    )


def _yield_point(yields: Exhibit) -> str:
    rated = [
        row
        for row in yields.rows()
        if row["channel"] != "unknown" and row["leads_per_hundred"] is not None
    ]
    if len(rated) < 2:
        return ""
    parts = []
    for column, words in (
        ("leads_per_hundred", _("most project tips by {channel} ({rate})")),
        ("opened_projects_per_hundred", _("most new projects by {channel} ({rate})")),
        *_signing_words(rated),
    ):
        best, rate = _largest(rated, column)
        if best:
            parts.append(
                words.format(
                    channel=_names(best, "channel_name"),
                    rate=numbers.value_text(rate, "per_hundred"),
                )
            )
    if not parts:
        return ""
    return _("Per 100 contacts: {parts}.").format(parts=_(", ").join(parts))


def _signing_words(rated: list[Row]) -> tuple[tuple[str, str], ...]:
    """How the channel of most signings is told; not at all before half of the contacts of each
    channel have had the 90 days in which they may lead to one."""
    if any(row["recent_contact_count"] * 2 > row["contact_count"] for row in rated):
        return ()
    words = _("most signings within 90 days by {channel} ({rate})")
    if any(row["recent_contact_count"] for row in rated):
        words = _("most signings within 90 days so far by {channel} ({rate})")
    return (("signings_per_hundred", words),)


def _concern_point(concerns: Exhibit) -> str:
    rows = concerns.rows()
    if not rows or rows[0]["raised_count"] is None:
        return ""
    raised, resolved, still_open = (
        sum(row[column] for row in rows)
        for column in ("raised_count", "resolved_count", "open_count")
    )
    if not raised:
        return _("No concerns were raised.")
    parts = [
        _("Concerns raised: {raised}, resolved {resolved}, still open {open}").format(
            raised=numbers.count_text(raised),
            resolved=numbers.count_text(resolved),
            open=numbers.count_text(still_open),
        )
    ]
    oldest = max((row["oldest_open_days"] or 0 for row in rows), default=0)
    if oldest:
        parts.append(
            _("the oldest of those open has waited {days}").format(
                days=numbers.with_unit(numbers.value_text(oldest, "days"), "days")
            )
        )
    answered = [row for row in rows if row["resolved_count"] >= numbers.SMALL_BASE]
    slowest, days = _largest(answered, "median_days_to_answer")
    if slowest and len(answered) > 1:
        parts.append(
            _("slowest to be answered: {concern} (median {days})").format(
                concern=_names(slowest, "concern_name"),
                days=numbers.with_unit(numbers.value_text(days, "days"), "days"),
            )
        )
    return _("{parts}.").format(parts=_("; ").join(parts))


def _origin_point(origins: Exhibit) -> str:
    rows = [row for row in origins.rows() if row["origin_country"] != "unknown"]
    if len(rows) < 2:
        return ""
    known = sum(row["contact_count"] for row in rows)
    parts = [
        _("{name} {count}").format(
            name=row["origin_country_name"],
            count=numbers.share_of_base(row["contact_count"] / known, row["contact_count"], known),
        )
        for row in rows[:ORIGINS_NAMED]
    ]
    return _("Origins of the contacts, where stated: {count}; first {origins}.").format(
        count=numbers.count_text(len(rows)), origins=_(", ").join(parts)
    )
