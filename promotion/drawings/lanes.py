"""Where rows stand on a chart of bands: a band a measure, in it a lane a row."""

from collections.abc import Sequence
from dataclasses import dataclass

from promotion.drawings.common import LEAST_HEIGHT

Row = dict[str, object]

FURTHEST = 3.0  # what lies beyond is drawn at the edge, its number in the words


@dataclass(frozen=True)
class Lanes:
    """The rows of each measure, and where each row stands, by measure and lane.

    `breadth` is how much of the axis a lane takes, whose unit is a band.
    """

    of_metric: dict[object, list[Row]]
    places: dict[tuple[object, object], float]
    breadth: float

    @property
    def most(self) -> int:
        """How many lanes the fullest band has."""
        return most_lanes(self.of_metric)

    def height(self, lane_px: float, room_px: float) -> float:
        """The figure's height, with room for what is not lanes."""
        return max(LEAST_HEIGHT, lane_px * self.most * len(self.of_metric) + room_px)

    def axis(self, ticks: Sequence[float], names: Sequence[str]) -> dict[str, object]:
        """The axis of bands from the top, with these names at these places."""
        return {
            "range": [max(len(self.of_metric), 1) - 0.5, -0.5],
            "showgrid": False,
            "zeroline": False,
            "tickvals": list(ticks),
            "ticktext": list(names),
        }


def lanes_of(rows: list[Row], metric: str, lane: str, band: float) -> Lanes:
    """The rows in their order; `band` is the part of a band that its lanes fill."""
    of_metric = by_metric(rows, metric)
    most = most_lanes(of_metric)
    places = {
        (row[metric], row[lane]): place + (number + 0.5) / most * band - band / 2
        for place, members in enumerate(of_metric.values())
        for number, row in enumerate(members)
    }
    return Lanes(of_metric, places, band / max(most, 1))


def by_metric(rows: list[Row], metric: str) -> dict[object, list[Row]]:
    """The rows of each measure, in their order."""
    found: dict[object, list[Row]] = {}
    for row in rows:
        found.setdefault(row[metric], []).append(row)
    return found


def most_lanes(of_metric: dict[object, list[Row]]) -> int:
    """How many rows the measure with most has."""
    return max(map(len, of_metric.values()), default=0)


def interval(
    lows: list[float], middles: list[float], highs: list[float], colour: str
) -> dict[str, object]:
    """Lines from the low to the high ends through points at the middles."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [max(high - at, 0) for high, at in zip(highs, middles, strict=True)],
        "arrayminus": [max(at - low, 0) for low, at in zip(lows, middles, strict=True)],
        "color": colour,
        "thickness": 2,
        "width": 3,
    }
