"""In which unit a figure's numbers are read: the rows' own, or the one it is scaled to."""

from promotion import numbers
from promotion.chart_columns import shown_values
from promotion.descriptions import Bars, HeatMap, Lines, MeasureBars, Tiles
from promotion.exhibit import Exhibit
from promotion.language import _
from promotion.measures import label_of, unit_of

AMOUNTS = ("wan_cny", "wan_usd")


def figure_unit(exhibit: Exhibit) -> str:
    """The unit to print under the figure, in the language in use.

    Rows, tables and files keep the exhibit's own unit; amounts in a figure are scaled as an
    office writes them, each label with its unit, or all cells and the axis to one.
    """
    chart = exhibit.chart
    if not isinstance(chart, Bars | HeatMap | Lines | MeasureBars | Tiles):
        return exhibit.unit
    unit = unit_of(shown_values(chart)[0])
    if unit not in AMOUNTS:
        return exhibit.unit
    if isinstance(chart, MeasureBars) and chart.label and _tells_rate(exhibit):
        return _("as labelled; under the names: {rate}").format(rate=label_of(chart.rate))
    if isinstance(chart, Bars | Tiles) or (isinstance(chart, MeasureBars) and chart.label):
        return _("as labelled")
    _divisor, words = numbers.axis_scale(largest(exhibit), unit)
    return words


def _tells_rate(exhibit: Exhibit) -> bool:
    """Whether a rate stands under any name: under none whose base is small."""
    rate, base = exhibit.chart.rate, exhibit.chart.base
    return rate is not None and any(
        row[rate] is not None and (row[base] or 0) >= numbers.SMALL_BASE for row in exhibit.rows()
    )


def largest(exhibit: Exhibit) -> float:
    """The largest value the figure shows, which sets its scale; 0 where none is known."""
    values = shown_values(exhibit.chart)
    return max((row[value] or 0 for row in exhibit.rows() for value in values), default=0)
