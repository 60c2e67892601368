"""Key points: sentences made from exhibits' rows, true under any filter."""

from promotion import numbers
from promotion.exhibit import Exhibit
from promotion.filters import Filters
from promotion.language import _
from promotion.measures import MEASURES, label_of
from promotion.movement import moved


def overview_points(
    headline: Exhibit, districts: Exhibit, industries: Exhibit, targets: Exhibit
) -> list[str]:
    """Three or four sentences on the whole: contacts, projects, who leads, targets."""
    filters = headline.filters
    values = {row["metric"]: row for row in headline.rows()}
    points = [
        contact_point(values, filters),
        project_point(values, filters),
        leader_point(districts, industries),
        target_point(targets),
    ]
    return [point for point in points if point]


def district_points(profile: Exhibit, industries: Exhibit, channels: Exhibit) -> list[str]:
    """Two to four sentences on one district: its contacts, projects, industries, channels.

    The first names it, first of what is filtered: on paper the choice is not seen.
    """
    values = {row["metric"]: row for row in profile.rows()}
    points = [
        _("{district} – {sentence}").format(
            district=profile.scope[0], sentence=contact_point(values, profile.filters)
        ),
        project_point(values, profile.filters),
        _share_point(values),
        _strongest_point(industries, channels),
    ]
    return [point for point in points if point]


def contact_point(values: dict[str, dict[str, object]], filters: Filters) -> str:
    """How many contacts, tips and what online share, and how they moved."""
    contacts, share = values["contact_count"], values["online_share"]
    if contacts["value"] is None:
        return _("How many contacts there were is unknown: no contacts ledger covers the period.")
    if contacts["value"] == 0:
        return _("No contacts were recorded.")
    return _(
        "Contacts: {contacts}{contact_change}, {share} online{share_change}; project tips: {tips}."
    ).format(
        contacts=numbers.count_text(contacts["value"]),
        contact_change=moved(contacts, "contacts", filters),
        share=numbers.share_of_base(share["value"], share["numerator"], share["denominator"]),
        share_change=moved(share, "share", filters),
        tips=numbers.value_text(values["lead_count"]["value"], "tips"),
    )


def project_point(values: dict[str, dict[str, object]], filters: Filters) -> str:
    """How many projects were new, signed and landed, and the capital that came."""
    signed, amount = values["signed_count"], values["signed_investment_wan_cny"]
    if signed["value"] is None:
        return _("What was signed is unknown: no projects ledger covers the period.")
    sentence = _(
        "Projects signed: {signed}{signed_change}, agreed investment {amount}; new: {new}, "
        "landed: {landed}"
    ).format(
        signed=numbers.count_text(signed["value"]),
        signed_change=moved(signed, "projects", filters),
        amount=numbers.value_text(amount["value"], "wan_cny"),
        new=numbers.count_text(values["new_project_count"]["value"]),
        landed=numbers.count_text(values["landed_count"]["value"]),
    )
    received = values["received_fdi_wan_usd"]
    if received["value"] is None:
        return _(
            "{sentence}; foreign capital received is unknown: no receipts ledger covers the period."
        ).format(sentence=sentence)
    return _("{sentence}; foreign capital received {received}{received_change}.").format(
        sentence=sentence,
        received=numbers.value_text(received["value"], "wan_usd"),
        received_change=moved(received, "wan_usd", filters),
    )


def leader_point(districts: Exhibit, industries: Exhibit) -> str:
    """Which district and which industry lead by the chosen measure, and who won places."""
    measure = districts.filters.measure
    unit = MEASURES[measure].unit
    ranked = [row for row in districts.rows() if _speaks(row, measure)]
    busiest = [row for row in industries.rows() if _speaks(row, measure)]
    if len(ranked) < 2 or not busiest:
        return ""
    largest = max(row[measure] for row in ranked)
    first = [row["district_name"] for row in ranked if row[measure] == largest]
    industry = max(busiest, key=lambda row: row[measure])
    words = (
        _("{measure}: {district} leads with {value}")
        if len(first) == 1
        else _("{measure}: {district} lead equally with {value} each")
    )
    sentence = _("{leaders}; among industries {industry} with {industry_value}").format(
        leaders=words.format(
            measure=label_of(measure),
            district=_(", ").join(first),
            value=numbers.value_text(largest, unit),
        ),
        industry=industry["industry_name"],
        industry_value=numbers.value_text(industry[measure], unit),
    )
    risers = [row for row in ranked if (row["rank_change"] or 0) > 0]
    if not risers:
        return _("{sentence}.").format(sentence=sentence)
    best = max(risers, key=lambda row: row["rank_change"])
    return _("{sentence}; {district} moved up by {places} to place {rank}.").format(
        sentence=sentence,
        district=best["district_name"],
        places=best["rank_change"],
        rank=best["rank"],
    )


