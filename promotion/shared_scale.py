"""Two figures of one kind drawn on one scale, with the same categories in the same order."""

from dataclasses import replace

from promotion.descriptions import Bars, Funnel, SharedScale, StackedBars
from promotion.exhibit import Exhibit

Pair = tuple[Exhibit, Exhibit]
Row = dict[str, object]


def on_one_scale(left: Exhibit, right: Exhibit, colours: tuple[str, str]) -> Pair:
    """Both exhibits, their charts told what they share; `colours` are the codes of their own.

    Raises TypeError for a kind of chart that has no shared scale.
    """
    chart = left.chart
    if isinstance(chart, Bars):
        shared = _of_bars(chart, left, right)
    elif isinstance(chart, StackedBars):
        shared = _of_stacks(chart, left, right)
    elif isinstance(chart, Funnel):
        shared = SharedScale(_largest(left, right, chart.reached), "")
    else:
        raise TypeError(f"{left.name} has no chart that shares a scale")
    return tuple(
        replace(made, chart=replace(made.chart, scale=replace(shared, colour=colour)))
        for made, colour in zip((left, right), colours, strict=True)
    )


def _largest(left: Exhibit, right: Exhibit, value: str) -> float:
    return max((row[value] or 0 for made in (left, right) for row in made.rows()), default=0)


def _of_bars(chart: Bars, left: Exhibit, right: Exhibit) -> SharedScale:
    """The longest bars of the left figure first, then those of the right one."""
    values = [
        {row[chart.category]: row[chart.value] or 0 for row in made.rows()}
        for made in (left, right)
    ]
    codes = dict.fromkeys(code for of_side in values for code in of_side)
    ordered = sorted(codes, key=lambda code: [-of_side.get(code, 0) for of_side in values])
    return SharedScale(_largest(left, right, chart.value), "", tuple(ordered))


def _of_stacks(chart: StackedBars, left: Exhibit, right: Exhibit) -> SharedScale:
    series: dict[str, str] = {}
    drawn: set[str] = set()
    places, stacks = [], []
    for made in (left, right):
        of_place: dict[object, float] = {}
        for row in made.rows():
            series.setdefault(row[chart.series], row[chart.series_label])
            of_place[row[chart.x]] = of_place.get(row[chart.x], 0) + (row[chart.value] or 0)
            if row[chart.value]:
                drawn.add(row[chart.series])
        places.append(len(of_place))
        stacks.extend(of_place.values())
    return SharedScale(
        max(stacks, default=0),
        "",
        series=tuple((code, name) for code, name in series.items() if code in drawn),
        place_count=max(places),
    )
