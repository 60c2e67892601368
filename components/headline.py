"""The headline row: each measure with its value, change and a spark line."""

from html import escape
from urllib.parse import quote

import pandas as pd
import streamlit as st

from components import definitions, figure_head
from components.style import is_dark
from promotion import numbers
from promotion.exhibit import Exhibit
from promotion.exhibits.activity import has_small_base, measure_text
from promotion.language import _
from promotion.measures import MEASURES
from promotion.theme import palette

_WIDTH, _HEIGHT = 960, 220
_LEAST_POINTS = 2


def show(headline: Exhibit, by_month: pd.DataFrame) -> None:
    """Nothing; draws the headline, one cell a measure, and what it rests on."""
    notes = "".join(f"<p>{escape(note)}</p>" for note in headline.notes)
    compared = headline.filters.compared_period
    caption = (
        _("Change against {period}; lines: twelve months to the period's end").format(
            period=numbers.period_text(compared)
        )
        if compared
        else _("Lines: twelve months to the period's end")
    )
    st.html(
        f'{cells(headline, by_month)}<div class="under">{notes}<p>{escape(caption)}</p>'
        f"<p>{figure_head.clauses(headline.source_line())}</p></div>"
    )


def cells(headline: Exhibit, by_month: pd.DataFrame) -> str:
    """The headline as HTML, one cell a measure."""
    rows = {row["metric"]: row for row in headline.rows()}
    amount = rows.pop("signed_investment_wan_cny")
    drawn = "".join(
        _cell(row, amount if metric == "signed_count" else None, by_month[metric].tolist())
        for metric, row in rows.items()
    )
    return f'<section class="headline" aria-label="{escape(headline.title)}">{drawn}</section>'


def _cell(row: dict[str, object], amount: dict[str, object] | None, trend: list[object]) -> str:
    unit = MEASURES[row["metric"]].unit
    value = measure_text(row)
    extra = ""
    if amount is not None:
        words = numbers.value_text(amount["value"], MEASURES[amount["metric"]].unit)
        defined = definitions.of_measure(amount["metric"])
        extra = (
            f'<div class="named"><span class="extra">{escape(words)}</span>{defined}</div>'
            f"{_change(amount, 'wan_cny')}"
        )
    return (
        '<div class="cell">'
        f'<div class="named"><span class="name">{escape(row["metric_name"])}</span>'
        f"{definitions.of_measure(row['metric'])}</div>"
        f'<div class="told"><span class="value{" unknown" if row["value"] is None else ""}">'
        f"{escape(value)}</span>"
        f"{_change(row, unit)}{extra}{_spark_line(trend)}</div></div>"
    )


def _change(row: dict[str, object], unit: str) -> str:
    if row["compared"] is None or row["value"] is None or has_small_base(row):
        words = _("no comparison")
        return f'<span class="change">{escape(words)}</span>'
    sign = numbers.change_sign(row["value"], row["compared"], unit)
    direction = {1: "rise", -1: "fall", 0: "same"}[sign]
    words = numbers.change_text(row["value"], row["compared"], unit)
    return f'<span class="change {direction}">{escape(words)}</span>'


def _spark_line(values: list[object]) -> str:
    """A line of the known values as an image, as st.html lets no SVG element through."""
    known = [value for value in values if value is not None]
    if len(known) < _LEAST_POINTS:
        return ""
    largest = max(known) or 1
    step = _WIDTH / (len(values) - 1)
    points = " ".join(
        f"{round(place * step)},{round(_HEIGHT - 12 - value / largest * (_HEIGHT - 24))}"
        for place, value in enumerate(values)
        if value is not None
    )
    image = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'preserveAspectRatio="none"><polyline points="{points}" fill="none" '
        f'stroke="{palette(is_dark()).accent}" stroke-width="1.5" '
        'vector-effect="non-scaling-stroke"/></svg>'
    )
    return f'<img class="spark" alt="" src="data:image/svg+xml,{quote(image)}">'
