"""Why a figure is empty, and what to do about it: in sentences, and a button where one click is."""

from dataclasses import dataclass, replace
from html import escape

import streamlit as st

from components import filter_choices
from promotion import charts, missing_ledger
from promotion.chart_columns import shown_values
from promotion.database import Database
from promotion.descriptions import Bullets, Forecasts, TestedForecasts
from promotion.exhibit import Exhibit
from promotion.exhibits import EXHIBITS
from promotion.filters import CAPITALS, Filters, preset_period
from promotion.language import N_, _
from promotion.query_limits import QueryStopped

_FREE = {"districts": (), "industries": (), "capital": "all"}
_REMOVE = {
    "districts": N_("Show all districts"),
    "industries": N_("Show all industries"),
    "capital": N_("Show all capital"),
    "all": N_("Remove these filters"),
    "period": N_("Show all days of the ledgers"),
}


@dataclass(frozen=True)
class Reason:
    """Why a figure is empty, in sentences, and which filters (or the period) to let go of."""

    words: str
    remedies: tuple[str, ...] = ()


def show(data: Database, exhibit: Exhibit, key: str) -> None:
    """Nothing; says in the figure's place why it is empty, with a button that mends it."""
    reason = why(data, exhibit)
    st.html(f'<div class="empty-figure">{escape(reason.words)}</div>')
    if reason.remedies:
        with st.container(horizontal=True, horizontal_alignment="center"):
            for remedy in reason.remedies:
                st.button(
                    _(_REMOVE[remedy]),
                    icon=":material/filter_alt_off:",
                    key=f"remedy_{key}_{remedy}",
                    on_click=filter_choices.let_go,
                    args=(remedy,),
                )


def why(data: Database, exhibit: Exhibit) -> Reason:
    """Which ledger is missing, or which filter left nothing, in the language in use."""
    if isinstance(exhibit.chart, TestedForecasts) and not exhibit.is_empty:
        return Reason(_("Too few past events to forecast from."))
    if isinstance(exhibit.chart, Forecasts) and not exhibit.is_empty:
        words = _("Without targets there is nothing to draw forecasts against; the rows say them.")
        return Reason(words)
    if exhibit.filters.capital == "domestic" and _is_of_contracts(exhibit):
        words = _(
            "Nothing here under domestic capital: foreign capital is from other origins. Choose "
            "all or foreign capital."
        )
        return Reason(words, ("capital",))
    kinds = ("targets",) if isinstance(exhibit.chart, Bullets) else exhibit.kinds
    for kind in kinds:
        if kind not in data.kinds:
            return Reason(
                f"{missing_ledger.sentence(kind)} {missing_ledger.how_to_add(data, kind)}"
            )
    period = exhibit.filters.period
    if period.first_day > data.as_of or period.last_day < data.first_date:
        words = _("Nothing here: the period lies outside the ledgers. Choose another period.")
        return Reason(words, ("period",))
    try:
        return _of_filters(data, exhibit)
    except QueryStopped:  # asking without the filters took too long: they are named unproved
        names = _names(data, exhibit.filters, _set_filters(exhibit.filters))
        if not names:
            return Reason(_("Nothing was recorded in this period."), ("period",))
        words = _("Nothing is left under these filters: {filters}.").format(filters=names)
        return Reason(words, ("all",))


def _of_filters(data: Database, exhibit: Exhibit) -> Reason:
    """The filters without which there are figures: any one of some, all together, or none."""
    filters = exhibit.filters
    chosen = _set_filters(filters)
    single = tuple(
        field
        for field in chosen
        if _has_figures(data, exhibit, replace(filters, **{field: _FREE[field]}))
    )
    if single:
        words = _("Nothing is left under this filter: {filters}.")
        if len(single) > 1:
            words = _("Nothing is left under these filters together: {filters}.")
        return Reason(words.format(filters=_names(data, filters, single)), single)
    free = replace(filters, **{field: _FREE[field] for field in chosen})
    if len(chosen) > 1 and _has_figures(data, exhibit, free):
        words = _("Nothing is left under any of these filters: {filters}.")
        return Reason(words.format(filters=_names(data, filters, chosen)), ("all",))
    whole = preset_period("all", data.first_date, data.as_of)
    if _has_figures(data, exhibit, replace(free, period=whole)):
        if _has_figures(data, exhibit, replace(filters, period=whole)):
            return Reason(_("Nothing was recorded in this period."), ("period",))
        words = _("Nothing was recorded in this period, even without these filters: {filters}.")
        return Reason(words.format(filters=_names(data, filters, chosen)), ("period", "all"))
    return Reason(_("The ledgers hold nothing of this kind."))


def _has_figures(data: Database, exhibit: Exhibit, filters: Filters) -> bool:
    return charts.has_figures(EXHIBITS[exhibit.name](data, filters))


def _set_filters(filters: Filters) -> tuple[str, ...]:
    """The filters that the reader has set; a page of one district sets that for itself."""
    own: Filters = st.session_state["filters"]
    return tuple(
        field
        for field, free in _FREE.items()
        if getattr(filters, field) != free and getattr(own, field) != free
    )


def _names(data: Database, filters: Filters, fields: tuple[str, ...]) -> str:
    """The filters in words, each with what it lets through."""
    words = {
        "districts": _("districts ({names})"),
        "industries": _("industries ({names})"),
        "capital": _("capital ({names})"),
    }
    values = {
        "districts": [data.name_of("district", code) for code in filters.districts],
        "industries": [data.name_of("industry", code) for code in filters.industries],
        "capital": [_(CAPITALS[filters.capital])],
    }
    return _(", ").join(words[field].format(names=_(", ").join(values[field])) for field in fields)


def _is_of_contracts(exhibit: Exhibit) -> bool:
    """Whether the figure shows foreign capital contracted."""
    return exhibit.chart is not None and "contracted_fdi_wan_usd" in shown_values(exhibit.chart)