def _speaks(row: dict[str, object], measure: str) -> bool:
    """Whether a row's measure says something: known, not none, no share of a small base."""
    if measure == "online_share" and (row["channel_known_count"] or 0) < numbers.SMALL_BASE:
        return False
    return bool(row[measure])


def target_point(targets: Exhibit) -> str:
    """Which targets, of all districts shown, are ahead of the pace of time and which behind."""
    ahead, behind = [], []
    rows = [row for row in targets.rows() if row["actual"] is not None and row["target"]]
    if not rows:
        return ""
    pace = rows[0]["pace"]
    for metric in dict.fromkeys(row["metric"] for row in rows):
        members = [row for row in rows if row["metric"] == metric]
        completion = sum(row["actual"] for row in members) / sum(row["target"] for row in members)
        words = _("{metric} {completion}").format(
            metric=members[0]["metric_name"], completion=numbers.share_text(completion)
        )
        (ahead if completion >= pace else behind).append(words)
    parts = []
    if ahead:
        parts.append(_("ahead: {metrics}").format(metrics=_(", ").join(ahead)))
    if behind:
        parts.append(_("behind: {metrics}").format(metrics=_(", ").join(behind)))
    return _("Against the pace of time ({pace}), {parts}.").format(
        pace=numbers.share_text(pace), parts=_("; ").join(parts)
    )


def _share_point(values: dict[str, dict[str, object]]) -> str:
    contacts, signed = values["contact_count"], values["signed_count"]
    shares = (contacts["share_of_whole"], signed["share_of_whole"])
    if None in shares or shares == (1, 1):  # of whoever may see no other district
        return ""
    return _(
        "That is {contact_share} of all districts' contacts and {signed_share} of their signed "
        "projects."
    ).format(
        contact_share=numbers.share_of_base(
            contacts["share_of_whole"], contacts["value"], contacts["whole"]
        ),
        signed_share=numbers.share_of_base(
            signed["share_of_whole"], signed["value"], signed["whole"]
        ),
    )


def _strongest_point(industries: Exhibit, channels: Exhibit) -> str:
    measure = industries.filters.measure
    busiest = [row for row in industries.rows() if row[measure]]
    reached = [row for row in channels.rows() if row["contact_count"]]
    if not busiest or not reached:
        return ""
    industry = max(busiest, key=lambda row: row[measure])
    channel = max(reached, key=lambda row: row["contact_count"])
    return _(
        "{measure}: strongest industry {industry} ({value}). Most used channel: {channel} "
        "({share})."
    ).format(
        measure=label_of(measure),
        industry=industry["industry_name"],
        value=numbers.value_text(industry[measure], MEASURES[measure].unit),
        channel=channel["channel_name"],
        share=numbers.share_of_base(
            channel["channel_share"],
            channel["contact_count"],
            sum(row["contact_count"] for row in reached if row["channel_share"] is not None),
        ),
    )


def industry_points(industries: Exhibit, specialisation: Exhibit, stages: Exhibit) -> list[str]:
    """Two or three sentences on industries: who leads, how concentrated, who is specialised."""
    measure = industries.filters.measure
    unit = MEASURES[measure].unit
    ranked = sorted(
        (row for row in industries.rows() if row[measure]), key=lambda row: -row[measure]
    )
    points = []
    if len(ranked) > TOP and unit != "share":
        total = sum(row[measure] for row in ranked)
        points.append(
            _("{measure}: the first three industries ({names}) make up {share} of {total}.").format(
                measure=label_of(measure),
                names=_(", ").join(row["industry_name"] for row in ranked[:TOP]),
                share=numbers.share_text(sum(row[measure] for row in ranked[:TOP]) / total),
                total=numbers.value_text(total, unit),
            )
        )
    signed = sum(
        row["project_count"] or 0
        for row in stages.rows()
        if row["stage"] in ("signed", "landed", "in_production")
    )
    everything = sum(row["project_count"] or 0 for row in stages.rows())
    if everything:
        points.append(
            _("Of {all}, signed or further and not closed since: {signed} ({share}).").format(
                all=numbers.with_unit(numbers.count_text(everything), "projects"),
                signed=numbers.count_text(signed),
                share=numbers.share_of_base(signed / everything, signed, everything),
            )
        )
    special = [
        row
        for row in specialisation.rows()
        if row["location_quotient"] and row["project_count"] >= numbers.SMALL_BASE
    ]
    if special:
        row = max(special, key=lambda each: each["location_quotient"])
        points.append(
            _(
                "Most specialised: {district} in {industry}, {quotient} times the share of all "
                "districts."
            ).format(
                district=row["district_name"],
                industry=row["industry_name"],
                quotient=numbers.value_text(row["location_quotient"], "ratio"),
            )
        )
    return points


TOP = 3
