"""A block of cells that a native chart is drawn from, as data."""

from dataclasses import dataclass

from promotion.exports.cells import Cell


@dataclass(frozen=True)
class Series:
    """A column of the block: its heading, values, number format and colours.

    `point_colours` differ by value where they are given. A series that is a line stands on a
    second axis; one that is not `drawn` is only read.
    """

    name: str
    values: tuple[Cell, ...]
    number_format: str
    colour: str
    point_colours: tuple[str, ...] = ()
    is_line: bool = False
    is_drawn: bool = True


@dataclass(frozen=True)
class Block:
    """Categories and series of one chart; kind is bar, column or line, as spreadsheets say."""

    kind: str
    heading: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis_title: str
    is_stacked: bool = False
